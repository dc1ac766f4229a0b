import { EksAccessEntry } from '@cdktf/provider-aws/lib/eks-access-entry';
import { EksPodIdentityAssociation } from '@cdktf/provider-aws/lib/eks-pod-identity-association';
import { Construct } from 'constructs';
import { describePodAccount, type PodAccount } from '../cluster/private/pod-account';
import { ValidationError } from '../values';
import type { EksAddOns } from './add-ons';
import type { EksKarpenterOptions } from './karpenter-options';
import { defineAddOnRole } from './private/add-on-roles';
import { defineEc2NodeRole } from './private/ec2-node-role';
import { KarpenterEvents } from './private/karpenter-events';
import { karpenterStatements } from './private/karpenter-policy';
import type { ResourceDefaults } from './private/resource-defaults';
import { tagsOrNone } from './private/tags';

/** The tag by which a NodeClass finds the security group of the nodes, and on an own network the subnets. */
const DISCOVERY_TAG = 'karpenter.sh/discovery';

/** Props of {@link EksKarpenter}; `EksCluster.addKarpenter` fills in what belongs to the cluster. */
export interface EksKarpenterProps extends EksKarpenterOptions {
  /** Name of the cluster as it was given; also the stem of names. */
  readonly namePrefix: string;
  /** Name of the cluster, as a token that ties all of it to the cluster. */
  readonly clusterName: string;
  readonly clusterArn: string;
  /** The add-ons of the cluster: what hands pods their credentials. */
  readonly addOns: Pick<EksAddOns, 'readyForIdentities'>;
  readonly defaults: ResourceDefaults;
}

/**
 * The AWS side of Karpenter, which makes nodes for pods that find no room: identity and permissions of its controller, role and entry of
 * its nodes, and the queue by which AWS warns it. The controller itself and its NodePools live in the cluster and are not
 * defined here; a node pool of this cluster must run the controller.
 *
 * The controller may make and take away machines that carry the cluster's tag, and no others. For Spot, the account needs the
 * service-linked role once: `aws iam create-service-linked-role --aws-service-name spot.amazonaws.com`.
 *
 * **Before a destroy delete its NodePools and wait for their nodes to go**: Terraform knows nothing of these machines, and they keep
 * the network from being destroyed.
 *
 * Define it through `EksCluster.addKarpenter`.
 *
 * @see https://karpenter.sh/docs/reference/cloudformation/
 */
export class EksKarpenter extends Construct {
  /** For the chart's value `settings.interruptionQueue`; `undefined` without a queue. */
  public readonly queueName: string | undefined;
  /** For `spec.role` of an EC2NodeClass. */
  public readonly nodeRoleName: string;
  public readonly nodeRoleArn: string;
  /** Key of the tag for `spec.securityGroupSelectorTerms`, whose value is the cluster's name. */
  public readonly discoveryTag = DISCOVERY_TAG;
  /** @internal */
  public readonly _serviceAccount: PodAccount;

  /** @throws ValidationError when there can be no such service account. */
  public constructor(scope: Construct, id: string, props: EksKarpenterProps) {
    super(scope, id);
    const { namespace = 'kube-system', serviceAccount = 'karpenter', defaults, namePrefix } = props;
    this._serviceAccount = { namespace, serviceAccount };
    const problems = describePodAccount('karpenter', this._serviceAccount);
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);

    const tags = tagsOrNone(defaults.tags);
    const region = defaults.environment.region;
    const nodeRole = defineEc2NodeRole(this, 'NodeRole', {
      roleName: `${namePrefix}-${region}-kpnode`,
      description: 'Nodes that Karpenter makes',
      defaults,
    });
    this.nodeRoleArn = nodeRole.roleArn;
    this.nodeRoleName = nodeRole.roleName;
    // EKS makes entries for the roles of its own node groups only
    new EksAccessEntry(this, 'Entry', {
      clusterName: props.clusterName,
      principalArn: nodeRole.roleArn,
      type: 'EC2_LINUX',
      tags,
    });
    const queue =
      (props.interruptionQueue ?? true)
        ? new KarpenterEvents(this, 'Interruptions', { namePrefix, defaults })
        : undefined;
    this.queueName = queue?.queueName;
    const role = defineAddOnRole(this, 'Role', {
      ...this._serviceAccount,
      roleName: `${namePrefix}-${region}-karp`,
      managedPolicies: {},
      statements: karpenterStatements({
        environment: defaults.environment,
        clusterName: namePrefix,
        clusterArn: props.clusterArn,
        nodeRoleArn: nodeRole.roleArn,
        queueArn: queue?.queueArn,
      }),
      defaults,
    });
    new EksPodIdentityAssociation(this, 'Association', {
      clusterName: props.clusterName,
      ...this._serviceAccount,
      roleArn: role.roleArn,
      tags,
      dependsOn: [...props.addOns.readyForIdentities, ...role.ready],
    });
  }
}
