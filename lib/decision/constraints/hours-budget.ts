import { formatHours } from '../../values';
import type { Constraint } from '../types';
import { decided, finding } from './finding';

export const hoursBudget: Constraint = {
  id: 'hours-budget',
  title: 'People’s time within the hours budget',
  rationale: 'A cheap cluster that nobody has time to run is not cheap. The hours are labelled assumptions.',
  level: 'hard',
  dependsOn: 'candidate',
  evaluate({ hours }, { cluster }) {
    const limit = cluster.budget.hoursPerMonth;
    return finding(
      this.id,
      limit === undefined ? 'no limit on hours' : `at most ${formatHours(limit)} hours a month`,
      decided(limit === undefined || hours.hoursPerMonth <= limit, {
        observed: `${formatHours(hours.hoursPerMonth)} hours a month`,
        // up to the next tenth, so that the hours named are enough
        fix: `budget +${formatHours(Math.ceil((hours.hoursPerMonth - (limit ?? 0)) * 10 - 1e-6) / 10)} hours a month`,
      }),
    );
  },
};
