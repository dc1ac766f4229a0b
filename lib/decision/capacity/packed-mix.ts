import { isUnlimited, type MixLimits, nothingYet } from './best-mix';
import { type Mix, type MixProblem, mixOf, type NodeShape } from './mix';
import { mostNodesOfAZone } from './most-nodes';
import {
  choicesOf,
  keepBoth,
  mostBeside,
  type Pair,
  pairsOf,
  type Search,
  worthWalking,
} from './packed-search';
import { PackingMemory } from './packed-shapes';
import { SAMPLES, type Start, startOf, startWithAny, strideOver } from './packed-start';
import type { Packing } from './packing';

/** What one search may try: more for few shapes of pods than for many, for which packing takes longer than in proportion. */
const EFFORT = 24_000;
const MOST_TRIES = 1_000;

/** Mixes that may be tried to make sure that none is better, for each try at finding one: most of these are known already. */
const PROOF = 10;

/** Counts of which it is seen at once that they cannot be cheaper, for the work of one try. */
const LOOKS_PER_TRY = 16;

/** Pairs that are looked at more closely than others. */
const MOST_PROMISING = 2;

function triesFor(groups: number): number {
  return Math.max(1, Math.min(MOST_TRIES, Math.floor(EFFORT / (groups + 10) ** 1.5)));
}

/**
 * The mix of at most two machine types of one architecture for least money among those that first-fit-decreasing packs and
 * that have no more nodes than Kubernetes is designed for, and than there are addresses for; if there is none of the former, some mix. That is exact for this way of
 * packing: another one might do with a node less, which only trying all packings could tell.
 *
 * A first mix comes from single types. Then, for counts of one type over all pairs, it is tried whether something cheaper than the best
 * packs, the most promising pairs first; and when nothing more is found, every mix below the best that has enough of each
 * resource, and nodes enough for each group of pods by itself. Where these are too many for the number of packings that one search may try,
 * the result says `best-found`. Tries are counted and not timed, and one whose answer is known already counts in full, so
 * that the result depends on nothing but the question.
 *
 * No type is left out for being dominated: first-fit can find room on smaller nodes and none on larger ones, so what packs
 * must not depend on prices, or a dearer type could make a mix cheaper. That much is promised where all was searched.
 */
export function cheapestPackedMix(
  problem: MixProblem,
  packings: readonly Packing[],
  shapes: readonly NodeShape[],
  limits: MixLimits,
): Mix | undefined {
  const memory = PackingMemory.of(problem, packings);
  const choices = choicesOf(memory, shapes, limits.eachNode);
  const pairs = pairsOf(memory, choices);
  const groups = packings.reduce((sum, packing) => sum + packing.groups.length, 0);
  const search: Search = {
    memory,
    best: nothingYet(problem.zones, limits),
    mostAlone: mostNodesOfAZone(problem.zones, limits.room, 1),
    mostNodes: mostNodesOfAZone(problem.zones, limits.room, 2),
    tries: triesFor(groups),
    left: triesFor(groups),
  };
  const isEachCounted = startWithAny(search, choices, pairs);
  const isAll = lookBelow(search, pairs) && isEachCounted && search.best.entries !== undefined;
  if (search.best.entries === undefined && isUnlimited(limits)) {
    const most = Number.POSITIVE_INFINITY;
    startWithAny({ ...search, mostAlone: most, mostNodes: most }, choices, pairs);
  }
  return (
    search.best.entries && {
      ...mixOf(problem.zones, search.best.entries),
      searched: isAll ? 'all' : 'best-found',
    }
  );
}

/** Whether every pod finds room on one type or on two of one architecture, whatever that costs. */
export function canHoldEveryPod(
  problem: MixProblem,
  packings: readonly Packing[],
  shapes: readonly NodeShape[],
): boolean {
  const memory = PackingMemory.of(problem, packings);
  const choices = choicesOf(memory, shapes, 0);
  return (
    choices.some(({ known }) => memory.fewestAlone(known) !== undefined) ||
    pairsOf(memory, choices).length > 0
  );
}

