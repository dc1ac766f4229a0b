import { EksCluster, EksNetwork, EksPodNetworking } from '../../lib/eks';
import { synthesize } from '../support/synthesized';
import { all, defineEks, eksStack, MINIMAL, only, resolved, synthesizeEks } from './eks-stack';

const CUSTOM = EksPodNetworking.custom();
const IPV6 = EksPodNetworking.ipv6();

function cniOf(synthesized: ReturnType<typeof synthesize>): string {
  const addOns = Object.values(all(synthesized, 'aws_eks_addon'));
  return String(addOns.find((addOn) => addOn.addon_name === 'vpc-cni')?.configuration_values);
}

describe('the pods of an EKS cluster', () => {
  it('have IPv6 addresses in a network of the cluster’s own, which then has ranges of them', () => {
    const stack = eksStack();
    const cluster = defineEks(stack, { podNetworking: IPV6 });
    expect(resolved(stack, cluster.network)).toEqual({
      podCidr: '${aws_vpc.Cluster_Network_A5E2F637.ipv6_cidr_block}',
      serviceCidr: '${aws_eks_cluster.Cluster_EB0386A7.kubernetes_network_config[0].service_ipv6_cidr}',
      networkId: '${aws_vpc.Cluster_Network_A5E2F637.id}',
    });
    const synthesized = synthesize(stack);
    expect(only(synthesized, 'aws_eks_cluster').kubernetes_network_config).toEqual({ ip_family: 'ipv6' });
    expect(only(synthesized, 'aws_vpc').assign_generated_ipv6_cidr_block).toBe(true);
    expect(cniOf(synthesized)).toBe(
      '{"enableNetworkPolicy":"true","env":{"ENABLE_PREFIX_DELEGATION":"true"}}',
    );
  });

  it('take addresses from subnets of their own, and nodes wait for those', () => {
    const stack = eksStack();
    const network = new EksNetwork(stack, 'Network', { networkName: 'prod', podCidr: '100.64.0.0/16' });
    const cluster = defineEks(stack, { network, podNetworking: CUSTOM });
    expect(cluster.network.podCidr).toBe('100.64.0.0/16');
    const synthesized = synthesize(stack);
    const subnets = Object.entries(all(synthesized, 'aws_subnet')).filter(([id]) =>
      id.includes('PodSubnets'),
    );
    expect(subnets).toHaveLength(3);
    for (const [id] of subnets) expect(cniOf(synthesized)).toContain(`"id":"\${aws_subnet.${id}.id}"`);
    const waits = only(synthesized, 'aws_eks_node_group').depends_on as readonly string[];
    expect(waits.filter((address) => address.includes('PodSubnets'))).toHaveLength(3);
  });

  it('have a range that is not known where an adopted VPC has several', () => {
    const stack = eksStack();
    const network = EksNetwork.fromAttributes(stack, 'Network', {
      vpcId: 'vpc-1',
      vpcCidr: '10.0.0.0/16',
      secondaryCidrs: ['100.64.0.0/16', '100.65.0.0/16'],
      privateSubnetIds: ['subnet-a', 'subnet-b'],
      podSubnets: [{ zone: 'eu-west-1a', subnetId: 'subnet-c' }],
    });
    expect(defineEks(stack, { network, podNetworking: CUSTOM }).network.podCidr).toBeUndefined();
  });

  it('can have security groups of their own, for which the control plane may move interfaces', () => {
    const attached = (podNetworking?: EksPodNetworking) =>
      Object.entries(all(synthesizeEks({ podNetworking }), 'aws_iam_role_policy_attachment'))
        .filter(([id]) => id.startsWith('Cluster_Role_'))
        .map(([, { policy_arn }]) => String(policy_arn).split('/').pop());
    expect(attached(EksPodNetworking.prefixDelegation({ securityGroupsForPods: true }))).toEqual([
      'AmazonEKSClusterPolicy',
      'AmazonEKSVPCResourceController',
    ]);
    expect(attached()).toEqual(['AmazonEKSClusterPolicy']);
  });

  it('obey NetworkPolicy unless told otherwise, and the cluster says so', () => {
    const policyOf = (podNetworking?: EksPodNetworking) =>
      defineEks(eksStack(), { podNetworking }).capabilities.networkPolicy;
    expect(policyOf()).toBe(true);
    expect(policyOf(EksPodNetworking.singleAddresses({ networkPolicy: false }))).toBe(false);
  });

  it.each<[string, EksPodNetworking, string]>([
    [
      'custom networking in a network without subnets for it',
      CUSTOM,
      "'podNetworking' is custom, but the network has no subnets for pods; give EksNetwork a 'podCidr' or the adopted one its 'podSubnets'",
    ],
    [
      'IPv6 in a network without',
      IPV6,
      "'podNetworking' IPv6 needs a 'network' with an IPv6 range: an EksNetwork with 'ipv6: true', or one adopted with 'vpcIpv6Cidr'",
    ],
  ])('fail with %s', (_, podNetworking, message) => {
    const stack = eksStack();
    const network = new EksNetwork(stack, 'Network', { networkName: 'prod' });
    expect(() => new EksCluster(stack, 'Cluster', { ...MINIMAL, network, podNetworking })).toThrow(
      expect.objectContaining({ message: `[test/Cluster] ${message}`, name: 'ValidationError' }),
    );
  });

  it('fail when the range of Services lies in that of the pods, or is given for IPv6', () => {
    const stack = eksStack();
    const network = new EksNetwork(stack, 'Network', { networkName: 'prod', podCidr: '10.100.0.0/16' });
    expect(() => defineEks(stack, { network, serviceCidr: '10.100.0.0/20' })).toThrow(
      "[test/Cluster] 'serviceCidr' (10.100.0.0/20) overlaps 'secondaryCidrs' (10.100.0.0/16); give them disjoint ranges",
    );
    expect(() => defineEks(eksStack(), { podNetworking: IPV6, serviceCidr: '172.20.0.0/16' })).toThrow(
      "[test/Cluster] 'serviceCidr' (172.20.0.0/16) does not go with EksPodNetworking.ipv6(), for which EKS picks the range; leave it out",
    );
  });
});
