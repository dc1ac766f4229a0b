import { EksNodeGroup, type EksNodeGroupNodeRepairConfig } from '@cdktf/provider-aws/lib/eks-node-group';
import { LaunchTemplate } from '@cdktf/provider-aws/lib/launch-template';
import { PlacementGroup } from '@cdktf/provider-aws/lib/placement-group';
import { Fn, type TerraformResource, Token } from 'cdktf';
import { Construct } from 'constructs';
import {
  type Architecture,
  assertLabelsAndTaints,
  CapacityType,
  type INodePool,
  type NodePoolSize,
  POOL_LABEL,
  type Taint,
  TaintEffect,
} from '../cluster';
import { compareText, type KubernetesVersion, ValidationError } from '../values';
import { EksReservationKind } from './capacity-reservation';
import { type EksNewerValues, requireAwsProvider, setNewerAttribute } from './newer-attributes';
import { EksNodeFamily, EksNodeImage } from './node-image';
import type { EksNodePoolCluster, EksNodePoolProps } from './node-pool-props';
import type { EksNodeRepair } from './node-repair';
import { EksNodeUpdate } from './node-update';
import { EksPodNetworking } from './pod-networking';
import { DiskKey } from './private/disk-key';
import { renderLaunchTemplate } from './private/launch-template';
import { providerOfImage, tryAmiTypeOf } from './private/machine-image';
import { describeRefusedByEks, describeReservedLabels } from './private/node-labels';
import { describeNodePool } from './private/node-pool-checks';
import { resolveRelease } from './private/node-release';
import { tagsOrNone } from './private/tags';
import { renderUserData } from './private/user-data';
import { type EksWarmPool, EksWarmPoolState } from './warm-pool';

const CAPACITY_TYPES: Readonly<Record<CapacityType, string>> = {
  [CapacityType.ON_DEMAND]: 'ON_DEMAND',
  [CapacityType.INTERRUPTIBLE]: 'SPOT',
};

const TAINT_EFFECTS: Readonly<Record<TaintEffect, string>> = {
  [TaintEffect.NO_SCHEDULE]: 'NO_SCHEDULE',
  [TaintEffect.PREFER_NO_SCHEDULE]: 'PREFER_NO_SCHEDULE',
  [TaintEffect.NO_EXECUTE]: 'NO_EXECUTE',
};

/** The share of a pool that may be away during an update unless told otherwise. */
const DEFAULT_UPDATE = EksNodeUpdate.unavailablePercent(33);

/**
 * A managed node group with a launch template of its own: metadata by IMDSv2 for the node itself only (pods get their AWS
 * identity from EKS Pod Identity), encrypted disk, unhealthy nodes replaced by EKS. Define it through `EksCluster.addNodePool`.
 *
 * Machines with GPUs run the image with NVIDIA's driver, those with Inferentia or Trainium the one with Neuron's. The device plugins, by which
 * pods ask for `nvidia.com/gpu`, `aws.amazon.com/neuron` or `vpc.amazonaws.com/efa`, are not part of it and not defined here, and
 * nothing taints the nodes but `taints`: Windows neither, where ordinary pods would land and fail.
 *
 * A change that replaces the nodes brings the new group up first and then drains the old one; twice the machines are
 * paid for meanwhile.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html
 */
export class EksNodePool extends Construct implements INodePool {
  public readonly poolName: string;
  public readonly labels: Readonly<Record<string, string>>;
  public readonly taints: readonly Taint[];
  public readonly size: NodePoolSize;
  public readonly image: EksNodeImage;
  public readonly version: KubernetesVersion;
  public readonly instanceTypes: readonly string[];
  public readonly architecture: Architecture;
  /** Whether the machines carry NVIDIA GPUs. */
  public readonly hasGpus: boolean;
  public readonly nodePoolArn: string;
  /** @internal */
  public readonly _nodeGroup: TerraformResource;

