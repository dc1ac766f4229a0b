import { EksAccessEntry } from '@cdktf/provider-aws/lib/eks-access-entry';
import { RolesanywhereProfile } from '@cdktf/provider-aws/lib/rolesanywhere-profile';
import { SsmActivation } from '@cdktf/provider-aws/lib/ssm-activation';
import { Annotations } from 'cdktf';
import { Construct } from 'constructs';
import { whenResolved } from '../cluster/private/tokens';
import { ValidationError } from '../values';
import { defineHybridRole } from './private/hybrid-role';
import type { ResourceDefaults } from './private/resource-defaults';
import type { ServiceRole } from './private/service-role';
import { tagsOrNone } from './private/tags';

const TRUST_ANCHOR_ARN =
  /^arn:aws[a-z-]*:rolesanywhere:[a-z0-9-]+:\d{12}:trust-anchor\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** How machines outside AWS prove who they are. Changing it takes all of them off the cluster. */
export class EksHybridIdentity {
  /**
   * By an activation of AWS Systems Manager, with an id and a code that each machine is given once. AWS lets it expire after a
   * day; machines that are registered by then stay. The code is a secret that Terraform keeps in its state.
   *
   * @throws ValidationError when the limit is not 1 to 1000.
   */
  public static systemsManager(options: {
    /** How many machines may register, 1 to 1000. Changing it makes a new activation; machines that are registered stay. */
    readonly registrationLimit: number;
  }): EksHybridIdentity {
    const { registrationLimit } = options;
    whenResolved(registrationLimit, (limit) => {
      if (Number.isInteger(limit) && limit >= 1 && limit <= 1000) return;
      throw new ValidationError(`'registrationLimit' (${limit}) must be a whole number of 1 to 1000`);
    });
    return new EksHybridIdentity(registrationLimit, undefined);
  }

  /**
   * By certificates of your own authority, which IAM Roles Anywhere trusts by an anchor that exists. The common name of a
   * certificate must be the name of its node. Nothing secret is in the state.
   *
   * @throws ValidationError when the ARN is none of a trust anchor.
   */
  public static rolesAnywhere(options: { readonly trustAnchorArn: string }): EksHybridIdentity {
    whenResolved(options.trustAnchorArn, (arn) => {
      if (TRUST_ANCHOR_ARN.test(arn)) return;
      throw new ValidationError(
        `'trustAnchorArn' (${arn}) must be the ARN of a trust anchor such as 'arn:aws:rolesanywhere:eu-west-1:111122223333:trust-anchor/1234abcd-12ab-34cd-56ef-1234567890ab'`,
      );
    });
    return new EksHybridIdentity(undefined, options.trustAnchorArn);
  }

  private constructor(
    /** Set for Systems Manager only. */
    public readonly registrationLimit: number | undefined,
    /** Set for IAM Roles Anywhere only. */
    public readonly trustAnchorArn: string | undefined,
  ) {}
}

/** What machines outside AWS need before they can join. */
export interface EksHybridNodesOptions {
  readonly identity: EksHybridIdentity;
}

/** Props of {@link EksHybridNodes}; `EksCluster.addHybridNodes` fills in what belongs to the cluster. */
export interface EksHybridNodesProps extends EksHybridNodesOptions {
  /** Name of the cluster as it was given; also the stem of names. */
  readonly namePrefix: string;
  /** Name of the cluster, as a token that ties the entry to it. */
  readonly clusterName: string;
  readonly clusterArn: string;
  readonly defaults: ResourceDefaults;
}

/**
 * The AWS side of nodes that run outside AWS: their role, its entry to the cluster, and what they prove themselves by. The
 * machines, the line to the VPC and a network plugin for them (the VPC CNI runs in AWS only) are not defined here. EKS
 * bills hybrid nodes by the hour of each virtual CPU.
 *
 * Define it through `EksCluster.addHybridNodes`.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-creds.html
 */
export class EksHybridNodes extends Construct {
  /** The role that the machines take on. */
  public readonly roleArn: string;
  /** Id of the activation for `nodeadm`; `undefined` with IAM Roles Anywhere. Its code is in the state only: `terraform show -json`. */
  public readonly activationId: string | undefined;
  /** Profile of IAM Roles Anywhere for `nodeadm`; `undefined` with Systems Manager. */
  public readonly profileArn: string | undefined;

  public constructor(scope: Construct, id: string, props: EksHybridNodesProps) {
    super(scope, id);
    const { trustAnchorArn, registrationLimit } = props.identity;
    const role = defineHybridRole(this, 'Role', { ...props, trustAnchorArn });
    this.roleArn = role.roleArn;
    new EksAccessEntry(this, 'Entry', {
      clusterName: props.clusterName,
      principalArn: role.roleArn,
      type: 'HYBRID_LINUX',
      tags: tagsOrNone(props.defaults.tags),
    });
    if (trustAnchorArn === undefined) {
      this.activationId = this.defineActivation(props, role, registrationLimit);
    } else {
      this.profileArn = this.defineProfile(props, role);
    }
  }

  private defineActivation(
    props: EksHybridNodesProps,
    role: ServiceRole,
    registrationLimit: number | undefined,
  ): string {
    Annotations.of(this).addWarning(
      `[kubewhere:eks/activation-in-state] the code by which machines join '${props.namePrefix}' is kept in Terraform's state for anyone who reads it, until the activation expires after a day; EksHybridIdentity.rolesAnywhere(…) needs no such secret`,
    );
    return new SsmActivation(this, 'Activation', {
      name: `${props.namePrefix}-hybrid`,
      description: `Hybrid nodes of the cluster ${props.namePrefix}`,
      iamRole: role.roleName,
      registrationLimit,
      // The role may take machines with this tag off the register, and no others
      tags: { ...props.defaults.tags, EKSClusterARN: props.clusterArn },
      dependsOn: [...role.ready],
    }).id;
  }

  private defineProfile(props: EksHybridNodesProps, role: ServiceRole): string {
    return new RolesanywhereProfile(this, 'Profile', {
      name: `${props.namePrefix}-hybrid`,
      enabled: true,
      // The name of the session becomes the name of the node, and the role's trust holds it to the certificate's
      acceptRoleSessionName: true,
      roleArns: [role.roleArn],
      tags: tagsOrNone(props.defaults.tags),
      dependsOn: [...role.ready],
    }).arn;
  }
}
