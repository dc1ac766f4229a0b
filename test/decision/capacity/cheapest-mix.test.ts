import fc from 'fast-check';
import { cheapestMix } from '../../../lib/decision/capacity/cheapest-mix';
import { lowerBound } from '../../../lib/decision/capacity/lower-bound';
import { compareMixes, type MixProblem, mixOf, type NodeShape } from '../../../lib/decision/capacity/mix';
import { arbitraryProblem, arbitraryShapes, problem, shape, text, tryEverything } from './brute-force';

describe('cheapestMix', () => {
  const need = { milliCpu: 5, memoryMib: 5, pods: 1 };

  it('takes one type when no second helps', () => {
    expect(text(cheapestMix(problem(need), [shape('a', 5, 5, 10), shape('b', 2, 2, 6)]))).toBe(
      'a×1 = 3 nodes, 30',
    );
  });

  it('adds a second type where it fills what a whole node would waste', () => {
    expect(text(cheapestMix(problem(need), [shape('a', 4, 4, 10), shape('b', 1, 1, 3)]))).toBe(
      'a×1 b×1 = 6 nodes, 39',
    );
  });

  it('never mixes architectures', () => {
    const shapes = [shape('a', 4, 4, 10), shape('b', 1, 1, 3, { architecture: 'arm64' })];
    expect(text(cheapestMix(problem(need), shapes))).toBe('b×5 = 15 nodes, 45');
  });

  it('prefers fewer nodes at the same money, then fewer of the type that comes first by name', () => {
    expect(text(cheapestMix(problem(need), [shape('a', 5, 5, 10), shape('b', 3, 3, 5)]))).toBe(
      'a×1 = 3 nodes, 30',
    );
    const equal = [shape('a', 5, 5, 10), shape('b', 5, 5, 10)];
    expect(text(cheapestMix(problem(need), equal))).toBe('b×1 = 3 nodes, 30');
    expect(text(cheapestMix(problem(need), equal.toReversed()))).toBe('b×1 = 3 nodes, 30');
  });

  it('gives a single zone one node more, so that its largest may be lost', () => {
    const oneZone = problem(need, { zones: 1, spareNode: true });
    expect(text(cheapestMix(oneZone, [shape('a', 5, 5, 10)]))).toBe('a×2 = 2 nodes, 20');
    // two of b bear the loss of a, and a with one b bears the loss of the other b
    expect(text(cheapestMix(oneZone, [shape('a', 5, 5, 9), shape('b', 5, 5, 10)]))).toBe('a×2 = 2 nodes, 18');
  });

  it('wants one type that holds the largest pod, and not both', () => {
    const withPod = problem(need, { largestPod: { milliCpu: 4, memoryMib: 4, pods: 1 } });
    expect(text(cheapestMix(withPod, [shape('a', 4, 4, 30), shape('b', 1, 1, 1)]))).toBe(
      'a×1 b×1 = 6 nodes, 93',
    );
    expect(cheapestMix(withPod, [shape('b', 1, 1, 1)])).toBeUndefined();
  });

  it('has one node in each zone even when nothing is needed, and two where one may be lost', () => {
    const nothing = { milliCpu: 0, memoryMib: 0, pods: 0 };
    const shapes = [shape('a', 5, 5, 10), shape('b', 1, 1, 3)];
    expect(text(cheapestMix(problem(nothing), shapes))).toBe('b×1 = 3 nodes, 9');
    expect(text(cheapestMix(problem(nothing, { zones: 1, spareNode: true }), shapes))).toBe(
      'b×2 = 2 nodes, 6',
    );
  });

  it('counts accelerators like any other resource', () => {
    const shapes = [
      shape('a', 9, 9, 50, { gpus: 4 }),
      shape('b', 9, 9, 15, { gpus: 1 }),
      shape('c', 9, 9, 1),
    ];
    const nothing = { milliCpu: 0, memoryMib: 0, pods: 0 };
    const some = shapes.filter(({ gpus }) => gpus !== undefined);
    expect(text(cheapestMix(problem(nothing, { gpus: 5 }), some))).toBe('a×1 b×1 = 6 nodes, 195');
    expect(text(cheapestMix(problem(nothing, { gpus: 3 }), some))).toBe('b×3 = 9 nodes, 135');
  });

  it('leaves out a type that the agents on every node use up', () => {
    expect(cheapestMix(problem(need), [shape('a', 4, 0, 1)])).toBeUndefined();
    const nothing = { milliCpu: 0, memoryMib: 0, pods: 0 };
    const none = { offers: { milliCpu: 4, memoryMib: 4, pods: 0 } };
    const used = [shape('a', 0, 4, 1), shape('b', 4, 0, 1), shape('c', 4, 4, 1, none), shape('d', -1, -1, 1)];
    expect(cheapestMix(problem(nothing), used)).toBeUndefined();
    expect(text(cheapestMix(problem(nothing), [...used, shape('e', 1, 1, 9)]))).toBe('e×1 = 3 nodes, 27');
  });

  it('takes no type without accelerators where some are needed, not even for the processor', () => {
    const shapes = [shape('a', 2, 9, 50, { gpus: 1 }), shape('b', 9, 9, 1)];
    const asked = problem({ milliCpu: 8, memoryMib: 1, pods: 1 }, { gpus: 1 });
    expect(text(cheapestMix(asked, shapes))).toBe('a×4 = 12 nodes, 600');
  });

  it('finds nothing above the limit, and what costs just as much', () => {
    const shapes = [shape('a', 4, 4, 10), shape('b', 1, 1, 3)];
    const within = (eachNode: number, atMost: number) =>
      text(cheapestMix(problem(need), shapes, { eachNode, atMost }));
    expect([within(0, 38), within(0, 39)]).toEqual([undefined, 'a×1 b×1 = 6 nodes, 39']);
    // with a fee of 2 for each node: 39 + 12
    expect([within(2, 50), within(2, 51)]).toEqual([undefined, 'a×1 b×1 = 6 nodes, 39']);
  });

  // of types without accelerators too: they have no part in a mix that needs some
  const shapesFor = arbitraryProblem.chain((asked) =>
    arbitraryShapes.map((shapes) => ({
      asked,
      shapes: (asked.gpus ?? 0) > 0 ? shapes.filter(({ gpus = 0 }) => gpus > 0) : shapes,
    })),
  );

  it('finds what trying everything finds', () => {
    fc.assert(
      fc.property(shapesFor, ({ asked, shapes }) => {
        expect(text(cheapestMix(asked, shapes))).toBe(text(tryEverything(asked, shapes)));
      }),
      { numRuns: 700 },
    );
  });

  it('finds that among prices that are far apart too, to the last unit of money', () => {
    const million = ({ asked, shapes }: { asked: MixProblem; shapes: readonly NodeShape[] }) => ({
      asked,
      shapes: shapes.map((one, index) => ({
        ...one,
        monthlyMicroUsd: one.monthlyMicroUsd * 1_000_000 + (index % 3),
      })),
    });
    fc.assert(
      fc.property(shapesFor.map(million), ({ asked, shapes }) => {
        expect(text(cheapestMix(asked, shapes))).toBe(text(tryEverything(asked, shapes)));
      }),
      { numRuns: 200 },
    );
  });

  it('does not look at the order of the types', () => {
    fc.assert(
      fc.property(shapesFor, ({ asked, shapes }) => {
        expect(text(cheapestMix(asked, shapes.toReversed()))).toBe(text(cheapestMix(asked, shapes)));
      }),
    );
  });

  it('is changed neither by a type that is there twice nor by one that another beats', () => {
    fc.assert(
      fc.property(shapesFor, fc.nat(5), fc.nat(2), fc.nat(2), ({ asked, shapes }, index, less, more) => {
        const twin = shapes[index % Math.max(1, shapes.length)];
        if (twin === undefined) return;
        const before = text(cheapestMix(asked, shapes));
        expect(text(cheapestMix(asked, [...shapes, twin]))).toBe(before);
        const beaten = {
          ...twin,
          // before all others by name: a tie must not go to it either
          machineType: 'beaten',
          offers: { ...twin.offers, milliCpu: Math.max(0, twin.offers.milliCpu - less) },
          monthlyMicroUsd: twin.monthlyMicroUsd + 1 + more,
        };
        expect(text(cheapestMix(asked, [beaten, ...shapes]))).toBe(before);
      }),
    );
  });

  it('is not made cheaper by a dearer type, nor undercuts its bound', () => {
    fc.assert(
      fc.property(shapesFor, fc.nat(5), fc.integer({ min: 1, max: 30 }), ({ asked, shapes }, index, rise) => {
        const dearer = shapes.map((item, i) =>
          i === index % shapes.length ? { ...item, monthlyMicroUsd: item.monthlyMicroUsd + rise } : item,
        );
        const before = cheapestMix(asked, shapes)?.monthlyMicroUsd ?? Number.POSITIVE_INFINITY;
        const after = cheapestMix(asked, dearer)?.monthlyMicroUsd ?? Number.POSITIVE_INFINITY;
        expect(after).toBeGreaterThanOrEqual(before);
        expect(lowerBound(asked, shapes)).toBeLessThanOrEqual(before);
      }),
    );
  });
});

