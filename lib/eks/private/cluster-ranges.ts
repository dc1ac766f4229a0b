import type { EksCluster as EksClusterResource } from '@cdktf/provider-aws/lib/eks-cluster';
import type { ClusterNetwork } from '../../cluster';
import type { EksClusterProps } from '../cluster-props';
import type { IEksNetwork } from '../network-attributes';
import { EksPodAddresses } from '../pod-networking';
import { serviceCidrOf } from './cluster-config';
import { isIpv6 } from './service-network';

/** What a cluster tells about its network; ranges that EKS picks are read from the cluster. */
export function networkOf(
  props: EksClusterProps,
  network: IEksNetwork,
  resource: EksClusterResource,
): ClusterNetwork & { readonly serviceCidr: string } {
  const { serviceIpv4Cidr, serviceIpv6Cidr } = resource.kubernetesNetworkConfig;
  return {
    podCidr: podCidrOf(props, network),
    serviceCidr: serviceCidrOf(props) ?? (isIpv6(props.podNetworking) ? serviceIpv6Cidr : serviceIpv4Cidr),
    networkId: network.vpcId,
  };
}

/**
 * The range that the pods of a cluster take addresses from; `undefined` where it is not known which of several ranges of an adopted VPC
 * their subnets are cut from.
 */
function podCidrOf({ podNetworking }: EksClusterProps, network: IEksNetwork): string | undefined {
  switch (podNetworking?.addresses) {
    case EksPodAddresses.IPV6:
      return network.vpcIpv6Cidr;
    case EksPodAddresses.CUSTOM:
      return network.secondaryCidrs.length === 1 ? network.secondaryCidrs[0] : undefined;
    default:
      return network.vpcCidr;
  }
}
