import { describePodAccount } from '../../cluster/private/pod-account';
import type { EksWorkloadIdentityOptions } from '../workload-identity-options';
import { describePermissions } from './add-on-roles';
import { describeRoleArn } from './principals';

/** What is wrong with a role for a service account; empty when it is fine. */
export function describeWorkloadIdentity(label: string, options: EksWorkloadIdentityOptions): string[] {
  const { managedPolicies = [], statements = [], sessionPolicy } = options;
  const problems = [
    ...describePodAccount(label, options),
    ...describePermissions(label, options),
    ...describeRoleArn(`${label} 'roleArn'`, options.roleArn),
    ...describeRoleArn(`${label} 'targetRoleArn'`, options.targetRoleArn),
  ];
  if (options.roleArn !== undefined && managedPolicies.length + statements.length > 0) {
    problems.push(
      `${label} has 'roleArn' beside 'managedPolicies' or 'statements'; a role that exists has its permissions already, so leave out the one or the others`,
    );
  }
  if (sessionPolicy === undefined) return problems;
  if (options.sessionTags === true) {
    problems.push(
      `${label} has 'sessionTags' beside 'sessionPolicy'; EKS allows one of them, so leave 'sessionTags' out`,
    );
  }
  if (sessionPolicy.length === 0) {
    problems.push(`${label} has an empty 'sessionPolicy', which allows nothing; leave it out or fill it`);
  }
  return [...problems, ...describePermissions(`'sessionPolicy' of ${label}`, { statements: sessionPolicy })];
}
