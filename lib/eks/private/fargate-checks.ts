import { whenResolved } from '../../cluster/private/tokens';
import type { EksFargateProfileOptions, EksFargateSelector } from '../fargate-profile-options';

/** @see https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html */
const MOST_SELECTORS = 5;
const MOST_LABELS = 5;
const NAMESPACE = /^[a-z0-9*?]([a-z0-9*?-]{0,61}[a-z0-9*?])?$/;
const SUBNET_ID = /^subnet-[0-9a-f]{8}([0-9a-f]{9})?$/;

/** What is wrong with a Fargate profile; empty when it is fine. */
export function describeFargateProfile(label: string, options: EksFargateProfileOptions): string[] {
  const { selectors, subnetIds } = options;
  const problems: string[] = [];
  if (selectors.length === 0 || selectors.length > MOST_SELECTORS) {
    problems.push(`${label} 'selectors' must be 1 to ${MOST_SELECTORS}; found ${selectors.length}`);
  }
  problems.push(...selectors.flatMap((selector) => describeSelector(label, selector)));
  whenResolved(subnetIds, (ids) => {
    if (ids.length === 0)
      problems.push(`${label} 'subnetIds' is empty; leave it out for all private subnets`);
    for (const id of ids) {
      whenResolved(id, (text) => {
        if (SUBNET_ID.test(text)) return;
        problems.push(
          `${label} 'subnetIds' (${text}) must hold ids of subnets such as 'subnet-0123456789abcdef0'`,
        );
      });
    }
  });
  return problems;
}

function describeSelector(label: string, { namespace, labels = {} }: EksFargateSelector): string[] {
  const problems: string[] = [];
  whenResolved(namespace, (text) => {
    if (NAMESPACE.test(text)) return;
    problems.push(
      `${label} 'namespace' (${text}) must be 1 to 63 lower-case letters, digits and hyphens, '*' and '?'`,
    );
  });
  const count = Object.keys(labels).length;
  if (count > MOST_LABELS) {
    problems.push(`${label} 'labels' must be at most ${MOST_LABELS} for each selector; found ${count}`);
  }
  return problems;
}
