import fc from 'fast-check';
import { packs } from '../../../lib/decision/capacity/first-fit';
import { type Bins, largestFirst, type PodGroup } from '../../../lib/decision/capacity/packing';

const group = (
  name: string,
  replicas: number,
  milliCpu: number,
  memoryMib: number,
  more: Partial<PodGroup> = {},
): PodGroup => ({ name, replicas, milliCpu, memoryMib, gpus: 0, spread: 'zones', ...more });

const bins = (count: number, milliCpu: number, memoryMib: number, pods = 10, gpus = 0): Bins => ({
  offers: { milliCpu, memoryMib, pods },
  gpus,
  count,
});

describe('largestFirst', () => {
  it('sorts by the greatest share of any one resource, then by name', () => {
    const sorted = largestFirst([
      group('b', 1, 10, 10),
      group('a', 1, 10, 10),
      group('memory', 1, 1, 60),
      group('cpu', 1, 50, 1),
    ]);
    expect(sorted.map(({ name }) => name)).toEqual(['memory', 'cpu', 'a', 'b']);
  });

  it('counts accelerators as a resource', () => {
    const sorted = largestFirst([group('cpu', 1, 60, 1), group('gpu', 1, 40, 1, { gpus: 2 })]);
    expect(sorted.map(({ name }) => name)).toEqual(['gpu', 'cpu']);
  });
});

describe('packs', () => {
  it('finds no room for three pods that two nodes hold by their sums', () => {
    expect(packs([[bins(2, 6, 6)]], [group('a', 3, 4, 4)])).toBe(false);
    expect(packs([[bins(3, 6, 6)]], [group('a', 3, 4, 4)])).toBe(true);
  });

  it('fills what larger pods leave over', () => {
    expect(packs([[bins(2, 6, 6)]], [group('a', 2, 4, 4), group('b', 4, 1, 1)])).toBe(true);
    expect(packs([[bins(2, 6, 6)]], [group('a', 2, 4, 4), group('b', 5, 1, 1)])).toBe(false);
  });

  it('counts the pods that a node accepts, and accelerators', () => {
    expect(packs([[bins(1, 9, 9, 3)]], [group('a', 4, 1, 1)])).toBe(false);
    expect(packs([[bins(1, 9, 9, 4)]], [group('a', 4, 1, 1)])).toBe(true);
    expect(packs([[bins(2, 9, 9, 9, 3)]], [group('a', 3, 1, 1, { gpus: 2 })])).toBe(false);
    expect(packs([[bins(2, 9, 9, 9, 4)]], [group('a', 3, 1, 1, { gpus: 2 })])).toBe(true);
  });

  it('spreads over zones as evenly as the number goes, whatever room one zone has', () => {
    const uneven = [[bins(1, 9, 9)], [bins(1, 1, 1)]];
    expect(packs(uneven, [group('a', 3, 1, 1)])).toBe(true);
    expect(packs(uneven, [group('a', 4, 1, 1)])).toBe(false);
    expect(packs(uneven, [group('a', 4, 1, 1, { spread: 'none' })])).toBe(true);
  });

  it('puts no two on one node where they are spread over nodes, but one beside another workload', () => {
    const apart = (name: string, replicas: number) => group(name, replicas, 1, 1, { spread: 'nodes' });
    expect(packs([[bins(2, 9, 9)], [bins(2, 9, 9)]], [apart('a', 4), apart('b', 4)])).toBe(true);
    expect(packs([[bins(2, 9, 9)], [bins(2, 9, 9)]], [apart('a', 5)])).toBe(false);
    expect(packs([[bins(2, 9, 9)], [bins(3, 9, 9)]], [apart('a', 5)])).toBe(true);
  });

  it('says yes only where a packing exists, and never no where every pod can have a node of its own', () => {
    const arbitraryGroups = fc
      .array(
        fc.record({
          replicas: fc.integer({ min: 1, max: 3 }),
          milliCpu: fc.integer({ min: 0, max: 5 }),
          memoryMib: fc.integer({ min: 0, max: 5 }),
          spread: fc.constantFrom('zones' as const, 'nodes' as const, 'none' as const),
        }),
        { minLength: 1, maxLength: 3 },
      )
      .map((items) => items.map((item, index): PodGroup => ({ ...item, gpus: 0, name: `g${index}` })));
    const arbitraryZones = fc.array(
      fc.array(
        fc.record({
          count: fc.integer({ min: 1, max: 2 }),
          milliCpu: fc.integer({ min: 1, max: 8 }),
          memoryMib: fc.integer({ min: 1, max: 8 }),
          pods: fc.integer({ min: 1, max: 5 }),
        }),
        { minLength: 1, maxLength: 2 },
      ),
      { minLength: 1, maxLength: 2 },
    );
    fc.assert(
      fc.property(arbitraryGroups, arbitraryZones, (groups, zones) => {
        const nodes = zones.map((list) => list.map((b) => bins(b.count, b.milliCpu, b.memoryMib, b.pods)));
        if (packs(nodes, largestFirst(groups))) expect(packingExists(nodes, groups)).toBe(true);
        const replicas = groups.reduce((sum, item) => sum + item.replicas, 0);
        expect(packs([[bins(replicas, 5, 5, 1)]], largestFirst(groups))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('does the same in runs of equal nodes as node by node', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 }), fc.nat(3)), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        (sizes, small, large) => {
          const groups = sizes.map(([replicas, milliCpu, memoryMib], index) =>
            group(`g${index}`, replicas, milliCpu, memoryMib, {
              spread: (['zones', 'nodes', 'none'] as const)[index % 3] ?? 'zones',
            }),
          );
          const runs = [bins(large, 8, 7), bins(small, 4, 3)];
          const single = [
            ...Array.from({ length: large }, () => bins(1, 8, 7)),
            ...Array.from({ length: small }, () => bins(1, 4, 3)),
          ];
          expect(packs([runs], groups)).toBe(packs([single], groups));
        },
      ),
    );
  });
});

/** Tries every node for every pod. */
function packingExists(zones: readonly (readonly Bins[])[], groups: readonly PodGroup[]): boolean {
  const nodes = zones.flatMap((list, zone) =>
    list.flatMap(({ offers, count }) => Array.from({ length: count }, () => ({ zone, ...offers }))),
  );
  const pods = groups.flatMap((item) => Array.from({ length: item.replicas }, () => item));
  const at: number[] = [];
  const isEven = (item: PodGroup): boolean => {
    const counts = zones.map(
      (_list, zone) => at.filter((node, pod) => pods[pod] === item && nodes[node]?.zone === zone).length,
    );
    return Math.max(...counts) - Math.min(...counts) <= 1;
  };
  const placeFrom = (index: number): boolean => {
    const pod = pods[index];
    if (pod === undefined) return groups.every((item) => item.spread === 'none' || isEven(item));
    return nodes.some((node, position) => {
      if (node.milliCpu < pod.milliCpu || node.memoryMib < pod.memoryMib || node.pods < 1) return false;
      if (pod.spread === 'nodes' && at.some((where, other) => where === position && pods[other] === pod)) {
        return false;
      }
      node.milliCpu -= pod.milliCpu;
      node.memoryMib -= pod.memoryMib;
      node.pods -= 1;
      at.push(position);
      if (placeFrom(index + 1)) return true;
      at.pop();
      node.milliCpu += pod.milliCpu;
      node.memoryMib += pod.memoryMib;
      node.pods += 1;
      return false;
    });
  };
  return placeFrom(0);
}
