import fc from 'fast-check';
import { embeddedCatalog } from '../../../lib/catalog';
import { decide } from '../../../lib/decision';
import { cheapestMix } from '../../../lib/decision/capacity/cheapest-mix';
import { packs } from '../../../lib/decision/capacity/first-fit';
import type { NodeShape } from '../../../lib/decision/capacity/mix';
import { largestFirst, merged, type Packing, type PodGroup } from '../../../lib/decision/capacity/packing';
import type { Workload } from '../../../lib/decision/request/types';
import { PLAIN, requestOf } from '../requests';
import { problem, shape, text } from './brute-force';

const CATALOG = embeddedCatalog();

/** Pods of many sizes, of which no two are alike. */
const groups = (count: number): readonly PodGroup[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `g${index}`,
    replicas: 2 + ((index * 7) % 23),
    milliCpu: 100 + ((index * 37) % 97) * 50,
    memoryMib: 256 + ((index * 53) % 211) * 64,
    gpus: 0,
    spread: (['zones', 'nodes', 'none'] as const)[index % 3] ?? 'zones',
  }));

const SHAPES: readonly NodeShape[] = [2, 4, 8, 16].flatMap((vcpu) => [
  sized('c', vcpu, 2_048, 31),
  sized('m', vcpu, 4_096, 37),
  sized('r', vcpu, 8_192, 49),
]);

function sized(family: string, vcpu: number, mibEach: number, priceEach: number): NodeShape {
  const offers = { milliCpu: vcpu * 1_000 - 300, memoryMib: vcpu * mibEach - 900, pods: 106 };
  return shape(`${family}${vcpu}`, 0, 0, priceEach * vcpu * 1_000_000, { offers });
}

function asked(
  count: number,
  zones = 2,
): ReturnType<typeof problem> & { readonly packings: readonly Packing[] } {
  const all = groups(count);
  const share = (of: (group: PodGroup) => number): number =>
    Math.ceil(all.reduce((sum, group) => sum + group.replicas * of(group), 0) / zones);
  const need = {
    milliCpu: share((group) => group.milliCpu),
    memoryMib: share((group) => group.memoryMib),
    pods: share(() => 1),
  };
  return { ...problem(need, { zones }), packings: [{ zones, groups: largestFirst(all) }] };
}

describe('a mix for many pods', () => {
  it('is searched whole for a few shapes, and said to be the best found for many', () => {
    expect([3, 60].map((count) => cheapestMix(asked(count), SHAPES)?.searched)).toEqual([
      'all',
      'best-found',
    ]);
  });

  it('packs, and costs little more than what the sums alone would although a third is kept apart', () => {
    const question = asked(60);
    const mix = cheapestMix(question, SHAPES);
    const zone = (mix?.entries ?? [])
      .map(({ shape: { offers }, perZone }) => ({ offers, gpus: 0, count: perZone }))
      .sort(
        (left, right) =>
          right.offers.milliCpu - left.offers.milliCpu || right.offers.memoryMib - left.offers.memoryMib,
      );
    expect(question.packings.map(({ groups: all }) => packs([zone, zone], all))).toEqual([true]);
    const bySums = cheapestMix({ ...question, packings: undefined }, SHAPES)?.monthlyMicroUsd ?? 0;
    expect((mix?.monthlyMicroUsd ?? 0) / bySums).toBeGreaterThanOrEqual(1);
    expect((mix?.monthlyMicroUsd ?? 0) / bySums).toBeLessThan(1.25);
  });

  it('does not depend on what was asked before', () => {
    const fresh = text(cheapestMix(asked(40), SHAPES));
    const question = asked(40);
    for (const percent of [90, 110, 130]) {
      const elsewhere = SHAPES.map((item, index) => ({
        ...item,
        monthlyMicroUsd: Math.round((item.monthlyMicroUsd * (index % 2 === 0 ? percent : 100)) / 100),
      }));
      cheapestMix(question, elsewhere);
      cheapestMix(question, elsewhere.toReversed());
    }
    expect(text(cheapestMix(question, SHAPES))).toBe(fresh);
  });

  it('has no more nodes than Kubernetes is designed for where fewer large ones hold the same', () => {
    const small = shape('a', 2, 2, 10);
    const large = shape('b', 8, 8, 50);
    const pods = [
      { name: 'p', replicas: 12_000, milliCpu: 2, memoryMib: 2, gpus: 0, spread: 'none' as const },
    ];
    const question = problem({ milliCpu: 24_000, memoryMib: 24_000, pods: 12_000 }, { zones: 1 });
    const packed = { ...question, packings: [{ zones: 1, groups: pods }] };
    expect(text(cheapestMix(packed, [small, large]))).toBe('a×2664 b×2334 = 4998 nodes, 143340');
    expect(text(cheapestMix(question, [small, large]))).toBe('a×2664 b×2334 = 4998 nodes, 143340');
    // with nothing larger it is told how many there would be
    expect(text(cheapestMix(packed, [small]))).toBe('a×12000 = 12000 nodes, 120000');
    expect(text(cheapestMix(question, [small]))).toBe('a×12000 = 12000 nodes, 120000');
  });
});

