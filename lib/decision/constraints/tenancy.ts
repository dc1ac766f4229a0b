import type { Constraint } from '../types';
import { finding, type Outcome, platformFact, proven } from './finding';

const SHARED = proven('tenancy', 'machines that may be shared', 'no machines of your own are asked for');

const CHANGE: Outcome['change'] = { path: ['security', 'tenancy'], to: 'shared' };

export const tenancy: Constraint = {
  id: 'tenancy',
  title: 'Machines for one tenant only, or with memory sealed against their host, where asked for',
  rationale:
    'Neighbours on a machine share its caches and its faults, and a host reads plain memory; a reason isolates nothing, so none lifts it.',
  level: 'hard',
  dependsOn: 'candidate',
  settledBy: ({ cluster }) => (cluster.security.tenancy === 'shared' ? SHARED : undefined),
  evaluate({ candidate }, context) {
    const wish = context.cluster.security.tenancy;
    if (wish === 'shared') return SHARED;
    const fact = platformFact(candidate, context, (profile) => profile.tenancy?.(candidate, wish, context));
    return finding(
      this.id,
      wish === 'dedicated' ? 'machines of your own' : 'machines with encrypted memory',
      {
        ...fact,
        fix: fact.fix ?? "accept 'security.tenancy: shared'",
        change: CHANGE,
      },
    );
  },
};
