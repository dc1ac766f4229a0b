import { breaks, describeRule, type Rule, rulesOf, without } from '../../../lib/decision/joint/rules';
import type { JointProblem } from '../../../lib/decision/joint/types';
import { option, problem } from './problems';

const TIED = problem(
  {
    a: ['aws/r1/EU 1', 'site/s1/EU 2'],
    b: ['gcp/g1/US 1', 'site/s2/CH 2', 'site/s1/EU 3'],
    c: ['gcp/g2/US 1'],
  },
  [
    ['a', 'b', 'region', 'provider'],
    ['a', 'c', 'jurisdiction'],
    ['b', 'c', 'region'],
  ],
  { limits: { money: 5_000_000, hours: 12_500_000 }, quotas: { 'r1/vCPU': 2_000, 'r1/GPUs': 8 } },
);

const MONEY: Rule = { kind: 'money' };
const HOURS: Rule = { kind: 'hours' };
const QUOTA: Rule = { kind: 'quota', name: 'r1/vCPU' };
const SITE: Rule = { kind: 'exclusive', place: 'site/s1' };

const bond = (
  between: readonly [number, number],
  separation: Extract<Rule, { kind: 'bond' }>['separation'],
): Rule => ({ kind: 'bond', between, separation });

describe('the rules of a problem', () => {
  it('are each separation of each bond, each site, each limit and each quota', () => {
    expect(rulesOf(TIED)).toEqual([
      bond([0, 1], 'region'),
      bond([0, 1], 'provider'),
      bond([0, 2], 'jurisdiction'),
      bond([1, 2], 'region'),
      SITE,
      { kind: 'exclusive', place: 'site/s2' },
      MONEY,
      HOURS,
      QUOTA,
      { kind: 'quota', name: 'r1/GPUs' },
    ]);
    expect(rulesOf(problem({ a: ['aws/r1/EU 1'] }))).toEqual([]);
  });

  it('are in words', () => {
    expect(rulesOf(TIED).map((rule) => describeRule(TIED, rule))).toEqual([
      "'a' and 'b' must not share a region",
      "'a' and 'b' must not share a provider",
      "'a' and 'c' must not share a jurisdiction",
      "'b' and 'c' must not share a region",
      "site 's1' holds one cluster",
      "site 's2' holds one cluster",
      'all clusters may cost $5.00 a month together',
      'all clusters may take 12.5 hours a month together',
      'the quota of r1 is 2,000 vCPU for all clusters',
      'the quota of r1 is 8 GPUs for all clusters',
    ]);
  });
});

describe('a problem without a rule', () => {
  const rest = (rule: Rule): Partial<JointProblem> => {
    const found = without(TIED, rule);
    return Object.fromEntries(
      Object.entries(found).filter(
        ([name, value]) =>
          JSON.stringify(value) !== JSON.stringify(TIED[name as keyof JointProblem] as unknown),
      ),
    );
  };

  it('keeps the other separations of a bond, and loses the bond with the last', () => {
    expect(rest(bond([0, 1], 'region'))).toEqual({
      bonds: [
        { between: [0, 1], apart: ['provider'] },
        { between: [0, 2], apart: ['jurisdiction'] },
        { between: [1, 2], apart: ['region'] },
      ],
    });
    expect(rest(bond([1, 2], 'region'))).toEqual({
      bonds: [
        { between: [0, 1], apart: ['region', 'provider'] },
        { between: [0, 2], apart: ['jurisdiction'] },
      ],
    });
  });

  it('has a site that several may share, and the others as they were', () => {
    const exclusive = without(TIED, SITE).clusters.map(({ options }) =>
      options.map(({ spot }) => [spot.place, spot.exclusive]),
    );
    expect(exclusive).toEqual([
      [
        ['aws/r1', false],
        ['site/s1', false],
      ],
      [
        ['gcp/g1', false],
        ['site/s2', true],
        ['site/s1', false],
      ],
      [['gcp/g2', false]],
    ]);
    expect(without(TIED, SITE).clusters[0]?.options[1]).toEqual({
      ...option('site/s1/EU 2', 2),
      spot: { place: 'site/s1', provider: 'site', jurisdiction: 'EU', exclusive: false },
    });
  });

  it('has no such limit or quota', () => {
    expect(rest(MONEY)).toEqual({ limits: { hours: 12_500_000 } });
    expect(rest(HOURS)).toEqual({ limits: { money: 5_000_000 } });
    expect(rest(QUOTA)).toEqual({ quotas: { 'r1/GPUs': 8 } });
  });
});

