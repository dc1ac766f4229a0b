import type { MixEntry, MixProblem, NodeShape } from './mix';
import { type Bins, type Packing, packs } from './packing';

/** Answers by what must be packed, then by the nodes. Neither prices nor regions are in them, so that regions share them. */
const answers = new WeakMap<readonly Packing[], Map<string, boolean>>();

/** Numbers for what nodes offer, to write a key with. */
const numbers = new WeakMap<NodeShape['offers'], number>();
let next = 0;

function numberOf({ offers }: NodeShape): number {
  const known = numbers.get(offers);
  if (known !== undefined) return known;
  next += 1;
  numbers.set(offers, next);
  return next;
}

/**
 * Whether the pods of every moment find room on a mix, with a spare node also without any one node. The answer is kept for as
 * long as the packings are.
 */
export function packsAlways(
  { spareNode }: MixProblem,
  packings: readonly Packing[],
  entries: readonly MixEntry[],
): boolean {
  const known = answers.get(packings) ?? new Map<string, boolean>();
  answers.set(packings, known);
  let key = spareNode ? 'spare' : '';
  for (const { shape, perZone } of entries) key += ` ${numberOf(shape)} ${perZone}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const answer = compute(spareNode, packings, entries);
  known.set(key, answer);
  return answer;
}

function compute(spareNode: boolean, packings: readonly Packing[], entries: readonly MixEntry[]): boolean {
  const bins = entries
    .map(({ shape, perZone }): Bins & { readonly name: string } => ({
      name: shape.machineType,
      offers: shape.offers,
      gpus: shape.gpus ?? 0,
      count: perZone,
    }))
    .sort(
      (left, right) =>
        right.offers.milliCpu - left.offers.milliCpu ||
        right.offers.memoryMib - left.offers.memoryMib ||
        (left.name < right.name ? -1 : 1),
    );
  const states = spareNode
    ? bins.map((lost) => bins.map((bin) => (bin === lost ? { ...bin, count: bin.count - 1 } : bin)))
    : [bins];
  return states.every((state) =>
    packings.every(({ zones, groups }) => packs(Array(zones).fill(state), groups)),
  );
}
