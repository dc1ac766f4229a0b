import fc from 'fast-check';
import { packs } from '../../../lib/decision/capacity/first-fit';
import type { Bins, PodGroup } from '../../../lib/decision/capacity/packing';

const group = (
  replicas: number,
  milliCpu: number,
  memoryMib: number,
  spread: PodGroup['spread'] = 'zones',
  gpus = 0,
): PodGroup => ({ name: 'g', replicas, milliCpu, memoryMib, gpus, spread });

const bins = (count: number, milliCpu: number, memoryMib: number, pods = 10, gpus = 0): Bins => ({
  offers: { milliCpu, memoryMib, pods },
  gpus,
  count,
});

const inEach = (zones: number, ...zone: readonly Bins[]): readonly (readonly Bins[])[] =>
  Array(zones).fill(zone);

describe('first fit', () => {
  it.each<[string, readonly (readonly Bins[])[], readonly PodGroup[], boolean]>([
    ['nothing into no node', inEach(1), [], true],
    ['a pod into no node', inEach(2), [group(1, 0, 0)], false],
    ['a pod into a type of which there is no node', inEach(1, bins(0, 9, 9)), [group(1, 1, 1)], false],
    [
      'pods that ask for nothing, as many as nodes accept',
      inEach(1, bins(2, 1, 1, 3)),
      [group(6, 0, 0)],
      true,
    ],
    ['one more than nodes accept', inEach(1, bins(2, 1, 1, 3)), [group(7, 0, 0)], false],
    ['what fills a node to the last bit', inEach(1, bins(1, 6, 9, 3)), [group(3, 2, 3)], true],
    ['one too many by processor', inEach(1, bins(1, 6, 99, 9)), [group(4, 2, 3)], false],
    ['one too many by memory', inEach(1, bins(1, 99, 9, 9)), [group(4, 2, 3)], false],
    ['one too many by accelerators', inEach(1, bins(1, 99, 99, 9, 3)), [group(4, 2, 3, 'zones', 1)], false],
    [
      'as many as there are accelerators',
      inEach(1, bins(1, 99, 99, 9, 3)),
      [group(3, 2, 3, 'zones', 1)],
      true,
    ],
    [
      'pods into the second type where the first is full',
      inEach(1, bins(1, 4, 4), bins(1, 2, 2)),
      [group(3, 2, 2)],
      true,
    ],
    ['small ones beside large ones', inEach(1, bins(3, 5, 5)), [group(3, 4, 4), group(3, 1, 1)], true],
    [
      'small ones beside large ones, one too many',
      inEach(1, bins(3, 5, 5)),
      [group(3, 4, 4), group(4, 1, 1)],
      false,
    ],
    [
      'what leaves part of a node, and then the rest',
      inEach(1, bins(3, 6, 6)),
      [group(5, 2, 2), group(2, 4, 4)],
      false,
    ],
    [
      'what a partly filled node has left',
      inEach(1, bins(3, 6, 6)),
      [group(5, 2, 2), group(1, 4, 4), group(1, 2, 2)],
      true,
    ],
    [
      'small ones into what comes first, so that what was filled last has room for a large one',
      inEach(1, bins(1, 2, 2), bins(2, 7, 7)),
      [group(3, 3, 3), group(1, 2, 2), group(1, 4, 4)],
      true,
    ],
    ['seven over three zones of three each', inEach(3, bins(3, 1, 1)), [group(7, 1, 1)], true],
    [
      'eight over three zones of which each has room for two',
      inEach(3, bins(2, 1, 1)),
      [group(8, 1, 1)],
      false,
    ],
    [
      'eight anywhere in three zones with room for nine',
      inEach(3, bins(3, 1, 1)),
      [group(8, 1, 1, 'none')],
      true,
    ],
    [
      'nine anywhere after three that are in one zone',
      inEach(3, bins(4, 1, 1)),
      [group(1, 1, 1), group(11, 1, 1, 'none')],
      true,
    ],
    ['one too many anywhere', inEach(3, bins(4, 1, 1)), [group(1, 1, 1), group(12, 1, 1, 'none')], false],
    [
      'the odd one of a second workload into the zone that the odd one of the first left free',
      inEach(2, bins(2, 1, 1)),
      [group(1, 1, 1), group(3, 1, 1)],
      true,
    ],
    [
      'what one zone lacks in another, where no zone is asked for',
      [[bins(1, 1, 1)], [bins(5, 1, 1)]],
      [group(6, 1, 1, 'none')],
      true,
    ],
    [
      'the odd one into the second zone, where the first is full',
      [[bins(1, 1, 1)], [bins(2, 1, 1)]],
      [group(3, 1, 1)],
      true,
    ],
    [
      'five on nodes of their own in two zones of three',
      inEach(2, bins(3, 9, 9)),
      [group(5, 1, 1, 'nodes')],
      true,
    ],
    [
      'seven on nodes of their own in two zones of three',
      inEach(2, bins(3, 9, 9)),
      [group(7, 1, 1, 'nodes')],
      false,
    ],
    [
      'two workloads on nodes of their own that have room for one of each',
      inEach(1, bins(3, 3, 3)),
      [group(3, 2, 2, 'nodes'), group(3, 1, 1, 'nodes')],
      true,
    ],
    [
      'two workloads on nodes of their own that have room for only one',
      inEach(1, bins(3, 2, 2)),
      [group(3, 2, 2, 'nodes'), group(1, 1, 1, 'nodes')],
      false,
    ],
  ])('of %s', (_what, zones, groups, expected) => {
    expect(packs(zones, groups)).toBe(expected);
  });

  const arbitraryGroups = fc.array(
    fc.record({
      name: fc.constant('g'),
      replicas: fc.integer({ min: 1, max: 30 }),
      milliCpu: fc.nat(7),
      memoryMib: fc.nat(7),
      gpus: fc.constantFrom(0, 0, 0, 1, 2),
      spread: fc.constantFrom('zones' as const, 'nodes' as const, 'none' as const),
    }),
    { minLength: 1, maxLength: 9 },
  );
  // of many runs of nodes too, for these are kept in parts
  const arbitraryZone = fc.array(
    fc
      .tuple(fc.nat(4), fc.nat(20), fc.nat(20), fc.nat(6), fc.nat(3))
      .map(([count, milliCpu, memoryMib, pods, gpus]) => bins(count, milliCpu, memoryMib, pods, gpus)),
    { minLength: 1, maxLength: 60, size: 'max' },
  );
  const arbitraryZones = fc.oneof(
    fc.tuple(fc.integer({ min: 1, max: 3 }), arbitraryZone).map(([zones, zone]) => inEach(zones, ...zone)),
    fc.array(arbitraryZone, { minLength: 1, maxLength: 3 }),
  );

  it('finds room where going from node to node with one pod after another does', () => {
    fc.assert(
      fc.property(arbitraryZones, arbitraryGroups, (zones, groups) => {
        expect(packs(zones, groups)).toBe(podByPod(zones, groups));
      }),
      { numRuns: 200 },
    );
  });
});

