import { formatHours } from '../../values';
import { upToTenth } from '../money';
import type { Constraint } from '../types';
import { decided, finding, proven } from './finding';
import { onceFor } from './shared';

const NOT_ASKED = proven('hours-budget', 'no limit on hours', 'no limit is asked for');

export const hoursBudget: Constraint = {
  id: 'hours-budget',
  title: 'People’s time within the hours budget',
  rationale:
    'A cheap cluster that nobody has time to run is not cheap; the hours are labelled assumptions until the request gives its own, and no reason makes a day longer.',
  level: 'hard',
  dependsOn: 'candidate',
  settledBy: ({ cluster }) => (cluster.budget.hoursPerMonth === undefined ? NOT_ASKED : undefined),
  evaluate({ hours: { hoursPerMonth } }, context) {
    const limit = context.cluster.budget.hoursPerMonth;
    if (limit === undefined) return NOT_ASKED;
    // people's hours are few different figures, the same in many places
    return onceFor(context, this.id, String(hoursPerMonth), () =>
      finding(
        this.id,
        `at most ${formatHours(limit)} hours a month`,
        decided(hoursPerMonth <= limit, {
          observed: `${formatHours(hoursPerMonth)} hours a month`,
          fix: `budget +${formatHours(upToTenth(hoursPerMonth - limit))} hours a month`,
          change: { path: ['budget', 'hoursPerMonth'], to: upToTenth(hoursPerMonth) },
        }),
      ),
    );
  },
};
