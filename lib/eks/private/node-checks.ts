import { EksAddOn } from '../add-on';
import type { EksClusterProps } from '../cluster-props';
import type { EksNodePool } from '../node-pool';
import { autoModePoolsOf } from './auto-mode';
import { describeMissingNodes } from './missing-nodes';

/** Why the add-ons of a cluster would never find a node; empty when there is one, or none is needed. */
export function describeNodes(props: EksClusterProps, pools: readonly EksNodePool[]): string[] {
  const { clusterName, outpost, autoMode, addOns = {} } = props;
  // Machines on an Outpost join by themselves, and nothing here waits for them
  if (outpost !== undefined || autoModePoolsOf(props).length > 0) return [];
  if (autoMode !== true || pools.length > 0) return describeMissingNodes(clusterName, pools);
  if (addOns[EksAddOn.METRICS_SERVER]?.enabled === false) return [];
  return [
    `cluster '${clusterName}' in Auto Mode has neither a built-in node pool nor one of its own, so its metrics server could never start; name one in 'autoModeNodePools', or leave it out by 'addOns'`,
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

/** Why a managed node group could not work in a cluster on an Outpost, or whose EKS runs its own nodes; empty when it can. */
export function describeNodePoolPlace(
  poolName: string,
  { outpost }: EksClusterProps,
  missing: readonly EksAddOn[],
): string[] {
  if (outpost !== undefined) {
    return [
      `node pool '${poolName}' is a managed node group, which EKS does not have on an Outpost; use addSelfManagedPool()`,
    ];
  }
  if (missing.length === 0) return [];
  return [
    `node pool '${poolName}' needs ${missing.join(', ')}, which Auto Mode has for its own nodes only; set them to { enabled: true } in 'addOns'`,
  ];
}
