import type { EksClusterConfig } from '@cdktf/provider-aws/lib/eks-cluster';
import type { IEksNetwork } from '../network-attributes';
import { EksPodAddresses, type EksPodNetworking } from '../pod-networking';

/** Whether pods and Services of a cluster have IPv6 addresses. */
export function isIpv6(podNetworking: EksPodNetworking | undefined): boolean {
  return podNetworking?.addresses === EksPodAddresses.IPV6;
}

/**
 * The addresses of Services. With IPv6 EKS picks their range, and the provider refuses one of ours. The family is written for IPv6
 * only: it replaces the cluster, and clusters that exist were made without it.
 */
export function renderServiceNetwork(
  podNetworking: EksPodNetworking | undefined,
  serviceCidr: string,
): Pick<EksClusterConfig, 'kubernetesNetworkConfig'> {
  return {
    kubernetesNetworkConfig: isIpv6(podNetworking) ? { ipFamily: 'ipv6' } : { serviceIpv4Cidr: serviceCidr },
  };
}

/** What does not go together about IPv6; empty when all does, and without it. */
export function describeIpv6(
  podNetworking: EksPodNetworking | undefined,
  serviceCidr: string | undefined,
  network: Pick<IEksNetwork, 'vpcIpv6Cidr'>,
): readonly string[] {
  if (!isIpv6(podNetworking)) return [];
  return [
    ...(serviceCidr === undefined
      ? []
      : [
          `'serviceCidr' (${serviceCidr}) does not go with EksPodNetworking.ipv6(), for which EKS picks the range; leave it out`,
        ]),
    ...(network.vpcIpv6Cidr === undefined
      ? [
          `'podNetworking' IPv6 needs a 'network' with an IPv6 range: an EksNetwork with 'ipv6: true', or one adopted with 'vpcIpv6Cidr'`,
        ]
      : []),
  ];
}
