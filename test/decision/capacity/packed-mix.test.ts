import fc from 'fast-check';
import { cheapestMix } from '../../../lib/decision/capacity/cheapest-mix';
import { packs } from '../../../lib/decision/capacity/first-fit';
import {
  compareMixes,
  type Mix,
  type MixEntry,
  type MixProblem,
  mixOf,
  type NodeShape,
} from '../../../lib/decision/capacity/mix';
import { largestFirst, type Packing, type PodGroup } from '../../../lib/decision/capacity/packing';
import { arbitraryShapes, everyMix, problem, shape, suffices, text } from './brute-force';

const pods = (
  name: string,
  replicas: number,
  size: number,
  spread: PodGroup['spread'] = 'zones',
): PodGroup => ({ name, replicas, milliCpu: size, memoryMib: size, gpus: 0, spread });

/** A problem whose sums are those of its pods. */
function packed(groups: readonly PodGroup[], more: Partial<MixProblem> = {}): MixProblem {
  const zones = more.zones ?? 1;
  const sum = groups.reduce((total, { replicas, milliCpu }) => total + replicas * milliCpu, 0);
  const count = groups.reduce((total, { replicas }) => total + replicas, 0);
  const need = {
    milliCpu: Math.ceil(sum / zones),
    memoryMib: Math.ceil(sum / zones),
    pods: Math.ceil(count / zones),
  };
  return { ...problem(need), zones, packings: [{ zones, groups: largestFirst(groups) }], ...more };
}

