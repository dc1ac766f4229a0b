import fc from 'fast-check';
import { cheapestMix } from '../../../lib/decision/capacity/cheapest-mix';
import { cheapestPools } from '../../../lib/decision/capacity/cheapest-pools';
import { type Mix, type MixProblem, mixOf, type NodeShape } from '../../../lib/decision/capacity/mix';
import { type AddressRoom, mostNodesOfAZone } from '../../../lib/decision/capacity/most-nodes';
import {
  arbitraryProblem,
  arbitraryShapes,
  everyMix,
  problem,
  shape,
  suffices,
  text,
  tryEverything,
} from './brute-force';

const usedBy = (mix: Mix, { eachPool }: AddressRoom): number => mix.nodes + eachPool * mix.entries.length;

/** Where accelerators are asked for, machines without any take no part. */
const usable = ({ gpus = 0 }: MixProblem, shapes: readonly NodeShape[]): readonly NodeShape[] =>
  gpus === 0 ? shapes : shapes.filter((one) => (one.gpus ?? 0) > 0);

/** Addresses that no network has more of than a handful of nodes need. */
const arbitraryRoom: fc.Arbitrary<AddressRoom> = fc.record({
  nodes: fc.integer({ min: 0, max: 40 }),
  eachPool: fc.constantFrom(0, 1, 3),
});

describe('the most nodes of a zone', () => {
  it.each<[number, AddressRoom | undefined, number, number]>([
    [3, undefined, 1, 1_666],
    [1, { nodes: 72, eachPool: 1 }, 1, 71],
    [3, { nodes: 216, eachPool: 3 }, 2, 70],
    [3, { nodes: 20, eachPool: 1 }, 2, 6],
    [1, { nodes: 9_000, eachPool: 1 }, 1, 5_000],
  ])('of %i zones with room for %j in %i pools are %i', (zones, room, pools, most) => {
    expect(mostNodesOfAZone(zones, room, pools)).toBe(most);
  });
});

