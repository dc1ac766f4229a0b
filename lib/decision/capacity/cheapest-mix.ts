import type { MicroUsd } from '../../catalog/types';
import {
  type BestMix,
  isNoWorse,
  isUnlimited,
  keep,
  type MixLimits,
  NO_LIMITS,
  nothingYet,
} from './best-mix';
import { ceilDivide, holds } from './demand';
import { type Mix, type MixProblem, mixOf, type NodeShape } from './mix';
import { mostNodesOfAZone } from './most-nodes';
import { cheapestPackedMix } from './packed-mix';

/** Room for the rounding of floating-point bounds; whatever is this close to the best is looked at exactly. */
const SLACK = 1e-9;

/** A type that may be part of the mix, laid out for the inner loops. Money and nodes are those of one zone. */
interface Choice {
  readonly shape: NodeShape;
  readonly price: number;
  readonly milliCpu: number;
  readonly memoryMib: number;
  readonly pods: number;
  readonly gpus: number;
  readonly holdsLargestPod: boolean;
  /** Nodes that a zone needs when it has no other type. */
  readonly alone: number;
}

/**
 * The mix of at most two machine types of one architecture that does it for least money, exact; `undefined` when no type
 * holds the largest pod, there is none, or all cost more or take more addresses than the limits say. The money of the result is that of the shapes alone.
 *
 * Mixes of more nodes than Kubernetes is designed for are not looked for. Where there is no other and no limit is given, the result is the cheapest single
 * type, for whoever refuses it to say how many nodes it would be.
 *
 * For every pair the count of one type is walked and the count of the other follows, so that nothing is missed. What keeps
 * it fast gives up nothing either: a type is left out when another of its architecture offers as much for strictly less, or
 * when one node of it and the rest at the least price there is for any one resource cost strictly more than the best so far; a
 * pair, or a part of its walk, when its relaxation to fractions of nodes does.
 * At most two types is a requirement and no shortcut: each pool is operating work.
 */
export function cheapestMix(
  problem: MixProblem,
  shapes: readonly NodeShape[],
  limits: MixLimits = NO_LIMITS,
): Mix | undefined {
  if (problem.packings !== undefined) return cheapestPackedMix(problem, problem.packings, shapes, limits);
  const best = nothingYet(problem.zones, limits);
  const tooMany = nothingYet(problem.zones, limits);
  const mostAlone = mostNodesOfAZone(problem.zones, limits.room, 1);
  const mostOfTwo = mostNodesOfAZone(problem.zones, limits.room, 2);
  const choices: Choice[] = [];
  for (const shape of withoutDominated(shapes)) {
    const choice = choiceOf(problem, shape, limits.eachNode);
    if (choice === undefined) continue;
    choices.push(choice);
    const { alone, price, holdsLargestPod } = choice;
    const found = alone > mostAlone ? tooMany : best;
    if (!holdsLargestPod || !isNoWorse(found, alone * price, alone)) continue;
    keep(found, alone * price, alone, [{ shape, perZone: alone }]);
  }
  pairUp(problem, onlyOf(problem, choices, 'amd64', best), best, mostOfTwo);
  pairUp(problem, onlyOf(problem, choices, 'arm64', best), best, mostOfTwo);
  const entries = best.entries ?? (isUnlimited(limits) ? tooMany.entries : undefined);
  return entries && mixOf(problem.zones, entries);
}

function choiceOf(problem: MixProblem, shape: NodeShape, eachNode: MicroUsd): Choice | undefined {
  const { need, largestPod } = problem;
  const { milliCpu, memoryMib, pods } = shape.offers;
  const gpus = shape.gpus ?? 0;
  const needGpus = problem.gpus ?? 0;
  if (needGpus > 0 && gpus === 0) return undefined;
  const enough = Math.max(
    1,
    ceilDivide(need.milliCpu, milliCpu),
    ceilDivide(need.memoryMib, memoryMib),
    ceilDivide(need.pods, pods),
    needGpus > 0 ? ceilDivide(needGpus, gpus) : 0,
  );
  return {
    shape,
    price: shape.monthlyMicroUsd + eachNode,
    milliCpu,
    memoryMib,
    pods,
    gpus,
    holdsLargestPod: largestPod === undefined || holds(shape.offers, largestPod),
    alone: enough + (problem.spareNode ? 1 : 0),
  };
}

