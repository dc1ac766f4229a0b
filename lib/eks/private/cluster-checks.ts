import { Token } from 'cdktf';
import { whenResolved } from '../../cluster/private/tokens';
import { Cidr, readNamedCidr } from '../../values';
import type { EksClusterProps } from '../cluster-props';
import { describePublicRanges, describeServiceCidr } from '../control-plane';
import { describeRetentionDays } from '../logging';
import { describePermissionsBoundary } from './permissions-boundary';
import { describeTags } from './tags';

/** What is wrong with the props by themselves, before anything is defined; empty when they are fine. */
export function describeClusterProps(props: EksClusterProps): readonly string[] {
  return [
    ...describePublicRanges(props.apiAccess?.allowedCidrs ?? []),
    ...(props.logRetentionDays === undefined
      ? []
      : describeRetentionDays('logRetentionDays', props.logRetentionDays)),
    ...describePermissionsBoundary(props.permissionsBoundaryArn),
    ...describeTags(props.tags ?? {}),
  ];
}

/** What is wrong between the ranges of a cluster and those of its VPC, as far as Terraform does not fill them in. */
export function describeClusterRanges(serviceCidr: string, vpcCidr: string): readonly string[] {
  const problems: string[] = [];
  whenResolved(serviceCidr, (text) => {
    const read = readNamedCidr('serviceCidr', text);
    if (typeof read === 'string') {
      problems.push(read);
      return;
    }
    // A network refuses a range of its own that cannot be read
    const vpc = Token.isUnresolved(vpcCidr) ? undefined : Cidr.parse(vpcCidr);
    problems.push(...describeServiceCidr(read.cidr, vpc));
  });
  return problems;
}
