import { daysBetween, formatCount } from '../../values';
import type { Constraint } from '../types';
import { finding, proven } from './finding';

const NOT_ASKED = proven('price-age', 'prices of any age', 'no limit is asked for');

export const priceAge: Constraint = {
  id: 'price-age',
  title: 'Prices no older than asked for',
  rationale:
    'A budget that rests on an old price rests on a guess; it may be the only figure there is, so a written reason lifts it.',
  level: 'overridable',
  dependsOn: 'candidate',
  evaluate({ cost }, { cluster, request }) {
    const limit = cluster.budget.maximumPriceAgeDays;
    if (limit === undefined) return NOT_ASKED;
    const required = `prices of at most ${formatCount(limit, 'day')} before ${request.planDate}`;
    if (cost.kind === 'unknown') {
      return finding(this.id, required, {
        verdict: 'unknown',
        observed: 'a total that is not known',
        fix: 'see prices-known for the figures that are missing',
      });
    }
    if (cost.oldestAsOf === undefined) {
      return finding(this.id, required, { verdict: 'proven', observed: 'figures of your own' });
    }
    const age = daysBetween(cost.oldestAsOf, request.planDate);
    if (age === undefined) {
      return finding(this.id, required, {
        verdict: 'unknown',
        observed: `the oldest is of '${cost.oldestAsOf}', which is no date`,
        fix: 'give it a date in the catalogue',
      });
    }
    return finding(this.id, required, {
      verdict: age <= limit ? 'proven' : 'refuted',
      observed: `the oldest is of ${cost.oldestAsOf}, ${formatCount(age, 'day')} before`,
      fix: `lay newer prices over the catalogue, or allow ${formatCount(age, 'day')}`,
      change: { path: ['budget', 'maximumPriceAgeDays'], to: age },
    });
  },
};
