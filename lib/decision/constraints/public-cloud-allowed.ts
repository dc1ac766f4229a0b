import type { Constraint } from '../types';
import { decided, finding } from './finding';

export const publicCloudAllowed: Constraint = {
  id: 'public-cloud-allowed',
  title: 'Public cloud only where it is allowed',
  rationale:
    'Some workloads may not leave machines that their owner controls, whatever a cloud certifies; whoever may lift that changes the request.',
  level: 'hard',
  dependsOn: 'place',
  evaluate({ candidate: { place } }, { cluster }) {
    const allowed = cluster.security.publicCloud === 'allowed';
    return finding(
      this.id,
      allowed ? 'a public cloud or an own site' : 'no public cloud',
      decided(allowed || place.kind === 'site', {
        observed: place.kind === 'site' ? 'an own site' : `public cloud (${place.provider})`,
        fix: "set 'security.publicCloud' to 'allowed'",
        change: { path: ['security', 'publicCloud'], to: 'allowed' },
      }),
    );
  },
};