/** Looks for what is cheaper than the best, and says whether nothing was left out. */
function lookBelow(search: Search, pairs: readonly Pair[]): boolean {
  const starts = pairs
    .flatMap((pair) => startOf(search, pair))
    .sort((left, right) => left.money - right.money);
  const promising: { readonly start: Start; readonly money: number }[] = [];
  const spared = search.left >> 1;
  for (const start of starts) {
    if (search.left <= spared) break;
    promising.push({ start, money: undercut(search, start.pair, start.count) });
  }
  if (isAffordable(search, starts)) return tryAll(search, starts);

  // around what packed well first, then everywhere, in steps that become smaller as the best becomes better
  promising.sort((left, right) => left.money - right.money);
  for (const { start } of promising.slice(0, MOST_PROMISING)) {
    walk(search, [start], strideOver(countsIn(search, [start]), SAMPLES), () => true);
  }
  let stride = strideOver(countsIn(search, starts), Math.max(1, search.left / 4));
  walk(search, starts, stride, () => true);
  for (; stride > 1 && search.left > 0; stride /= 2) {
    const before = stride;
    walk(search, starts, stride / 2, (count) => count % before !== 0);
    if (isAffordable(search, starts)) return tryAll(search, starts);
  }
  return isAffordable(search, starts) && tryAll(search, starts);
}

function countsIn(search: Search, starts: readonly Start[]): number {
  let counts = 0;
  for (const { pair } of starts) {
    const { from, to } = worthWalking(search, pair);
    counts += Math.max(0, to - from + 1);
  }
  return counts;
}

function walk(
  search: Search,
  starts: readonly Start[],
  stride: number,
  isWanted: (count: number) => boolean,
): void {
  for (const { pair } of starts) {
    if (search.left <= 0) return;
    const { from, to } = worthWalking(search, pair);
    let looked = 0;
    for (let count = Math.ceil(from / stride) * stride; count <= to && search.left > 0; count += stride) {
      if (isWanted(count)) undercut(search, pair, count);
      looked += 1;
      if (looked % LOOKS_PER_TRY === 0) search.left -= 1;
    }
  }
}

/** Keeps what packs beside so many nodes of the one type, if it is no worse than the best, and says what it costs. */
function undercut(search: Search, pair: Pair, count: number): number {
  if (search.left <= 0) return Number.POSITIVE_INFINITY;
  const fewest = search.memory.fewestBeside(pair.known, count);
  if (fewest < 0 || mostBeside(search, pair, count) < fewest) return Number.POSITIVE_INFINITY;
  search.left -= 1;
  const other = search.memory.someBeside(pair.known, count);
  if (other === undefined) return Number.POSITIVE_INFINITY;
  if (other <= mostBeside(search, pair, count)) keepBoth(search, pair, count, other);
  return count * pair.walked.price + other * pair.filled.price;
}

/** Whether every mix that is no worse than the best can be tried. */
function isAffordable(search: Search, starts: readonly Start[]): boolean {
  let tries = 0;
  if (countsIn(search, starts) > PROOF * search.tries) return false;
  for (const { pair } of starts) {
    const { from, to } = worthWalking(search, pair);
    for (let count = from; count <= to; count++) {
      const fewest = search.memory.fewestBeside(pair.known, count);
      if (fewest > 0) tries += Math.max(0, mostBeside(search, pair, count) - fewest + 1);
      if (tries > PROOF * search.tries) return false;
    }
  }
  return true;
}

function tryAll(search: Search, starts: readonly Start[]): boolean {
  for (const { pair } of starts) {
    const { from, to } = worthWalking(search, pair);
    for (let count = from; count <= to; count++) {
      const most = mostBeside(search, pair, count);
      const other = search.memory.firstBeside(pair.known, count, most);
      if (other !== undefined) keepBoth(search, pair, count, other);
    }
  }
  return true;
}
