import { EksPodIdentityAssociation } from '@cdktf/provider-aws/lib/eks-pod-identity-association';
import { Construct } from 'constructs';
import type { PodAccount } from '../cluster/private/pod-account';
import { ValidationError } from '../values';
import type { EksAddOns } from './add-ons';
import { setNewerAttribute } from './newer-attributes';
import { managedPoliciesOf, renderStatement, roleSuffix } from './private/add-on-roles';
import { renderPolicy } from './private/policy-document';
import type { ResourceDefaults } from './private/resource-defaults';
import { ServiceAccounts } from './private/service-accounts';
import { ServiceRole } from './private/service-role';
import { tagsOrNone } from './private/tags';
import { describeWorkloadIdentity } from './private/workload-identity-checks';
import type { EksWorkloadIdentityOptions } from './workload-identity-options';

const NAME = /^[A-Za-z][A-Za-z0-9-]{0,39}$/;

/** Props of {@link EksWorkloadIdentity}, which a cluster defines for itself. */
export interface EksWorkloadIdentityProps {
  /** Name of the cluster as it was given; also the stem of the names of roles. */
  readonly namePrefix: string;
  /** Name of the cluster, as a token that ties the associations to it. */
  readonly clusterName: string;
  /** The add-ons of the cluster: what hands pods their credentials, and which service accounts have a role already. */
  readonly addOns: Pick<EksAddOns, 'readyForIdentities' | 'serviceAccounts'>;
  readonly defaults: ResourceDefaults;
}

/** A service account with its role. */
export class EksBoundIdentity extends Construct {
  /** The role that the pods have in AWS. */
  public readonly roleArn: string;
  /** Text by which the trust of `targetRoleArn` knows this association from others, in the condition `sts:ExternalId`. */
  public readonly externalId: string;
  /** @internal the role, where it is one of its own */
  public readonly _role?: ServiceRole;

  /** Define it through `EksCluster.workloadIdentity.bind`. */
  public constructor(
    scope: Construct,
    id: string,
    props: EksWorkloadIdentityProps,
    options: EksWorkloadIdentityOptions,
  ) {
    super(scope, id);
    const { sessionPolicy } = options;
    const sessionTags = options.sessionTags ?? sessionPolicy === undefined;
    if (options.roleArn === undefined) {
      const role = this.defineRole(props, options, sessionTags);
      this._role = role;
      this.roleArn = role.roleArn;
    } else {
      this.roleArn = options.roleArn;
    }
    const dependsOn = [...props.addOns.readyForIdentities, ...(this._role?.ready ?? [])];
    const association = new EksPodIdentityAssociation(this, 'Association', {
      clusterName: props.clusterName,
      namespace: options.namespace,
      serviceAccount: options.serviceAccount,
      roleArn: this.roleArn,
      targetRoleArn: options.targetRoleArn,
      disableSessionTags: sessionTags ? undefined : true,
      tags: tagsOrNone(props.defaults.tags),
      dependsOn: dependsOn.length === 0 ? undefined : dependsOn,
    });
    if (sessionPolicy !== undefined) {
      setNewerAttribute(
        association,
        'podIdentitySessionPolicy',
        renderPolicy(...sessionPolicy.map(renderStatement)),
      );
    }
    this.externalId = association.externalId;
  }

  private defineRole(
    props: EksWorkloadIdentityProps,
    options: EksWorkloadIdentityOptions,
    sessionTags: boolean,
  ): ServiceRole {
    const { namespace, serviceAccount, targetRoleArn } = options;
    const { defaults, namePrefix } = props;
    const statements = (options.statements ?? []).map(renderStatement);
    return new ServiceRole(this, 'Role', {
      roleName: `${namePrefix}-${defaults.environment.region}-${roleSuffix('workload-identity', this.node.id)}`,
      description: `Service account ${namespace}/${serviceAccount} by EKS Pod Identity`,
      service: 'pods.eks.amazonaws.com',
      actions: ['sts:AssumeRole', 'sts:TagSession'],
      condition: sessionTags
        ? {
            StringEquals: {
              'aws:RequestTag/eks-cluster-name': namePrefix,
              'aws:RequestTag/kubernetes-namespace': namespace,
              'aws:RequestTag/kubernetes-service-account': serviceAccount,
            },
          }
        : undefined,
      managedPolicies: managedPoliciesOf(options, defaults),
      statements:
        targetRoleArn === undefined
          ? statements
          : [
              ...statements,
              {
                Sid: 'TakeOnTargetRole',
                Effect: 'Allow',
                Action: ['sts:AssumeRole', 'sts:TagSession'],
                Resource: targetRoleArn,
              },
            ],
      defaults,
    });
  }
}

/**
 * What pods may do in AWS, by EKS Pod Identity: a role for each service account, of which nothing is written into the cluster.
 * A pod has the role when it is made after the association. Pods on Fargate and on Windows cannot; `irsa` is for them.
 *
 * Roles and associations cost nothing.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html
 */
export class EksWorkloadIdentity extends Construct {
  private readonly accounts: ServiceAccounts;

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: EksWorkloadIdentityProps,
  ) {
    super(scope, id);
    this.accounts = new ServiceAccounts(() => props.addOns.serviceAccounts);
    this.node.addValidation({ validate: () => this.accounts.describeDoubles() });
  }

  /**
   * Gives the pods of a service account a role. The name identifies role and association in Terraform, and ends the role's name.
   *
   * @throws ValidationError when the name is malformed or taken, when the service account has a role, or an option is refused. That
   * an add-on which is added later has a role for the same service account is an error at synthesis.
   */
  public bind(name: string, options: EksWorkloadIdentityOptions): EksBoundIdentity {
    const label = `workload identity '${name}'`;
    const problems = [
      ...this.describeName(name),
      ...describeWorkloadIdentity(label, options),
      ...this.accounts.describeTaken(label, options),
    ];
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
    this.accounts.add(label, options);
    return new EksBoundIdentity(this, name, this.props, options);
  }

  /**
   * Keeps a service account from being bound, because what runs under it has a role already.
   *
   * @throws ValidationError when it is bound, or an add-on has it.
   * @internal
   */
  public _reserve(owner: string, account: PodAccount): void {
    const problems = this.accounts.describeTaken(owner, account);
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
    this.accounts.add(owner, account);
  }

  private describeName(name: string): string[] {
    if (!NAME.test(name)) {
      return [
        `workload identity name '${name}' must be 1 to 40 letters, digits and hyphens, starting with a letter`,
      ];
    }
    if (this.node.tryFindChild(name) === undefined) return [];
    return [`workload identity name '${name}' is taken; choose another`];
  }
}
