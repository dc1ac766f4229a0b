import { EksPodNetworking } from '../../lib/eks';
import { describeIpv6, isIpv6 } from '../../lib/eks/private/service-network';
import { clusterOf } from './control-plane-stack';

const IPV6 = EksPodNetworking.ipv6();

describe('the addresses of Services', () => {
  it.each([
    undefined,
    EksPodNetworking.prefixDelegation(),
    EksPodNetworking.singleAddresses(),
    EksPodNetworking.custom(),
  ])('come from a range of ours with IPv4 (%j), without a word about the family', (podNetworking) => {
    expect(clusterOf({ podNetworking }).kubernetes_network_config).toEqual({
      service_ipv4_cidr: '172.20.0.0/16',
    });
    expect(isIpv6(podNetworking)).toBe(false);
    expect(describeIpv6(podNetworking, '172.20.0.0/16', { vpcIpv6Cidr: undefined })).toEqual([]);
  });

  it('come from a range that EKS picks with IPv6', () => {
    expect(clusterOf({ podNetworking: IPV6 }).kubernetes_network_config).toEqual({ ip_family: 'ipv6' });
    expect(isIpv6(IPV6)).toBe(true);
    expect(describeIpv6(IPV6, undefined, { vpcIpv6Cidr: '2001:db8::/56' })).toEqual([]);
  });

  it('stand beside load balancers of Auto Mode', () => {
    expect(clusterOf({ podNetworking: IPV6, autoMode: true }).kubernetes_network_config).toEqual({
      ip_family: 'ipv6',
      elastic_load_balancing: { enabled: true },
    });
  });

  it('refuse IPv6 with a range of ours, or in a network without any', () => {
    expect(describeIpv6(IPV6, '172.20.0.0/16', { vpcIpv6Cidr: undefined })).toEqual([
      "'serviceCidr' (172.20.0.0/16) does not go with EksPodNetworking.ipv6(), for which EKS picks the range; leave it out",
      "'podNetworking' IPv6 needs a 'network' with an IPv6 range: an EksNetwork with 'ipv6: true', or one adopted with 'vpcIpv6Cidr'",
    ]);
  });
});