interface Node {
  milliCpu: number;
  memoryMib: number;
  pods: number;
  gpus: number;
  readonly has: Set<PodGroup>;
}

/** The same rule without runs and blocks: each pod goes to the first node that has room for it. */
function podByPod(zones: readonly (readonly Bins[])[], groups: readonly PodGroup[]): boolean {
  const nodes = zones.map((zone) =>
    zone.flatMap(({ offers, gpus, count }) =>
      Array.from({ length: count }, (): Node => ({ ...offers, gpus, has: new Set() })),
    ),
  );
  for (const one of groups) {
    const each = Math.floor(one.replicas / zones.length);
    let over = one.replicas - each * zones.length;
    for (const zone of nodes) {
      for (let pod = 0; pod < each; pod++) {
        if (placed(zone, one)) continue;
        if (one.spread !== 'none') return false;
        over += 1;
      }
      if (one.spread !== 'none' && over > 0 && placed(zone, one)) over -= 1;
    }
    for (const zone of one.spread === 'none' ? nodes : []) {
      while (over > 0 && placed(zone, one)) over -= 1;
    }
    if (over > 0) return false;
  }
  return true;
}

function placed(zone: readonly Node[], one: PodGroup): boolean {
  const node = zone.find(
    ({ milliCpu, memoryMib, pods, gpus, has }) =>
      milliCpu >= one.milliCpu &&
      memoryMib >= one.memoryMib &&
      pods >= 1 &&
      gpus >= one.gpus &&
      !(one.spread === 'nodes' && has.has(one)),
  );
  if (node === undefined) return false;
  node.milliCpu -= one.milliCpu;
  node.memoryMib -= one.memoryMib;
  node.pods -= 1;
  node.gpus -= one.gpus;
  node.has.add(one);
  return true;
}
