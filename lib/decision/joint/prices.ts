import { leastOfOpen, type WeightsOfOptions } from './bound';
import type { Partition } from './groups';
import type { SearchState } from './state';
import type { JointProblem } from './types';

/**
 * What a dollar and a millionth of an hour beyond the total budgets are worth, so that the budgets can be felt in every single
 * option (Lagrange). Any pair gives a true bound; these give a good one.
 */
export interface ShadowPrices {
  readonly money: number;
  readonly hours: number;
}

/** Cost of each option with its share of the budgets at these prices. */
export function weightsAt({ clusters }: JointProblem, prices: ShadowPrices): WeightsOfOptions {
  return clusters.map(({ options }) =>
    options.map(({ cost, money, hours }) => cost + prices.money * money + prices.hours * hours),
  );
}

/** The prices at which the bound over the whole problem is about the highest; both 0 where no budget is set. */
export function bestPrices(
  problem: JointProblem,
  state: SearchState,
  partitions: readonly Partition[],
): ShadowPrices {
  const { limits } = problem;
  const boundAt = (prices: ShadowPrices): number =>
    leastOfOpen(state, partitions, weightsAt(problem, prices)) -
    prices.money * (limits.money ?? 0) -
    prices.hours * (limits.hours ?? 0);
  let prices: ShadowPrices = { money: 0, hours: 0 };
  for (const name of ['money', 'hours', 'money'] as const) {
    if (limits[name] === undefined) continue;
    const others = prices;
    prices = { ...others, [name]: highest((value) => boundAt({ ...others, [name]: value })) };
  }
  return prices;
}

/**
 * How much of money an hour counts for in the one sum of both budgets that tells best when they cannot hold together. `undefined`
 * unless both are set.
 */
export function exchangeRate(
  problem: JointProblem,
  state: SearchState,
  partitions: readonly Partition[],
): number | undefined {
  const { money, hours } = problem.limits;
  if (money === undefined || hours === undefined) return undefined;
  return highest(
    (rate) => leastOfOpen(state, partitions, budgetWeights(problem, rate)) - money - rate * hours,
  );
}

/** Money and hours of each option in one sum. */
export function budgetWeights({ clusters }: JointProblem, rate: number): WeightsOfOptions {
  return clusters.map(({ options }) => options.map(({ money, hours }) => money + rate * hours));
}

/** Where a concave function of a number that is not negative is about the highest: first the power of two, then between its neighbours. */
function highest(value: (at: number) => number): number {
  let best = 0;
  let most = value(0);
  for (let power = -8; power <= 20; power += 1) {
    const here = value(2 ** power);
    if (here > most) {
      most = here;
      best = 2 ** power;
    }
  }
  let low = best / 2;
  let high = best === 0 ? 2 ** -8 : best * 2;
  for (let step = 0; step < 24; step += 1) {
    const left = low + (high - low) / 3;
    const right = high - (high - low) / 3;
    if (value(left) < value(right)) low = left;
    else high = right;
  }
  const refined = (low + high) / 2;
  return value(refined) > most ? refined : best;
}