describe('lowerBound', () => {
  it('is the dearest resource at the least money for a unit of it, over all types and zones, rounded down', () => {
    const shapes = [shape('a', 4, 2, 10), shape('b', 1, 8, 4, { architecture: 'arm64' })];
    // 3 × max(10 × 10/4, 3 × 4/8, 5 × 4/10) = 75, and 3 × max(3 × 2.5, 7 × 0.5, 2) = 22.5
    expect(lowerBound(problem({ milliCpu: 10, memoryMib: 3, pods: 5 }), shapes)).toBe(75);
    expect(lowerBound(problem({ milliCpu: 3, memoryMib: 7, pods: 5 }), shapes)).toBe(22);
  });

  it('counts accelerators, and costs nothing where nothing is needed', () => {
    const nothing = { milliCpu: 0, memoryMib: 0, pods: 0 };
    expect(lowerBound(problem(nothing, { gpus: 5 }), [shape('a', 4, 4, 9, { gpus: 2 })])).toBe(67);
    expect(lowerBound(problem(nothing), [])).toBe(0);
  });

  it('is not lowered by a cheap type that the agents on every node use up', () => {
    const used = [
      shape('used-cpu', 0, 100, 1),
      shape('used-memory', 100, 0, 1),
      shape('used-pods', 100, 100, 1, { offers: { milliCpu: 100, memoryMib: 100, pods: 0 } }),
      shape('used-all', -1, -1, 1),
    ];
    const asked = problem({ milliCpu: 8, memoryMib: 3, pods: 1 });
    // 3 × 8 × 9/4
    expect(lowerBound(asked, [...used, shape('a', 4, 4, 9)])).toBe(54);
    expect(lowerBound({ ...asked, need: { ...asked.need, pods: 30 } }, [...used, shape('a', 4, 4, 9)])).toBe(
      81,
    );
  });
});

