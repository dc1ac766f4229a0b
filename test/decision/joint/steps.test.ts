import { search } from '../../../lib/decision/joint/search';
import type { JointOption, JointProblem } from '../../../lib/decision/joint/types';
import { option, problem } from './problems';

/** Steps that a search takes until it knows: what bounds, prices of budgets and the order of trials are for. */
function stepsOf(some: JointProblem): number | undefined {
  const isEnough = (limit: number): boolean => search(some, Number.POSITIVE_INFINITY, limit).complete;
  let [less, enough] = [0, 256];
  if (!isEnough(enough)) return undefined;
  while (enough - less > 1) {
    const middle = (less + enough) / 2;
    if (isEnough(middle)) enough = middle;
    else less = middle;
  }
  return enough;
}

const costOf = (chosen: readonly JointOption[] | undefined): number | undefined =>
  chosen?.reduce((sum, { cost }) => sum + cost, 0);

type Bonds = NonNullable<Parameters<typeof problem>[1]>;

interface Rules extends Partial<Pick<JointProblem, 'limits' | 'quotas'>> {
  readonly bonds?: Bonds;
}

/** The problem of as many clusters as there are lists of options. */
function problemOf(
  lists: readonly (readonly JointOption[])[],
  { bonds = [], limits = {}, quotas = {} }: Rules,
): JointProblem {
  const clusters = lists.map((options, index) => ({ key: 'abcde'.charAt(index), options }));
  const some = problem(Object.fromEntries(clusters.map(({ key }) => [key, []])), bonds, { limits, quotas });
  return { ...some, clusters };
}

const THREE = [
  option('aws/r1/EU 1', 1, { money: 10, hours: 1, uses: { vcpu: 4 } }),
  option('aws/r2/EU 3', 2, { money: 4, hours: 2, uses: { vcpu: 2 } }),
  option('gcp/g1/US 8', 3, { money: 1, hours: 5, uses: { vcpu: 1 } }),
];

const APART: Bonds = [
  ['a', 'b', 'region'],
  ['b', 'c', 'region'],
  ['a', 'c', 'region'],
];

describe('a search among three clusters of three options each, of 27 answers', () => {
  it.each<[string, Rules, number, number]>([
    ['nothing', {}, 10, 10],
    ['money that leaves one answer', { limits: { money: 13 } }, 10, 8],
    ['money', { limits: { money: 16 } }, 19, 13],
    ['hours that are enough', { limits: { hours: 4 } }, 10, 10],
    ['money and hours', { limits: { money: 15, hours: 8 } }, 19, 13],
    ['money and hours that are each enough, and not both', { limits: { money: 11, hours: 6 } }, 1, 1],
    ['being apart', { bonds: APART }, 15, 7],
    ['being apart, and money that is too little for it', { bonds: APART, limits: { money: 14 } }, 1, 1],
    ['being apart, and money', { bonds: APART, limits: { money: 15 } }, 15, 7],
    ['two being apart, and money', { bonds: APART.slice(0, 1), limits: { money: 16 } }, 17, 16],
    [
      'two and two having no provider in common',
      {
        bonds: [
          ['a', 'b', 'provider'],
          ['b', 'c', 'provider'],
        ],
      },
      9,
      7,
    ],
    [
      'no two having a provider in common, of which there are two',
      {
        bonds: [
          ['a', 'b', 'provider'],
          ['b', 'c', 'provider'],
          ['a', 'c', 'provider'],
        ],
      },
      1,
      1,
    ],
    ['a quota', { quotas: { vcpu: 7 } }, 31, 13],
    ['a quota that leaves one answer', { quotas: { vcpu: 6 } }, 31, 14],
    ['a quota that is too small', { quotas: { vcpu: 2 } }, 13, 8],
    ['a quota that is too small for being apart', { bonds: APART, quotas: { vcpu: 6 } }, 16, 7],
  ])('takes few steps for %s, and fewer where they could change places', (_name, rules, unlike, alike) => {
    const weighted = [1, 2, 3].map((weight) => THREE.map((one) => ({ ...one, cost: one.cost * weight })));
    expect(stepsOf(problemOf(weighted, rules))).toBe(unlike);
    expect(stepsOf(problemOf([THREE, THREE, THREE], rules))).toBe(alike);
  });
});

const PLACES = ['aws/r1/EU', 'aws/r2/US', 'gcp/g1/EU', 'gcp/g2/CH', 'azure/z1/US', 'site/s1/EU'];

/** No order in them: what is cheap is neither short of hours nor of money. */
const FIVE = [0, 1, 2, 3, 4].map((cluster) =>
  PLACES.map((where, place) =>
    option(`${where} ${100 + ((cluster * 7 + place * 13) % 17) * 10}`, place + 1, {
      money: 200 - ((cluster * 5 + place * 11) % 19) * 8,
      hours: 10 + ((cluster * 3 + place * 7) % 13) * 4,
      uses: { vcpu: 1 + ((cluster + place) % 4) },
    }),
  ),
);

describe('a search among five clusters of six options each, of 7,776 answers', () => {
  const bonds: Bonds = [
    ['a', 'b', 'provider'],
    ['c', 'd', 'jurisdiction'],
    ['d', 'e', 'region'],
  ];

  it.each<[Rules, number, number | undefined]>([
    [{}, 31, 580],
    [{ limits: { money: 500 } }, 118, 720],
    [{ limits: { hours: 120 } }, 31, 580],
    [{ limits: { money: 640, hours: 120 } }, 168, undefined],
    [{ limits: { money: 560, hours: 150 }, bonds }, 51, 730],
    [
      { limits: { money: 620, hours: 170 }, quotas: { vcpu: 9 }, bonds: [...bonds, ['b', 'c', 'region']] },
      54,
      640,
    ],
  ])('for %j takes %d steps to a cost of %j', (rules, steps, cost) => {
    const some = problemOf(FIVE, rules);
    expect(stepsOf(some)).toBe(steps);
    expect(costOf(search(some).chosen)).toBe(cost);
  });
});
