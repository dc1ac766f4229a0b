import { EksAccessEntry } from '@cdktf/provider-aws/lib/eks-access-entry';
import { EksAccessPolicyAssociation } from '@cdktf/provider-aws/lib/eks-access-policy-association';
import { Construct } from 'constructs';
import { whenResolved } from '../cluster/private/tokens';
import { ValidationError } from '../values';
import { tagsOrNone } from './private/tags';

const PRINCIPAL_ARN = /^arn:aws[a-z-]*:iam::\d{12}:(role|user)\/[\w+=,.@/-]+$/;
const NAME = /^[A-Za-z][A-Za-z0-9-]{0,39}$/;

/** Props of {@link EksAccess}, which a cluster defines for itself. */
export interface EksAccessProps {
  /** Name of the cluster, as a token that ties the entries to it. */
  readonly clusterName: string;
  /** ARN of the policy of administrators. */
  readonly policyArn: string;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Who may enter a cluster, by access entries of EKS. Nobody else gets in: not the one who applied, not the account's
 * root. The nodes' role has an entry that EKS makes by itself.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html
 */
export class EksAccess extends Construct {
  private readonly nameOf = new Map<string, string>();
  private readonly administrators: Construct;

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: EksAccessProps,
  ) {
    super(scope, id);
    this.administrators = new Construct(this, 'Administrators');
  }

  /**
   * Lets an IAM role or user do everything in the cluster. You can also name administrators by the prop `administrators`.
   * The name identifies the entry in Terraform; renaming it shuts the principal out for a moment.
   *
   * @throws ValidationError when the name is malformed or taken, when the ARN is none of a role or user, or has an entry.
   */
  public addAdministrator(name: string, principalArn: string): void {
    this.assertNew(name, principalArn);
    this.nameOf.set(principalArn, name);
    const scope = new Construct(this.administrators, name);
    const entry = new EksAccessEntry(scope, 'Resource', {
      clusterName: this.props.clusterName,
      principalArn,
      tags: tagsOrNone(this.props.tags),
    });
    new EksAccessPolicyAssociation(scope, 'AdminPolicy', {
      clusterName: this.props.clusterName,
      // From the entry, not from the argument: the association can only follow the entry
      principalArn: entry.principalArn,
      policyArn: this.props.policyArn,
      accessScope: { type: 'cluster' },
    });
  }

  private assertNew(name: string, principalArn: string): void {
    const problems: string[] = [];
    if (!NAME.test(name)) {
      problems.push(
        `'administrators' name '${name}' must be 1 to 40 letters, digits and hyphens, starting with a letter`,
      );
    } else if (this.administrators.node.tryFindChild(name) !== undefined) {
      problems.push(`'administrators' name '${name}' is taken; choose another`);
    }
    whenResolved(principalArn, (value) => {
      if (PRINCIPAL_ARN.test(value)) return;
      problems.push(
        `'administrators' '${name}' (${value}) must be the ARN of an IAM role or user such as 'arn:aws:iam::111122223333:role/Platform'; sessions, groups and the account's root cannot have an access entry`,
      );
    });
    const other = this.nameOf.get(principalArn);
    if (other !== undefined) {
      problems.push(
        `'administrators' '${other}' and '${name}' are the same principal (${principalArn}); EKS allows one entry for each`,
      );
    }
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
  }
}
