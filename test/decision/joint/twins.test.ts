import { networkOf } from '../../../lib/decision/joint/network';
import { twinsOf } from '../../../lib/decision/joint/twins';
import type { JointOption, JointProblem } from '../../../lib/decision/joint/types';
import { option, problem } from './problems';

const twins = (some: JointProblem): readonly (readonly boolean[])[] =>
  twinsOf(some.clusters, networkOf(some));

const same = ['aws/r1/EU 1', 'gcp/g1/US 2'];
const NONE = [
  [false, false],
  [false, false],
];
const BOTH = [
  [false, true],
  [true, false],
];

describe('clusters that could change places', () => {
  it('have the same options, and are never one and the same', () => {
    expect(twins(problem({ a: same, b: same }))).toEqual(BOTH);
    expect(twins(problem({ a: same, b: same.slice(1) }))).toEqual(NONE);
    expect(twins(problem({ a: same, b: same.slice(0, 1) }))).toEqual(NONE);
    expect(twins(problem({ a: same, b: [...same].reverse() }))).toEqual(NONE);
  });

  it.each<[string, Partial<JointOption>]>([
    ['rank', { rank: 2 }],
    ['cost', { cost: 2 }],
    ['money', { money: 2 }],
    ['hours', { hours: 1 }],
    ['place', { spot: { place: 'aws/r2', provider: 'aws', jurisdiction: 'EU', exclusive: false } }],
    ['provider', { spot: { place: 'aws/r1', provider: 'gcp', jurisdiction: 'EU', exclusive: false } }],
    ['jurisdiction', { spot: { place: 'aws/r1', provider: 'aws', jurisdiction: 'US', exclusive: false } }],
    ['use of a quota', { uses: { vcpu: 1 } }],
  ])('have options of the same %s', (_what, other) => {
    const clusters = [
      { key: 'a', options: [option('aws/r1/EU 1', 1), option('gcp/g1/US 2', 2)] },
      { key: 'b', options: [option('aws/r1/EU 1', 1, other), option('gcp/g1/US 2', 2)] },
    ];
    expect(twins({ ...problem({}), clusters })).toEqual(NONE);
  });

  it('have the same bonds, whatever is between the two', () => {
    const three = { a: same, b: same, c: ['azure/z1/EU 1'] };
    expect(twins(problem({ a: same, b: same }, [['a', 'b', 'region']]))).toEqual(BOTH);
    const pair = [
      [false, true, false],
      [true, false, false],
      [false, false, false],
    ];
    expect(
      twins(
        problem(three, [
          ['a', 'c', 'provider'],
          ['b', 'c', 'provider'],
        ]),
      ),
    ).toEqual(pair);
    const nobody = pair.map((row) => row.map(() => false));
    expect(twins(problem(three, [['a', 'c', 'region']]))).toEqual(nobody);
    expect(
      twins(
        problem(three, [
          ['a', 'c', 'provider'],
          ['b', 'c', 'region'],
        ]),
      ),
    ).toEqual(nobody);
  });
});