describe('a choice', () => {
  const broken = (
    chosen: readonly Parameters<typeof option>[],
    rules: readonly Rule[],
    some: JointProblem = TIED,
  ): readonly boolean[] =>
    rules.map((rule) =>
      breaks(
        some,
        chosen.map((one) => option(...one)),
        rule,
      ),
    );

  it.each<[string, string, readonly boolean[]]>([
    ['aws/r1/EU', 'aws/r1/EU', [true, true, true]],
    ['aws/r1/EU', 'aws/r2/EU', [false, true, true]],
    ['aws/r1/EU', 'aws/r2/US', [false, true, false]],
    ['aws/r1/EU', 'gcp/g1/EU', [false, false, true]],
    ['aws/r1/EU', 'gcp/g1/US', [false, false, false]],
  ])('of %s and %s breaks what two must not share: %j', (one, other, expected) => {
    const rules = (['region', 'provider', 'jurisdiction'] as const).map((separation) =>
      bond([0, 1], separation),
    );
    expect(
      broken(
        [
          [one, 1],
          [other, 1],
        ],
        rules,
      ),
    ).toEqual(expected);
  });

  it('breaks nothing that is about a cluster without an option', () => {
    expect(broken([['aws/r1/EU', 1]], [bond([0, 1], 'region'), bond([1, 2], 'region')])).toEqual([
      false,
      false,
    ]);
    expect(breaks(TIED, [], bond([0, 1], 'provider'))).toBe(false);
  });

  it('breaks the rule of a site by two that are on it', () => {
    const on = (...places: readonly string[]): boolean | undefined =>
      broken(
        places.map((place) => [place, 1]),
        [SITE],
      )[0];
    expect(on('site/s1/EU', 'site/s1/EU')).toBe(true);
    expect(on('site/s1/EU', 'site/s2/EU')).toBe(false);
    expect(on('site/s1/EU', 'aws/r1/EU')).toBe(false);
    const shared = option('site/s1/EU', 1);
    const open = { ...shared, spot: { ...shared.spot, exclusive: false } };
    expect(breaks(TIED, [open, open], SITE)).toBe(false);
  });

  it('breaks a limit or a quota by more than it, not by as much', () => {
    const of = (money: number, hours: number, vcpu: number): readonly boolean[] =>
      broken(
        [
          ['aws/r1/EU', 1, { money: 4_000_000, hours: 12_000_000, uses: { 'r1/vCPU': 1_000 } }],
          ['aws/r1/EU', 1, { money, hours, uses: { 'r1/vCPU': vcpu } }],
          ['aws/r1/EU', 1, { money: 0, hours: 0 }],
        ],
        [MONEY, HOURS, QUOTA],
      );
    expect(of(1_000_000, 500_000, 1_000)).toEqual([false, false, false]);
    expect(of(1_000_001, 500_000, 1_000)).toEqual([true, false, false]);
    expect(of(1_000_000, 500_001, 1_000)).toEqual([false, true, false]);
    expect(of(1_000_000, 500_000, 1_001)).toEqual([false, false, true]);
    const much: Parameters<typeof option>[] = [
      ['aws/r1/EU', 1, { money: 9e12, hours: 9e12, uses: { 'r1/vCPU': 9e9 } }],
    ];
    expect(broken(much, [MONEY, HOURS, QUOTA], problem({ a: [] }))).toEqual([false, false, false]);
  });
});
