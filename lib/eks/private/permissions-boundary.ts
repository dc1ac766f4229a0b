import { whenResolved } from '../../cluster/private/tokens';

const POLICY_ARN = /^arn:aws[a-z-]*:iam::(aws|\d{12}):policy\/[\w+=,.@/-]+$/;

/** Why IAM would refuse a boundary of roles; empty when there is none, or it is fine. */
export function describePermissionsBoundary(arn: string | undefined): readonly string[] {
  const problems: string[] = [];
  whenResolved(arn, (text) => {
    if (POLICY_ARN.test(text)) return;
    problems.push(
      `'permissionsBoundaryArn' (${text}) must be the ARN of an IAM policy such as 'arn:aws:iam::111122223333:policy/Boundary'`,
    );
  });
  return problems;
}
