import fc from 'fast-check';
import { cheapestPools, type PoolProblem, type Pools } from '../../../lib/decision/capacity/cheapest-pools';
import { type Mix, mixOf } from '../../../lib/decision/capacity/mix';
import type { AddressRoom } from '../../../lib/decision/capacity/most-nodes';
import type { PodGroup } from '../../../lib/decision/capacity/packing';
import { shareRoom } from '../../../lib/decision/capacity/shared-room';
import { arbitraryProblem, arbitraryShapes, everyMix, problem, shape, suffices, text } from './brute-force';

const NO_FEE = { eachNode: 0, most: 0 };

const needing = (amount: number): PoolProblem['problem'] =>
  problem({ milliCpu: amount, memoryMib: amount, pods: 1 }, { zones: 1 });

/** So many pods of one unit each, one by one. */
const packing = (replicas: number): PoolProblem['problem'] => {
  const group: PodGroup = { name: 'p', milliCpu: 1, memoryMib: 1, gpus: 0, replicas, spread: 'none' };
  return {
    ...problem({ milliCpu: replicas, memoryMib: replicas, pods: replicas }, { zones: 1 }),
    packings: [{ zones: 1, groups: [group] }],
  };
};

const mixesOf = (pools: Pools | undefined): readonly (string | undefined)[] | undefined =>
  pools?.mixes.map((mix) => `${text(mix)}${mix.searched === undefined ? '' : `, ${mix.searched}`}`);

describe('room for few nodes', () => {
  const shapes = [shape('big', 5, 5, 100), shape('small', 1, 1, 19)];

  it('is kept by a single role', () => {
    const within = (nodes: number) =>
      mixesOf(cheapestPools([{ problem: needing(5), shapes }], NO_FEE, { nodes, eachPool: 1 }));
    expect(within(6)).toEqual(['small×5 = 5 nodes, 95']);
    expect(within(5)).toEqual(['big×1 = 1 nodes, 100']);
    expect(within(1)).toBeUndefined();
  });

  it('lets a single role with pods say that all was searched', () => {
    const asked = [{ problem: packing(5), shapes }];
    expect(mixesOf(cheapestPools(asked, NO_FEE, { nodes: 6, eachPool: 1 }))).toEqual([
      'small×5 = 5 nodes, 95, all',
    ]);
  });

  it('is shared by roles with pods in steps that leave something out, and each mix says so', () => {
    const roles = [packing(5), needing(5)].map((asked) => ({ problem: asked, shapes }));
    const within = (nodes: number, list = roles) =>
      mixesOf(cheapestPools(list, NO_FEE, { nodes, eachPool: 0 }));
    expect(within(10)).toEqual(['small×5 = 5 nodes, 95, best-found', 'small×5 = 5 nodes, 95, best-found']);
    expect(within(9)).toEqual(['small×5 = 5 nodes, 95, best-found', 'big×1 = 1 nodes, 100, best-found']);
    expect(within(9, roles.toReversed())).toEqual([
      'small×5 = 5 nodes, 95, best-found',
      'big×1 = 1 nodes, 100, best-found',
    ]);
    expect(within(2)).toEqual(['big×1 = 1 nodes, 100, best-found', 'big×1 = 1 nodes, 100, best-found']);
    expect(within(1)).toBeUndefined();
  });

  it('is given up by an eighth at a time where pods are packed, and by one node where sums are looked at', () => {
    // 40 of one unit; each node that is to be saved wants one more of two units
    const two = [shape('double', 2, 2, 21), shape('single', 1, 1, 10)];
    const within = (asked: PoolProblem['problem'], nodes: number) =>
      mixesOf(
        cheapestPools(
          [
            { problem: asked, shapes: two },
            { problem: needing(1), shapes: two },
          ],
          NO_FEE,
          { nodes, eachPool: 0 },
        ),
      );
    expect(within(needing(40), 40)).toEqual(['double×1 single×38 = 39 nodes, 401', 'single×1 = 1 nodes, 10']);
    expect(within(packing(40), 40)).toEqual([
      'double×5 single×30 = 35 nodes, 405, best-found',
      'single×1 = 1 nodes, 10, best-found',
    ]);
  });

  it('is asked of the role that gives up least, also where a dearer step comes after the best one', () => {
    // one: 40 for four nodes, 51 for three, 70 for two; other: 12 for four, 22 for three, 32 for two
    const one = [shape('x3', 6, 6, 35), shape('x2', 4, 4, 17), shape('x1', 3, 3, 10)];
    const other = [shape('y3', 6, 6, 16), shape('y2', 4, 4, 10), shape('y1', 3, 3, 3)];
    const roles = [one, other].map((list) => ({ problem: needing(12), shapes: list }));
    const within = (nodes: number) => mixesOf(cheapestPools(roles, NO_FEE, { nodes, eachPool: 0 }));
    expect(within(8)).toEqual(['x1×4 = 4 nodes, 40', 'y1×4 = 4 nodes, 12']);
    expect(within(7)).toEqual(['x1×4 = 4 nodes, 40', 'y1×2 y3×1 = 3 nodes, 22']);
    expect(within(6)).toEqual(['x1×4 = 4 nodes, 40', 'y3×2 = 2 nodes, 32']);
    expect(within(5)).toEqual(['x2×3 = 3 nodes, 51', 'y3×2 = 2 nodes, 32']);
    expect(within(4)).toEqual(['x3×2 = 2 nodes, 70', 'y3×2 = 2 nodes, 32']);
    expect(within(3)).toBeUndefined();
  });

  it('is enough for no role at all', () => {
    expect(shareRoom({ nodes: 0, eachPool: 0 }, [], () => 0, true)).toEqual([]);
  });
});

it('shares room and a fee as trying every two mixes says', () => {
  const role = fc.record({
    asked: arbitraryProblem.map((asked) => ({ ...asked, zones: 1, gpus: 0 })),
    shapes: arbitraryShapes.map((shapes) => shapes.slice(0, 4)),
  });
  const room: fc.Arbitrary<AddressRoom> = fc.record({
    nodes: fc.integer({ min: 2, max: 30 }),
    eachPool: fc.constantFrom(0, 1, 3),
  });
  fc.assert(
    fc.property(role, role, room, fc.nat(20), fc.nat(400), (left, right, within, eachNode, most) => {
      const found = cheapestPools(
        [left, right].map(({ asked, shapes }) => ({ problem: asked, shapes })),
        { eachNode, most },
        within,
      );
      const [some, others] = [left, right].map(({ asked, shapes }) => {
        const cheapest = new Map<string, Mix>();
        for (const entries of everyMix(shapes, 26)) {
          const mix = mixOf(1, entries);
          const key = `${mix.nodes} ${entries.length}`;
          const best = cheapest.get(key)?.monthlyMicroUsd ?? Number.POSITIVE_INFINITY;
          if (mix.monthlyMicroUsd < best && suffices(asked, entries)) cheapest.set(key, mix);
        }
        return [...cheapest.values()];
      });
      let best: number | undefined;
      for (const one of some ?? []) {
        for (const other of others ?? []) {
          const nodes = one.nodes + other.nodes;
          if (nodes + within.eachPool * (one.entries.length + other.entries.length) > within.nodes) continue;
          const money = one.monthlyMicroUsd + other.monthlyMicroUsd + Math.min(eachNode * nodes, most);
          best = Math.min(best ?? Number.POSITIVE_INFINITY, money);
        }
      }
      expect(found?.monthlyMicroUsd).toBe(best);
    }),
    { numRuns: 100 },
  );
});
