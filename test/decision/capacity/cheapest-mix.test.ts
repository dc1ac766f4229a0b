import fc from 'fast-check';
import { cheapestMix } from '../../../lib/decision/capacity/cheapest-mix';
import { holds, multiply, type Resources, subtract } from '../../../lib/decision/capacity/demand';
import {
  compareMixes,
  type Mix,
  type MixProblem,
  mixOf,
  type NodeShape,
} from '../../../lib/decision/capacity/mix';

const shape = (
  machineType: string,
  milliCpu: number,
  memoryMib: number,
  monthlyMicroUsd: number,
  architecture: NodeShape['architecture'] = 'amd64',
): NodeShape => ({ machineType, architecture, offers: { milliCpu, memoryMib, pods: 10 }, monthlyMicroUsd });

const problem = (need: Resources, more: Partial<MixProblem> = {}): MixProblem => ({
  zones: 3,
  need,
  spareNode: false,
  largestPod: undefined,
  feeOf: () => 0,
  ...more,
});

/** `small×1 large×2 = $9`: what a mix is, for a reader. */
const text = (mix: Mix | undefined): string | undefined =>
  mix &&
  `${mix.entries.map((entry) => `${entry.shape.machineType}×${entry.perZone}`).join(' ')} = ${mix.nodes} nodes, ${mix.monthlyMicroUsd}`;

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
    const shapes = [shape('a', 4, 4, 10), shape('b', 1, 1, 3, 'arm64')];
    expect(text(cheapestMix(problem(need), shapes))).toBe('b×5 = 15 nodes, 45');
  });

  it('prefers fewer nodes at the same money, then fewer of the type that comes first by name', () => {
    expect(text(cheapestMix(problem(need), [shape('a', 5, 5, 10), shape('b', 3, 3, 5)]))).toBe(
      'a×1 = 3 nodes, 30',
    );
    expect(text(cheapestMix(problem(need), [shape('a', 5, 5, 10), shape('b', 5, 5, 10)]))).toBe(
      'b×1 = 3 nodes, 30',
    );
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

  it('counts a fee on the number of nodes, so that cheap small nodes can lose', () => {
    const shapes = [shape('a', 5, 5, 100), shape('b', 1, 1, 19)];
    expect(text(cheapestMix(problem(need), shapes))).toBe('b×5 = 15 nodes, 285');
    expect(text(cheapestMix(problem(need, { feeOf: (nodes) => 2 * nodes }), shapes))).toBe(
      'a×1 = 3 nodes, 306',
    );
  });

  it('leaves out a type that the agents on every node use up', () => {
    expect(cheapestMix(problem(need), [shape('a', 4, 0, 1)])).toBeUndefined();
  });

  it('finds what trying everything finds', () => {
    fc.assert(
      fc.property(arbitraryProblem, arbitraryShapes, (asked, shapes) => {
        expect(text(cheapestMix(asked, shapes))).toBe(text(tryEverything(asked, shapes)));
      }),
      { numRuns: 1000 },
    );
  });

  it('does not look at the order of the types', () => {
    fc.assert(
      fc.property(arbitraryProblem, arbitraryShapes, (asked, shapes) => {
        expect(text(cheapestMix(asked, shapes.toReversed()))).toBe(text(cheapestMix(asked, shapes)));
      }),
    );
  });

  it('is not made cheaper by a dearer type', () => {
    fc.assert(
      fc.property(
        arbitraryProblem,
        arbitraryShapes,
        fc.nat(5),
        fc.integer({ min: 1, max: 30 }),
        (asked, shapes, index, rise) => {
          const dearer = shapes.map((item, i) =>
            i === index % shapes.length ? { ...item, monthlyMicroUsd: item.monthlyMicroUsd + rise } : item,
          );
          const before = cheapestMix(asked, shapes)?.monthlyMicroUsd ?? Number.POSITIVE_INFINITY;
          const after = cheapestMix(asked, dearer)?.monthlyMicroUsd ?? Number.POSITIVE_INFINITY;
          expect(after).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });
});

const amounts = (max: number): fc.Arbitrary<Resources> =>
  fc.record({
    milliCpu: fc.integer({ min: 1, max }),
    memoryMib: fc.integer({ min: 1, max }),
    pods: fc.integer({ min: 1, max }),
  });

/** Small and coarse on purpose: ties in money and in nodes are frequent. */
const arbitraryShapes: fc.Arbitrary<readonly NodeShape[]> = fc
  .array(
    fc.record({
      architecture: fc.constantFrom('amd64' as const, 'arm64' as const),
      offers: amounts(6),
      monthlyMicroUsd: fc.integer({ min: 1, max: 20 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((items) => items.map((item, index) => ({ ...item, machineType: `t${index}` })));

const arbitraryProblem: fc.Arbitrary<MixProblem> = fc
  .record({
    zones: fc.integer({ min: 1, max: 3 }),
    need: amounts(25),
    spareNode: fc.boolean(),
    largestPod: fc.option(amounts(5), { nil: undefined }),
    fee: fc.nat(4),
    cap: fc.nat(40),
  })
  .map(({ fee, cap, ...rest }) => ({ ...rest, feeOf: (nodes) => Math.min(fee * nodes, cap) }));

/** Every pair of types and every pair of counts, checked one by one against the words of the rule. */
function tryEverything(asked: MixProblem, shapes: readonly NodeShape[]): Mix | undefined {
  let best: Mix | undefined;
  const counts = Array.from({ length: 28 }, (_, count) => count);
  for (const [i, left] of shapes.entries()) {
    for (const right of shapes.slice(i)) {
      if (left.architecture !== right.architecture) continue;
      for (const n of counts) {
        for (const m of left === right ? [0] : counts) {
          const entries = [
            { shape: left, perZone: n },
            { shape: right, perZone: m },
          ].filter((entry) => entry.perZone > 0);
          if (entries.length === 0 || !suffices(asked, entries)) continue;
          const mix = mixOf(asked, entries);
          if (best === undefined || compareMixes(mix, best) < 0) best = mix;
        }
      }
    }
  }
  return best;
}

function suffices(asked: MixProblem, entries: Mix['entries']): boolean {
  const { largestPod } = asked;
  if (largestPod !== undefined && !entries.some((entry) => holds(entry.shape.offers, largestPod))) {
    return false;
  }
  const all = entries
    .map((entry) => multiply(entry.shape.offers, entry.perZone))
    .reduce((sum, offers) => subtract(sum, multiply(offers, -1)));
  if (!asked.spareNode) return holds(all, asked.need);
  return entries.every((entry) => holds(subtract(all, entry.shape.offers), asked.need));
}
