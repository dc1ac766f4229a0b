import { ceilDivide, holds, type Resources } from './demand';
import { compareMixes, type Mix, type MixProblem, mixOf, type NodeShape } from './mix';

/** Room for the rounding of floating-point bounds; whatever is this close to the best is looked at exactly. */
const SLACK = 1e-9;

/** A type that may be part of the mix. */
interface Choice {
  readonly shape: NodeShape;
  readonly holdsLargestPod: boolean;
  /** Nodes that a zone needs when it has no other type. */
  readonly alone: number;
}

/**
 * The mix of at most two machine types of one architecture that does it for least money, exact; `undefined` when no type
 * holds the largest pod or there is none.
 *
 * For every pair the count of one type is walked and the count of the other follows, so that nothing is missed. What keeps
 * it fast gives up nothing either: a type is left out when another of its architecture offers as much for strictly less,
 * and a pair, or a part of its walk, when its relaxation to fractions of nodes costs strictly more than the best so far.
 * At most two types is a requirement and no shortcut: each pool is operating work.
 */
export function cheapestMix(problem: MixProblem, shapes: readonly NodeShape[]): Mix | undefined {
  const { need, largestPod, zones } = problem;
  const choices = withoutDominated(shapes).map(
    (shape): Choice => ({
      shape,
      holdsLargestPod: largestPod === undefined || holds(shape.offers, largestPod),
      alone: Math.max(1, nodesFor(need, shape.offers)) + (problem.spareNode ? 1 : 0),
    }),
  );

  let best: Mix | undefined;
  for (const { shape, holdsLargestPod, alone } of choices) {
    if (holdsLargestPod) best = lesser(best, mixOf(problem, [{ shape, perZone: alone }]));
  }
  for (const [index, left] of choices.entries()) {
    for (let other = index + 1; other < choices.length; other++) {
      const right = choices[other];
      if (best === undefined || right === undefined || !mayMix(left, right)) continue;
      // the walk goes over the type of which fewer are needed
      const [walked, filled] = left.alone <= right.alone ? [left, right] : [right, left];
      const [from, to] = worthWalking(problem, walked, filled, best);
      for (let count = from; count <= to; count++) {
        const rest = nodesBeside(problem, walked.shape.offers, count, filled.shape.offers);
        const perZone = count * walked.shape.monthlyMicroUsd + rest * filled.shape.monthlyMicroUsd;
        if (zones * perZone + problem.feeOf(zones * (count + rest)) > best.monthlyMicroUsd) continue;
        best = lesser(
          best,
          mixOf(problem, [
            { shape: walked.shape, perZone: count },
            { shape: filled.shape, perZone: rest },
          ]),
        );
      }
    }
  }
  return best;
}

function lesser(best: Mix | undefined, mix: Mix): Mix {
  return best === undefined || compareMixes(mix, best) < 0 ? mix : best;
}

function mayMix(left: Choice, right: Choice): boolean {
  return (
    left.shape.architecture === right.shape.architecture && (left.holdsLargestPod || right.holdsLargestPod)
  );
}

/** Types that offer anything and that no other type of the architecture beats: as much of everything for strictly less. */
function withoutDominated(shapes: readonly NodeShape[]): readonly NodeShape[] {
  const useful = shapes.filter(
    ({ offers }) => offers.milliCpu > 0 && offers.memoryMib > 0 && offers.pods > 0,
  );
  return useful.filter(
    (shape) =>
      !useful.some(
        (other) =>
          other.architecture === shape.architecture &&
          other.monthlyMicroUsd < shape.monthlyMicroUsd &&
          holds(other.offers, shape.offers),
      ),
  );
}

/** Nodes that it takes to hold something. */
function nodesFor(need: Resources, offers: Resources): number {
  return Math.max(
    ceilDivide(need.milliCpu, offers.milliCpu),
    ceilDivide(need.memoryMib, offers.memoryMib),
    ceilDivide(need.pods, offers.pods),
  );
}

/** Nodes of one type that a zone needs beside `count` nodes of another. At least one, for else it were no pair. */
function nodesBeside(
  { need, spareNode }: MixProblem,
  walked: Resources,
  count: number,
  filled: Resources,
): number {
  if (!spareNode) return Math.max(1, nodesToComplete(need, walked, count, filled));
  // either a node of the one type is gone or one of the other
  return Math.max(
    1,
    nodesToComplete(need, walked, count - 1, filled),
    nodesToComplete(need, walked, count, filled) + 1,
  );
}

function nodesToComplete(need: Resources, walked: Resources, count: number, filled: Resources): number {
  return Math.max(
    0,
    ceilDivide(need.milliCpu - count * walked.milliCpu, filled.milliCpu),
    ceilDivide(need.memoryMib - count * walked.memoryMib, filled.memoryMib),
    ceilDivide(need.pods - count * walked.pods, filled.pods),
  );
}

/**
 * The counts of `walked` that can still equal or beat the best: from 1 to what is no use any more. With fractions of
 * nodes allowed, the money of a count is the greatest of three straight lines, so the counts below a bound are an interval.
 */
function worthWalking(
  problem: MixProblem,
  { shape: walked, alone, holdsLargestPod }: Choice,
  { shape: filled }: Choice,
  best: Mix,
): readonly [number, number] {
  const fee = problem.feeOf(problem.zones * 2);
  const bound = ((best.monthlyMicroUsd - fee) / problem.zones) * (1 + SLACK) + 1;
  let from = 1;
  // a type that would do alone but for the largest pod needs one node of the other
  let to = holdsLargestPod ? alone - 1 : alone;
  for (const kind of ['milliCpu', 'memoryMib', 'pods'] as const) {
    const perUnit = filled.monthlyMicroUsd / filled.offers[kind];
    const slope = walked.monthlyMicroUsd - perUnit * walked.offers[kind];
    const left = bound - perUnit * problem.need[kind];
    // a line this flat says nothing that rounding could not undo
    if (Math.abs(slope) < 1) continue;
    if (slope > 0) to = Math.min(to, Math.floor(left / slope) + 1);
    else from = Math.max(from, Math.ceil(left / slope) - 1);
  }
  return [from, to];
}