describe('the cheapest mix that packs', () => {
  it('takes more nodes than the sums ask for where pods leave gaps', () => {
    const asked = packed([pods('a', 3, 4)]);
    const shapes = [shape('m', 6, 6, 10)];
    expect(text(cheapestMix({ ...asked, packings: undefined }, shapes))).toBe('m×2 = 2 nodes, 20');
    expect(text(cheapestMix(asked, shapes))).toBe('m×3 = 3 nodes, 30');
  });

  it('takes a type whose gaps are smaller, although its sums are dearer', () => {
    expect(text(cheapestMix(packed([pods('a', 4, 4)]), [shape('m', 6, 6, 10), shape('n', 8, 8, 14)]))).toBe(
      'n×2 = 2 nodes, 28',
    );
  });

  it('mixes two types where each holds what the other cannot', () => {
    const shapes = [
      shape('cpu', 8, 2, 10),
      shape('memory', 2, 8, 10),
      shape('arm', 2, 8, 1, { architecture: 'arm64' }),
    ];
    const groups = [
      { ...pods('c', 1, 7), memoryMib: 1 },
      { ...pods('m', 1, 7), milliCpu: 1 },
    ];
    expect(text(cheapestMix(packed(groups), shapes))).toBe('cpu×1 memory×1 = 2 nodes, 20');
    expect(cheapestMix(packed([...groups, pods('x', 1, 8)]), shapes)).toBeUndefined();
  });

  it('has a node for each pod that wants one of its own', () => {
    expect(text(cheapestMix(packed([pods('a', 3, 1, 'nodes')]), [shape('m', 9, 9, 10)]))).toBe(
      'm×3 = 3 nodes, 30',
    );
  });

  it('holds every pod with any one node gone where a spare one is asked for', () => {
    const asked = packed([pods('a', 2, 4)], { spareNode: true });
    expect(text(cheapestMix(asked, [shape('m', 6, 6, 10), shape('n', 8, 8, 11)]))).toBe('n×2 = 2 nodes, 22');
  });

  it('must do at each of several moments', () => {
    const asked = packed([pods('a', 2, 4)], {
      packings: [
        { zones: 1, groups: [pods('a', 2, 4)] },
        { zones: 2, groups: [pods('b', 6, 4)] },
      ],
    });
    // two of a with one zone left, and three of b in each while both stand
    expect(text(cheapestMix(asked, [shape('m', 6, 6, 10)]))).toBe('m×3 = 3 nodes, 30');
  });

  it('has room for headroom beyond what is packed', () => {
    const asked = packed([pods('a', 1, 1)], { need: { milliCpu: 20, memoryMib: 1, pods: 1 } });
    expect(text(cheapestMix(asked, [shape('m', 6, 6, 10)]))).toBe('m×4 = 4 nodes, 40');
  });

  it('does not stop at a mix that costs as much as the best when one node less is cheaper', () => {
    const groups = largestFirst([{ ...pods('large', 1, 0), memoryMib: 2 }, pods('small', 3, 0)]);
    const asked = { ...packed([pods('any', 4, 0)]), packings: [{ zones: 1, groups }] };
    const shapes = [shape('big', 1, 2, 15), shape('small', 1, 1, 5)].map((item, index) => ({
      ...item,
      offers: { ...item.offers, pods: index === 0 ? 2 : 1 },
    }));
    // two big ones cost 30, as one big and three small would
    expect(text(cheapestMix(asked, shapes))).toBe('big×1 small×2 = 3 nodes, 25');
  });

  const arbitraryGroups = fc
    .array(
      fc.record({
        replicas: fc.integer({ min: 1, max: 4 }),
        milliCpu: fc.integer({ min: 0, max: 4 }),
        memoryMib: fc.integer({ min: 0, max: 4 }),
        gpus: fc.constantFrom(0, 0, 1),
        spread: fc.constantFrom('zones' as const, 'nodes' as const, 'none' as const),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((items) => items.map((item, index): PodGroup => ({ ...item, name: `g${index}` })));

  const arbitraryPacked = fc
    .record({
      zones: fc.integer({ min: 1, max: 2 }),
      groups: arbitraryGroups,
      spareNode: fc.boolean(),
      shapes: arbitraryShapes,
      eachNode: fc.nat(3),
    })
    .map(({ zones, groups, spareNode, shapes, eachNode }) => {
      const packings: Packing[] = [{ zones, groups: largestFirst(groups) }];
      const nothing = { milliCpu: 0, memoryMib: 0, pods: 0 };
      return {
        asked: { ...problem(nothing, { zones, spareNode: spareNode && zones === 1 }), packings },
        shapes: shapes.slice(0, 3),
        eachNode,
      };
    });

  it('finds what trying everything with the same packing finds', () => {
    fc.assert(
      fc.property(arbitraryPacked, ({ asked, shapes, eachNode }) => {
        const limits = { eachNode, atMost: Number.POSITIVE_INFINITY };
        expect(text(cheapestMix(asked, shapes, limits))).toBe(
          text(tryEverything(asked, asked.packings, shapes, eachNode)),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('is not made cheaper by a dearer type, and does not look at the order of the types', () => {
    fc.assert(
      fc.property(
        arbitraryPacked,
        fc.nat(5),
        fc.integer({ min: 1, max: 30 }),
        ({ asked, shapes }, at, rise) => {
          const before = cheapestMix(asked, shapes);
          expect(text(cheapestMix(asked, shapes.toReversed()))).toBe(text(before));
          const dearer = shapes.map((item, index) =>
            index === at % shapes.length ? { ...item, monthlyMicroUsd: item.monthlyMicroUsd + rise } : item,
          );
          expect(
            cheapestMix(asked, dearer)?.monthlyMicroUsd ?? Number.POSITIVE_INFINITY,
          ).toBeGreaterThanOrEqual(before?.monthlyMicroUsd ?? Number.POSITIVE_INFINITY);
        },
      ),
    );
  });
});

function tryEverything(
  asked: MixProblem,
  packings: readonly Packing[],
  shapes: readonly NodeShape[],
  eachNode: number,
): Mix | undefined {
  let best: { readonly ranked: Mix; readonly mix: Mix } | undefined;
  for (const entries of everyMix(shapes, 13)) {
    if (!suffices(asked, entries) || !packsAlways(asked, packings, entries)) continue;
    const mix = mixOf(asked.zones, entries);
    const ranked = { ...mix, monthlyMicroUsd: mix.monthlyMicroUsd + eachNode * mix.nodes };
    if (best === undefined || compareMixes(ranked, best.ranked) < 0) best = { ranked, mix };
  }
  return best?.mix;
}

function packsAlways(
  { spareNode }: MixProblem,
  packings: readonly Packing[],
  entries: readonly MixEntry[],
): boolean {
  const larger = entries.toSorted(
    ({ shape: left }, { shape: right }) =>
      right.offers.milliCpu - left.offers.milliCpu ||
      right.offers.memoryMib - left.offers.memoryMib ||
      right.offers.pods - left.offers.pods ||
      (right.gpus ?? 0) - (left.gpus ?? 0),
  );
  const lost = spareNode ? larger : [undefined];
  return lost.every((gone) =>
    packings.every(({ zones, groups }) => {
      const zone = larger.map((entry) => ({
        offers: entry.shape.offers,
        gpus: entry.shape.gpus ?? 0,
        count: entry.perZone - (entry === gone ? 1 : 0),
      }));
      return packs(
        Array.from({ length: zones }, () => zone),
        groups,
      );
    }),
  );
}
