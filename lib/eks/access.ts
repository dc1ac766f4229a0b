import { EksAccessEntry } from '@cdktf/provider-aws/lib/eks-access-entry';
import { EksAccessPolicyAssociation } from '@cdktf/provider-aws/lib/eks-access-policy-association';
import { Construct } from 'constructs';
import { ValidationError } from '../values';
import type { EksAccessEntryOptions } from './access-entry';
import { type EksAccessGrant, EksAccessPolicy, EksAccessScope } from './access-policy';
import { describeEntry } from './private/access-entry-checks';
import type { AwsEnvironment } from './private/aws-environment';
import { describePrincipalArn, type Holder, labelOf, Principals } from './private/principals';
import { tagsOrNone } from './private/tags';

const NAME = /^[A-Za-z][A-Za-z0-9-]{0,39}$/;

/** Props of {@link EksAccess}, which a cluster defines for itself. */
export interface EksAccessProps {
  /** Name of the cluster, as a token that ties the entries to it. */
  readonly clusterName: string;
  /** Where the policies of EKS are found. */
  readonly environment: AwsEnvironment;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Who may enter a cluster, by access entries of EKS. Nobody else gets in: not the one who applied, not the account's
 * root. The nodes' role has an entry that EKS makes by itself.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html
 */
export class EksAccess extends Construct {
  private readonly principals = new Principals();
  private readonly administrators: Construct;
  private readonly entries: Construct;

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: EksAccessProps,
  ) {
    super(scope, id);
    this.administrators = new Construct(this, 'Administrators');
    this.entries = new Construct(this, 'Entries');
  }

  /**
   * Lets an IAM role or user do everything in the cluster. You can also name administrators by the prop `administrators`.
   * The name identifies the entry in Terraform; renaming it shuts the principal out for a moment.
   *
   * @throws ValidationError when the name is malformed or taken, when the ARN is none of a role or user, or has an entry.
   */
  public addAdministrator(name: string, principalArn: string): void {
    const holder = { prop: 'administrators', name };
    this.refuse(this.describeNew(this.administrators, holder, principalArn));
    this.principals.add(principalArn, holder);
    const scope = new Construct(this.administrators, name);
    const entry = this.defineEntry(scope, { principalArn });
    this.associate(scope, 'AdminPolicy', entry, { policy: EksAccessPolicy.CLUSTER_ADMIN });
  }

  /**
   * Lets an IAM role or user enter with policies of EKS, or as members of groups that RBAC in the cluster knows. You can also
   * give entries by the prop `accessEntries`. The name identifies the entry in Terraform; renaming it shuts the principal out
   * for a moment.
   *
   * An entry costs nothing. It cannot be given to nodes: EKS and this library make theirs.
   *
   * @throws ValidationError when the name is malformed or taken, when the ARN is none of a role or user, or has an entry,
   * when a policy comes twice, or a group or the user name is one that EKS keeps for itself.
   */
  public addEntry(name: string, options: EksAccessEntryOptions): void {
    const { principalArn, policies = [] } = options;
    const holder = { prop: 'accessEntries', name };
    this.refuse([
      ...this.describeNew(this.entries, holder, principalArn),
      ...describeEntry(labelOf(holder), options),
    ]);
    this.principals.add(principalArn, holder);
    const scope = new Construct(this.entries, name);
    const entry = this.defineEntry(scope, options);
    for (const grant of policies) this.associate(scope, keyOf(grant.policy), entry, grant);
  }

  /**
   * Keeps a role from being entered, because what the cluster itself needs it for has an entry of its own.
   *
   * @throws ValidationError when the role is entered already.
   * @internal
   */
  public _reserve(roleArn: string, purpose: string): void {
    const holder = { prop: undefined, name: purpose };
    this.refuse(this.principals.describeTaken(roleArn, holder));
    this.principals.add(roleArn, holder);
  }
  private defineEntry(scope: Construct, options: EksAccessEntryOptions): EksAccessEntry {
    const groups = [...new Set(options.kubernetesGroups)].sort();
    return new EksAccessEntry(scope, 'Resource', {
      clusterName: this.props.clusterName,
      principalArn: options.principalArn,
      kubernetesGroups: groups.length === 0 ? undefined : groups,
      userName: options.userName,
      tags: tagsOrNone(this.props.tags),
    });
  }

  private associate(scope: Construct, id: string, entry: EksAccessEntry, grant: EksAccessGrant): void {
    const { namespaces } = grant.scope ?? EksAccessScope.cluster();
    new EksAccessPolicyAssociation(scope, id, {
      clusterName: this.props.clusterName,
      // From the entry, not from the argument: the association can only follow the entry
      principalArn: entry.principalArn,
      policyArn: this.props.environment.accessPolicyArn(grant.policy),
      accessScope:
        namespaces.length === 0 ? { type: 'cluster' } : { type: 'namespace', namespaces: [...namespaces] },
    });
  }

  private describeNew(entries: Construct, holder: Holder, principalArn: string): string[] {
    const { prop, name } = holder;
    const problems: string[] = [];
    if (!NAME.test(name)) {
      problems.push(
        `'${prop}' name '${name}' must be 1 to 40 letters, digits and hyphens, starting with a letter`,
      );
    } else if (entries.node.tryFindChild(name) !== undefined) {
      problems.push(`'${prop}' name '${name}' is taken; choose another`);
    }
    return [
      ...problems,
      ...describePrincipalArn(labelOf(holder), principalArn),
      ...this.principals.describeTaken(principalArn, holder),
    ];
  }

  private refuse(problems: readonly string[]): void {
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
  }
}

/** The name that a policy has among ours, which identifies its grant. */
function keyOf(policy: EksAccessPolicy): string {
  const entry = Object.entries(EksAccessPolicy).find(([, value]) => value === policy);
  return entry?.[0] ?? policy;
}
