import { Token } from 'cdktf';
import { describePodAccount, type PodAccount, podAccountName } from '../../cluster/private/pod-account';
import { whenResolved } from '../../cluster/private/tokens';
import { GkeIdentity, type GkeWorkloadIdentityOptions } from '../workload-identity-options';
import { describeAccountEmail, describeRole } from './principals';

/** What is wrong with the rights of a service account; empty when they are fine. */
export function describeWorkloadIdentity(
  label: string,
  options: GkeWorkloadIdentityOptions,
  projectNumber: string | undefined,
): readonly string[] {
  const { kind, existingEmail } = options.as ?? GkeIdentity.direct();
  const problems = [...describePodAccount(label, options), ...describeRoles(label, options.roles ?? [])];
  if (kind === 'direct') {
    if (projectNumber === undefined) problems.push(describeMissingNumber(label));
    whenResolved(projectNumber, (number) => {
      if (/^\d+$/.test(number)) return;
      problems.push(
        `${label} needs the number of the project, not its id, as 'projectNumber' of the cluster; found '${number}'`,
      );
    });
  }
  if (existingEmail !== undefined) {
    problems.push(...describeAccountEmail(`${label} existing account`, existingEmail));
  }
  return problems;
}

/** What keeps pods from being principals themselves. */
export function describeMissingNumber(label: string): string {
  return `${label} needs 'projectNumber' of the cluster, by which IAM knows pods; give it, or say 'as' GkeIdentity.own()`;
}

function describeRoles(label: string, roles: readonly string[]): readonly string[] {
  if (Token.isUnresolved(roles) || roles.some((role) => Token.isUnresolved(role))) {
    return [
      `${label} 'roles' holds one that only Terraform knows, but addresses are made of them; write each role`,
    ];
  }
  return roles.flatMap((role, at) => [
    ...describeRole(label, role),
    ...(roles.indexOf(role) === at ? [] : [`${label} 'roles' holds '${role}' twice; name each role once`]),
  ]);
}

/**
 * Which service accounts of Kubernetes are bound. One carries one annotation, so it is bound once. Two that Terraform fills in are the
 * same only where the same values were given twice.
 */
export class BoundAccounts {
  private readonly owners = new Map<string, string>();

  /** Why the service account cannot be bound; empty when it is not yet. */
  public describeTaken(label: string, account: PodAccount): readonly string[] {
    const name = podAccountName(account);
    const owner = this.owners.get(name);
    if (owner === undefined) return [];
    const known = Token.isUnresolved(name) ? '' : ` ${name}`;
    return [
      `${owner} and ${label} are for the same service account${known}; bind it once, with the roles of both`,
    ];
  }

  public add(label: string, account: PodAccount): void {
    this.owners.set(podAccountName(account), label);
  }
}
