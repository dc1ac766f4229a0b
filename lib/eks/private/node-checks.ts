import { EksAddOn } from '../add-on';
import type { EksClusterProps } from '../cluster-props';
import type { EksFargateProfile } from '../fargate-profile';
import { autoModePoolsOf } from './auto-mode';
import { describeMissingNodes, type NodeSource } from './missing-nodes';

/** Pools and profiles beside managed node groups. */
export interface OtherNodes {
  readonly pools: readonly NodeSource[];
  readonly profiles: readonly EksFargateProfile[];
}

/** Why the add-ons of a cluster would never find a node; empty when there is one, or none is needed. */
export function describeNodes(
  props: EksClusterProps,
  pools: readonly NodeSource[],
  others: OtherNodes,
): string[] {
  const { clusterName, outpost, autoMode, addOns = {} } = props;
  const all = [...pools, ...others.pools];
  const hasMetricsServer = addOns[EksAddOn.METRICS_SERVER]?.enabled ?? true;
  // Machines on an Outpost join by themselves, and nothing here waits for them
  const needsNone = outpost !== undefined || autoModePoolsOf(props).length > 0;
  if (autoMode === true && !needsNone && all.length === 0 && others.profiles.length === 0) {
    if (!hasMetricsServer) return [];
    return [
      `cluster '${clusterName}' in Auto Mode has neither a built-in node pool nor one of its own, so its metrics server could never start; name one in 'autoModeNodePools', or leave it out by 'addOns'`,
    ];
  }
  return describeMissingNodes(clusterName, all, {
    fargateProfiles: others.profiles,
    hasEbsCsi: addOns[EksAddOn.EBS_CSI]?.enabled ?? autoMode !== true,
    hasMetricsServer,
    needsNone,
  });
}

/** Why pods cannot run on Fargate; empty when they can. */
export function describeFargatePlace(profileName: string, { outpost }: EksClusterProps): string[] {
  if (outpost === undefined) return [];
  return [`Fargate profile '${profileName}' is not to be had on an Outpost, where there is no Fargate`];
}

/** Why a cluster cannot have Karpenter, or another one; empty when it can. */
export function describeKarpenter({ outpost }: EksClusterProps, hasOne: boolean): string[] {
  return [
    ...(hasOne ? [`the cluster has Karpenter already; one controller makes all its nodes`] : []),
    ...(outpost === undefined
      ? []
      : [`Karpenter is not to be had on an Outpost, where EKS has neither access entries nor Pod Identity`]),
  ];
}

/** Why nodes outside AWS could not join; empty when they can. */
export function describeHybridNodes({ remoteNetworks }: EksClusterProps, hasSome: boolean): string[] {
  return [
    ...(remoteNetworks === undefined
      ? [
          `hybrid nodes need 'remoteNetworks', so that the control plane finds them; name the ranges of their network there`,
        ]
      : []),
    ...(hasSome ? [`the cluster has hybrid nodes already; all of them share one identity`] : []),
  ];
}

/** Why a pool of machines could not work in a cluster on an Outpost, or whose EKS runs its own nodes; empty when it can. */
export function describeNodePoolPlace(
  poolName: string,
  { outpost }: EksClusterProps,
  missing: readonly EksAddOn[],
): string[] {
  if (outpost !== undefined) {
    return [
      `node pool '${poolName}' cannot join a cluster on an Outpost: EKS has no managed node groups there, and lets other machines in by the ConfigMap 'aws-auth' only; make them beside the cluster`,
    ];
  }
  return describeMissingForNodes(poolName, missing);
}

function describeMissingForNodes(poolName: string, missing: readonly EksAddOn[]): string[] {
  if (missing.length === 0) return [];
  return [
    `node pool '${poolName}' needs ${missing.join(', ')}, which Auto Mode has for its own nodes only; set them to { enabled: true } in 'addOns'`,
  ];
}
