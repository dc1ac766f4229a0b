import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { TerraformStack } from 'cdktf';
import { type ICluster, NodePoolSize, type Taint, TaintEffect } from '../../cluster';
import type { Candidate } from '../../decision/types';
import { EksCluster, EksEgress, EksMachines, EksNetwork, EksSupportTier, type IEksNetwork } from '../../eks';
import type { ClusterPlan } from '../platform';
import { apiAccessOf, assertPools, capacityTypeOf, neutralProps, taintsOf } from './neutral-props';

/**
 * Defines the AWS provider of the decided region and an EKS cluster with the pools that were sized.
 *
 * @throws ValidationError when the candidate is Auto Mode, which no construct defines.
 */
export function defineEksCluster(stack: TerraformStack, plan: ClusterPlan): ICluster {
  assertPools(plan, 'EKS Auto Mode');
  new AwsProvider(stack, 'Aws', { region: plan.candidate.place.id });
  const cluster = new EksCluster(stack, 'Cluster', {
    ...neutralProps(plan),
    network: defineNetwork(stack, plan),
    serviceCidr: plan.cluster.network.serviceCidr,
    apiAccess: apiAccessOf(plan.cluster.security.apiAccess),
    administrators: plan.cluster.administrators.aws,
    // a version past standard support was priced as extended; STANDARD would have AWS upgrade the cluster at once
    supportTier: plan.supportPhase === 'extended' ? EksSupportTier.EXTENDED : EksSupportTier.STANDARD,
  });
  for (const pool of plan.pools) {
    const machines = EksMachines.ofTypes(pool.machineType);
    cluster.addNodePool(pool.name, {
      machines,
      taints: machines.hasGpus ? [...taintsOf(pool), GPU_TAINT] : taintsOf(pool),
      capacityType: capacityTypeOf(pool),
      // fixed: the count is what was sized and priced, and nothing in the cluster moves it yet
      size: NodePoolSize.fixed(pool.nodes),
    });
  }
  return cluster;
}

/** GKE taints machines with GPUs by itself, EKS does not. Kubernetes adds the toleration to pods that ask for `nvidia.com/gpu`. */
const GPU_TAINT: Taint = { key: 'nvidia.com/gpu', value: 'true', effect: TaintEffect.NO_SCHEDULE };

/** The decision's words for the way out in the construct's; an adopted network never asks. */
const EGRESS: Readonly<Record<Candidate['egress'], EksEgress>> = {
  redundant: EksEgress.NAT_PER_ZONE,
  single: EksEgress.NAT_SINGLE,
  none: EksEgress.NONE,
  own: EksEgress.NAT_PER_ZONE,
};

function defineNetwork(stack: TerraformStack, plan: ClusterPlan): IEksNetwork {
  const adopted = plan.cluster.network.adopt?.eks;
  if (adopted !== undefined) return EksNetwork.fromAttributes(stack, 'Network', adopted);
  return new EksNetwork(stack, 'Network', {
    networkName: plan.clusterName,
    cidr: plan.cluster.network.nodeCidr,
    zoneCount: plan.candidate.zones === 2 ? 2 : 3,
    egress: EGRESS[plan.candidate.egress],
    tags: plan.request.tags,
  });
}
