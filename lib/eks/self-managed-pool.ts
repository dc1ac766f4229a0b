import { AutoscalingGroup } from '@cdktf/provider-aws/lib/autoscaling-group';
import { EksAccessEntry } from '@cdktf/provider-aws/lib/eks-access-entry';
import { IamInstanceProfile } from '@cdktf/provider-aws/lib/iam-instance-profile';
import { LaunchTemplate } from '@cdktf/provider-aws/lib/launch-template';
import { Fn, type ITerraformDependable, type TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import {
  type Architecture,
  assertLabelsAndTaints,
  CapacityType,
  type INodePool,
  type NodePoolSize,
  POOL_LABEL,
  type Taint,
} from '../cluster';
import { ValidationError } from '../values';
import type { EksNodeImage } from './node-image';
import type { EksPodNetworking } from './pod-networking';
import { renderAutoScalingGroup } from './private/auto-scaling-group';
import { defineEc2NodeRole } from './private/ec2-node-role';
import { renderLaunchTemplate } from './private/launch-template';
import type { ResourceDefaults } from './private/resource-defaults';
import { describeSelfManagedPool } from './private/self-managed-checks';
import { tagsOrNone } from './private/tags';
import { renderUserData } from './private/user-data';
import type { EksSelfManagedPoolOptions } from './self-managed-pool-options';

/** Props of {@link EksSelfManagedPools}, which a cluster defines for itself. */
export interface EksSelfManagedPoolsProps {
  /** Name of the cluster as it was given; also the stem of names. */
  readonly namePrefix: string;
  /** Name of the cluster, as a token that ties the pools to it. */
  readonly clusterName: string;
  /** URL of the API. */
  readonly endpoint: string;
  readonly caCertificateBase64: string;
  readonly serviceCidr: string;
  /** The security group that EKS puts on all nodes that it makes. */
  readonly securityGroupId: string;
  readonly podNetworking: EksPodNetworking;
  /** Private subnets of the cluster's network. */
  readonly subnetIds: readonly string[];
  /** What the nodes need before they start. */
  readonly dependsOn: readonly ITerraformDependable[];
  readonly defaults: ResourceDefaults;
}

/** What all pools of a cluster share. */
interface SharedIdentity {
  readonly profileArn: string;
  readonly roleArn: string;
  readonly ready: readonly ITerraformDependable[];
}

/**
 * Nodes that an Auto Scaling group makes and EKS does not know of: for images and machines that managed node groups do not take. Metadata
 * by IMDSv2 for the node itself only, encrypted disk.
 *
 * What a managed pool does and this one does not: pods are not moved before a machine is replaced or taken back, broken nodes
 * are not repaired, and the version of Kubernetes is that of the image, which you raise by naming another.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/worker.html
 */
export class EksSelfManagedPool extends Construct implements INodePool {
  public readonly poolName: string;
  public readonly labels: Readonly<Record<string, string>>;
  public readonly taints: readonly Taint[];
  public readonly size: NodePoolSize;
  public readonly image: EksNodeImage;
  public readonly instanceTypes: readonly string[];
  public readonly architecture: Architecture;
  public readonly autoScalingGroupName: string;
  /** @internal */
  public readonly _group: TerraformResource;

  /** Define it through `EksCluster.addSelfManagedPool`. */
  public constructor(
    scope: Construct,
    id: string,
    props: EksSelfManagedPoolsProps & EksSelfManagedPoolOptions & { readonly identity: SharedIdentity },
  ) {
    super(scope, id);
    this.poolName = id;
    this.labels = { ...props.labels, [POOL_LABEL]: id };
    this.taints = [...(props.taints ?? [])];
    this.size = props.size;
    this.image = props.image;
    this.instanceTypes = props.machines.instanceTypes;
    this.architecture = props.machines.architecture;
    const { tags } = props.defaults;
    const name = `${props.namePrefix}-${id}`;
    const template = new LaunchTemplate(this, 'LaunchTemplate', {
      ...renderLaunchTemplate({
        name,
        tags,
        imageId: this.image.imageId,
        userData: renderUserData({
          image: this.image,
          podNetworking: props.podNetworking,
          kubelet: {},
          userData: undefined,
          join: { ...props, labels: this.labels, taints: this.taints },
        }),
        imdsHopLimit: 1,
        disk: {
          family: this.image.family,
          diskSizeGib: props.diskSizeGib,
          diskIops: undefined,
          diskThroughputMibps: undefined,
          keyArn: undefined,
          diskType: props.diskType,
        },
        securityGroupIds: [props.securityGroupId],
        efaType: undefined,
        placementGroupName: undefined,
        capacityReservation: undefined,
      }),
      iamInstanceProfile: { arn: props.identity.profileArn },
    });
    const group = new AutoscalingGroup(this, 'Resource', {
      ...renderAutoScalingGroup({
        name,
        clusterName: props.namePrefix,
        templateId: template.id,
        // The number and not `$Latest`: only a number that changes replaces the machines
        templateVersion: Fn.tostring(template.latestVersion),
        instanceTypes: this.instanceTypes,
        capacityType: props.capacityType ?? CapacityType.ON_DEMAND,
        size: this.size,
        subnetIds: props.subnetIds,
        labels: this.labels,
        taints: this.taints,
        tags,
      }),
      dependsOn: [...props.dependsOn, ...props.identity.ready],
    });
    this.autoScalingGroupName = group.name;
    this._group = group;
  }
}

/** The pools of a cluster that EKS does not manage, and the one role of their nodes with its entry to the cluster. */
export class EksSelfManagedPools extends Construct {
  private identity: SharedIdentity | undefined;

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: EksSelfManagedPoolsProps,
  ) {
    super(scope, id);
  }

  /** ARN of the role of all these pools; `undefined` while there is none. */
  public get roleArn(): string | undefined {
    return this.identity?.roleArn;
  }

  /**
   * Defines a pool. Its name is checked by the cluster, which has pools of other kinds beside these.
   *
   * @throws ValidationError when an option is refused.
   */
  public add(poolName: string, options: EksSelfManagedPoolOptions): EksSelfManagedPool {
    assertLabelsAndTaints(options.labels ?? {}, options.taints ?? [], this);
    const problems = describeSelfManagedPool(poolName, options, this.props.podNetworking);
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
    this.identity ??= this.defineIdentity();
    return new EksSelfManagedPool(this, poolName, {
      ...this.props,
      ...options,
      subnetIds: options.subnetIds ?? this.props.subnetIds,
      identity: this.identity,
    });
  }

  private defineIdentity(): SharedIdentity {
    const { namePrefix, clusterName, defaults } = this.props;
    const roleName = `${namePrefix}-${defaults.environment.region}-self`;
    const role = defineEc2NodeRole(this, 'Role', {
      roleName,
      description: 'Nodes of the cluster that EKS does not manage',
      defaults,
    });
    const tags = tagsOrNone(defaults.tags);
    const profile = new IamInstanceProfile(this, 'Profile', { name: roleName, role: role.roleName, tags });
    // EKS makes entries for the roles of its own node groups only
    const entry = new EksAccessEntry(this, 'Entry', {
      clusterName,
      principalArn: role.roleArn,
      type: 'EC2_LINUX',
      tags,
    });
    return { profileArn: profile.arn, roleArn: role.roleArn, ready: [entry, ...role.ready] };
  }
}
