import { whenResolved } from '../../cluster/private/tokens';
import type { EksAccessEntryOptions } from '../access-entry';
import { EksAccessPolicy } from '../access-policy';

/** What EKS keeps for itself at the start of the name of a user. */
const RESERVED_USERS = ['system:', 'eks:', 'aws:', 'amazon:', 'iam:'];

/**
 * What is wrong with an access entry beside its principal; empty when it is fine.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html
 */
export function describeEntry(label: string, options: EksAccessEntryOptions): string[] {
  return [
    ...describePolicies(label, options),
    ...describeGroups(label, options.kubernetesGroups ?? []),
    ...describeUserName(label, options),
  ];
}

function describePolicies(label: string, { policies = [] }: EksAccessEntryOptions): string[] {
  const known: readonly string[] = Object.values(EksAccessPolicy);
  const names = policies.map(({ policy }) => policy);
  const unknown = [...new Set(names)].filter((name) => !known.includes(name));
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  return [
    ...unknown.map((name) => `${label} policy '${name}' must be one of ${known.join(', ')}`),
    ...twice.map(
      (name) =>
        `${label} has the policy '${name}' twice; EKS takes it once, so name all its namespaces in one EksAccessScope.namespaces(…)`,
    ),
  ];
}

function describeGroups(label: string, groups: readonly string[]): string[] {
  const problems: string[] = [];
  for (const group of groups) {
    whenResolved(group, (name) => {
      if (name === '') problems.push(`${label} has a group without a name; name it or leave it out`);
      if (name.startsWith('system:')) {
        problems.push(
          `${label} group '${name}' starts with 'system:', which EKS refuses; bind a group of your own, or use 'policies' with EksAccessPolicy.CLUSTER_ADMIN in place of 'system:masters'`,
        );
      }
    });
  }
  return problems;
}

function describeUserName(label: string, { userName }: EksAccessEntryOptions): string[] {
  const problems: string[] = [];
  whenResolved(userName, (name) => {
    const reserved = RESERVED_USERS.find((start) => name.startsWith(start));
    if (name === '') problems.push(`${label} 'userName' is empty; leave it out and EKS derives one`);
    if (reserved !== undefined) {
      problems.push(
        `${label} 'userName' (${name}) starts with '${reserved}'; EKS keeps ${RESERVED_USERS.join(', ')} for itself`,
      );
    }
    if (/^[^:]*\{\{SessionName(Raw)?\}\}/.test(name)) {
      problems.push(
        `${label} 'userName' (${name}) needs a colon before the name of the session, such as 'shop:{{SessionName}}'`,
      );
    }
  });
  return problems;
}
