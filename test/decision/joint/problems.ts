import fc from 'fast-check';
import type { Separation } from '../../../lib/decision';
import type { JointOption, JointProblem } from '../../../lib/decision/joint/types';

/** Options by hand: `aws/r1/EU 10` is a region, `site/s1/EU 10` a site. */
export function option(text: string, rank: number, more: Partial<JointOption> = {}): JointOption {
  const [where = '', amount = '0'] = text.split(' ');
  const [provider = '', place = '', jurisdiction = ''] = where.split('/');
  const cost = Number(amount);
  return {
    id: where,
    rank,
    cost,
    money: cost,
    hours: 0,
    uses: {},
    spot: { place: `${provider}/${place}`, provider, jurisdiction, exclusive: provider === 'site' },
    ...more,
  };
}

export function problem(
  clusters: Readonly<Record<string, readonly string[]>>,
  bonds: readonly [string, string, ...Separation[]][] = [],
  more: Partial<JointProblem> = {},
): JointProblem {
  const keys = Object.keys(clusters);
  return {
    clusters: keys.map((key) => ({
      key,
      options: (clusters[key] ?? []).map((text, index) => option(text, index + 1)),
    })),
    bonds: bonds.map(([one, other, ...apart]) => ({
      between: [keys.indexOf(one), keys.indexOf(other)],
      apart,
    })),
    limits: {},
    quotas: {},
    ...more,
  };
}

/** Every combination there is, the cheapest that holds, and the least ranks among equals. */
export function bruteForce(problem: JointProblem): readonly JointOption[] | undefined {
  let combinations: readonly (readonly JointOption[])[] = [[]];
  for (const { options } of problem.clusters) {
    combinations = combinations.flatMap((some) => options.map((next) => [...some, next]));
  }
  const holding = combinations.filter((chosen) => holds(problem, chosen));
  return holding.reduce<readonly JointOption[] | undefined>(
    (best, chosen) => (best === undefined || isBetter(chosen, best) ? chosen : best),
    undefined,
  );
}

export function holds(problem: JointProblem, chosen: readonly JointOption[]): boolean {
  const { limits, quotas, bonds } = problem;
  const exclusive = chosen.filter(({ spot }) => spot.exclusive).map(({ spot }) => spot.place);
  const money = sum(chosen.map((item) => item.money));
  return (
    new Set(exclusive).size === exclusive.length &&
    money <= (limits.money ?? money) &&
    sum(chosen.map((item) => item.hours)) <= (limits.hours ?? Number.POSITIVE_INFINITY) &&
    Object.entries(quotas).every(
      ([quota, limit]) => sum(chosen.map((item) => item.uses[quota] ?? 0)) <= limit,
    ) &&
    bonds.every(({ between, apart }) => {
      const [one, other] = [chosen[between[0]]?.spot, chosen[between[1]]?.spot];
      if (one === undefined || other === undefined) throw new Error('a bond of no cluster');
      return apart.every(
        (kind) => one[kind === 'region' ? 'place' : kind] !== other[kind === 'region' ? 'place' : kind],
      );
    })
  );
}

function isBetter(one: readonly JointOption[], other: readonly JointOption[]): boolean {
  const difference = sum(one.map((item) => item.cost)) - sum(other.map((item) => item.cost));
  if (difference !== 0) return difference < 0;
  const index = one.findIndex((item, position) => item.rank !== other[position]?.rank);
  return index !== -1 && (one[index]?.rank ?? 0) < (other[index]?.rank ?? 0);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const PLACES = [
  'aws/r1/EU',
  'aws/r2/EU',
  'aws/r3/US',
  'gcp/g1/EU',
  'gcp/g2/US',
  'gcp/g3/CH',
  'azure/z1/US',
  'site/s1/EU',
  'site/s2/CH',
];

const arbitraryOption = fc.record({
  where: fc.constantFrom(...PLACES),
  // few values, so that ties are many
  cost: fc.integer({ min: 0, max: 6 }),
  money: fc.integer({ min: 0, max: 6 }),
  hours: fc.integer({ min: 0, max: 4 }),
  vcpu: fc.integer({ min: 0, max: 2 }),
});

/** Two to four clusters of at most six options, with bonds, limits and a quota of any kind. */
export const arbitraryProblem: fc.Arbitrary<JointProblem> = fc
  .integer({ min: 2, max: 4 })
  .chain((count) =>
    fc.record({
      clusters: fc.array(fc.array(arbitraryOption, { minLength: 1, maxLength: 6 }), {
        minLength: count,
        maxLength: count,
      }),
      bonds: fc.array(
        fc.record({
          between: fc.tuple(fc.nat(count - 1), fc.nat(count - 1)).filter(([one, other]) => one < other),
          apart: fc.subarray<Separation>(['region', 'provider', 'jurisdiction'], { minLength: 1 }),
        }),
        { maxLength: 5 },
      ),
      limits: fc.record(
        { money: fc.integer({ min: 0, max: 20 }), hours: fc.integer({ min: 0, max: 12 }) },
        { requiredKeys: [] },
      ),
      quotas: fc.constantFrom<Readonly<Record<string, number>>[]>({}, { vcpu: 3 }),
    }),
  )
  .map(({ clusters, ...rest }) => ({
    ...rest,
    clusters: clusters.map((options, index) => ({
      key: `c${index}`,
      options: options.map(({ where, cost, money, hours, vcpu }, place) => ({
        ...option(`${where} ${cost}`, place + 1),
        money,
        hours,
        uses: Object.fromEntries(Object.keys(rest.quotas).map((quota) => [quota, vcpu])),
      })),
    })),
  }));
