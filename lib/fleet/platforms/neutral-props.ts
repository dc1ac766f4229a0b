import { ApiAccess } from '../../cluster';
import type { ApiAccessRequest } from '../../decision/request/types';
import { KubernetesVersion } from '../../values';
import type { ClusterPlan } from '../platform';

/** What the request says once and every platform honours. */
export function neutralProps(plan: ClusterPlan): {
  readonly clusterName: string;
  readonly version: KubernetesVersion;
  readonly tags: Readonly<Record<string, string>>;
  readonly deletionProtection: boolean;
} {
  return {
    clusterName: plan.clusterName,
    version: KubernetesVersion.of(plan.cluster.kubernetesVersion),
    tags: plan.request.tags,
    deletionProtection: plan.cluster.deletionProtection,
  };
}

/** The request's word for who reaches the API, as the constructs' value. */
export function apiAccessOf(request: ApiAccessRequest): ApiAccess {
  switch (request.exposure) {
    case 'private':
      return ApiAccess.private();
    case 'restricted':
      return ApiAccess.restricted(...request.cidrs);
    case 'public':
      return ApiAccess.public();
  }
}
