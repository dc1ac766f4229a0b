import fc from 'fast-check';
import { paretoFront } from '../../../lib/decision/explanation/pareto';
import { arbitraryToys, clusterAt, feasibleOf, passing, type Toy, toy } from './toys';

const CLUSTER = clusterAt(100);

const frontOf = (toys: readonly Toy[], cluster = CLUSTER): readonly string[] =>
  paretoFront(feasibleOf(toys, cluster)).map(({ candidate }) => candidate.id);

/** By definition, each against each. */
function beats(one: Toy, other: Toy): boolean {
  const pairs = [
    [one.microUsd ?? Number.POSITIVE_INFINITY, other.microUsd ?? Number.POSITIVE_INFINITY],
    [one.hours, other.hours],
    [-one.merits.resilience, -other.merits.resilience],
    [
      one.merits.carbonGramsPerKwh ?? Number.POSITIVE_INFINITY,
      other.merits.carbonGramsPerKwh ?? Number.POSITIVE_INFINITY,
    ],
  ] as const;
  return pairs.every(([a, b]) => a <= b) && pairs.some(([a, b]) => a < b);
}

const merits = (resilience: number, carbonGramsPerKwh: number | undefined): Toy['merits'] => ({
  resilience,
  carbonGramsPerKwh,
  latencyMs: undefined,
});

describe('the Pareto front', () => {
  it('holds whoever is best in something, and nobody who is worse in all of it than one other', () => {
    expect(
      frontOf([
        toy('cheap/a/x', { microUsd: 50, hours: 20, merits: merits(1, 500) }),
        toy('quick/a/x', { microUsd: 90, hours: 5, merits: merits(1, 500) }),
        toy('solid/a/x', { microUsd: 90, hours: 20, merits: merits(3, 500) }),
        toy('clean/a/x', { microUsd: 90, hours: 20, merits: merits(1, 20) }),
        toy('beaten/a/x', { microUsd: 91, hours: 20, merits: merits(1, 500) }),
      ]),
    ).toEqual(['quick/a/x', 'cheap/a/x', 'solid/a/x', 'clean/a/x']);
  });

  it('keeps all of several that are equal', () => {
    expect(frontOf([toy('a/a/x'), toy('b/b/x'), toy('c/c/x', { hours: 11 })])).toEqual(['a/a/x', 'b/b/x']);
  });

  it('takes carbon that is not known for the worst', () => {
    expect(
      frontOf([
        toy('dirty/a/x', { merits: merits(3, 799) }),
        toy('dark/a/x', { merits: merits(3, undefined) }),
      ]),
    ).toEqual(['dirty/a/x']);
  });

  it('is what each against each gives, in the order of the ranking', () => {
    fc.assert(
      fc.property(arbitraryToys(1_000_000, false), (toys) => {
        const rivals = passing(toys);
        const naive = rivals.filter((one) => !rivals.some((other) => beats(other, one))).map(({ id }) => id);
        const all = feasibleOf(toys, CLUSTER).map(({ candidate }) => candidate.id);
        expect(frontOf(toys)).toEqual(all.filter((id) => naive.includes(id)));
      }),
      { numRuns: 500 },
    );
  });

  it('has the winner on it wherever no weights are given, at any rate', () => {
    fc.assert(
      fc.property(arbitraryToys(1_000_000, false), fc.constantFrom(0, 0.5, 1, 100), (toys, rate) => {
        const cluster = clusterAt(rate);
        const [winner] = feasibleOf(toys, cluster);
        if (winner !== undefined) expect(frontOf(toys, cluster)).toContain(winner.candidate.id);
      }),
      { numRuns: 500 },
    );
  });
});
