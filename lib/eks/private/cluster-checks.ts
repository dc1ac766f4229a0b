import { whenResolved } from '../../cluster/private/tokens';
import { readNamedCidr } from '../../values';
import type { EksClusterProps } from '../cluster-props';
import { describePublicRanges, describeServiceCidr } from '../control-plane';
import { describeRetentionDays } from '../logging';
import type { IEksNetwork } from '../network-attributes';
import { serviceCidrOf } from './cluster-config';
import { describePodNetworking } from './cni-configuration';
import { describeControlPlane } from './control-plane-assembly';
import { describePermissionsBoundary } from './permissions-boundary';
import { describeRangeOverlaps } from './ranges';
import { describeIpv6 } from './service-network';
import { describeTags } from './tags';

/** What is wrong with the props by themselves, before anything is defined; empty when they are fine. */
export function describeClusterProps(props: EksClusterProps): readonly string[] {
  return [
    ...describePublicRanges(props.apiAccess?.allowedCidrs ?? []),
    ...(props.logRetentionDays === undefined
      ? []
      : describeRetentionDays('logRetentionDays', props.logRetentionDays)),
    ...describeControlPlane(props),
    ...describePermissionsBoundary(props.permissionsBoundaryArn),
    ...describeTags(props.tags ?? {}),
  ];
}

/**
 * What is wrong between a cluster and the network that it lives in, ranges that Terraform fills in aside. A network refuses what is wrong
 * with its own ranges.
 */
export function describeClusterNetwork(props: EksClusterProps, network: IEksNetwork): readonly string[] {
  // EKS picks the range of Services on an Outpost
  if (props.outpost !== undefined) return [];
  const { podNetworking } = props;
  const { vpcCidr, secondaryCidrs } = network;
  const serviceCidr = serviceCidrOf(props);
  return [
    ...describeServiceRange(serviceCidr),
    ...describeRangeOverlaps({ serviceCidr, vpcCidr, secondaryCidrs, remoteNetworks: props.remoteNetworks }),
    ...describeIpv6(podNetworking, props.serviceCidr, network),
    ...(podNetworking === undefined ? [] : describePodNetworking(podNetworking, network)),
  ];
}

function describeServiceRange(serviceCidr: string | undefined): readonly string[] {
  const problems: string[] = [];
  whenResolved(serviceCidr, (text) => {
    const read = readNamedCidr('serviceCidr', text);
    problems.push(...(typeof read === 'string' ? [read] : describeServiceCidr(read.cidr)));
  });
  return problems;
}
