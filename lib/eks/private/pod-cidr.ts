import type { EksClusterProps } from '../cluster-props';
import type { IEksNetwork } from '../network-attributes';
import { EksPodAddresses } from '../pod-networking';

/**
 * The range that the pods of a cluster take addresses from; `undefined` where it is not known which of several ranges of an adopted VPC
 * their subnets are cut from.
 */
export function podCidrOf({ podNetworking }: EksClusterProps, network: IEksNetwork): string | undefined {
  switch (podNetworking?.addresses) {
    case EksPodAddresses.IPV6:
      return network.vpcIpv6Cidr;
    case EksPodAddresses.CUSTOM:
      return network.secondaryCidrs.length === 1 ? network.secondaryCidrs[0] : undefined;
    default:
      return network.vpcCidr;
  }
}
