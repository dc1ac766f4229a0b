import type { Constraint } from '../types';
import { finding, platformFact } from './finding';

export const kubernetesVersion: Constraint = {
  id: 'kubernetes-version',
  title: 'Kubernetes version that the platform supports on the plan date',
  rationale:
    'Past its window a managed cluster is upgraded against your will or refused. The date is an input; no clock is read.',
  level: 'overridable',
  dependsOn: 'candidate',
  evaluate({ candidate }, context) {
    return finding(
      this.id,
      `version ${context.cluster.kubernetesVersion} supported on ${context.request.planDate}`,
      platformFact(candidate, context, (profile) => profile.kubernetesVersion?.(candidate, context)),
    );
  },
};
