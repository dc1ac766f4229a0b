import { ApiAccess, CapacityType, type Taint, TaintEffect } from '../../cluster';
import type { ApiAccessRequest } from '../../decision/request/types';
import type { SizedPool } from '../../decision/types';
import { KubernetesVersion, ValidationError } from '../../values';
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

/** Whether a pool was sized for machines that the provider may take back. */
export function capacityTypeOf(pool: SizedPool): CapacityType {
  return pool.interruptible ? CapacityType.INTERRUPTIBLE : CapacityType.ON_DEMAND;
}

/**
 * On every pool of interruptible machines, so that only pods that tolerate it land there: the sizing has placed the others on nodes
 * that stay. Such nodes also carry a label of their cloud, `cloud.google.com/gke-spot=true` or
 * `eks.amazonaws.com/capacityType=SPOT`, by which a pod can ask for them.
 */
const INTERRUPTIBLE_TAINT: Taint = { key: 'interruptible', value: 'true', effect: TaintEffect.NO_SCHEDULE };

/** Taints that a pool needs for its pods to land where they were sized, whatever its platform. */
export function taintsOf(pool: SizedPool): readonly Taint[] {
  return pool.interruptible ? [INTERRUPTIBLE_TAINT] : [];
}

/**
 * Refuses a candidate whose nodes the platform runs by itself: what would be defined is not what was decided and priced.
 *
 * @throws ValidationError
 */
export function assertPools({ candidate, clusterKey }: ClusterPlan, mode: string): void {
  if (candidate.nodes === 'pools') return;
  throw new ValidationError(
    `cluster '${clusterKey}' was decided as ${candidate.id}, and no construct in this version defines ${mode}; choose a candidate with node pools`,
  );
}
