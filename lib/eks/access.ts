import { EksAccessEntry } from '@cdktf/provider-aws/lib/eks-access-entry';
import { EksAccessPolicyAssociation } from '@cdktf/provider-aws/lib/eks-access-policy-association';
import { Construct } from 'constructs';
import { whenResolved } from '../cluster/private/tokens';
import { ValidationError } from '../values';
import type { AwsEnvironment } from './private/aws-environment';
import { tagsOrNone } from './private/tags';

const PRINCIPAL_ARN = /^arn:aws[a-z-]*:iam::\d{12}:(role|user)\/[\w+=,.@/-]+$/;
const ADMINISTRATOR_NAME = /^[A-Za-z][A-Za-z0-9-]{0,39}$/;

/** Props of {@link EksAccess}. */
export interface EksAccessProps {
  /** Name of the cluster, as a token that ties the entries to it. */
  readonly clusterName: string;
  readonly administrators: Readonly<Record<string, string>>;
  readonly environment: AwsEnvironment;
  readonly tags: Readonly<Record<string, string>>;
}

/** Access entries of people and pipelines. Nobody else gets in: not the one who applied, not the account's root. */
export class EksAccess extends Construct {
  public constructor(scope: Construct, id: string, props: EksAccessProps) {
    super(scope, id);
    const administrators = new Construct(this, 'Administrators');
    for (const [name, principalArn] of Object.entries(props.administrators)) {
      const administrator = new Construct(administrators, name);
      const entry = new EksAccessEntry(administrator, 'Resource', {
        clusterName: props.clusterName,
        principalArn,
        tags: tagsOrNone(props.tags),
      });
      new EksAccessPolicyAssociation(administrator, 'AdminPolicy', {
        clusterName: props.clusterName,
        // From the entry, not from the props: the association can only follow the entry
        principalArn: entry.principalArn,
        policyArn: props.environment.accessPolicyArn('AmazonEKSClusterAdminPolicy'),
        accessScope: { type: 'cluster' },
      });
    }
  }
}

/** One sentence for every administrator that EKS would refuse, minutes into the apply; empty when all are fine. */
export function describeAdministrators(administrators: Readonly<Record<string, string>>): readonly string[] {
  const problems: string[] = [];
  const nameOf = new Map<string, string>();
  for (const [name, arn] of Object.entries(administrators)) {
    if (!ADMINISTRATOR_NAME.test(name)) {
      problems.push(
        `'administrators' name '${name}' must be 1 to 40 letters, digits and hyphens, starting with a letter`,
      );
    }
    whenResolved(arn, (value) => {
      if (PRINCIPAL_ARN.test(value)) return;
      problems.push(
        `'administrators' '${name}' (${value}) must be the ARN of an IAM role or user such as 'arn:aws:iam::111122223333:role/Platform'; sessions, groups and the account's root cannot have an access entry`,
      );
    });
    const first = nameOf.get(arn);
    if (first === undefined) nameOf.set(arn, name);
    else
      problems.push(
        `'administrators' '${first}' and '${name}' are the same principal (${arn}); EKS allows one entry for each`,
      );
  }
  return problems;
}

/** @throws ValidationError with all problems of the administrators. */
export function assertAdministrators(
  administrators: Readonly<Record<string, string>>,
  scope: { readonly node: { readonly path: string } },
): void {
  const problems = describeAdministrators(administrators);
  if (problems.length > 0) throw new ValidationError(problems.join('; '), scope);
}
