import { ceilDivide, holds, type Resources } from './demand';
import { compareMixes, type Mix, type MixProblem, mixOf, type NodeShape } from './mix';

const KINDS = ['milliCpu', 'memoryMib', 'pods'] as const;

/** Room for the rounding of floating-point bounds; whatever is this close to the best is looked at exactly. */
const SLACK = 1e-9;

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
  const holdsPod = (shape: NodeShape): boolean =>
    problem.largestPod === undefined || holds(shape.offers, problem.largestPod);
  const useful = withoutDominated(shapes.filter(({ offers }) => KINDS.every((kind) => offers[kind] > 0)));
  const choices = useful.map((shape) => ({
    shape,
    fits: holdsPod(shape),
    alone: countAlone(problem, shape),
  }));

  let best: Mix | undefined;
  const offer = (mix: Mix): void => {
    if (best === undefined || compareMixes(mix, best) < 0) best = mix;
  };
  for (const choice of choices) {
    if (choice.fits) offer(mixOf(problem, [{ shape: choice.shape, perZone: choice.alone }]));
  }
  for (const [index, left] of choices.entries()) {
    for (const right of choices.slice(index + 1)) {
      if (left.shape.architecture !== right.shape.architecture || !(left.fits || right.fits)) continue;
      // the walk goes over the type of which fewer are needed
      const [walked, filled] = left.alone <= right.alone ? [left, right] : [right, left];
      const [from, to] = worthWalking(problem, walked.shape, filled.shape, walked.alone - 1, best);
      for (let count = from; count <= to; count++) {
        const rest = countBeside(problem, walked.shape, count, filled.shape);
        const perZone = count * walked.shape.monthlyMicroUsd + rest * filled.shape.monthlyMicroUsd;
        const money = problem.zones * perZone + problem.feeOf(problem.zones * (count + rest));
        if (best !== undefined && money > best.monthlyMicroUsd) continue;
        offer(
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

/** Types that no other type of the architecture beats: as much or more of everything for strictly less money. */
function withoutDominated(shapes: readonly NodeShape[]): readonly NodeShape[] {
  return shapes.filter(
    (shape) =>
      !shapes.some(
        (other) =>
          other.architecture === shape.architecture &&
          other.monthlyMicroUsd < shape.monthlyMicroUsd &&
          holds(other.offers, shape.offers),
      ),
  );
}

/** Nodes of one type that a zone needs when it has no other. At least one. */
function countAlone(problem: MixProblem, { offers }: NodeShape): number {
  const count = Math.max(1, ...KINDS.map((kind) => ceilDivide(problem.need[kind], offers[kind])));
  return problem.spareNode ? count + 1 : count;
}

/** Nodes of `filled` that a zone needs beside `count` nodes of `walked`. At least one, for else it were no pair. */
function countBeside(problem: MixProblem, walked: NodeShape, count: number, filled: NodeShape): number {
  const beside = (nodes: number): number =>
    Math.max(0, ...KINDS.map((kind) => missing(problem.need, walked.offers, nodes, filled.offers, kind)));
  if (!problem.spareNode) return Math.max(1, beside(count));
  // either a node of the one type is gone or one of the other
  return Math.max(1, beside(count - 1), beside(count) + 1);
}

function missing(
  need: Resources,
  walked: Resources,
  count: number,
  filled: Resources,
  kind: (typeof KINDS)[number],
): number {
  const rest = need[kind] - count * walked[kind];
  return rest > 0 ? ceilDivide(rest, filled[kind]) : 0;
}

/**
 * The counts of `walked` between 1 and `most` that can still equal or beat the best. With fractions of nodes allowed, the
 * money of a count is the greatest of three straight lines, so the counts below a bound are an interval.
 */
function worthWalking(
  problem: MixProblem,
  walked: NodeShape,
  filled: NodeShape,
  most: number,
  best: Mix | undefined,
): readonly [number, number] {
  if (best === undefined) return [1, most];
  const fee = problem.feeOf(problem.zones * 2);
  const bound = ((best.monthlyMicroUsd - fee) / problem.zones) * (1 + SLACK) + 1;
  let [from, to] = [1, most];
  for (const kind of KINDS) {
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
