import fc from 'fast-check';
import {
  cheapestPools,
  feeOf,
  type PoolProblem,
  type Pools,
} from '../../../lib/decision/capacity/cheapest-pools';
import { type Mix, mixOf } from '../../../lib/decision/capacity/mix';
import {
  amounts,
  arbitraryProblem,
  arbitraryShapes,
  everyMix,
  problem,
  shape,
  suffices,
} from './brute-force';

const NO_FEE = { eachNode: 0, most: 0 };

/** `a×1 + b×2 c×1 = 9 nodes, 39`: what pools are, for a reader. */
const text = (pools: Pools | undefined): string | undefined =>
  pools &&
  `${pools.mixes.map((mix) => mix.entries.map((entry) => `${entry.shape.machineType}×${entry.perZone}`).join(' ')).join(' + ')} = ${pools.nodes} nodes, ${pools.monthlyMicroUsd}`;

describe('cheapestPools', () => {
  const need = { milliCpu: 5, memoryMib: 5, pods: 1 };
  const few = [shape('a', 5, 5, 100), shape('b', 1, 1, 19)];

  it('solves each problem by itself where no fee ties them', () => {
    const other = { milliCpu: 1, memoryMib: 1, pods: 1 };
    const problems = [
      { problem: problem(need), shapes: few },
      { problem: problem(other), shapes: few },
    ];
    expect(text(cheapestPools(problems, NO_FEE))).toBe('b×5 + b×1 = 18 nodes, 342');
  });

  it('counts a fee on the number of nodes, so that cheap small nodes can lose', () => {
    const problems = [{ problem: problem(need), shapes: few }];
    expect(text(cheapestPools(problems, { eachNode: 2, most: 1_000 }))).toBe('a×1 = 3 nodes, 306');
  });

  it('stops counting where the fee is at its most: many small nodes then cost no more than few', () => {
    const problems = [{ problem: problem(need), shapes: few }];
    // 15 × 19 + 12 = 297 against 3 × 100 + 6
    expect(text(cheapestPools(problems, { eachNode: 2, most: 12 }))).toBe('b×5 = 15 nodes, 297');
  });

  it('lets the nodes of one problem pay the fee for those of another', () => {
    const large = { problem: problem(need, { zones: 1 }), shapes: [shape('z', 1, 1, 1)] };
    const small = { problem: problem(need, { zones: 1 }), shapes: few };
    // alone, 5 nodes of b would cost 95 + 8 and one of a 100 + 2; beside the five of z the fee is paid anyway
    expect(text(cheapestPools([small], { eachNode: 2, most: 8 }))).toBe('a×1 = 1 nodes, 102');
    expect(text(cheapestPools([large, small], { eachNode: 2, most: 8 }))).toBe('z×5 + b×5 = 10 nodes, 108');
  });

  it('takes fewer nodes where many cost just as much with the whole fee', () => {
    const problems = [{ problem: problem(need, { zones: 1 }), shapes: few }];
    // 100 + 2 for one node of a, 5 × 19 + 7 for five of b
    expect(text(cheapestPools(problems, { eachNode: 2, most: 7 }))).toBe('a×1 = 1 nodes, 102');
    expect(text(cheapestPools(problems, { eachNode: 2, most: 6 }))).toBe('b×5 = 5 nodes, 101');
  });

  it('has no answer where one of the problems has none', () => {
    const impossible = { problem: problem(need), shapes: [] };
    expect(cheapestPools([{ problem: problem(need), shapes: few }, impossible], NO_FEE)).toBeUndefined();
  });

  it('finds what trying everything finds, one role or two', () => {
    const arbitraryRole = fc
      .record({ asked: arbitraryProblem, need: amounts(5), shapes: arbitraryShapes })
      .map(
        ({ asked, need: less, shapes }): PoolProblem => ({
          problem: { ...asked, need: less, gpus: 0 },
          shapes: shapes.slice(0, 3),
        }),
      );
    fc.assert(
      fc.property(
        fc.array(arbitraryRole, { minLength: 1, maxLength: 2 }),
        fc.nat(4),
        fc.nat(40),
        (problems, eachNode, most) => {
          const fee = { eachNode, most };
          expect(text(cheapestPools(problems, fee))).toBe(text(tryEverything(problems, fee)));
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** Every combination of mixes, in the words of the order: less money, fewer nodes, fewer of the first type by name. */
function tryEverything(
  problems: readonly PoolProblem[],
  fee: Parameters<typeof feeOf>[1],
): Pools | undefined {
  let best: Pools | undefined;
  const candidates = problems.map(({ problem: asked, shapes }) =>
    [...everyMix(shapes, 7)]
      .filter((entries) => suffices(asked, entries))
      .map((entries) => mixOf(asked.zones, entries)),
  );
  const [first = [], second] = candidates;
  for (const left of first) {
    for (const right of second ?? [undefined]) {
      const mixes = right === undefined ? [left] : [left, right];
      const nodes = mixes.reduce((sum, mix) => sum + mix.nodes, 0);
      const money = mixes.reduce((sum, mix) => sum + mix.monthlyMicroUsd, 0) + feeOf(nodes, fee);
      const pools = { mixes, nodes, monthlyMicroUsd: money };
      if (best === undefined || isBetter(pools, best)) best = pools;
    }
  }
  return best;
}

function isBetter(left: Pools, right: Pools): boolean {
  if (left.monthlyMicroUsd !== right.monthlyMicroUsd) return left.monthlyMicroUsd < right.monthlyMicroUsd;
  if (left.nodes !== right.nodes) return left.nodes < right.nodes;
  for (const [index, mix] of left.mixes.entries()) {
    const other = right.mixes[index];
    for (const name of ['t0', 't1', 't2']) {
      const difference = countOf(mix, name) - (other === undefined ? 0 : countOf(other, name));
      if (difference !== 0) return difference < 0;
    }
  }
  return false;
}

function countOf(mix: Mix, name: string): number {
  return mix.entries.find((entry) => entry.shape.machineType === name)?.perZone ?? 0;
}
