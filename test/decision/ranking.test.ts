import fc from 'fast-check';
import { compareRanked, rank } from '../../lib/decision/ranking';
import {
  arbitraryToys,
  arbitraryWeights,
  clusterAt,
  judged,
  RULES,
  ranked,
  type Toy,
  toy,
} from './explanation/toys';

const CLUSTER = clusterAt(1);

const ids = (toys: readonly Toy[], cluster = CLUSTER): readonly string[] =>
  ranked(toys, cluster).map(({ candidate }) => candidate.id);

const merits = (resilience: number, carbonGramsPerKwh: number | undefined): Toy['merits'] => ({
  resilience,
  carbonGramsPerKwh,
  latencyMs: undefined,
});

describe('the order of the feasible', () => {
  const base = toy('b/b/x', { provider: 'azure' });

  it.each<[string, Toy, string]>([
    ['objective', toy('z/z/x', { microUsd: 99_000_000 }), '$1.00 a month dearer'],
    [
      'money where the objective is the same',
      toy('z/z/x', { microUsd: 98_000_000, hours: 12 }),
      'costs the same as z/z/x, which comes first by money',
    ],
    [
      'resilience where both are',
      toy('z/z/x', { merits: merits(4, undefined) }),
      'costs the same as z/z/x, which comes first by resilience',
    ],
    [
      'carbon where that is too',
      toy('z/z/x', { merits: merits(3, 299) }),
      'costs the same as z/z/x, which comes first by carbon',
    ],
    [
      'provider where all are',
      toy('z/z/x', { provider: 'aws' }),
      'costs the same as z/z/x, which comes first by name',
    ],
    [
      'id where only that differs',
      toy('a/a/x', { provider: 'azure' }),
      'costs the same as a/a/x, which comes first by name',
    ],
  ])('is by %s', (_name, better, lostBecause) => {
    const order = ranked([base, better], CLUSTER);
    expect(order.map(({ candidate, rank, lostBecause }) => [candidate.id, rank, lostBecause])).toEqual([
      [better.id, 1, ''],
      [base.id, 2, lostBecause],
    ]);
  });

  it('is by hours where they cost nothing', () => {
    const [, last] = ranked([base, toy('z/z/x', { hours: 9 })], clusterAt(0));
    expect(last?.lostBecause).toBe('costs the same as z/z/x, which comes first by hours');
  });

  it('puts carbon that is not known last', () => {
    expect(ids([base, toy('a/a/x', { merits: merits(3, undefined) })])).toEqual(['b/b/x', 'a/a/x']);
  });

  it('says money and hours of whoever is dearer by both', () => {
    const [, last] = ranked([base, toy('z/z/x', { microUsd: 80_000_000, hours: 20.5 })], CLUSTER);
    expect(last?.lostBecause).toBe('$9.50 a month dearer: money +$20.00, hours -10.5');
  });
});

describe('the order by weights', () => {
  const weights = { money: 0, hours: 0, resilience: 1, carbon: 1, latency: 0 };
  const cluster = clusterAt(1, weights);

  it('is by the higher score, whatever it costs', () => {
    const order = ranked(
      [
        toy('a/a/x', { merits: merits(1, 0) }),
        toy('b/b/x', { microUsd: 112_340_000, merits: merits(3, 300) }),
        toy('c/c/x', { merits: merits(3, 300) }),
      ],
      cluster,
    );
    expect(
      order.map(({ candidate, scorePpm, lostBecause }) => [candidate.id, scorePpm, lostBecause]),
    ).toEqual([
      ['c/c/x', 812_500, ''],
      ['b/b/x', 812_500, 'scores the same as c/c/x, which comes first by money plus hours'],
      ['a/a/x', 500_000, 'scores 50.0000 of 100, 31.2500 less: money +$0.00, hours +0.0'],
    ]);
  });

  it('says what decides between equal scores at equal objectives', () => {
    const [, last] = ranked([toy('a/a/x'), toy('b/b/x', { microUsd: 99_000_000, hours: 11 })], cluster);
    expect(last?.lostBecause).toBe('scores the same as b/b/x, which comes first by money');
  });

  it('puts whoever has no score last among what is compared', () => {
    const unknown = judged(toy('a/a/x', { microUsd: undefined }), cluster);
    expect(compareRanked(unknown, judged(toy('b/b/x', { merits: merits(1, 900) }), cluster))).toBeGreaterThan(
      0,
    );
    expect(compareRanked(judged(toy('b/b/x'), cluster), unknown)).toBeLessThan(0);
  });
});

