import { formatUsd } from '../../values';
import { roundHalfUp, USD } from '../money';
import type { Constraint } from '../types';
import { decided, finding } from './finding';

const CENT = USD / 100;

export const moneyBudget: Constraint = {
  id: 'money-budget',
  title: 'Monthly bill within the money budget',
  rationale:
    'People’s hours are a budget of their own and not in it. An unknown total never passes a budget.',
  level: 'hard',
  dependsOn: 'candidate',
  evaluate({ cost }, { cluster }) {
    const { usdPerMonth } = cluster.budget;
    const required =
      usdPerMonth === undefined
        ? 'no limit on money'
        : `at most ${formatUsd(roundHalfUp(usdPerMonth * USD))} a month`;
    if (cost.kind === 'unknown') {
      return finding(this.id, required, {
        verdict: usdPerMonth === undefined ? 'proven' : 'unknown',
        observed: 'a total that is not known',
        fix: 'see prices-known for the figures that are missing',
      });
    }
    const over =
      usdPerMonth === undefined ? 0 : Math.max(0, cost.monthlyMicroUsd - roundHalfUp(usdPerMonth * USD));
    return finding(
      this.id,
      required,
      decided(over === 0, {
        observed: `${formatUsd(cost.monthlyMicroUsd)} a month`,
        // up to the next cent, so that the sum named is enough
        fix: `budget +${formatUsd(Math.ceil(over / CENT) * CENT)} a month`,
      }),
    );
  },
};
