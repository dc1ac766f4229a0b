import fc from 'fast-check';
import { holds, multiply, type Resources, subtract } from '../../../lib/decision/capacity/demand';
import {
  compareMixes,
  type Mix,
  type MixEntry,
  type MixProblem,
  mixOf,
  type NodeShape,
} from '../../../lib/decision/capacity/mix';

export const shape = (
  machineType: string,
  milliCpu: number,
  memoryMib: number,
  monthlyMicroUsd: number,
  more: Partial<NodeShape> = {},
): NodeShape => ({
  machineType,
  architecture: 'amd64',
  offers: { milliCpu, memoryMib, pods: 10 },
  monthlyMicroUsd,
  ...more,
});

export const problem = (need: Resources, more: Partial<MixProblem> = {}): MixProblem => ({
  zones: 3,
  need,
  spareNode: false,
  largestPod: undefined,
  ...more,
});

/** `a×1 b×2 = 9 nodes, 39`: what a mix is, for a reader. */
export const text = (mix: Mix | undefined): string | undefined =>
  mix &&
  `${mix.entries.map((entry) => `${entry.shape.machineType}×${entry.perZone}`).join(' ')} = ${mix.nodes} nodes, ${mix.monthlyMicroUsd}`;

export const amounts = (max: number): fc.Arbitrary<Resources> =>
  fc.record({
    milliCpu: fc.integer({ min: 1, max }),
    memoryMib: fc.integer({ min: 1, max }),
    pods: fc.integer({ min: 1, max }),
  });

/** Small and coarse on purpose: ties in money and in nodes are frequent. */
export const arbitraryShapes: fc.Arbitrary<readonly NodeShape[]> = fc
  .array(
    fc.record({
      architecture: fc.constantFrom('amd64' as const, 'arm64' as const),
      offers: amounts(6),
      gpus: fc.nat(3),
      monthlyMicroUsd: fc.integer({ min: 1, max: 20 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((items) => items.map((item, index) => ({ ...item, machineType: `t${index}` })));

export const arbitraryProblem: fc.Arbitrary<MixProblem> = fc.record({
  zones: fc.integer({ min: 1, max: 3 }),
  need: amounts(25),
  gpus: fc.constantFrom(0, 0, 1, 3, 7),
  spareNode: fc.boolean(),
  largestPod: fc.option(amounts(5), { nil: undefined }),
});

/** Every mix of one or two types of one architecture with up to so many nodes of each in a zone. */
export function* everyMix(shapes: readonly NodeShape[], most: number): Generator<readonly MixEntry[]> {
  for (const [index, left] of shapes.entries()) {
    for (let count = 1; count <= most; count++) yield [{ shape: left, perZone: count }];
    for (const right of shapes.slice(index + 1)) {
      if (left.architecture !== right.architecture) continue;
      for (let count = 1; count <= most; count++) {
        for (let other = 1; other <= most; other++) {
          yield [
            { shape: left, perZone: count },
            { shape: right, perZone: other },
          ];
        }
      }
    }
  }
}

/** Every pair of types and every pair of counts, checked one by one against the words of the rule. */
export function tryEverything(asked: MixProblem, shapes: readonly NodeShape[]): Mix | undefined {
  let best: Mix | undefined;
  for (const entries of everyMix(shapes, 27)) {
    if (!suffices(asked, entries)) continue;
    const mix = mixOf(asked.zones, entries);
    if (best === undefined || compareMixes(mix, best) < 0) best = mix;
  }
  return best;
}

/** Whether a mix holds what a zone must, also with any one node gone where a spare one is asked for. */
export function suffices(
  { largestPod, need, gpus = 0, spareNode }: MixProblem,
  entries: Mix['entries'],
): boolean {
  if (largestPod !== undefined && !entries.some((entry) => holds(entry.shape.offers, largestPod))) {
    return false;
  }
  let all: Resources = { milliCpu: 0, memoryMib: 0, pods: 0 };
  let accelerators = 0;
  for (const { shape: each, perZone } of entries) {
    all = subtract(all, multiply(each.offers, -perZone));
    accelerators += (each.gpus ?? 0) * perZone;
  }
  if (!spareNode) return holds(all, need) && accelerators >= gpus;
  return entries.every(
    ({ shape: lost }) => holds(subtract(all, lost.offers), need) && accelerators - (lost.gpus ?? 0) >= gpus,
  );
}
