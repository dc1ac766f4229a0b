import type { MixLimits } from '../../../lib/decision/capacity/best-mix';
import { cheapestMix } from '../../../lib/decision/capacity/cheapest-mix';
import type { MixProblem, NodeShape } from '../../../lib/decision/capacity/mix';
import { canHoldEveryPod } from '../../../lib/decision/capacity/packed-mix';
import type { Packing, PodGroup } from '../../../lib/decision/capacity/packing';
import { problem, shape, text } from './brute-force';
import { holding, twoKinds, UNLIKE } from './pods-of-many-sizes';

type Question = MixProblem & { readonly packings: readonly Packing[] };

const pods = (name: string, replicas: number, milliCpu: number, memoryMib: number): PodGroup => ({
  ...{ name, replicas, milliCpu, memoryMib, gpus: 0, spread: 'none' },
});

/** As in best-found.test.ts, where no single type holds every pod: a search then starts with two, and has limits besides. */
describe('a mix for pods that need two types', () => {
  it.each<[string, Question, Partial<MixLimits>]>([
    ['p1×24 q1×32 = 56 nodes, 4160000, all', holding(twoKinds(5), 1), {}],
    ['p2×10 q2×12 = 66 nodes, 9234000, all', holding(twoKinds(12), 3), {}],
    ['p2×124 q2×148 = 544 nodes, 76120000, best-found', holding(twoKinds(12, 8), 2), {}],
    ['p2×58 q2×53 = 222 nodes, 31256000, all', holding(twoKinds(40), 2), {}],
    ['p2×384 q2×324 = 708 nodes, 99864000, best-found', holding(twoKinds(120), 1), {}],
    ['p2×512 q2×454 = 1932 nodes, 272200000, best-found', holding(twoKinds(300), 2), {}],
    ['p1×25 q1×47 = 72 nodes, 5290000, all', holding(twoKinds(6), 1, { spareNode: true }), {}],
    ['p2×158 q2×178 = 336 nodes, 47078000, best-found', holding(twoKinds(20, 3), 1, { spareNode: true }), {}],
    ['p2×244 q2×227 = 471 nodes, 66286000, best-found', holding(twoKinds(90), 1, { spareNode: true }), {}],
    ['p2×1734 q1×1800 = 3534 nodes, 380898000, best-found', holding(twoKinds(3, 200), 1), {}],
    ['p2×1376 q2×1256 = 2632 nodes, 370576000, best-found', holding(twoKinds(40, 12), 1), {}],
    ['p1×24 q1×32 = 56 nodes, 4160000, all', holding(twoKinds(5), 1), { room: { nodes: 58, eachPool: 1 } }],
    ['p2×15 q1×32 = 47 nodes, 4445000, all', holding(twoKinds(5), 1), { room: { nodes: 57, eachPool: 1 } }],
    ['p1×24 q2×20 = 44 nodes, 4600000, all', holding(twoKinds(5), 1), { room: { nodes: 47, eachPool: 1 } }],
    ['p1×24 q2×20 = 44 nodes, 4600000, all', holding(twoKinds(5), 1), { room: { nodes: 46, eachPool: 1 } }],
    ['p2×15 q2×20 = 35 nodes, 4885000, all', holding(twoKinds(5), 1), { room: { nodes: 39, eachPool: 1 } }],
    ['p2×15 q2×20 = 35 nodes, 4885000, all', holding(twoKinds(5), 1), { room: { nodes: 38, eachPool: 1 } }],
    ['none', holding(twoKinds(5), 1), { room: { nodes: 28, eachPool: 1 } }],
    ['none', holding(twoKinds(5), 1), { atMost: 4159999 }],
    ['p1×24 q1×32 = 56 nodes, 4160000, all', holding(twoKinds(5), 1), { atMost: 4160000 }],
    ['p2×3 q1×41 = 88 nodes, 6622000, all', holding(twoKinds(2, 9), 2), { eachNode: 40000 }],
    ['p2×3 q1×41 = 88 nodes, 6622000, all', holding(twoKinds(2, 9), 2), { room: { nodes: 93, eachPool: 1 } }],
    [
      'p2×336 q2×324 = 660 nodes, 92808000, best-found',
      holding(twoKinds(120), 1),
      { room: { nodes: 710, eachPool: 1 } },
    ],
    ['none', holding(twoKinds(120), 1), { room: { nodes: 601, eachPool: 1 } }],
    ['none', holding(twoKinds(90), 1, { spareNode: true }), { room: { nodes: 473, eachPool: 1 } }],
    [
      'p2×286 q2×262 = 1096 nodes, 154300000, best-found',
      holding(twoKinds(40, 5), 2),
      { room: { nodes: 1102, eachPool: 1 } },
    ],
    [
      'p1×25 q2×26 = 51 nodes, 5484000, all',
      holding(twoKinds(6), 1, { spareNode: true }),
      { room: { nodes: 73, eachPool: 1 } },
    ],
    [
      'p2×16 q2×26 = 42 nodes, 5836000, all',
      holding(twoKinds(6), 1, { spareNode: true }),
      { room: { nodes: 50, eachPool: 1 } },
    ],
    ['none', holding(twoKinds(3, 200), 1), { room: { nodes: 3535, eachPool: 1 } }],
    [
      'p2×1734 q1×1800 = 3534 nodes, 380898000, best-found',
      holding(twoKinds(3, 200), 1),
      { room: { nodes: 3536, eachPool: 1 } },
    ],
    ['p2×464 q2×454 = 1836 nodes, 258088000, best-found', holding(twoKinds(300), 2), { atMost: 272200000 }],
    [
      'p2×1360 q2×1256 = 2616 nodes, 368224000, best-found',
      holding(twoKinds(40, 12), 1),
      { room: { nodes: 2633, eachPool: 1 } },
    ],
    [
      'p2×1360 q2×1256 = 2616 nodes, 368224000, best-found',
      holding(twoKinds(40, 12), 1),
      { eachNode: 40000 },
    ],
  ])('is %s', (expected, question, more) => {
    const limits = { eachNode: 0, atMost: Number.POSITIVE_INFINITY, ...more };
    const mix = cheapestMix(question, UNLIKE, limits);
    expect(mix === undefined ? 'none' : `${text(mix)}, ${mix.searched}`).toBe(expected);
  });

  it('takes of types that offer the same the cheaper, and of equal ones the last by name, in whatever order they come', () => {
    const cpu = shape('cpu', 8, 2, 10);
    const question = holding([pods('a', 3, 7, 1), pods('b', 3, 1, 7)], 1);
    const memory = (machineType: string, price: number) => shape(machineType, 2, 8, price);
    for (const order of [
      [memory('m1', 12), memory('m2', 11), cpu],
      [memory('m2', 11), cpu, memory('m1', 12)],
      [memory('m1', 11), memory('m2', 11), cpu],
      [memory('m2', 11), cpu, memory('m1', 11)],
    ]) {
      expect(text(cheapestMix(question, order))).toBe('cpu×3 m2×3 = 6 nodes, 63');
    }
    expect(text(cheapestMix(question, [memory('m1', 11), cpu, memory('m2', 12)]))).toBe(
      'cpu×3 m1×3 = 6 nodes, 63',
    );
  });

  it('takes no type that the agents on every node use up, however cheap it is', () => {
    const question = holding([pods('a', 2, 0, 0)], 1);
    const used = (name: string, milliCpu: number, memoryMib: number, accepted: number): NodeShape =>
      shape(name, 0, 0, 1, { offers: { milliCpu, memoryMib, pods: accepted } });
    const all = [used('a', 0, 5, 5), used('b', 5, 0, 5), used('c', 5, 5, 0), used('d', -1, -1, -1)];
    expect(cheapestMix(question, all)).toBeUndefined();
    expect(text(cheapestMix(question, [...all, shape('e', 1, 1, 9)]))).toBe('e×1 = 1 nodes, 9');
  });

  it('gives no mix of more nodes than the limits allow, and one of any number without limits', () => {
    const question = { ...problem({ milliCpu: 6_000, memoryMib: 6_000, pods: 6_000 }, { zones: 1 }) };
    const packed = { ...question, packings: [{ zones: 1, groups: [pods('a', 6_000, 1, 1)] }] };
    const small = [shape('s', 1, 1, 10)];
    const limits = { eachNode: 0, atMost: Number.POSITIVE_INFINITY };
    const mix = cheapestMix(packed, small, limits);
    expect([text(mix), mix?.searched]).toEqual(['s×6000 = 6000 nodes, 60000', 'best-found']);
    expect(cheapestMix(packed, small, { ...limits, atMost: 60_000 })).toBeUndefined();
    expect(cheapestMix(packed, small, { ...limits, room: { nodes: 6_001, eachPool: 1 } })).toBeUndefined();
    expect(cheapestMix(question, small, { ...limits, atMost: 60_000 })).toBeUndefined();
    expect(cheapestMix(question, small, { ...limits, room: { nodes: 6_001, eachPool: 1 } })).toBeUndefined();
  });
});

describe('whether every pod finds room on some machines', () => {
  const cpu = shape('cpu', 8, 2, 10);
  const memory = shape('memory', 2, 8, 10);
  const arm = shape('arm', 2, 8, 10, { architecture: 'arm64' });
  const even = shape('even', 8, 8, 90);

  it.each<[boolean, string, readonly NodeShape[]]>([
    [true, 'one type that holds all', [even]],
    [true, 'one type that holds all beside one that does not', [cpu, even]],
    [true, 'two types that hold what the other cannot', [cpu, memory]],
    [false, 'two such types of two architectures', [cpu, arm]],
    [true, 'one type that holds all, of another architecture', [cpu, { ...even, architecture: 'arm64' }]],
    [false, 'one type that holds only some', [cpu]],
    [false, 'two types that hold the same pods', [cpu, shape('cpu2', 9, 2, 10)]],
    [false, 'no type', []],
  ])('is %s of %s', (expected, _what, shapes) => {
    const question = holding([pods('c', 1, 7, 1), pods('m', 1, 1, 7)], 1);
    expect(canHoldEveryPod(question, question.packings, shapes)).toBe(expected);
  });
});
