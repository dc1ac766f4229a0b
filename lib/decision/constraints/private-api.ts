import type { Constraint } from '../types';
import { finding, platformFact } from './finding';

export const privateApi: Constraint = {
  id: 'private-api',
  title: 'Kubernetes API off the internet where that is asked for',
  rationale:
    'The API is the key to everything in the cluster; a private one cannot be reached by whoever finds a hole.',
  level: 'overridable',
  dependsOn: 'candidate',
  evaluate({ candidate }, context) {
    const { exposure } = context.cluster.security.apiAccess;
    if (exposure !== 'private') {
      return finding(this.id, `${exposure} API`, {
        verdict: 'proven',
        observed: 'no private API is asked for',
      });
    }
    return finding(
      this.id,
      'private API',
      platformFact(candidate, context, (profile) => profile.privateApi?.(candidate, context)),
    );
  },
};