describe('the order of mixes', () => {
  const mix = (a: number, b: number, prices = [2, 2]) =>
    mixOf(1, [
      { shape: shape('b', 1, 1, prices[1] ?? 0), perZone: b },
      { shape: shape('a', 1, 1, prices[0] ?? 0), perZone: a },
    ]);

  it('is less money, then fewer nodes, then fewer of the type that comes first by name', () => {
    const sign = (left: ReturnType<typeof mix>, right: ReturnType<typeof mix>): number =>
      Math.sign(compareMixes(left, right));
    // 12 against 14, although these are fewer nodes
    expect([sign(mix(3, 3), mix(1, 1, [7, 7])), sign(mix(1, 1, [7, 7]), mix(3, 3))]).toEqual([-1, 1]);
    expect([sign(mix(1, 1, [6, 6]), mix(3, 3)), sign(mix(3, 3), mix(1, 1, [6, 6]))]).toEqual([-1, 1]);
    expect([sign(mix(2, 4), mix(3, 3)), sign(mix(3, 3), mix(2, 4))]).toEqual([-1, 1]);
    expect(sign(mix(3, 3), mix(3, 3))).toBe(0);
  });

  it('puts the types of a mix in the order of their names', () => {
    expect(mix(1, 2).entries.map((entry) => [entry.shape.machineType, entry.perZone])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });
});
