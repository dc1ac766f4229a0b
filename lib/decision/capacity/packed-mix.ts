import { type BestMix, isNoWorse, keep, type MixLimits, nothingYet } from './best-mix';
import { ceilDivide } from './demand';
import { type Mix, type MixEntry, type MixProblem, mixOf, type NodeShape } from './mix';
import { leastBeside, type Row, rowsOf } from './packed-rows';
import type { Packing } from './packing';
import { packsAlways } from './packs-always';

/** Room for the rounding of floating-point bounds; whatever is this close to the best is looked at exactly. */
const SLACK = 1e-9;

interface Choice {
  /** Position in the rows. */
  readonly at: number;
  readonly shape: NodeShape;
  readonly price: number;
  /** More of these nodes in a zone are of no use, whatever else there is. */
  readonly most: number;
}

interface Search {
  readonly problem: MixProblem;
  readonly packings: readonly Packing[];
  readonly rows: readonly Row[];
  readonly best: BestMix;
}

/**
 * The mix of at most two machine types of one architecture for least money among those that first-fit-decreasing packs, in
 * the order of {@link packs}. That is exact for this way of packing: another one might do with a node less, which only
 * trying all packings could tell. Every pair of counts is tried that is not dearer than the best so far and has enough of
 * each resource, and nodes enough for each group of pods by itself.
 *
 * No type is left out for being dominated: first-fit can find room on smaller nodes and none on larger ones, so what packs
 * must not depend on prices, or a dearer type could make a mix cheaper.
 */
export function cheapestPackedMix(
  problem: MixProblem,
  packings: readonly Packing[],
  shapes: readonly NodeShape[],
  limits: MixLimits,
): Mix | undefined {
  const useful = shapes.filter(
    ({ offers }) => offers.milliCpu > 0 && offers.memoryMib > 0 && offers.pods > 0,
  );
  const rows = rowsOf(problem, packings, useful);
  const search: Search = { problem, packings, rows, best: nothingYet(problem.zones, limits) };
  const pods = podsOfAZone(packings);
  const choices = useful
    .map((shape, at): Choice => {
      const price = shape.monthlyMicroUsd + limits.eachNode;
      return { at, shape, price, most: mostOf(search, at, pods) };
    })
    .sort((left, right) => left.price - right.price);
  // what the sums make cheapest first, so that there is a good bound early
  const alone = choices
    .map((choice) => ({
      choice,
      money: choice.price * (leastBeside(rows, choice.at, choice.at, 0) ?? choice.most),
    }))
    .sort((left, right) => left.money - right.money);
  for (const { choice } of alone) tryAlone(search, choice);
  for (const architecture of ['amd64', 'arm64'] as const) {
    const own = choices.filter((choice) => choice.shape.architecture === architecture);
    const least = leastEach(rows, own);
    for (const [index, left] of own.entries()) {
      if (!isWorthwhile(search, left, least)) continue;
      for (let other = index + 1; other < own.length; other++) {
        const right = own[other];
        if (right === undefined || !isWorthwhile(search, right, least)) continue;
        if (left.most <= right.most) tryPair(search, left, right);
        else tryPair(search, right, left);
      }
    }
  }
  return search.best.entries && mixOf(problem.zones, search.best.entries);
}

/** Pods that a zone may have to hold at once, whatever they are. */
function podsOfAZone(packings: readonly Packing[]): number {
  return Math.max(
    0,
    ...packings.map(({ groups }) => groups.reduce((sum, { replicas }) => sum + replicas, 0)),
  );
}

/** One node for each pod, or what the sums ask for where headroom makes that more; and one to lose. */
function mostOf({ rows, problem }: Search, at: number, pods: number): number {
  let most = Math.max(1, pods);
  for (const { need, offers } of rows) {
    const each = offers[at] ?? 0;
    if (each > 0) most = Math.max(most, ceilDivide(need, each));
  }
  return most + (problem.spareNode ? 1 : 0);
}

