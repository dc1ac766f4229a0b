import { whenResolved } from '../../cluster/private/tokens';
import { inParentheses } from './shown';

const PRINCIPAL_ARN = /^arn:aws[a-z-]*:iam::\d{12}:(role|user)\/[\w+=,.@/-]+$/;
const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/;

/** Why nobody can enter under an ARN; empty for one that IAM knows, and for one that Terraform fills in. */
export function describePrincipalArn(label: string, principalArn: string): string[] {
  const problems: string[] = [];
  whenResolved(principalArn, (arn) => {
    if (PRINCIPAL_ARN.test(arn)) return;
    problems.push(
      `${label} (${arn}) must be the ARN of an IAM role or user such as 'arn:aws:iam::111122223333:role/Platform'; sessions, groups and the account's root cannot have an access entry`,
    );
  });
  return problems;
}

/** Why an ARN is none of a role; empty for one that is, and for one that Terraform fills in. */
export function describeRoleArn(label: string, roleArn: string | undefined): string[] {
  const problems: string[] = [];
  whenResolved(roleArn, (arn) => {
    if (ROLE_ARN.test(arn)) return;
    problems.push(
      `${label} (${arn}) must be the ARN of an IAM role such as 'arn:aws:iam::111122223333:role/Shop'`,
    );
  });
  return problems;
}

/**
 * Who has an access entry in a cluster, for EKS allows one for each principal. Two that Terraform fills in are the same only
 * where the same value was given twice; other doubles EKS refuses in the apply.
 */
export class Principals {
  private readonly holders = new Map<string, Holder>();

  /** Why the principal cannot have another entry; empty when it has none. */
  public describeTaken(principalArn: string, holder: Holder): string[] {
    const other = this.holders.get(principalArn);
    if (other === undefined) return [];
    const second = other.prop === holder.prop ? quoted(holder.name) : labelOf(holder);
    return [
      `${labelOf(other)} and ${second} are the same principal${inParentheses(principalArn)}; EKS allows one entry for each`,
    ];
  }

  public add(principalArn: string, holder: Holder): void {
    this.holders.set(principalArn, holder);
  }
}

/** What a principal is entered for. */
export interface Holder {
  /** The prop that names the entry; `undefined` when the cluster itself needs it. */
  readonly prop: string | undefined;
  /** The entry's name under the prop, or what the cluster needs it for, such as `the nodes`. */
  readonly name: string;
}

/** What an entry is called in messages. */
export function labelOf({ prop, name }: Holder): string {
  return prop === undefined ? name : `'${prop}' ${quoted(name)}`;
}

function quoted(name: string): string {
  return `'${name}'`;
}
