import type { MicroUsd } from '../../catalog/types';
import { compareTypes, type MixEntry } from './mix';
import type { AddressRoom } from './most-nodes';

/** What a search reckons with beside the shapes and their own prices. Money is that of a month. */
export interface MixLimits {
  /** Added to the price of every node: a fee that grows with their number. */
  readonly eachNode: MicroUsd;
  /** Mixes that cost more in all zones together, fee included, are not looked for. */
  readonly atMost: MicroUsd;
  /** What takes more addresses is not looked for. Absent: there are enough. */
  readonly room?: AddressRoom;
}

export const NO_LIMITS: MixLimits = { eachNode: 0, atMost: Number.POSITIVE_INFINITY };

/** Whether some mix is wanted in any case, if only for whoever refuses it to say what it would be. */
export function isUnlimited({ atMost, room }: MixLimits): boolean {
  return atMost === Number.POSITIVE_INFINITY && room === undefined;
}

/** The best mix that a search has come across. Money, with the fee for each node, and nodes are those of one zone. */
export interface BestMix {
  money: number;
  nodes: number;
  entries: readonly MixEntry[] | undefined;
}

/** Nothing yet, and nothing above the limit is wanted; what costs just as much is. */
export function nothingYet(zones: number, { atMost }: MixLimits): BestMix {
  return { money: Math.floor(atMost / zones), nodes: Number.POSITIVE_INFINITY, entries: undefined };
}

export function isNoWorse(best: BestMix, money: number, nodes: number): boolean {
  return money < best.money || (money === best.money && nodes <= best.nodes);
}

/** Takes a mix that is no worse; where money and nodes are the same, the names decide. */
export function keep(best: BestMix, money: number, nodes: number, entries: readonly MixEntry[]): void {
  if (best.entries !== undefined && money === best.money && nodes === best.nodes) {
    if (compareTypes(entries, best.entries) >= 0) return;
  }
  best.money = money;
  best.nodes = nodes;
  best.entries = entries;
}