function tryAlone(search: Search, { at, shape, price, most }: Choice): void {
  const { rows, problem, best } = search;
  const enough = leastBeside(rows, at, at, 0);
  if (enough === undefined) return;
  for (let count = Math.max(1, enough) + (problem.spareNode ? 1 : 0); count <= most; count++) {
    if (!isNoWorse(best, count * price, count)) return;
    const entries = [{ shape, perZone: count }];
    if (!packsAlways(search.problem, search.packings, entries)) continue;
    keep(best, count * price, count, entries);
    return;
  }
}

/** The least money for a unit of each row. */
function leastEach(rows: readonly Row[], choices: readonly Choice[]): readonly number[] {
  return rows.map(({ offers }) =>
    choices.reduce((least, { at, price }) => {
      const each = offers[at] ?? 0;
      return each > 0 ? Math.min(least, price / each) : least;
    }, Number.POSITIVE_INFINITY),
  );
}

/** Whether one node of a type, and the rest of any one row at the least money there is for it, costs no more than the best. */
function isWorthwhile({ rows, best }: Search, { at, price }: Choice, least: readonly number[]): boolean {
  const bound = best.money * (1 + SLACK) + 1;
  return rows.every(({ need, offers }, index) => {
    const rest = need - (offers[at] ?? 0);
    return rest <= 0 || price + rest * (least[index] ?? 0) <= bound;
  });
}

/** Counts of `walked` that can still equal or beat the best: see `walk` of the search without pods. */
function worthWalking({ rows, best }: Search, walked: Choice, filled: Choice): readonly [number, number] {
  const bound = best.money * (1 + SLACK) + 1;
  let from = 1;
  let to = walked.most;
  for (const { need, offers } of rows) {
    const has = offers[walked.at] ?? 0;
    const each = offers[filled.at] ?? 0;
    if (each === 0) {
      // nothing of the other type helps here
      from = Math.max(from, has === 0 ? Number.POSITIVE_INFINITY : ceilDivide(need, has));
    } else {
      const perUnit = filled.price / each;
      const slope = walked.price - perUnit * has;
      const left = bound - perUnit * need;
      if (slope > 1) to = Math.min(to, Math.floor(left / slope) + 1);
      else if (slope < -1) from = Math.max(from, Math.ceil(left / slope) - 1);
    }
    if (from > to) break;
  }
  return [from, to];
}

function tryPair(search: Search, walked: Choice, filled: Choice): void {
  const { best } = search;
  const [first, last] = worthWalking(search, walked, filled);
  for (let count = first; count <= last; count++) {
    if (!isNoWorse(best, count * walked.price + filled.price, count + 1)) return;
    const from = fewestBeside(search, walked, count, filled);
    if (from === undefined) continue;
    for (let other = from; other <= filled.most; other++) {
      const money = count * walked.price + other * filled.price;
      if (!isNoWorse(best, money, count + other)) break;
      const entries = entriesOf(walked, count, filled, other);
      if (packsAlways(search.problem, search.packings, entries)) {
        keep(best, money, count + other, entries);
        break;
      }
      // where a node for every pod is not enough, the pods that only the other type can hold are too many for it
      if (!isNoWorse(best, money + filled.price, count + other + 1)) break;
      if (
        other === from &&
        !packsAlways(search.problem, search.packings, entriesOf(walked, count, filled, filled.most))
      )
        break;
    }
  }
}

function fewestBeside(
  { rows, problem }: Search,
  walked: Choice,
  count: number,
  filled: Choice,
): number | undefined {
  const whole = leastBeside(rows, filled.at, walked.at, count);
  if (whole === undefined) return undefined;
  if (!problem.spareNode) return Math.max(1, whole);
  // either a node of the one type is gone or one of the other
  const without = leastBeside(rows, filled.at, walked.at, count - 1);
  return without === undefined ? undefined : Math.max(1, without, whole + 1);
}

function entriesOf(walked: Choice, count: number, filled: Choice, other: number): readonly MixEntry[] {
  return [
    { shape: walked.shape, perZone: count },
    { shape: filled.shape, perZone: other },
  ];
}
