import { leastOfOpen } from '../../../lib/decision/joint/bound';
import { partitionsOf } from '../../../lib/decision/joint/groups';
import { networkOf } from '../../../lib/decision/joint/network';
import {
  bestPrices,
  budgetWeights,
  exchangeRate,
  type ShadowPrices,
  weightsAt,
} from '../../../lib/decision/joint/prices';
import { SearchState } from '../../../lib/decision/joint/state';
import type { JointProblem } from '../../../lib/decision/joint/types';
import { option, problem } from './problems';

const OPTIONS = [
  option('aws/r1/EU 1', 1, { money: 10, hours: 1 }),
  option('aws/r2/EU 3', 2, { money: 4, hours: 2 }),
  option('aws/r3/EU 8', 3, { money: 1, hours: 5 }),
];

/** Three clusters that each could have the same three. */
function three(limits: JointProblem['limits'], bonds: Parameters<typeof problem>[1] = []): JointProblem {
  const keys = ['a', 'b', 'c'];
  const some = problem(Object.fromEntries(keys.map((key) => [key, []])), bonds, { limits });
  return { ...some, clusters: keys.map((key) => ({ key, options: OPTIONS })) };
}

function surroundings(some: JointProblem) {
  const network = networkOf(some);
  return [new SearchState(some, network), partitionsOf(some.clusters, network)] as const;
}

const pricesOf = (some: JointProblem): ShadowPrices => bestPrices(some, ...surroundings(some));
const rateOf = (some: JointProblem): number | undefined => exchangeRate(some, ...surroundings(some));

/** The bound at some prices. */
function boundAt(some: JointProblem, prices: ShadowPrices): number {
  const { money = 0, hours = 0 } = some.limits;
  return (
    leastOfOpen(...surroundings(some), weightsAt(some, prices)) - prices.money * money - prices.hours * hours
  );
}

describe('the prices of what is limited', () => {
  it('are none where nothing is', () => {
    expect(pricesOf(three({}))).toEqual({ money: 0, hours: 0 });
  });

  it('are none where the cheapest together stay within the limits', () => {
    expect(pricesOf(three({ money: 31, hours: 4 }))).toEqual({ money: 0, hours: 0 });
  });

  it('make what takes less worth as much as what costs less', () => {
    // 1 + 10 p = 3 + 4 p
    const money = pricesOf(three({ money: 13 }));
    expect(money.money).toBeCloseTo(1 / 3, 4);
    expect(money.hours).toBe(0);
    // 3 + 4 p = 8 + p
    expect(pricesOf(three({ money: 6 })).money).toBeCloseTo(5 / 3, 4);
    const dear = three({ hours: 4 });
    const hours = { ...dear, clusters: dear.clusters.map((cluster) => ({ ...cluster, options: DEAR })) };
    // 1 + 9 p = 41 + p
    expect(pricesOf(hours)).toEqual({ money: 0, hours: expect.closeTo(5, 3) });
  });

  it('bring the bound to its highest', () => {
    const some = three({ money: 13 });
    expect(boundAt(some, { money: 0, hours: 0 })).toBe(3);
    expect(boundAt(some, pricesOf(some))).toBeCloseTo(26 / 3, 3);
  });

  it('take account of what must be apart', () => {
    // each of the three once: 12, however much money counts
    const apart = three({ money: 15 }, [
      ['a', 'b', 'region'],
      ['b', 'c', 'region'],
      ['a', 'c', 'region'],
    ]);
    expect(pricesOf(apart)).toEqual({ money: 0, hours: 0 });
    // two of the first kind and one of the second are 24
    const one = three({ money: 20 }, [['a', 'b', 'region']]);
    expect(pricesOf(one).money).toBeCloseTo(1 / 3, 4);
  });
});

const DEAR = [option('aws/r1/EU 1', 1, { hours: 9 }), option('aws/r2/EU 41', 2, { hours: 1 })];

describe('the rate at which hours count as money', () => {
  it('is there where both are limited', () => {
    expect(rateOf(three({ money: 13 }))).toBeUndefined();
    expect(rateOf(three({ hours: 7 }))).toBeUndefined();
    expect(rateOf(three({}))).toBeUndefined();
  });

  it('tells best that both cannot hold', () => {
    // 3 × (4 + 2 r) against 10 + 6 r between r = 1 and r = 6
    const some = three({ money: 6, hours: 6 });
    const rate = rateOf(some) ?? 0;
    const over = leastOfOpen(...surroundings(some), budgetWeights(some, rate)) - 6 - rate * 6;
    expect(over).toBeCloseTo(6, 4);
    expect(rate).toBeGreaterThanOrEqual(1);
    expect(rate).toBeLessThanOrEqual(6);
    // 4 + 2 r = 1 + 5 r, and 3 × (4 + 2 r) - 6 - 9 r falls from there
    expect(rateOf(three({ money: 6, hours: 9 }))).toBeCloseTo(1, 3);
    // 10 + r = 4 + 2 r, and 3 × (4 + 2 r) - 13 - 4 r rises till there
    expect(rateOf(three({ money: 13, hours: 4 }))).toBeCloseTo(6, 3);
  });

  it('weighs each option by money and hours', () => {
    expect(budgetWeights(three({}), 2)[0]).toEqual([12, 8, 11]);
    expect(weightsAt(three({}), { money: 2, hours: 3 })[0]).toEqual([24, 17, 25]);
  });
});
