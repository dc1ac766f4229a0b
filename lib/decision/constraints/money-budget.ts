import { formatUsd } from '../../values';
import { roundHalfUp, USD, upToCent } from '../money';
import type { Constraint, Cost } from '../types';
import { causeOfNoTotal, finding, followsFrom, proven } from './finding';

const NOT_ASKED = proven('money-budget', 'no limit on money', 'no limit is asked for');

/**
 * The bill that the budget must hold is the one without any discount for machines that can be taken away, for these come back
 * at their full price; unless the request accepts that risk.
 */
export const moneyBudget: Constraint = {
  id: 'money-budget',
  title: 'Monthly bill within the money budget',
  rationale:
    'People’s hours are a budget of their own and not in it; an unknown total passes no budget, nor does one that holds only while spot prices do, and a reason pays no bill.',
  level: 'hard',
  dependsOn: 'candidate',
  settledBy: ({ cluster }) => (cluster.budget.usdPerMonth === undefined ? NOT_ASKED : undefined),
  evaluate({ cost, sizing }, { cluster: { budget } }) {
    if (budget.usdPerMonth === undefined) return NOT_ASKED;
    const limit = roundHalfUp(budget.usdPerMonth * USD);
    const required = `at most ${formatUsd(limit)} a month`;
    if (cost.kind === 'unknown') {
      return followsFrom(causeOfNoTotal(sizing), this.id, required, 'a total that is not known');
    }
    const counted = budget.acceptSpotRisk ? cost.monthlyMicroUsd : cost.withoutSpotMicroUsd;
    const observed = describeBill(cost, budget.acceptSpotRisk);
    if (counted <= limit) return finding(this.id, required, { verdict: 'proven', observed });
    return finding(this.id, required, {
      verdict: 'refuted',
      observed,
      fix: `budget +${formatUsd(upToCent(counted - limit))} a month${cost.monthlyMicroUsd <= limit ? ", or accept 'budget.acceptSpotRisk'" : ''}`,
      change: { path: ['budget', 'usdPerMonth'], to: upToCent(counted) / USD },
    });
  },
};

function describeBill(cost: Extract<Cost, { kind: 'priced' }>, risk: boolean): string {
  const bill = `${formatUsd(cost.monthlyMicroUsd)} a month`;
  if (cost.withoutSpotMicroUsd === cost.monthlyMicroUsd) return bill;
  const onDemand = formatUsd(cost.withoutSpotMicroUsd);
  return risk ? `${bill}, ${onDemand} without spot prices` : `${onDemand} a month, ${bill} at spot prices`;
}