describe('the order of the rest', () => {
  it('is by the number of failures, the objective with the unknown last, and the id', () => {
    const one = { 'third-rule': 'refuted' } as const;
    expect(
      ranked(
        [
          toy('e/e/x', { fails: { ...one, 'first-rule': 'unknown' }, microUsd: 1 }),
          toy('d/d/x', { fails: one, microUsd: undefined }),
          toy('c/c/x', { fails: one }),
          toy('b/b/x', { fails: one }),
          toy('a/a/x', { fails: { 'third-rule': 'unknown' }, microUsd: 2_000_000 }),
          toy('z/z/x', { microUsd: 900_000_000 }),
        ],
        CLUSTER,
      ).map(({ candidate, rank, lostBecause }) => [candidate.id, rank, lostBecause]),
    ).toEqual([
      ['z/z/x', 1, ''],
      ['a/a/x', undefined, 'third-rule (needs it; found: not it)'],
      ['b/b/x', undefined, 'third-rule (needs it; found: not it)'],
      ['c/c/x', undefined, 'third-rule (needs it; found: not it)'],
      ['d/d/x', undefined, 'third-rule (needs it; found: not it)'],
      ['e/e/x', undefined, 'third-rule (needs it; found: not it); first-rule (needs it; found: not it)'],
    ]);
  });

  it('counts neither what is overridden nor what only advises', () => {
    const item = judged(toy('a/a/x', { fails: { 'first-rule': 'refuted' } }), CLUSTER);
    const [overridden, advised] = RULES;
    const findings = item.findings.map((finding) => ({
      ...finding,
      ...(finding.constraint === overridden && { overridden: 'we know' }),
      ...(finding.constraint === advised && { verdict: 'unknown' as const, advisory: true as const }),
    }));
    expect(rank([{ ...item, findings }])[0]?.lostBecause).toBe('');
  });
});

describe('an order', () => {
  const arbitraryCluster = fc
    .tuple(fc.constantFrom(0, 1), fc.option(arbitraryWeights, { nil: undefined, freq: 1 }))
    .map(([rate, weights]) => clusterAt(rate, weights, 20));

  it('does not depend on who else takes part', () => {
    fc.assert(
      fc.property(
        arbitraryToys(1_000_000),
        fc.integer({ min: 0, max: 511 }),
        arbitraryCluster,
        (toys, taken, cluster) => {
          const some = toys.filter((_one, index) => (taken >> index) % 2 === 1);
          const names = new Set(some.map(({ id }) => id));
          expect(ids(some, cluster)).toEqual(ids(toys, cluster).filter((id) => names.has(id)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order they come in', () => {
    fc.assert(
      fc.property(arbitraryToys(1_000_000), arbitraryCluster, (toys, cluster) => {
        expect(ranked(toys.toReversed(), cluster)).toEqual(ranked(toys, cluster));
      }),
    );
  });

  it('is by the objective alone, or by the score alone, wherever these differ', () => {
    fc.assert(
      fc.property(arbitraryToys(1_000_000), arbitraryCluster, (toys, cluster) => {
        const feasible = ranked(toys, cluster).filter((item) => item.feasible);
        const values = feasible.map(({ scorePpm, objectiveMicroUsd }) =>
          cluster.weights === undefined ? (objectiveMicroUsd ?? 0) : -(scorePpm ?? 0),
        );
        expect(values).toEqual(values.toSorted((left, right) => left - right));
        expect(feasible.map(({ rank }) => rank)).toEqual(feasible.map((_item, index) => index + 1));
      }),
    );
  });
});
