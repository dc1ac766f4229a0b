import type { ContainerClusterAddonsConfig } from '@cdktf/provider-google/lib/container-cluster';
import { GkeAddOn, type GkeAddOnOptions } from '../add-on';
import type { GkeAddOns } from '../add-ons';
import { GkeDataplane } from '../dataplane';
import type { GkeAutopilotMode, GkeStandardMode } from '../mode';
import type { GkeOperationsProps } from '../operations-props';
import { blockOf } from './block';

/** What the add-ons depend on. */
export type AddOnOptions = Pick<GkeOperationsProps, 'addOns' | 'backupAgent' | 'backupPlans'> & {
  readonly mode: GkeStandardMode | GkeAutopilotMode;
};

/** What was said of the add-ons; `undefined` where it is nothing. */
export function renderAddOns(options: AddOnOptions): ContainerClusterAddonsConfig | undefined {
  const { addOns = {}, mode } = options;
  return blockOf({
    ...renderOfMode(mode),
    httpLoadBalancing: offUnless(addOns[GkeAddOn.HTTP_LOAD_BALANCING]),
    horizontalPodAutoscaling: offUnless(addOns[GkeAddOn.HORIZONTAL_POD_AUTOSCALING]),
    gcePersistentDiskCsiDriverConfig: on(addOns[GkeAddOn.PERSISTENT_DISK_CSI]),
    gcpFilestoreCsiDriverConfig: on(addOns[GkeAddOn.FILESTORE_CSI]),
    gcsFuseCsiDriverConfig: on(addOns[GkeAddOn.CLOUD_STORAGE_FUSE_CSI]),
    lustreCsiDriverConfig: renderLustre(addOns),
    parallelstoreCsiDriverConfig: on(addOns[GkeAddOn.PARALLELSTORE_CSI]),
    configConnectorConfig: on(addOns[GkeAddOn.CONFIG_CONNECTOR]),
    rayOperatorConfig: renderRay(addOns),
    gkeBackupAgentConfig: said(hasBackupAgent(options)),
  });
}

/** Whether the agent of Backup for GKE is on; `undefined` where nothing was said of it. */
export function hasBackupAgent({
  backupAgent,
  backupPlans = {},
}: Pick<GkeOperationsProps, 'backupAgent' | 'backupPlans'>): boolean | undefined {
  return backupAgent ?? (Object.keys(backupPlans).length > 0 ? true : undefined);
}

function renderOfMode(mode: GkeStandardMode | GkeAutopilotMode): ContainerClusterAddonsConfig {
  if (mode.kind === 'autopilot') return {};
  const { dataplane, nodeLocalDnsCache, statefulHighAvailability } = mode.options;
  return {
    // Calico is told in two places: this one puts it on the control plane, `network_policy` on the nodes
    networkPolicyConfig: dataplane === GkeDataplane.CALICO ? { disabled: false } : undefined,
    dnsCacheConfig: said(nodeLocalDnsCache),
    statefulHaConfig: said(statefulHighAvailability),
  };
}

function renderLustre(addOns: GkeAddOns): ContainerClusterAddonsConfig['lustreCsiDriverConfig'] {
  const options = addOns[GkeAddOn.LUSTRE_CSI];
  return options === undefined
    ? undefined
    : { enabled: options.enabled, enableLegacyLustrePort: options.legacyPort };
}

function renderRay(addOns: GkeAddOns): ContainerClusterAddonsConfig['rayOperatorConfig'] {
  const options = addOns[GkeAddOn.RAY_OPERATOR];
  if (options === undefined) return undefined;
  return [
    {
      enabled: options.enabled,
      rayClusterLoggingConfig: said(options.logs),
      rayClusterMonitoringConfig: said(options.metrics),
    },
  ];
}

function on(options: GkeAddOnOptions | undefined): { enabled: boolean } | undefined {
  return said(options?.enabled);
}

/** Blocks that are older than the others say what is off. */
function offUnless(options: GkeAddOnOptions | undefined): { disabled: boolean } | undefined {
  return options === undefined ? undefined : { disabled: !options.enabled };
}

function said(enabled: boolean | undefined): { enabled: boolean } | undefined {
  return enabled === undefined ? undefined : { enabled };
}
