import { daysBetween, groupThousands } from '../../values';
import type { Constraint, Finding } from '../types';
import { finding, proven } from './finding';
import { onceFor } from './shared';

/** Two years. Of 139 list prices of AWS that were compared, none changed in fifteen months. */
const OLD_DAYS = 730;

const REQUIRED = 'prices of the last two years';
const ASKED = proven('stale-prices', REQUIRED, 'the request sets a limit of its own');
const OWN = proven('stale-prices', REQUIRED, 'figures of your own');
const RECENT = proven('stale-prices', REQUIRED, 'none is older');
const NO_TOTAL = proven('stale-prices', REQUIRED, 'no total that could rest on an old one');

export const stalePrices: Constraint = {
  id: 'stale-prices',
  title: 'Prices of the last two years',
  rationale: 'List prices seldom change, but two years are long; it is said, and is never in the way.',
  level: 'advisory',
  dependsOn: 'candidate',
  settledBy: ({ cluster }) => (cluster.budget.maximumPriceAgeDays === undefined ? undefined : ASKED),
  evaluate({ cost }, context) {
    const { cluster, request } = context;
    if (cluster.budget.maximumPriceAgeDays !== undefined) return ASKED;
    if (cost.kind === 'unknown') return NO_TOTAL;
    const { oldestAsOf } = cost;
    if (oldestAsOf === undefined) return OWN;
    return onceFor(context, this.id, oldestAsOf, () => compare(oldestAsOf, request.planDate));
  },
};

function compare(oldest: string, planDate: string): Finding {
  const age = daysBetween(oldest, planDate);
  if (age !== undefined && age <= OLD_DAYS) return RECENT;
  return finding(stalePrices.id, REQUIRED, {
    verdict: age === undefined ? 'unknown' : 'refuted',
    observed: `the oldest is of ${oldest}${age === undefined ? '' : `, ${groupThousands(age)} days before ${planDate}`}`,
    fix: "lay newer prices over the catalogue, or set 'budget.maximumPriceAgeDays'",
  });
}
