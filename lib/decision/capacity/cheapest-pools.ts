import type { MicroUsd } from '../../catalog/types';
import { cheapestMix } from './cheapest-mix';
import { lowerBound } from './lower-bound';
import { compareTypes, type Mix, type MixProblem, type NodeShape } from './mix';
import type { AddressRoom } from './most-nodes';
import { shareRoom } from './shared-room';

/** A fee for all nodes together: so much for each, up to a most. */
export interface SharedFee {
  readonly eachNode: MicroUsd;
  readonly most: MicroUsd;
}

/** What one kind of nodes must hold, and what it can be made of. */
export interface PoolProblem {
  readonly problem: MixProblem;
  readonly shapes: readonly NodeShape[];
}

/** A mix for each problem, in their order. */
export interface Pools {
  readonly mixes: readonly Mix[];
  readonly nodes: number;
  /** All of it, the shared fee included: what was minimised. */
  readonly monthlyMicroUsd: MicroUsd;
}

/**
 * The mixes that together cost least, exact; `undefined` when one of the problems has none.
 *
 * Only the fee ties them to one another, and it is the lesser of two straight lines over the number of nodes: so much for
 * each, or the whole of it whatever the number. Along one line every problem can be solved by itself, and the better of the two
 * answers is the answer: the best mixes lie on one of the lines, and there nothing else beats them. Where a network has room for so many
 * nodes only, they share that as well: see {@link shareRoom}.
 */
export function cheapestPools(
  problems: readonly PoolProblem[],
  fee: SharedFee,
  room?: AddressRoom,
): Pools | undefined {
  const free = fee.eachNode === 0 || fee.most === 0;
  const rising = solve(problems, free ? 0 : fee.eachNode, () => Number.POSITIVE_INFINITY, room);
  if (rising === undefined) return undefined;
  const one = poolsOf(rising, fee);
  if (free) return one;

  const bounds = problems.map(({ problem, shapes }) => lowerBound(problem, shapes));
  const over = one.monthlyMicroUsd - fee.most - bounds.reduce((sum, bound) => sum + bound, 0);
  if (over < 0) return one;
  const level = solve(problems, 0, (index) => over + (bounds[index] ?? 0), room);
  if (level === undefined) return one;
  const other = poolsOf(level, fee);
  return comparePools(other, one) < 0 ? other : one;
}

function solve(
  problems: readonly PoolProblem[],
  eachNode: MicroUsd,
  atMost: (index: number) => MicroUsd,
  room: AddressRoom | undefined,
): readonly Mix[] | undefined {
  if (room !== undefined && problems.length > 1) {
    const isExact = problems.every(({ problem }) => problem.packings === undefined);
    const mixes = shareRoom(
      room,
      problems.map(
        ({ problem, shapes }, index) =>
          (within) =>
            cheapestMix(problem, shapes, { eachNode, atMost: atMost(index), room: within }),
      ),
      ({ monthlyMicroUsd, nodes }) => monthlyMicroUsd + nodes * eachNode,
      isExact,
    );
    return isExact ? mixes : mixes?.map((mix) => ({ ...mix, searched: 'best-found' }));
  }
  const mixes: Mix[] = [];
  for (const [index, { problem, shapes }] of problems.entries()) {
    const mix = cheapestMix(problem, shapes, {
      eachNode,
      atMost: atMost(index),
      ...(room !== undefined && { room }),
    });
    if (mix === undefined) return undefined;
    mixes.push(mix);
  }
  return mixes;
}

function poolsOf(mixes: readonly Mix[], fee: SharedFee): Pools {
  let nodes = 0;
  let money = 0;
  for (const mix of mixes) {
    nodes += mix.nodes;
    money += mix.monthlyMicroUsd;
  }
  return { mixes, nodes, monthlyMicroUsd: money + feeOf(nodes, fee) };
}

export function feeOf(nodes: number, { eachNode, most }: SharedFee): MicroUsd {
  return Math.min(eachNode * nodes, most);
}

/** A total order as of mixes: less money, then fewer nodes, then the names, problem by problem. */
function comparePools(left: Pools, right: Pools): number {
  if (left.monthlyMicroUsd !== right.monthlyMicroUsd) return left.monthlyMicroUsd - right.monthlyMicroUsd;
  if (left.nodes !== right.nodes) return left.nodes - right.nodes;
  for (const [index, mix] of left.mixes.entries()) {
    const difference = compareTypes(mix.entries, right.mixes[index]?.entries ?? []);
    if (difference !== 0) return difference;
  }
  return 0;
}