  /** @throws ValidationError with all that is refused: versions, image, disk, network, labels, taints, and what does not go together. */
  public constructor(scope: Construct, id: string, props: EksNodePoolProps) {
    super(scope, id);
    const ownLabels = props.labels ?? {};
    this.poolName = props.poolName;
    this.size = props.size;
    this.taints = [...(props.taints ?? [])];
    assertLabelsAndTaints(ownLabels, this.taints, this);
    const problems = [
      ...describeReservedLabels(ownLabels),
      ...describeRefusedByEks(ownLabels, this.taints),
      ...describeNodePool(props),
    ];
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
    this.image = props.image ?? EksNodeImage.amazonLinux2023();
    this.version = props.version;
    this.instanceTypes = props.machines.instanceTypes;
    this.architecture = props.machines.architecture;
    this.hasGpus = props.machines.hasGpus;
    this.labels = { ...ownLabels, [POOL_LABEL]: props.poolName };

    const template = this.defineLaunchTemplate(props);
    const isOwnImage = this.image.imageId !== undefined;
    const update = props.update ?? DEFAULT_UPDATE;
    const amiType = tryAmiTypeOf(props.machines, this.image);
    const group = new EksNodeGroup(this, 'Resource', {
      clusterName: props.clusterName,
      // A prefix, so that a replacement can stand beside what it replaces
      nodeGroupNamePrefix: `${props.poolName}-`,
      // EKS refuses both beside an image of your own
      version: isOwnImage ? undefined : props.version.toString(),
      releaseVersion: resolveRelease(this, props.release, amiType, props.version),
      nodeRoleArn: props.nodeRoleArn,
      subnetIds: [...props.subnetIds],
      amiType,
      capacityType: capacityTypeOf(props),
      instanceTypes: [...this.instanceTypes],
      // The number and not `$Latest`, which EKS would resolve once and Terraform show as a change for ever
      launchTemplate: { id: template.id, version: Fn.tostring(template.latestVersion) },
      scalingConfig: { minSize: props.size.min, maxSize: props.size.max, desiredSize: props.size.initial },
      updateConfig: { maxUnavailable: update.nodes, maxUnavailablePercentage: update.percent },
      forceUpdateVersion: props.forceUpdate === true ? true : undefined,
      nodeRepairConfig: this.renderRepair(props.repair ?? {}),
      labels: { ...this.labels },
      taint: this.renderTaints(),
      tags: tagsOrNone(props.tags),
      dependsOn: [...props.dependsOn],
      lifecycle: {
        createBeforeDestroy: true,
        ...(props.size.isAutoscaled ? { ignoreChanges: ['scaling_config[0].desired_size'] } : {}),
      },
    });
    const provider = amiType === undefined ? undefined : providerOfImage(amiType);
    if (provider !== undefined) requireAwsProvider(group, provider);
    if (update.strategy !== undefined) setNewerAttribute(group, 'updateStrategy', update.strategy);
    if (props.warmPool !== undefined) {
      setNewerAttribute(group, 'warmPoolConfig', renderWarmPool(props.warmPool));
    }
    this.nodePoolArn = group.arn;
    this._nodeGroup = group;
  }

  private defineLaunchTemplate(props: EksNodePoolProps): LaunchTemplate {
    const { machines, tags } = props;
    const name = `${props.namePrefix}-${props.poolName}`;
    return new LaunchTemplate(
      this,
      'LaunchTemplate',
      renderLaunchTemplate({
        name,
        tags,
        imageId: this.image.imageId,
        userData: renderUserData({
          image: this.image,
          podNetworking: props.podNetworking ?? EksPodNetworking.prefixDelegation(),
          kubelet: props.kubelet ?? {},
          userData: props.userData,
          join:
            this.image.imageId === undefined
              ? undefined
              : {
                  ...this.clusterOf(props, 'image'),
                  clusterName: props.clusterName,
                  labels: this.labels,
                  taints: this.taints,
                },
        }),
        imdsHopLimit: props.imdsHopLimit ?? 1,
        disk: {
          family: this.image.family,
          diskSizeGib: props.diskSizeGib,
          diskIops: props.diskIops,
          diskThroughputMibps: props.diskThroughputMibps,
          keyArn: this.resolveDiskKey(props, name),
        },
        securityGroupIds: this.resolveSecurityGroups(props),
        efaType: props.efa === true ? machines.instanceTypes[0] : undefined,
        placementGroupName: this.definePlacementGroup(props, name),
        capacityReservation: props.capacityReservation,
      }),
    );
  }

