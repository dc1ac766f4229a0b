import { type Conflict, conflictOf } from '../../../lib/decision/joint/conflict';
import type { JointOption, JointProblem } from '../../../lib/decision/joint/types';
import { option, problem } from './problems';

type Bonds = NonNullable<Parameters<typeof problem>[1]>;

const pairs = (keys: string, separation: Bonds[number][2]): Bonds =>
  [...keys].flatMap((one, index) =>
    [...keys.slice(index + 1)].map((other): Bonds[number] => [one, other, separation]),
  );

const each = (keys: string, options: readonly string[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries([...keys].map((key) => [key, options]));

function amounts(options: Readonly<Record<string, Partial<JointOption>>>, more: Partial<JointProblem>) {
  const clusters = Object.entries(options).map(([key, amount]) => ({
    key,
    options: [option('aws/r1/EU 1', 1, { money: 0, hours: 0, ...amount })],
  }));
  return { ...problem({}, [], more), clusters };
}

const textOf = (some: JointProblem): string => conflictOf(some).text;

describe('the contradiction of what two must not share', () => {
  it('names the fewest clusters and rules, and what each could have', () => {
    const chain = problem(
      {
        z: ['aws/r1/EU 1', 'aws/r2/EU 1'],
        a: ['aws/r1/EU 1'],
        b: ['aws/r1/EU 1', 'aws/r2/EU 1'],
        c: ['aws/r2/EU 1'],
      },
      [
        ['z', 'a', 'region'],
        ['a', 'b', 'region', 'jurisdiction'],
        ['b', 'c', 'region'],
      ],
    );
    expect(conflictOf(chain)).toEqual<Conflict>({
      members: [1, 2],
      rules: [{ kind: 'bond', between: [0, 1], separation: 'jurisdiction' }],
      text: "'a' and 'b' cannot be placed together: 'a' and 'b' must not share a jurisdiction; each could have EU",
    });
    const regions = { ...chain, bonds: chain.bonds.map((bond) => ({ ...bond, apart: ['region' as const] })) };
    expect(conflictOf(regions)).toEqual<Conflict>({
      members: [1, 2, 3],
      rules: [
        { kind: 'bond', between: [0, 1], separation: 'region' },
        { kind: 'bond', between: [1, 2], separation: 'region' },
      ],
      text: "'a', 'b' and 'c' cannot be placed together: 'a' and 'b' must not share a region; 'b' and 'c' must not share a region; 'a' could have r1; 'b' could have r1 and r2; 'c' could have r2",
    });
  });

  it('says once what no two of three and more may share', () => {
    const three = each('abc', ['aws/r1/EU 1', 'aws/r2/EU 1']);
    expect(textOf(problem(three, pairs('abc', 'region')))).toBe(
      "'a', 'b' and 'c' cannot be placed together: no two of them may share a region; each could have r1 and r2",
    );
    const four = each('abcd', ['aws/r1/EU 1', 'gcp/g1/US 1', 'azure/z1/CH 1']);
    expect(textOf(problem(four, pairs('abcd', 'jurisdiction')))).toBe(
      "'a', 'b', 'c' and 'd' cannot be placed together: no two of them may share a jurisdiction; each could have CH, EU and US",
    );
    expect(textOf(problem(four, pairs('abcd', 'provider')))).toBe(
      "'a', 'b', 'c' and 'd' cannot be placed together: no two of them may share a provider; each could have aws, azure and gcp",
    );
  });

  it('says each where several differ in what they must not share', () => {
    const three = each('abc', ['aws/r1/EU 1', 'gcp/g1/US 1']);
    const bonds: Bonds = [
      ['a', 'b', 'jurisdiction'],
      ['b', 'c', 'provider'],
      ['a', 'c', 'region'],
    ];
    expect(textOf(problem(three, bonds))).toBe(
      "'a', 'b' and 'c' cannot be placed together: 'a' and 'b' must not share a jurisdiction; 'b' and 'c' must not share a provider; 'a' and 'c' must not share a region; each could have aws and gcp",
    );
  });

  it('counts more than four names', () => {
    const places = ['aws/r1/EU 1', 'aws/r2/EU 1', 'aws/r3/EU 1', 'aws/r4/EU 1', 'aws/r5/EU 1'];
    expect(textOf(problem(each('abcde', places.slice(1)), pairs('abcde', 'region')))).toBe(
      "'a', 'b', 'c', 'd' and 'e' cannot be placed together: no two of them may share a region; each could have r2, r3, r4 and r5",
    );
    expect(textOf(problem(each('abcdef', places), pairs('abcdef', 'region')))).toBe(
      "'a', 'b', 'c', 'd', 'e' and 'f' cannot be placed together: no two of them may share a region; each could have 5 places",
    );
  });

  it('is about a site that two must have', () => {
    const some = problem({ a: ['aws/r1/EU 1'], b: ['site/s1/EU 1'], c: ['site/s1/EU 1'] });
    expect(conflictOf(some)).toEqual<Conflict>({
      members: [1, 2],
      rules: [{ kind: 'exclusive', place: 'site/s1' }],
      text: "'b' and 'c' cannot be placed together: site 's1' holds one cluster; each could have s1",
    });
  });

  it('is there whatever the limits are', () => {
    const some = problem(each('ab', ['aws/r1/EU 1']), pairs('ab', 'region'), {
      limits: { money: 1 },
      quotas: { 'r1/vCPU': 5 },
    });
    expect(conflictOf(some)).toEqual<Conflict>({
      members: [0, 1],
      rules: [{ kind: 'bond', between: [0, 1], separation: 'region' }],
      text: "'a' and 'b' cannot be placed together: 'a' and 'b' must not share a region; each could have r1",
    });
  });
});

describe('the contradiction of a total', () => {
  it('is about all clusters where it is money or hours, and says how much is missing', () => {
    const money = amounts(
      { a: { money: 3_000_000 }, b: { money: 2_000_000 }, c: {} },
      { limits: { money: 4_000_000, hours: 9_000_000 }, quotas: { 'r1/vCPU': 1 } },
    );
    expect(conflictOf(money)).toEqual<Conflict>({
      members: [0, 1, 2],
      rules: [{ kind: 'money' }],
      text: "'a', 'b' and 'c' cannot be placed together: all clusters may cost $4.00 a month together; they cost at least $5.00, $1.00 too much",
    });
    const hours = amounts({ a: { hours: 3_000_000 } }, { limits: { money: 0, hours: 2_500_000 } });
    expect(conflictOf(hours)).toEqual<Conflict>({
      members: [0],
      rules: [{ kind: 'hours' }],
      text: "'a' has no place: all clusters may take 2.5 hours a month together; they take at least 3.0 hours, 0.5 too many",
    });
  });

  it('says the least of what keeps all other rules', () => {
    const some = problem(
      { a: ['aws/r1/EU 2000000', 'aws/r2/EU 5000000'], b: ['aws/r1/EU 2000000', 'aws/r2/EU 5000000'] },
      [['a', 'b', 'region']],
      { limits: { money: 6_000_000 } },
    );
    expect(textOf(some)).toBe(
      "'a' and 'b' cannot be placed together: all clusters may cost $6.00 a month together; they cost at least $7.00, $1.00 too much",
    );
  });

  it('says no least where money and hours only fail together', () => {
    const options = [
      option('aws/r1/EU 1', 1, { money: 1_000_000, hours: 9_000_000 }),
      option('aws/r2/EU 1', 2, { money: 9_000_000, hours: 1_000_000 }),
    ];
    const some = {
      ...problem({}, [], { limits: { money: 2_000_000, hours: 2_000_000 } }),
      clusters: [{ key: 'a', options }],
    };
    expect(conflictOf(some)).toEqual<Conflict>({
      members: [0],
      rules: [{ kind: 'money' }, { kind: 'hours' }],
      text: "'a' has no place: all clusters may cost $2.00 a month together; all clusters may take 2.0 hours a month together",
    });
  });

  it('is about the fewest clusters where it is a quota', () => {
    const some = amounts(
      { a: { uses: { 'r1/vCPU': 1 } }, b: { uses: { 'r1/vCPU': 4 } }, c: { uses: { 'r1/vCPU': 4 } }, d: {} },
      { limits: { money: 1 }, quotas: { 'r1/GPUs': 1, 'r1/vCPU': 7 } },
    );
    expect(conflictOf(some)).toEqual<Conflict>({
      members: [1, 2],
      rules: [{ kind: 'quota', name: 'r1/vCPU' }],
      text: "'b' and 'c' cannot be placed together: the quota of r1 is 7 vCPU for all clusters",
    });
  });
});
