import { type MixLimits, nothingYet } from './best-mix';
import { type Mix, type MixProblem, mixOf, type NodeShape } from './mix';
import { mostNodesOfAZone } from './most-nodes';
import {
  type Choice,
  choicesOf,
  keepAlone,
  keepBoth,
  mostBeside,
  type Pair,
  pairsOf,
  type Search,
  worthWalking,
} from './packed-search';
import { PackingMemory } from './packed-shapes';
import type { Packing } from './packing';

/** What one search may try: more for few shapes of pods than for many, for which packing takes longer than in proportion. */
const EFFORT = 200_000;
const MOST_TRIES = 2_000;

function triesFor(groups: number): number {
  return Math.min(MOST_TRIES, Math.ceil(EFFORT / (groups + 10) ** 1.5));
}

/** Counts of nodes of one type that are tried one by one, before the steps grow. */
const ONE_BY_ONE = 8;

/** Counts of a pair that its lower bound is looked for at. */
const SAMPLES = 16;

/**
 * The mix of at most two machine types of one architecture for least money among those that first-fit-decreasing packs and
 * that have no more nodes than Kubernetes is designed for; if there is none of these, some mix. That is exact for this way of
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
    mostNodes: mostNodesOfAZone(problem.zones),
    left: triesFor(groups),
  };
  const isEachCounted = startWithAny(search, choices, pairs);
  const isAll = lookBelow(search, pairs) && isEachCounted;
  if (search.best.entries === undefined && limits.atMost === Number.POSITIVE_INFINITY) {
    startWithAny({ ...search, mostNodes: Number.POSITIVE_INFINITY }, choices, pairs);
  }
  return (
    search.best.entries && {
      ...mixOf(problem.zones, search.best.entries),
      searched: isAll ? 'all' : 'best-found',
    }
  );
}

/** Single types, and pairs only where no single one holds every pod. Says whether the fewest nodes of each type are known. */
function startWithAny(search: Search, choices: readonly Choice[], pairs: readonly Pair[]): boolean {
  let isExact = true;
  const alone = choices
    .map((choice) => ({
      choice,
      fewest: search.memory.fewestAlone(choice.known) ?? Number.POSITIVE_INFINITY,
    }))
    .filter(({ fewest }) => fewest <= search.mostNodes && fewest < Number.POSITIVE_INFINITY)
    .sort((left, right) => left.choice.price * left.fewest - right.choice.price * right.fewest);
  for (const { choice, fewest } of alone) {
    if (search.best.entries !== undefined && search.left <= 0) return false;
    isExact = raise(search, choice, fewest) && isExact;
  }
  if (search.best.entries !== undefined) return isExact;
  const starts = pairs
    .flatMap((pair) => startOf(search, pair))
    .sort((left, right) => left.money - right.money);
  for (const start of starts) {
    if (search.best.entries !== undefined && search.left <= 0) return false;
    raisePair(search, start);
  }
  return isExact;
}

/** A node more, and more at a time as that does not help, until the pods find room or it is too dear. */
function raise(search: Search, choice: Choice, fewest: number): boolean {
  const { best, memory, mostNodes } = search;
  const most = Math.min(choice.known.most, mostNodes);
  let isExact = true;
  for (let count = fewest, tries = 1; ; tries++) {
    if (count * choice.price > best.money) return isExact;
    search.left -= 1;
    if (memory.packsAlone(choice.known, count)) {
      keepAlone(search, choice, count);
      return isExact;
    }
    if (count >= most) return isExact;
    const step = tries <= ONE_BY_ONE ? 1 : 2 ** (tries - ONE_BY_ONE);
    if (step > 1) isExact = false;
    count = Math.min(most, count + step);
  }
}

interface Start {
  readonly pair: Pair;
  readonly count: number;
  readonly other: number;
  readonly money: number;
}

/**
 * Of some counts over the range that is worth it, the one that the rows make cheapest. They are multiples of powers of two, so that
 * regions of other prices ask for the same ones.
 */
function startOf(search: Search, pair: Pair): readonly Start[] {
  const { from, to } = worthWalking(search, pair);
  const last = Math.min(to, pair.known.walked.most);
  const stride = strideOver(last - from + 1, SAMPLES);
  let start: Start | undefined;
  for (let count = Math.ceil(from / stride) * stride; count <= last; count += stride) {
    const other = search.memory.fewestBeside(pair.known, count);
    if (other < 0 || count + other > search.mostNodes) continue;
    const money = count * pair.walked.price + other * pair.filled.price;
    if (start === undefined || money < start.money) start = { pair, count, other, money };
  }
  return start === undefined ? [] : [start];
}

/** The greatest power of two that leaves as many counts as wanted, or all where there are fewer. */
function strideOver(counts: number, wanted: number): number {
  let stride = 1;
  while (counts >= 2 * stride * wanted) stride *= 2;
  return stride;
}

function raisePair(search: Search, { pair, count: fewest, other: fewestOther }: Start): void {
  const { walked, filled } = pair;
  const { best, memory, mostNodes } = search;
  for (let more = 0; ; more = Math.max(1, 2 * more)) {
    const count = Math.min(pair.known.walked.most, fewest + more);
    const other = Math.min(pair.known.filled.most, fewestOther + more);
    if (count + other > mostNodes || count * walked.price + other * filled.price > best.money) return;
    search.left -= 1;
    if (memory.packsBoth(pair.known, count, other)) {
      keepBoth(search, pair, count, other);
      return;
    }
    if (count === pair.known.walked.most && other === pair.known.filled.most) return;
  }
}

/** Looks for what is cheaper than the best, and says whether nothing was left out. */
function lookBelow(search: Search, pairs: readonly Pair[]): boolean {
  const starts = pairs
    .flatMap((pair) => startOf(search, pair))
    .sort((left, right) => left.money - right.money);
  for (const { pair, count } of starts) undercut(search, pair, count);
  if (isAffordable(search, starts)) return tryAll(search, starts);

  const counts = starts.reduce((sum, { pair }) => {
    const { from, to } = worthWalking(search, pair);
    return sum + Math.max(0, to - from + 1);
  }, 0);
  const stride = strideOver(counts, Math.max(1, search.left / 2));
  for (const { pair } of starts) {
    const { from, to } = worthWalking(search, pair);
    for (let count = Math.ceil(from / stride) * stride; count <= to; count += stride) {
      undercut(search, pair, count);
    }
  }
  return isAffordable(search, starts) && tryAll(search, starts);
}

/** Whether something no worse than the best packs beside so many nodes of the one type. */
function undercut(search: Search, pair: Pair, count: number): void {
  if (search.left <= 0) return;
  const fewest = search.memory.fewestBeside(pair.known, count);
  if (fewest < 0 || mostBeside(search, pair, count) < fewest) return;
  search.left -= 1;
  const other = search.memory.someBeside(pair.known, count);
  if (other !== undefined && other <= mostBeside(search, pair, count)) {
    keepBoth(search, pair, count, other);
  }
}

/** Whether every mix that is no worse than the best can be tried. */
function isAffordable(search: Search, starts: readonly Start[]): boolean {
  let tries = 0;
  if (search.left <= 0) return false;
  for (const { pair } of starts) {
    const { from, to } = worthWalking(search, pair);
    for (let count = from; count <= to; count++) {
      const fewest = search.memory.fewestBeside(pair.known, count);
      if (fewest > 0) tries += Math.max(0, mostBeside(search, pair, count) - fewest + 1);
      if (tries > search.left) return false;
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
