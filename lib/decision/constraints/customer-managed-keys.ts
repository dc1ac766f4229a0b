import type { Constraint } from '../types';
import { finding, platformFact } from './finding';

export const customerManagedKeys: Constraint = {
  id: 'customer-managed-keys',
  title: 'Secrets encrypted with a key that the customer controls',
  rationale:
    'Whoever controls the key can withdraw it; a provider’s own key protects against thieves of disks only.',
  level: 'overridable',
  dependsOn: 'candidate',
  evaluate({ candidate }, context) {
    if (!context.cluster.security.customerManagedKeys) {
      return finding(this.id, 'any key', { verdict: 'proven', observed: 'no key of your own is asked for' });
    }
    return finding(
      this.id,
      'a key of your own',
      platformFact(candidate, context, (profile) => profile.customerManagedKeys?.(candidate, context)),
    );
  },
};