  private resolveDiskKey({ diskEncryption, ...props }: EksNodePoolProps, name: string): string | undefined {
    if (diskEncryption === undefined) return undefined;
    if (diskEncryption.existingKeyId !== undefined) return diskEncryption.existingKeyId;
    return new DiskKey(this, 'DiskKey', {
      alias: `kubewhere/eks/${props.namePrefix}/${props.poolName}`,
      description: `Disks of the node pool ${name}`,
      environment: this.clusterOf(props, 'diskEncryption').environment,
      tags: props.tags,
    }).keyArn;
  }

  /** The cluster's group first: once a template names groups, EKS adds none. */
  private resolveSecurityGroups({ securityGroupIds = [], ...props }: EksNodePoolProps): readonly string[] {
    if (securityGroupIds.length === 0 && props.efa !== true) return [];
    const ours = this.clusterOf(props, props.efa === true ? 'efa' : 'securityGroupIds').securityGroupId;
    return [ours, ...sortedWhenKnown(securityGroupIds)];
  }

  private definePlacementGroup({ placement, tags }: EksNodePoolProps, name: string): string | undefined {
    if (placement === undefined) return undefined;
    return new PlacementGroup(this, 'PlacementGroup', {
      // With the strategy, so that another one can stand beside it until the nodes have moved
      name: `${name}-${placement.strategy}`,
      strategy: placement.strategy,
      partitionCount: placement.partitionCount,
      tags: tagsOrNone(tags),
      lifecycle: { createBeforeDestroy: true },
    }).name;
  }

  private clusterOf(props: Pick<EksNodePoolProps, 'cluster'>, prop: string): EksNodePoolCluster {
    if (props.cluster !== undefined) return props.cluster;
    throw new ValidationError(`'${prop}' needs 'cluster', which EksCluster.addNodePool fills in`, this);
  }

  private renderRepair(repair: EksNodeRepair): EksNodeGroupNodeRepairConfig | undefined {
    if (this.image.family === EksNodeFamily.WINDOWS) return undefined;
    const { enabled = true, maxParallel, maxUnhealthy, overrides = [] } = repair;
    return {
      enabled,
      maxParallelNodesRepairedCount: maxParallel?.count,
      maxParallelNodesRepairedPercentage: maxParallel?.percentage,
      maxUnhealthyNodeThresholdCount: maxUnhealthy?.count,
      maxUnhealthyNodeThresholdPercentage: maxUnhealthy?.percentage,
      nodeRepairConfigOverrides:
        overrides.length === 0
          ? undefined
          : overrides.map(({ condition, reason, waitMinutes, action }) => ({
              nodeMonitoringCondition: condition,
              nodeUnhealthyReason: reason,
              minRepairWaitTimeMins: waitMinutes,
              repairAction: action,
            })),
    };
  }

  private renderTaints(): { key: string; value?: string; effect: string }[] | undefined {
    if (this.taints.length === 0) return undefined;
    return this.taints
      .map(({ key, value, effect }) => ({ key, value, effect: TAINT_EFFECTS[effect] }))
      .sort((a, b) => compareText(a.key, b.key) || compareText(a.effect, b.effect));
  }
}

function capacityTypeOf({ capacityType, capacityReservation }: EksNodePoolProps): string {
  return capacityReservation?.kind === EksReservationKind.CAPACITY_BLOCK
    ? 'CAPACITY_BLOCK'
    : CAPACITY_TYPES[capacityType ?? CapacityType.ON_DEMAND];
}

function renderWarmPool(warmPool: EksWarmPool): EksNewerValues['warmPoolConfig'] {
  const { state = EksWarmPoolState.STOPPED, minSize, maxPrepared, reuseOnScaleIn } = warmPool;
  return {
    pool_state: state,
    ...(minSize === undefined ? {} : { min_size: minSize }),
    ...(maxPrepared === undefined ? {} : { max_group_prepared_capacity: maxPrepared }),
    ...(reuseOnScaleIn === undefined ? {} : { reuse_on_scale_in: reuseOnScaleIn }),
  };
}

/** A set in any order is the same; tokens cannot be put in one. */
function sortedWhenKnown(ids: readonly string[]): readonly string[] {
  return ids.some((id) => Token.isUnresolved(id)) ? ids : [...ids].sort(compareText);
}
