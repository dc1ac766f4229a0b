import fc from 'fast-check';
import { packs } from '../../../lib/decision/capacity/first-fit';
import {
  type Bins,
  largestFirst,
  merged,
  mostOn,
  type PodGroup,
} from '../../../lib/decision/capacity/packing';

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
    const one = [
      group('one', 1, 40, 1, { gpus: 1 }),
      group('cpu', 1, 60, 1),
      group('nine', 1, 1, 1, { gpus: 9 }),
    ];
    expect(largestFirst(one).map(({ name }) => name)).toEqual(['nine', 'cpu', 'one']);
  });

  it.each<[string, Partial<PodGroup>, Partial<PodGroup>]>([
    ['more processor', { milliCpu: 3, memoryMib: 2 }, { milliCpu: 2, memoryMib: 3 }],
    ['more memory where processors are equal', { milliCpu: 3, memoryMib: 2 }, { milliCpu: 3, memoryMib: 1 }],
    ['more accelerators where both are equal', { gpus: 1 }, { gpus: 0 }],
    ['one for each node before one for each zone', { spread: 'nodes' }, { spread: 'zones' }],
    ['one for each zone before one for anywhere', { spread: 'zones' }, { spread: 'none' }],
    ['one for each node before one for anywhere', { spread: 'nodes' }, { spread: 'none' }],
  ])('puts of equal shares first %s, whatever the names and the order', (_what, former, latter) => {
    // beside a third that makes the shares of the two equal
    const sizes = { former: group('z', 1, 3, 3, former), latter: group('a', 1, 3, 3, latter) };
    const rest = group(
      'rest',
      1,
      30 - sizes.former.milliCpu - sizes.latter.milliCpu,
      30 - sizes.former.memoryMib - sizes.latter.memoryMib,
      { gpus: 30 },
    );
    for (const order of [
      [sizes.former, sizes.latter, rest],
      [rest, sizes.latter, sizes.former],
    ]) {
      expect(largestFirst(order).map(({ name }) => name)).toEqual(['rest', 'z', 'a']);
    }
  });
});

describe('mostOn', () => {
  const room = { milliCpu: 7, memoryMib: 12, pods: 5, gpus: 4 };

  it.each<[string, number, PodGroup]>([
    ['by processor', 3, group('a', 9, 2, 1)],
    ['by memory', 2, group('a', 9, 1, 5)],
    ['by accelerators', 4, group('a', 9, 1, 1, { gpus: 1 })],
    ['by two accelerators each', 2, group('a', 9, 1, 1, { gpus: 2 })],
    ['by the pods that it accepts', 5, group('a', 9, 1, 1)],
    ['by the pods that it accepts where they ask for nothing', 5, group('a', 9, 0, 0)],
    ['to the last bit', 1, group('a', 9, 7, 12, { gpus: 4 })],
    ['that want a node each', 1, group('a', 9, 1, 1, { spread: 'nodes' })],
    ['that want a node each and more processor', 0, group('a', 9, 8, 1, { spread: 'nodes' })],
    ['that want more processor', 0, group('a', 9, 8, 1)],
    ['that want more memory', 0, group('a', 9, 1, 13)],
    ['that want more accelerators', 0, group('a', 9, 1, 1, { gpus: 5 })],
  ])('counts the pods that a node has room for %s: %i', (_what, most, pods) => {
    expect(mostOn(room, pods)).toBe(most);
  });

  it('has room for none where no pod more is accepted', () => {
    expect(mostOn({ ...room, pods: 0 }, group('a', 9, 0, 0))).toBe(0);
    expect(mostOn({ ...room, pods: 0 }, group('a', 9, 0, 0, { spread: 'nodes' }))).toBe(0);
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

  it('keeps apart what differs in size, accelerators or spread', () => {
    const all = [
      group('a', 2, 1, 1),
      group('b', 2, 1, 2),
      group('c', 2, 2, 1),
      group('d', 2, 1, 1, { gpus: 1 }),
      group('e', 2, 1, 1, { spread: 'none' }),
      group('f', 2, 11, 1),
      group('g', 2, 1, 11),
    ];
    expect(merged(all)).toEqual(all);
  });

  it('names three groups by the one that comes first, in whatever order they come', () => {
    for (const order of ['abc', 'cba', 'bac', 'cab']) {
      const all = [...order].map((name) => group(name, 2, 1, 1));
      expect(merged(all)).toEqual([group('a', 6, 1, 1)]);
    }
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
