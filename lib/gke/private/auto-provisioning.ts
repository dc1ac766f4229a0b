import type {
  ContainerClusterClusterAutoscaling,
  ContainerClusterConfig,
} from '@cdktf/provider-google/lib/container-cluster';
import { type TerraformResource, Token } from 'cdktf';
import { whenResolved } from '../../cluster/private/tokens';
import type { GkeAutoProvisioning, GkeAutoProvisioningOptions, GkeResourceLimit } from '../auto-provisioning';
import type { GkeLocation } from '../location';
import type { GkeStandardOptions } from '../mode';
import { setNewerAttribute } from '../newer-attributes';
import type { GkeNodeProps } from '../node-props';
import type { GkeVersionPolicy } from '../release-channel';
import { sortedOf } from './block';
import { hardenedNodeConfig, type NodeSecurity } from './node-config';
import { DEFAULT_UPGRADE } from './pool-parts';
import { describeTags, renderTags } from './resource-manager-tags';

/** What the nodes that GKE makes are told, as those of pools are. */
export interface AutoProvisioningGiven extends GkeNodeProps {
  readonly nodeSecurity: NodeSecurity;
  readonly versionPolicy: GkeVersionPolicy;
}

/** The autoscaler of a cluster with pools of yours; nothing where nothing was said of it. */
export function renderAutoProvisioning(
  options: Pick<GkeStandardOptions, 'autoProvisioning' | 'autoscalingProfile'>,
  given: AutoProvisioningGiven,
): Partial<ContainerClusterConfig> {
  const { autoProvisioning, autoscalingProfile } = options;
  if (autoProvisioning === undefined) {
    if (autoscalingProfile === undefined && given.defaultComputeClass === undefined) return {};
    // the block without the word would read as auto-provisioning that nobody decided on
    return { clusterAutoscaling: { enabled: false, autoscalingProfile } };
  }
  return {
    clusterAutoscaling: {
      enabled: true,
      autoscalingProfile,
      ...renderLimits(autoProvisioning),
      autoProvisioningDefaults: renderDefaults(autoProvisioning.options, given),
    },
    nodePoolAutoConfig: {
      nodeKubeletConfig: { insecureKubeletReadonlyPortEnabled: 'FALSE' },
      resourceManagerTags: renderTags(given.resourceManagerTags),
    },
  };
}

function renderLimits({
  options,
}: GkeAutoProvisioning): Pick<
  ContainerClusterClusterAutoscaling,
  'resourceLimits' | 'autoProvisioningLocations'
> {
  const limits: Readonly<Record<string, GkeResourceLimit>> = {
    ...options.accelerators,
    cpu: options.cpu,
    memory: options.memoryGib,
  };
  return {
    resourceLimits: Object.entries(limits)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([resourceType, { min, max }]) => ({ resourceType, minimum: min, maximum: max })),
    autoProvisioningLocations: sortedOf(options.zones),
  };
}

function renderDefaults(
  options: GkeAutoProvisioningOptions,
  { nodeSecurity, versionPolicy }: AutoProvisioningGiven,
) {
  const node = hardenedNodeConfig(nodeSecurity);
  return {
    serviceAccount: node.serviceAccount,
    oauthScopes: node.oauthScopes,
    // of the cluster's identity: another key is another cluster
    bootDiskKmsKey: node.bootDiskKmsKey,
    imageType: node.imageType,
    diskType: 'pd-balanced',
    diskSize: options.diskSizeGib,
    shieldedInstanceConfig: node.shieldedInstanceConfig,
    management: { autoRepair: true, autoUpgrade: versionPolicy.upgradesNodes },
    upgradeSettings: {
      maxSurge: DEFAULT_UPGRADE.surgeNodes,
      maxUnavailable: DEFAULT_UPGRADE.unavailableNodes,
    },
  };
}

/** One sentence for everything that GKE would refuse of what a cluster is told of all its nodes. */
export function describeAutoProvisioning(
  options: Pick<GkeStandardOptions, 'autoProvisioning'>,
  props: GkeNodeProps & { readonly location: GkeLocation },
): readonly string[] {
  return [
    ...describeZones(options.autoProvisioning?.options.zones, props.location),
    ...(props.defaultComputeClass === true && options.autoProvisioning === undefined
      ? [
          `'defaultComputeClass' needs 'autoProvisioning' in GkeMode.standard(), which makes the nodes of a class`,
        ]
      : []),
    ...describeTags(props.resourceManagerTags),
  ];
}

function describeZones(zones: readonly string[] | undefined, { region }: GkeLocation): readonly string[] {
  const problems: string[] = [];
  if (zones !== undefined && zones.length === 0) {
    problems.push(
      `'autoProvisioning' zones must name at least one zone; leave it out for those of the cluster`,
    );
  }
  zones?.forEach((zone, at) => {
    whenResolved(zone, (known) => {
      if (
        !Token.isUnresolved(region) &&
        !(known.startsWith(`${region}-`) && known.length === region.length + 2)
      ) {
        problems.push(`'autoProvisioning' zones holds '${known}', which must be a zone of '${region}'`);
      }
      if (zones.indexOf(known) !== at) {
        problems.push(`'autoProvisioning' zones holds '${known}' twice; name each zone once`);
      }
    });
  });
  return problems;
}

/** Writes what the bindings do not have, in either mode. */
export function setNewerNodes(resource: TerraformResource, { defaultComputeClass }: GkeNodeProps): void {
  if (defaultComputeClass !== undefined) {
    setNewerAttribute(resource, 'defaultComputeClass', defaultComputeClass);
  }
}
