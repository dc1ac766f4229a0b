import type { Constraint } from '../types';
import { finding, type Outcome, platformFact, proven } from './finding';
import { onceForFact } from './shared';

const ID = 'customer-managed-keys';
const NOT_ASKED = proven(ID, 'any key', 'no key of your own is asked for');

const CHANGE: Outcome['change'] = { path: ['security', 'customerManagedKeys'], to: false };

const found = onceForFact((fact) =>
  finding(ID, 'a key of your own', {
    ...fact,
    fix: fact.fix ?? "accept 'security.customerManagedKeys: false'",
    change: CHANGE,
  }),
);

export const customerManagedKeys: Constraint = {
  id: ID,
  title: 'Secrets encrypted with a key that the customer controls',
  rationale:
    'Whoever controls the key can withdraw it, and a provider’s own key protects against thieves of disks only; that may be enough, so a written reason lifts it.',
  level: 'overridable',
  dependsOn: 'candidate',
  settledBy: ({ cluster }) => (cluster.security.customerManagedKeys ? undefined : NOT_ASKED),
  evaluate({ candidate }, context) {
    if (!context.cluster.security.customerManagedKeys) return NOT_ASKED;
    const fact = platformFact(candidate, context, (profile) =>
      profile.customerManagedKeys?.(candidate, context),
    );
    return found(fact, candidate, context);
  },
};