/** Shapes by their undominated ones, for as long as somebody holds the list: a region is sized for several numbers of zones. */
const undominated = new WeakMap<readonly NodeShape[], readonly NodeShape[]>();

/** Types, each once, that offer anything and that no other type of the architecture beats: as much of everything for strictly less. */
function withoutDominated(shapes: readonly NodeShape[]): readonly NodeShape[] {
  const known = undominated.get(shapes);
  if (known !== undefined) return known;
  const rising = shapes
    .filter(({ offers }) => offers.milliCpu > 0 && offers.memoryMib > 0 && offers.pods > 0)
    .sort((left, right) => left.monthlyMicroUsd - right.monthlyMicroUsd);
  const kept: NodeShape[] = [];
  for (const shape of rising) {
    // whoever beats it is cheaper, and whatever beats that one beats it as well
    if (!kept.some((other) => other.machineType === shape.machineType || beats(other, shape)))
      kept.push(shape);
  }
  undominated.set(shapes, kept);
  return kept;
}

function beats(other: NodeShape, shape: NodeShape): boolean {
  return (
    other.architecture === shape.architecture &&
    other.monthlyMicroUsd < shape.monthlyMicroUsd &&
    (other.gpus ?? 0) >= (shape.gpus ?? 0) &&
    holds(other.offers, shape.offers)
  );
}

/** The choices of one architecture that can be in a mix no dearer than the best. */
function onlyOf(
  { need, gpus: needGpus = 0, spareNode }: MixProblem,
  choices: readonly Choice[],
  architecture: 'amd64' | 'arm64',
  best: BestMix,
): readonly Choice[] {
  const own = choices.filter((choice) => choice.shape.architecture === architecture);
  let cheapest = Number.POSITIVE_INFINITY;
  let perMilliCpu = Number.POSITIVE_INFINITY;
  let perMib = Number.POSITIVE_INFINITY;
  let perPod = Number.POSITIVE_INFINITY;
  let perGpu = Number.POSITIVE_INFINITY;
  for (const { price, milliCpu, memoryMib, pods, gpus } of own) {
    cheapest = Math.min(cheapest, price);
    perMilliCpu = Math.min(perMilliCpu, price / milliCpu);
    perMib = Math.min(perMib, price / memoryMib);
    perPod = Math.min(perPod, price / pods);
    if (needGpus > 0) perGpu = Math.min(perGpu, price / gpus);
  }
  const bound = boundOf(best) - (spareNode ? cheapest : 0);
  return own.filter(
    ({ price, milliCpu, memoryMib, pods, gpus }) =>
      price + perMilliCpu * Math.max(0, need.milliCpu - milliCpu) <= bound &&
      price + perMib * Math.max(0, need.memoryMib - memoryMib) <= bound &&
      price + perPod * Math.max(0, need.pods - pods) <= bound &&
      (needGpus <= gpus || price + perGpu * (needGpus - gpus) <= bound),
  );
}

/** What a mix may cost at most, by reckoning that rounds. With a node to spare, the rest must do it for this less the price of that node. */
function boundOf(best: BestMix): number {
  return best.money * (1 + SLACK) + 1;
}

function pairUp(problem: MixProblem, choices: readonly Choice[], best: BestMix, mostNodes: number): void {
  if (fewestOf(problem, choices) > mostNodes) return;
  let bound = boundOf(best);
  for (let index = 0; index < choices.length; index++) {
    const left = choices[index];
    if (left === undefined) continue;
    for (let other = index + 1; other < choices.length; other++) {
      const right = choices[other];
      if (right === undefined || !(left.holdsLargestPod || right.holdsLargestPod)) continue;
      // the walk goes over the type of which fewer are needed
      const isFewer = left.alone <= right.alone;
      const walked = isFewer ? left : right;
      const filled = isFewer ? right : left;
      if (walk(problem, walked, filled, best, bound, mostNodes)) bound = boundOf(best);
    }
  }
}

