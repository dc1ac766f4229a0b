import type { KnownShape } from '../../../lib/decision/capacity/known-shape';
import {
  columnOf,
  leastBeside,
  misfitsOf,
  mostAskedOf,
  needsOf,
  type Row,
  rowsOf,
} from '../../../lib/decision/capacity/packed-rows';
import type { Packing, PodGroup } from '../../../lib/decision/capacity/packing';
import { problem } from './brute-force';

const pods = (
  replicas: number,
  milliCpu: number,
  memoryMib: number,
  more: Partial<PodGroup> = {},
): PodGroup => ({
  ...{ name: 'p', replicas, milliCpu, memoryMib, gpus: 0, spread: 'zones', ...more },
});

describe('what any packing needs', () => {
  const packings: readonly Packing[] = [
    { zones: 2, groups: [pods(4, 5, 1), pods(7, 2, 6), pods(3, 2, 1, { spread: 'nodes' })] },
    { zones: 3, groups: [pods(10, 0, 1)] },
  ];

  it('is the sums, and for each zone the pods of a group, those of as much processor and those of as much memory', () => {
    expect(needsOf(problem({ milliCpu: 20, memoryMib: 30, pods: 7 }, { gpus: 2 }), packings)).toEqual([
      ...[20, 30, 7, 2],
      // 4, 4 and 14 over two zones; 7, 14 and 7; 3, 14 and 14
      ...[2, 2, 7],
      ...[4, 7, 4],
      ...[2, 7, 7],
      // 10 over three
      ...[4, 4, 4],
    ]);
    expect(needsOf(problem({ milliCpu: 1, memoryMib: 1, pods: 1 }), [])).toEqual([1, 1, 1, 0]);
  });

  it('is had of a node as often as it has room for', () => {
    const offers = { milliCpu: 11, memoryMib: 14, pods: 9 };
    expect(columnOf(packings, { offers, gpus: 1 })).toEqual([
      ...[11, 14, 9, 1],
      // two of 5 and of 11; nine of the fourteen of 1, for no more pods are accepted
      ...[2, 2, 9],
      ...[2, 5, 2],
      ...[1, 5, 9],
      ...[9, 9, 9],
    ]);
  });

  it('cannot be had of a node that has room for no pod of a group', () => {
    const groups = [pods(1, 9, 1), pods(1, 1, 1), pods(1, 1, 1, { gpus: 1 })];
    const column = columnOf([{ zones: 1, groups }], {
      offers: { milliCpu: 8, memoryMib: 8, pods: 9 },
      gpus: 0,
    });
    expect([...misfitsOf(column)]).toEqual([4, 10]);
  });
});

describe('what of it tells most', () => {
  it('is of each kind what asks for most nodes, and what most pods need that find no room', () => {
    // by groups 4, 5 and 3 nodes, by processor 8 and one that is not offered, by memory two that are not
    const needs = [9, 9, 9, 0, ...[8, 16, 6], ...[10, 4, 7], ...[6, 5, 2]];
    const column = [3, 3, 3, 0, ...[2, 2, 0], ...[2, 0, 0], ...[2, 0, 1]];
    expect(mostAskedOf(column, needs)).toEqual([0, 1, 2, 7, 5, 11, 12, 9]);
    expect(needs[12]).toBe(2);
  });

  it('is nothing that is not needed', () => {
    expect(mostAskedOf([3, 3, 3, 3, 1, 1, 1], [0, 9, 9, 0, 0, 2, 0])).toEqual([1, 2, 5]);
  });
});

describe('the rows of two types', () => {
  const known = (column: readonly number[], telling: readonly number[]): KnownShape => ({
    ...{ number: 0, offers: { milliCpu: 1, memoryMib: 1, pods: 1 }, gpus: 0, misfits: new Set(), most: 9 },
    column,
    telling,
  });
  const rows = (
    needs: readonly number[],
    walked: readonly number[],
    filled: readonly number[],
  ): readonly Row[] => rowsOf(needs, known(walked, [0, 1]), known(filled, [1, 2]));

  it('are those that either type tells, each once', () => {
    expect(rows([6, 6, 6], [1, 2, 3], [3, 2, 1])).toEqual([
      { need: 6, walked: 1, filled: 3 },
      { need: 6, walked: 2, filled: 2 },
      { need: 6, walked: 3, filled: 1 },
    ]);
  });

  it('leave out what another implies, whichever comes first, and of two alike the second', () => {
    const strict = { need: 9, walked: 2, filled: 2 };
    expect(rows([9, 8, 8], [2, 2, 4], [2, 3, 4])).toEqual([strict]);
    expect(rows([8, 9, 8], [2, 2, 4], [3, 2, 4])).toEqual([strict]);
    expect(rows([8, 8, 9], [2, 4, 2], [3, 4, 2])).toEqual([strict]);
    expect(rows([9, 9, 9], [2, 2, 2], [2, 2, 2])).toEqual([strict]);
    expect(rows([9, 18, 9], [2, 4, 2], [2, 4, 2])).toEqual([strict]);
  });

  it('say how many nodes of the one type are enough beside some of the other', () => {
    const two: readonly Row[] = [
      { need: 10, walked: 3, filled: 2 },
      { need: 7, walked: 1, filled: 3 },
    ];
    expect([0, 1, 2, 3, 4, 7].map((count) => leastBeside(two, count))).toEqual([5, 4, 2, 2, 1, 0]);
    expect(leastBeside([], 0)).toBe(0);
    const without: readonly Row[] = [{ need: 4, walked: 2, filled: 0 }];
    expect([1, 2, 3].map((count) => leastBeside(without, count))).toEqual([undefined, 0, 0]);
  });
});
