import { daysBetween, formatCount } from '../../values';
import type { Constraint } from '../types';
import { causeOfNoTotal, finding, followsFrom, type Outcome, proven } from './finding';
import { onceFor } from './shared';

const NOT_ASKED = proven('price-age', 'prices of any age', 'no limit is asked for');

export const priceAge: Constraint = {
  id: 'price-age',
  title: 'Prices no older than asked for',
  rationale:
    'A budget that rests on an old price rests on a guess; it may be the only figure there is, so a written reason lifts it.',
  level: 'overridable',
  dependsOn: 'candidate',
  settledBy: ({ cluster }) => (cluster.budget.maximumPriceAgeDays === undefined ? NOT_ASKED : undefined),
  evaluate({ cost, sizing }, context) {
    const { cluster, request } = context;
    const limit = cluster.budget.maximumPriceAgeDays;
    if (limit === undefined) return NOT_ASKED;
    const required = `prices of at most ${formatCount(limit, 'day')} before ${request.planDate}`;
    if (cost.kind === 'unknown') {
      return followsFrom(causeOfNoTotal(sizing), this.id, required, 'a total that is not known');
    }
    const { oldestAsOf } = cost;
    if (oldestAsOf === undefined) {
      return finding(this.id, required, { verdict: 'proven', observed: 'figures of your own' });
    }
    // bills rest on few dates
    return onceFor(context, this.id, oldestAsOf, () =>
      finding(this.id, required, compare(oldestAsOf, request.planDate, limit)),
    );
  },
};

function compare(oldest: string, planDate: string, limit: number): Outcome {
  const age = daysBetween(oldest, planDate);
  if (age === undefined) {
    return {
      verdict: 'unknown',
      observed: `the oldest is of '${oldest}', which is no date`,
      fix: 'give it a date in the catalogue',
    };
  }
  return {
    verdict: age <= limit ? 'proven' : 'refuted',
    observed: `the oldest is of ${oldest}, ${formatCount(age, 'day')} before`,
    fix: `lay newer prices over the catalogue, or allow ${formatCount(age, 'day')}`,
    change: { path: ['budget', 'maximumPriceAgeDays'], to: age },
  };
}