/**
 * Every count of `walked` that can still equal or beat the best, with the count of `filled` that follows. With fractions of
 * nodes allowed, the money of a count is the greatest of straight lines, so the counts below a bound are an interval. Returns
 * whether the best is another one now.
 */
function walk(
  problem: MixProblem,
  walked: Choice,
  filled: Choice,
  best: BestMix,
  mostMoney: number,
  mostNodes: number,
): boolean {
  const { need, gpus = 0, spareNode } = problem;
  const bound = spareNode ? mostMoney - filled.price : mostMoney;
  const most = walked.holdsLargestPod ? walked.alone - 1 : walked.alone;
  const range = { from: 1, to: Math.min(most, mostNodes - 1) };
  narrow(range, bound, need.milliCpu, walked.price, walked.milliCpu, filled.price / filled.milliCpu);
  narrow(range, bound, need.memoryMib, walked.price, walked.memoryMib, filled.price / filled.memoryMib);
  if (range.from > range.to) return false;
  narrow(range, bound, need.pods, walked.price, walked.pods, filled.price / filled.pods);
  if (gpus > 0) narrow(range, bound, gpus, walked.price, walked.gpus, filled.price / filled.gpus);
  let hasFound = false;
  let before = spareNode ? nodesToComplete(problem, walked, range.from - 1, filled) : 0;
  for (let count = range.from; count <= range.to; count++) {
    const enough = nodesToComplete(problem, walked, count, filled);
    // with one to spare, either a node of the one type is gone or one of the other; at least one, for else it were no pair
    const rest = spareNode ? Math.max(1, before, enough + 1) : Math.max(1, enough);
    before = enough;
    const money = count * walked.price + rest * filled.price;
    if (count + rest > mostNodes) continue;
    if (!isNoWorse(best, money, count + rest)) continue;
    keep(best, money, count + rest, [
      { shape: walked.shape, perZone: count },
      { shape: filled.shape, perZone: rest },
    ]);
    hasFound = true;
  }
  return hasFound;
}

/** Nodes that a zone needs by any one resource, if all had as much of it as the one that has most. */
function fewestOf({ need, gpus = 0 }: MixProblem, choices: readonly Choice[]): number {
  let milliCpu = 1;
  let memoryMib = 1;
  let pods = 1;
  let mostGpus = 1;
  for (const choice of choices) {
    milliCpu = Math.max(milliCpu, choice.milliCpu);
    memoryMib = Math.max(memoryMib, choice.memoryMib);
    pods = Math.max(pods, choice.pods);
    mostGpus = Math.max(mostGpus, choice.gpus);
  }
  return Math.max(need.milliCpu / milliCpu, need.memoryMib / memoryMib, need.pods / pods, gpus / mostGpus);
}

/** Takes off what costs more than the bound by one resource alone. */
function narrow(
  range: { from: number; to: number },
  bound: number,
  need: number,
  price: number,
  offers: number,
  filledPerUnit: number,
): void {
  const slope = price - filledPerUnit * offers;
  const left = bound - filledPerUnit * need;
  // a line this flat says nothing that rounding could not undo
  if (slope > 1) range.to = Math.min(range.to, Math.floor(left / slope) + 1);
  else if (slope < -1) range.from = Math.max(range.from, Math.ceil(left / slope) - 1);
}

/** Nodes of one type that a zone needs beside `count` nodes of another. */
function nodesToComplete(
  { need, gpus = 0 }: MixProblem,
  walked: Choice,
  count: number,
  filled: Choice,
): number {
  return Math.max(
    0,
    ceilDivide(need.milliCpu - count * walked.milliCpu, filled.milliCpu),
    ceilDivide(need.memoryMib - count * walked.memoryMib, filled.memoryMib),
    ceilDivide(need.pods - count * walked.pods, filled.pods),
    gpus > 0 ? ceilDivide(gpus - count * walked.gpus, filled.gpus) : 0,
  );
}
