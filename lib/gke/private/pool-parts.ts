import type {
  ContainerNodePoolConfig,
  ContainerNodePoolUpgradeSettings,
} from '@cdktf/provider-google/lib/container-node-pool';
import type { TerraformResource } from 'cdktf';
import { GKE_MAX_PODS_PER_NODE } from '../../catalog/node-limits';
import { setNewerAttribute } from '../newer-attributes';
import type { GkeNodePoolHost, GkeNodePoolOptions, GkeNodePoolProps } from '../node-pool-options';
import { GkeNodeUpgrade } from '../node-upgrade';
import { poolNamePrefix } from './names';
import { renderPoolNetwork } from './pool-network-config';
import { renderSize } from './pool-size';
import { renderPlacement } from './supply-config';
import { renderTimeouts } from './timeouts';

/** How a pool is upgraded that was told nothing. */
export const DEFAULT_UPGRADE = GkeNodeUpgrade.surge(1);

/** Most pods of a node of the pool. */
export function podsPerNode(options: GkeNodePoolOptions, host: GkeNodePoolHost): number {
  return options.maxPodsPerNode ?? host.maxPodsPerNode ?? GKE_MAX_PODS_PER_NODE;
}

/** The pool as a resource, without its nodes' configuration. */
export function renderPool(
  props: GkeNodePoolProps,
  zoneCount: number,
): Omit<ContainerNodePoolConfig, 'nodeConfig'> {
  const { host, zones } = props;
  return {
    project: host.project,
    location: host.location.name,
    cluster: host.clusterName,
    namePrefix: poolNamePrefix(props.poolName),
    nodeLocations: zones === undefined ? undefined : [...zones].sort(),
    version: host.versionPolicy.pinnedVersion,
    maxPodsPerNode: podsPerNode(props, host),
    ...renderSize(props, zoneCount),
    ...renderPlacement(props),
    networkConfig: renderPoolNetwork(props),
    management: {
      // a repair would end machines that are lent for a job, and wait for new ones
      autoRepair: props.provisioning?.waitsForMachines !== true,
      autoUpgrade: host.versionPolicy.upgradesNodes,
    },
    upgradeSettings: renderUpgrade(props.upgrade ?? DEFAULT_UPGRADE),
    timeouts: renderTimeouts(props.timeouts),
    lifecycle: {
      createBeforeDestroy: true,
      // a changed initial count would replace the pool
      ignoreChanges: ['initial_node_count', ...(props.ignoreResize === true ? ['node_count'] : [])],
    },
  };
}

function renderUpgrade(upgrade: GkeNodeUpgrade): ContainerNodePoolUpgradeSettings {
  const { blueGreenOptions } = upgrade;
  if (blueGreenOptions === undefined) {
    return { maxSurge: upgrade.surgeNodes, maxUnavailable: upgrade.unavailableNodes };
  }
  const { batchNodes, batchPercent, batchSoakMinutes, poolSoakMinutes } = blueGreenOptions;
  return {
    strategy: 'BLUE_GREEN',
    blueGreenSettings: {
      nodePoolSoakDuration: seconds(poolSoakMinutes),
      standardRolloutPolicy: {
        batchNodeCount: batchNodes,
        batchPercentage: batchPercent === undefined ? undefined : batchPercent / 100,
        batchSoakDuration: seconds(batchSoakMinutes),
      },
    },
  };
}

function seconds(minutes: number | undefined): string | undefined {
  return minutes === undefined ? undefined : `${minutes * 60}s`;
}

/** Writes what the bindings do not have. */
export function setNewerPool(resource: TerraformResource, options: GkeNodePoolOptions): void {
  if (options.sandbox === true) setNewerAttribute(resource, 'sandbox', { sandbox_type: 'gvisor' });
  if (options.respectDisruptionBudgetsOnDelete !== undefined) {
    setNewerAttribute(resource, 'nodeDrain', {
      respect_pdb_during_node_pool_deletion: options.respectDisruptionBudgetsOnDelete,
    });
  }
  if (options.deletionPolicy !== undefined) {
    setNewerAttribute(resource, 'poolDeletionPolicy', options.deletionPolicy);
  }
}
