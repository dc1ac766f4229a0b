import type { MicroUsd } from '../../catalog/types';
import { compareText } from '../../values';
import { type BestMix, isNoWorse, keep } from './best-mix';
import type { KnownShape } from './known-shape';
import type { MixEntry, NodeShape } from './mix';
import type { KnownPair, PackingMemory } from './packed-shapes';

/** Room for the rounding of floating-point bounds; whatever is this close to the best is looked at exactly. */
const SLACK = 1e-9;

/** A type that may be part of a mix. `price` is with what each node adds to a fee. */
export interface Choice {
  readonly shape: NodeShape;
  readonly known: KnownShape;
  readonly price: MicroUsd;
}

/** Two types of one architecture that together have room for every pod, in the order of {@link KnownPair}. */
export interface Pair {
  readonly known: KnownPair;
  readonly walked: Choice;
  readonly filled: Choice;
}

export interface Search {
  readonly memory: PackingMemory;
  readonly best: BestMix;
  /** Nodes that a zone may have of a single type. */
  readonly mostAlone: number;
  /** Nodes that a zone may have of two types together: each pool may keep addresses free. */
  readonly mostNodes: number;
  /** How often the search may try something. */
  readonly tries: number;
  /** Tries that are left. One whose answer is known counts like any other. */
  left: number;
}

/**
 * Types that offer anything, each with what is known of its shape. Of those that offer the same the cheapest, of equal ones the last
 * by name: mixes with another of them pack just as well and are dearer or come later.
 */
export function choicesOf(
  memory: PackingMemory,
  shapes: readonly NodeShape[],
  eachNode: MicroUsd,
): readonly Choice[] {
  const kept = new Map<string, Choice>();
  for (const shape of shapes) {
    const { architecture, machineType, monthlyMicroUsd, offers } = shape;
    if (offers.milliCpu <= 0 || offers.memoryMib <= 0 || offers.pods <= 0) continue;
    const known = memory.shapeOf(shape);
    const key = `${architecture} ${known.number}`;
    const twin = kept.get(key)?.shape;
    const rank =
      twin && (monthlyMicroUsd - twin.monthlyMicroUsd || compareText(twin.machineType, machineType));
    if (rank === undefined || rank < 0) kept.set(key, { shape, known, price: monthlyMicroUsd + eachNode });
  }
  return [...kept.values()];
}

export function pairsOf(memory: PackingMemory, choices: readonly Choice[]): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const [index, left] of choices.entries()) {
    for (let other = index + 1; other < choices.length; other++) {
      const right = choices[other];
      if (right === undefined || right.shape.architecture !== left.shape.architecture) continue;
      const known = memory.pairOf(left.known, right.known);
      if (known === undefined) continue;
      pairs.push(
        known.walked === left.known
          ? { known, walked: left, filled: right }
          : { known, walked: right, filled: left },
      );
    }
  }
  return pairs;
}

/** Counts of `walked` that can still be had for the best's money: see `walk` of the search without pods. */
export function worthWalking(
  { best, mostNodes }: Search,
  { known, walked, filled }: Pair,
): { readonly from: number; readonly to: number } {
  const bound = best.money * (1 + SLACK) + 1;
  let from = 1;
  let to = Math.min(known.walked.most, mostNodes - 1);
  for (const { need, walked: has, filled: each } of known.rows) {
    if (each === 0) {
      // nothing of the other type helps here
      from = Math.max(from, has === 0 ? Number.POSITIVE_INFINITY : Math.ceil(need / has));
    } else {
      const perUnit = filled.price / each;
      const slope = walked.price - perUnit * has;
      const left = bound - perUnit * need;
      if (slope > 1) to = Math.min(to, Math.floor(left / slope) + 1);
      else if (slope < -1) from = Math.max(from, Math.ceil(left / slope) - 1);
    }
    if (from > to) break;
  }
  return { from, to };
}

/** The most nodes of `filled` beside a number of the other that are no worse than the best, if they pack. */
export function mostBeside(
  { best, mostNodes }: Search,
  { known, walked, filled }: Pair,
  count: number,
): number {
  const most = Math.min(known.filled.most, mostNodes - count);
  const rest = best.money - count * walked.price;
  const other = Math.min(most, Math.floor(rest / filled.price));
  const isNoCheaper = count * walked.price + other * filled.price === best.money;
  // for the same money no more nodes are wanted; with one node less it is cheaper
  return isNoCheaper && count + other > best.nodes ? other - 1 : other;
}

export function keepAlone({ best }: Search, choice: Choice, count: number): void {
  const money = count * choice.price;
  if (isNoWorse(best, money, count)) keep(best, money, count, [entryOf(choice, count)]);
}

export function keepBoth({ best }: Search, { walked, filled }: Pair, count: number, other: number): void {
  const money = count * walked.price + other * filled.price;
  if (!isNoWorse(best, money, count + other)) return;
  keep(best, money, count + other, [entryOf(walked, count), entryOf(filled, other)]);
}

function entryOf({ shape }: Choice, perZone: number): MixEntry {
  return { shape, perZone };
}
