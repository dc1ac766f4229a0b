import { type Choice, keepAlone, keepBoth, type Pair, type Search, worthWalking } from './packed-search';
import { firstStep } from './packed-shapes';

/** Counts of a pair that are looked at to begin with. */
export const SAMPLES = 16;

/** Counts of nodes of one type that are tried one by one, before the steps grow. */
const ONE_BY_ONE = 8;

/** Single types, and pairs only where no single one holds every pod. Says whether the fewest nodes of each type are known. */
export function startWithAny(search: Search, choices: readonly Choice[], pairs: readonly Pair[]): boolean {
  let isExact = true;
  const alone = choices
    .map((choice) => ({
      choice,
      fewest: search.memory.fewestAlone(choice.known) ?? Number.POSITIVE_INFINITY,
    }))
    .filter(({ fewest }) => fewest <= search.mostAlone && fewest < Number.POSITIVE_INFINITY)
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

/** Some nodes more, and more at a time as that does not help, until the pods find room or it is too dear. */
function raise(search: Search, choice: Choice, fewest: number): boolean {
  const { best, memory, mostAlone } = search;
  const most = Math.min(choice.known.most, mostAlone);
  const first = firstStep(fewest);
  let isExact = true;
  for (let count = fewest, tries = 1; ; tries++) {
    if (count * choice.price > best.money) return isExact;
    search.left -= 1;
    if (memory.packsAlone(choice.known, count)) {
      keepAlone(search, choice, count);
      return isExact;
    }
    if (count >= most) return isExact;
    const step = tries <= ONE_BY_ONE ? first : first * 2 ** (tries - ONE_BY_ONE);
    if (step > 1) isExact = false;
    count = Math.min(most, count + step);
  }
}

export interface Start {
  readonly pair: Pair;
  readonly count: number;
  readonly other: number;
  readonly money: number;
}

/**
 * Of some counts over the range that is worth it, the one that the rows make cheapest. They are multiples of powers of two, so that
 * regions of other prices ask for the same ones.
 */
export function startOf(search: Search, pair: Pair): readonly Start[] {
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
export function strideOver(counts: number, wanted: number): number {
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
