import { EksNodeGroup } from '@cdktf/provider-aws/lib/eks-node-group';
import { LaunchTemplate } from '@cdktf/provider-aws/lib/launch-template';
import { Fn, type ITerraformDependable, type TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { EKS_ROOT_DISK_GIB } from '../catalog/node-limits';
import {
  type Architecture,
  assertLabelsAndTaints,
  CapacityType,
  type INodePool,
  type NodePoolOptions,
  type NodePoolSize,
  POOL_LABEL,
  type Taint,
  TaintEffect,
} from '../cluster';
import { type KubernetesVersion, ValidationError } from '../values';
import type { EksMachines } from './machines';
import { amiTypeOf } from './private/machine-image';
import { describeRefusedByEks, describeReservedLabels } from './private/node-labels';
import { tagsOrNone, withName } from './private/tags';
import { renderUserData } from './private/user-data';

const CAPACITY_TYPES: Readonly<Record<CapacityType, string>> = {
  [CapacityType.ON_DEMAND]: 'ON_DEMAND',
  [CapacityType.INTERRUPTIBLE]: 'SPOT',
};

const TAINT_EFFECTS: Readonly<Record<TaintEffect, string>> = {
  [TaintEffect.NO_SCHEDULE]: 'NO_SCHEDULE',
  [TaintEffect.PREFER_NO_SCHEDULE]: 'PREFER_NO_SCHEDULE',
  [TaintEffect.NO_EXECUTE]: 'NO_EXECUTE',
};

/** Machines, size and disk of a pool on EKS. */
export interface EksNodePoolOptions extends NodePoolOptions {
  /** The machines, all of one architecture. Changing them replaces the nodes. */
  readonly machines: EksMachines;
  /** How many nodes, over all zones together. */
  readonly size: NodePoolSize;
  /**
   * Whether AWS may take the nodes back. Changing it replaces the nodes. With `INTERRUPTIBLE`, name several types.
   *
   * @default CapacityType.ON_DEMAND
   */
  readonly capacityType?: CapacityType;
  /**
   * Root disk of each node in GiB, 20 to 16384: a gp3 volume encrypted with the account's key for EBS, billed by the GiB.
   *
   * @default 50
   */
  readonly diskSizeGib?: number;
}

/** Props of {@link EksNodePool}; `EksCluster.addNodePool` fills in what belongs to the cluster. */
export interface EksNodePoolProps extends EksNodePoolOptions {
  readonly poolName: string;
  /** Stem of the names of machines and launch template. */
  readonly namePrefix: string;
  /** Name of the cluster, as a token that ties the nodes to it. */
  readonly clusterName: string;
  readonly version: KubernetesVersion;
  readonly nodeRoleArn: string;
  readonly subnetIds: readonly string[];
  /** What the nodes need before they start. */
  readonly dependsOn: readonly ITerraformDependable[];
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * A managed node group with a launch template of its own: Amazon Linux 2023, metadata by IMDSv2 for the node itself
 * only (pods get their AWS identity from EKS Pod Identity), encrypted disk, unhealthy nodes replaced by EKS.
 * Define it through `EksCluster.addNodePool`.
 *
 * Machines with GPUs run the image with NVIDIA's driver. The device plugin, by which pods ask for `nvidia.com/gpu`, is not part of
 * it and not defined here, and nothing taints the nodes but `taints`.
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
  public readonly instanceTypes: readonly string[];
  public readonly architecture: Architecture;
  /** Whether the machines carry NVIDIA GPUs. */
  public readonly hasGpus: boolean;
  public readonly nodePoolArn: string;
  /** @internal */
  public readonly _nodeGroup: TerraformResource;

  /** @throws ValidationError when the disk, labels or taints are refused. */
  public constructor(scope: Construct, id: string, props: EksNodePoolProps) {
    super(scope, id);
    const ownLabels = props.labels ?? {};
    this.poolName = props.poolName;
    this.size = props.size;
    this.taints = [...(props.taints ?? [])];
    assertLabelsAndTaints(ownLabels, this.taints, this);
    const problems = [...describeReservedLabels(ownLabels), ...describeRefusedByEks(ownLabels, this.taints)];
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
    this.instanceTypes = props.machines.instanceTypes;
    this.architecture = props.machines.architecture;
    this.hasGpus = props.machines.hasGpus;
    this.labels = { ...ownLabels, [POOL_LABEL]: props.poolName };

    const template = this.defineLaunchTemplate(props);
    const group = new EksNodeGroup(this, 'Resource', {
      clusterName: props.clusterName,
      // A prefix, so that a replacement can stand beside what it replaces
      nodeGroupNamePrefix: `${props.poolName}-`,
      version: props.version.toString(),
      nodeRoleArn: props.nodeRoleArn,
      subnetIds: [...props.subnetIds],
      amiType: amiTypeOf(props.machines),
      capacityType: CAPACITY_TYPES[props.capacityType ?? CapacityType.ON_DEMAND],
      instanceTypes: [...this.instanceTypes],
      // The number and not `$Latest`, which EKS would resolve once and Terraform show as a change for ever
      launchTemplate: { id: template.id, version: Fn.tostring(template.latestVersion) },
      scalingConfig: { minSize: props.size.min, maxSize: props.size.max, desiredSize: props.size.initial },
      updateConfig: { maxUnavailablePercentage: 33 },
      nodeRepairConfig: { enabled: true },
      labels: { ...this.labels },
      taint: this.renderTaints(),
      tags: tagsOrNone(props.tags),
      dependsOn: [...props.dependsOn],
      lifecycle: {
        createBeforeDestroy: true,
        ...(props.size.isAutoscaled ? { ignoreChanges: ['scaling_config[0].desired_size'] } : {}),
      },
    });
    this.nodePoolArn = group.arn;
    this._nodeGroup = group;
  }

  private defineLaunchTemplate(props: EksNodePoolProps): LaunchTemplate {
    const diskSizeGib = props.diskSizeGib ?? EKS_ROOT_DISK_GIB;
    if (!Number.isInteger(diskSizeGib) || diskSizeGib < 20 || diskSizeGib > 16384) {
      throw new ValidationError(
        `'diskSizeGib' (${diskSizeGib}) must be a whole number of 20 to 16384 GiB`,
        this,
      );
    }
    const tags = withName(props.tags, `${props.namePrefix}-${props.poolName}`);
    return new LaunchTemplate(this, 'LaunchTemplate', {
      namePrefix: `${props.namePrefix}-${props.poolName}-`,
      userData: renderUserData(),
      metadataOptions: {
        httpEndpoint: 'enabled',
        httpTokens: 'required',
        // One hop ends at the node: a pod cannot take the node's own role
        httpPutResponseHopLimit: 1,
      },
      blockDeviceMappings: [
        {
          deviceName: '/dev/xvda',
          ebs: { volumeType: 'gp3', volumeSize: diskSizeGib, encrypted: 'true', deleteOnTermination: 'true' },
        },
      ],
      tagSpecifications: ['instance', 'network-interface', 'volume'].map((resourceType) => ({
        resourceType,
        tags,
      })),
      tags: tagsOrNone(props.tags),
      lifecycle: { createBeforeDestroy: true },
    });
  }

  private renderTaints(): { key: string; value?: string; effect: string }[] | undefined {
    if (this.taints.length === 0) return undefined;
    return this.taints
      .map(({ key, value, effect }) => ({ key, value, effect: TAINT_EFFECTS[effect] }))
      .sort((a, b) => compare(a.key, b.key) || compare(a.effect, b.effect));
  }
}

/** By code unit: the order must not depend on the machine's language. */
function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
