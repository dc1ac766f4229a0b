import { decide, type Finding } from '../../../lib/decision';
import { failuresOf } from '../../../lib/decision/reasons';
import { PLAIN, requestOf } from '../requests';
import { SMALL } from '../small-catalog';
import { type Changes, clusterWith, evaluate } from './evaluate';

const EKS = 'eks/eu-central-1/3-zones';
const NO_TOTAL = { kind: 'unknown', lines: [], missing: ['storage'] } as const;
const NO_NODES = { kind: 'too-small', reason: 'no machine holds the largest pod' } as const;
const ASKED: Changes = { budget: { usdPerMonth: 600, maximumPriceAgeDays: 30 } };
const QUOTA = { accounts: { quotas: { 'eu-central-1': { vcpu: 24 } } } };

const follows = (constraint: string, given: Parameters<typeof evaluate>[3]): string | undefined =>
  evaluate(constraint, EKS, ASKED, { ...QUOTA, ...given }).follows;

describe('what cannot be looked at since another rule failed', () => {
  it.each(['prices-known', 'money-budget', 'price-age', 'machine-quota', 'addresses'])(
    'is left to capacity by %s where there are no nodes',
    (constraint) => {
      expect(follows(constraint, { sizing: NO_NODES, cost: NO_TOTAL })).toBe('capacity');
    },
  );

  it.each(['money-budget', 'price-age'])('is left to prices-known by %s where a price is missing', (id) => {
    expect(follows(id, { cost: NO_TOTAL })).toBe('prices-known');
  });

  it.each(['capacity', 'prices-known'])('is said by %s itself', (constraint) => {
    const found = evaluate(constraint, EKS, ASKED, {
      cost: NO_TOTAL,
      ...(constraint === 'capacity' ? { sizing: NO_NODES } : {}),
    });
    expect(found.verdict).not.toBe('proven');
    expect(found.follows).toBeUndefined();
  });

  it.each(['prices-known', 'money-budget', 'price-age', 'machine-quota', 'addresses'])(
    'is nothing where %s has all it needs',
    (constraint) => {
      expect(follows(constraint, {})).toBeUndefined();
    },
  );
});

describe('a candidate that fails by one cause', () => {
  const cluster = clusterWith({
    ...ASKED,
    capacity: { ...PLAIN.capacity, cpu: 100_000, largestPod: { cpu: 90_000, memoryGib: 1 } },
  });
  const decided = () => decide(requestOf({ api: cluster }), SMALL).clusters.api;

  it('fails one rule, and no other names what it leaves open', () => {
    const sized = new Set(['capacity', 'prices-known', 'money-budget', 'price-age', 'addresses']);
    const found = new Set(
      decided()
        ?.assessments.filter(({ candidate }) => candidate.platform === 'eks')
        .map(({ findings }) =>
          failuresOf(findings)
            .map(({ constraint }) => constraint)
            .filter((constraint) => sized.has(constraint))
            .join(),
        ),
    );
    expect([...found]).toEqual(['capacity']);
  });

  it('does not pass all the same, and is nearer than one that fails by two', () => {
    const api = decided();
    const [nearest] = api?.explanation?.nearest ?? [];
    expect(api?.outcome).toBe('infeasible');
    expect(nearest?.constraints).toEqual(['capacity']);
    const first = api?.assessments[0];
    const open = (finding: Finding): boolean => finding.follows !== undefined;
    expect(first?.feasible).toBe(false);
    expect(first?.findings.filter(open).map(({ constraint, verdict }) => [constraint, verdict])).toEqual([
      ['prices-known', 'unknown'],
      ['addresses', 'unknown'],
      ['price-age', 'unknown'],
      ['money-budget', 'unknown'],
    ]);
  });
});