describe('a mix where addresses are few', () => {
  const need = { milliCpu: 8, memoryMib: 8, pods: 1 };
  const shapes = [shape('large', 8, 8, 100), shape('middle', 4, 4, 45), shape('small', 1, 1, 10)];

  it.each<[AddressRoom | undefined, string | undefined]>([
    [undefined, 'small×8 = 8 nodes, 80'],
    [{ nodes: 8, eachPool: 0 }, 'small×8 = 8 nodes, 80'],
    [{ nodes: 8, eachPool: 1 }, 'middle×1 small×4 = 5 nodes, 85'],
    [{ nodes: 7, eachPool: 1 }, 'middle×1 small×4 = 5 nodes, 85'],
    [{ nodes: 6, eachPool: 1 }, 'middle×2 = 2 nodes, 90'],
    [{ nodes: 2, eachPool: 1 }, 'large×1 = 1 nodes, 100'],
    [{ nodes: 1, eachPool: 1 }, undefined],
    [{ nodes: -3, eachPool: 0 }, undefined],
  ])('with room for %j is %s', (room, expected) => {
    const limits = { eachNode: 0, atMost: Number.POSITIVE_INFINITY, ...(room && { room }) };
    expect(text(cheapestMix(problem(need, { zones: 1 }), shapes, limits))).toBe(expected);
  });

  it('is the best of all that fit, as trying everything says', () => {
    fc.assert(
      fc.property(arbitraryProblem, arbitraryShapes, arbitraryRoom, (asked, all, room) => {
        const some = usable(asked, all);
        const found = cheapestMix(asked, some, { eachNode: 0, atMost: Number.POSITIVE_INFINITY, room });
        let best: Mix | undefined;
        for (const entries of everyMix(some, 40)) {
          const mix = mixOf(asked.zones, entries);
          if (usedBy(mix, room) > room.nodes || !suffices(asked, entries)) continue;
          if (best === undefined || mix.monthlyMicroUsd < best.monthlyMicroUsd) best = mix;
        }
        expect(found?.monthlyMicroUsd).toBe(best?.monthlyMicroUsd);
        expect(found === undefined || usedBy(found, room) <= room.nodes).toBe(true);
        expect(found === undefined || suffices(asked, found.entries)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('is the same as without where there are enough', () => {
    fc.assert(
      fc.property(arbitraryProblem, arbitraryShapes, (asked, all) => {
        const some = usable(asked, all);
        const room = { nodes: 500, eachPool: 3 };
        const found = cheapestMix(asked, some, { eachNode: 0, atMost: Number.POSITIVE_INFINITY, room });
        expect(text(found)).toBe(text(tryEverything(asked, some)));
      }),
      { numRuns: 50 },
    );
  });

  it('packs pods one by one on fewer and larger nodes', () => {
    const group = { name: 'web', milliCpu: 1, memoryMib: 1, gpus: 0, replicas: 8, spread: 'none' as const };
    const packed = problem(
      { milliCpu: 8, memoryMib: 8, pods: 8 },
      { zones: 1, packings: [{ zones: 1, groups: [group] }] },
    );
    const within = (nodes: number): string | undefined =>
      text(
        cheapestMix(packed, shapes, {
          eachNode: 0,
          atMost: Number.POSITIVE_INFINITY,
          room: { nodes, eachPool: 1 },
        }),
      );
    expect([9, 8, 6, 2, 1].map(within)).toEqual([
      'small×8 = 8 nodes, 80',
      'middle×1 small×4 = 5 nodes, 85',
      'middle×2 = 2 nodes, 90',
      'large×1 = 1 nodes, 100',
      undefined,
    ]);
  });
});

describe('pools of several roles where addresses are few', () => {
  it('share them for least money, as trying every two mixes says', () => {
    const one = fc.record({
      asked: arbitraryProblem.map((asked) => ({ ...asked, zones: 1, gpus: 0 })),
      shapes: arbitraryShapes,
    });
    const most = 26;
    fc.assert(
      fc.property(one, one, arbitraryRoom, (left, right, room) => {
        const found = cheapestPools(
          [left, right].map(({ asked, shapes }) => ({ problem: asked, shapes })),
          { eachNode: 0, most: 0 },
          room,
        );
        const cheapestBy = (asked: typeof left.asked, shapes: readonly NodeShape[]): Map<number, number> => {
          const money = new Map<number, number>();
          for (const entries of everyMix(shapes, most)) {
            const mix = mixOf(1, entries);
            const used = usedBy(mix, room);
            if (used > room.nodes || !suffices(asked, entries)) continue;
            money.set(used, Math.min(mix.monthlyMicroUsd, money.get(used) ?? Number.POSITIVE_INFINITY));
          }
          return money;
        };
        let best: number | undefined;
        const others = cheapestBy(right.asked, right.shapes);
        for (const [used, money] of cheapestBy(left.asked, left.shapes)) {
          for (const [also, more] of others) {
            if (used + also <= room.nodes) best = Math.min(best ?? Number.POSITIVE_INFINITY, money + more);
          }
        }
        expect(found?.monthlyMicroUsd).toBe(best);
      }),
      { numRuns: 60 },
    );
  });

  it('give them up to each other: the role that loses least by larger nodes takes fewer', () => {
    const need = { milliCpu: 4, memoryMib: 4, pods: 1 };
    const asked = problem(need, { zones: 1 });
    const dear = [shape('big', 4, 4, 400), shape('tiny', 1, 1, 10)];
    const mild = [shape('big', 4, 4, 44), shape('tiny', 1, 1, 10)];
    const pools = cheapestPools(
      [
        { problem: asked, shapes: dear },
        { problem: asked, shapes: mild },
        { problem: asked, shapes: dear },
      ],
      { eachNode: 0, most: 0 },
      { nodes: 12, eachPool: 1 },
    );
    expect(pools?.mixes.map(text)).toEqual([
      'tiny×4 = 4 nodes, 40',
      'big×1 = 1 nodes, 44',
      'tiny×4 = 4 nodes, 40',
    ]);
  });
});