describe('merged', () => {
  it('makes one group of pods that differ in name alone, unless no two may share a node', () => {
    const pod = (name: string, spread: PodGroup['spread']): PodGroup => ({
      ...{ name, replicas: 2, milliCpu: 1, memoryMib: 1, gpus: 0, spread },
    });
    const names = (list: readonly PodGroup[]): readonly string[] =>
      list.map(({ name, replicas }) => `${name}×${replicas}`);
    expect(names(merged([pod('b', 'zones'), pod('a', 'zones'), pod('c', 'none')]))).toEqual(['a×4', 'c×2']);
    expect(names(merged([pod('b', 'nodes'), pod('a', 'nodes')]))).toEqual(['b×2', 'a×2']);
  });

  it('keeps pods of one size together, between which others of the same share would come by name', () => {
    const pod = (name: string, milliCpu: number, memoryMib: number): PodGroup => ({
      ...{ name, milliCpu, memoryMib, gpus: 0, replicas: 2, spread: 'zones' },
    });
    const names = largestFirst([pod('a', 3, 2), pod('b', 3, 1), pod('c', 3, 2), pod('d', 3, 1)]);
    expect(names.map(({ name }) => name)).toEqual(['a', 'c', 'b', 'd']);
  });

  it('changes nothing about what packs', () => {
    const arbitraryGroup = fc.record({
      replicas: fc.integer({ min: 1, max: 4 }).map((each) => each * 2),
      milliCpu: fc.integer({ min: 1, max: 3 }),
      memoryMib: fc.integer({ min: 1, max: 2 }),
      spread: fc.constantFrom('zones' as const, 'nodes' as const),
    });
    fc.assert(
      fc.property(
        fc.array(arbitraryGroup, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        (items, count) => {
          const all = items.map((item, index): PodGroup => ({ ...item, gpus: 0, name: `g${index}` }));
          const zone = [{ offers: { milliCpu: 7, memoryMib: 6, pods: 9 }, gpus: 0, count }];
          expect(packs([zone, zone], largestFirst(merged(all)))).toBe(packs([zone, zone], largestFirst(all)));
        },
      ),
    );
  });
});

it('sizes 150,000 pods, a thousand shapes and the largest totals everywhere in seconds', () => {
  const workload = (more: Partial<Workload>): Workload => ({
    ...{ replicas: 1, cpu: 0.1, memoryGib: 0.25, gpus: 0, spread: 'zones', interruptible: false },
    ...more,
  });
  const thousand = groups(1_000).map(({ name, milliCpu, memoryMib, replicas, spread }) => [
    name,
    workload({ replicas, cpu: milliCpu / 1_000, memoryGib: memoryMib / 1_024, spread }),
  ]);
  const bombs = {
    replicas: {
      a: workload({ replicas: 110_000 }),
      b: workload({ replicas: 40_000, cpu: 0.2, spread: 'none' }),
    },
    shapes: Object.fromEntries(thousand),
    totals: {},
  };
  for (const workloads of Object.values(bombs)) {
    const capacity = { workloads, cpu: 1_000_000, memoryGib: 10_000_000, pods: 150_000, headroomPercent: 10 };
    const begin = process.cpuUsage();
    const cluster = { ...PLAIN, capacity: { ...PLAIN.capacity, ...capacity } };
    decide(requestOf({ api: cluster }), CATALOG, { explain: false });
    const { user, system } = process.cpuUsage(begin);
    expect((user + system) / 1e6).toBeLessThan(20);
  }
});
