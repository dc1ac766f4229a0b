import { Token } from 'cdktf';
import { EksEgress, EksNetwork, type EksNetworkProps } from '../../lib/eks';
import { ApiDoor } from '../../lib/eks/private/api-door';
import { type SynthesizedStack, synthesize } from '../support/synthesized';
import { all, eksStack, only, resolved } from './eks-stack';

function define(props: Partial<EksNetworkProps> = {}): {
  network: EksNetwork;
  synthesized: SynthesizedStack;
} {
  const stack = eksStack();
  const network = new EksNetwork(stack, 'Network', { networkName: 'prod', ...props });
  return { network, synthesized: synthesize(stack) };
}

const VPC = '${aws_vpc.Network_1C6012B5.id}';
const IPV6 = 'aws_vpc.Network_1C6012B5.ipv6_cidr_block';

/** Resources of a type by their place in the tree. */
function byPlace(
  synthesized: SynthesizedStack,
  type: string,
): Readonly<Record<string, Record<string, unknown>>> {
  return Object.fromEntries(
    Object.entries(all(synthesized, type)).map(([id, body]) => [
      id.replace(/^Network_|_[0-9A-F]{8}$/g, ''),
      body,
    ]),
  );
}

describe('a network for EKS with IPv6', () => {
  const { network, synthesized } = define({ ipv6: true });

  it('lets AWS draw a range for the VPC, and says so', () => {
    expect(only(synthesized, 'aws_vpc')).toMatchObject({
      cidr_block: '10.0.0.0/16',
      assign_generated_ipv6_cidr_block: true,
    });
    const stack = eksStack();
    const { vpcIpv6Cidr } = new EksNetwork(stack, 'Network', { networkName: 'prod', ipv6: true });
    expect(resolved(stack, vpcIpv6Cidr)).toBe(`\${${IPV6}}`);
    expect(define().network.vpcIpv6Cidr).toBeUndefined();
    expect(network.secondaryCidrs).toEqual([]);
  });

  it('cuts a range for each subnet, far enough apart for zones to come, and gives out addresses from it', () => {
    const ranges = Object.entries(byPlace(synthesized, 'aws_subnet')).map(([place, subnet]) => {
      expect(subnet.assign_ipv6_address_on_creation).toBe(true);
      return [place, subnet.ipv6_cidr_block];
    });
    const cut = (n: number): string => `\${cidrsubnet(${IPV6}, 8, ${n})}`;
    expect(Object.fromEntries(ranges)).toEqual({
      PrivateSubnets_ZoneA: cut(0),
      PrivateSubnets_ZoneB: cut(1),
      PrivateSubnets_ZoneC: cut(2),
      PublicSubnets_ZoneA: cut(16),
      PublicSubnets_ZoneB: cut(17),
      PublicSubnets_ZoneC: cut(18),
      IntraSubnets_ZoneA: cut(32),
      IntraSubnets_ZoneB: cut(33),
      IntraSubnets_ZoneC: cut(34),
    });
  });

  it('lets private subnets out and nobody in, and load balancers of public ones answer', () => {
    const routes = byPlace(synthesized, 'aws_route');
    expect(routes.Egress_ZoneB_Ipv6Route).toMatchObject({
      destination_ipv6_cidr_block: '::/0',
      egress_only_gateway_id: expect.stringMatching(
        /^\$\{aws_egress_only_internet_gateway\.Network_Egress_Ipv6Gateway_/,
      ),
      route_table_id: expect.stringContaining('PrivateSubnets_ZoneB_RouteTable'),
    });
    expect(routes.Egress_PublicIpv6Route).toMatchObject({
      destination_ipv6_cidr_block: '::/0',
      gateway_id: expect.stringMatching(/^\$\{aws_internet_gateway\./),
    });
    expect(Object.values(routes).filter((route) => route.destination_ipv6_cidr_block)).toHaveLength(4);
    expect(only(synthesized, 'aws_egress_only_internet_gateway')).toEqual({
      vpc_id: VPC,
      tags: { Name: 'prod' },
    });
  });

  it('has no way out either where there is none', () => {
    const closed = define({ ipv6: true, egress: EksEgress.NONE }).synthesized;
    expect([all(closed, 'aws_egress_only_internet_gateway'), all(closed, 'aws_route')]).toEqual([{}, {}]);
  });

  it('moves no address of what was there without it', () => {
    for (const [type, instances] of Object.entries(define().synthesized.resource ?? {})) {
      expect(Object.keys(all(synthesized, type))).toEqual(expect.arrayContaining(Object.keys(instances)));
    }
  });

  it('opens the API to the VPC on both families', () => {
    const stack = eksStack();
    new ApiDoor(stack, 'ApiDoor', {
      clusterName: 'prod',
      vpcId: 'vpc-1',
      vpcCidr: '10.0.0.0/16',
      vpcIpv6Cidr: '2001:db8::/56',
      tags: {},
    });
    const rules = Object.values(all(synthesize(stack), 'aws_vpc_security_group_ingress_rule'));
    const https = { ip_protocol: 'tcp', from_port: 443, to_port: 443 };
    expect(rules).toMatchObject([
      { cidr_ipv6: '2001:db8::/56', ...https },
      { cidr_ipv4: '10.0.0.0/16', ...https },
    ]);
  });
});

describe('a network for EKS with a range for pods', () => {
  const { network, synthesized } = define({ podCidr: '100.64.0.0/16', egress: EksEgress.NONE });

  it('adds the range to the VPC before the subnets that are cut from it', () => {
    expect(only(synthesized, 'aws_vpc_ipv4_cidr_block_association')).toEqual({
      cidr_block: '100.64.0.0/16',
      vpc_id: VPC,
    });
    expect(byPlace(synthesized, 'aws_subnet').PodSubnets_ZoneC).toEqual({
      availability_zone: '${element(data.aws_availability_zones.Network_Zones_17574BB5.names, 2)}',
      cidr_block: '100.64.128.0/18',
      lifecycle: { ignore_changes: ['availability_zone'] },
      tags: { Name: 'prod-pods-c' },
      vpc_id: '${aws_vpc_ipv4_cidr_block_association.Network_PodRange_60313682.vpc_id}',
    });
  });

  it('gives pods the ways of their zone’s nodes', () => {
    const { route_table_id } =
      byPlace(synthesized, 'aws_route_table_association').PodSubnets_ZoneB_Association ?? {};
    expect(route_table_id).toMatch(
      /^\$\{aws_route_table\.Network_PrivateSubnets_ZoneB_RouteTable_\w+\.id\}$/,
    );
    expect(Object.keys(all(synthesized, 'aws_route_table'))).toHaveLength(4);
  });

  it('lets pods call the endpoints, as their addresses are not those of nodes', () => {
    const rules = byPlace(synthesized, 'aws_vpc_security_group_ingress_rule');
    expect(Object.entries(rules).map(([place, rule]) => [place, rule.cidr_ipv4])).toEqual([
      ['Endpoints_HttpsFromPods', '100.64.0.0/16'],
      ['Endpoints_HttpsFromVpc', '10.0.0.0/16'],
    ]);
  });

  it('tells the range, and each subnet with its zone', () => {
    expect(network.secondaryCidrs).toEqual(['100.64.0.0/16']);
    const stack = eksStack();
    const { podSubnets } = new EksNetwork(stack, 'Network', {
      networkName: 'prod',
      podCidr: '100.64.0.0/16',
    });
    const subnet = (zone: string, attribute: string): unknown =>
      expect.stringMatching(
        new RegExp(`^\\$\\{aws_subnet\\.Network_PodSubnets_Zone${zone}_\\w+\\.${attribute}\\}$`),
      );
    expect(resolved(stack, podSubnets)).toEqual(
      ['A', 'B', 'C'].map((zone) => ({
        zone: subnet(zone, 'availability_zone'),
        subnetId: subnet(zone, 'id'),
      })),
    );
    expect(define().network.podSubnets).toEqual([]);
  });

  it('moves no address of what was there without it', () => {
    for (const [type, instances] of Object.entries(
      define({ egress: EksEgress.NONE }).synthesized.resource ?? {},
    )) {
      expect(Object.keys(all(synthesized, type))).toEqual(expect.arrayContaining(Object.keys(instances)));
    }
  });

  it.each<[Partial<EksNetworkProps>, string]>([
    [
      { podCidr: '100.64.0.0/15' },
      "'podCidr' (100.64.0.0/15) must be an IPv4 range of /16 to /24: AWS allows no larger range, and a smaller one leaves a zone no free block of 16 addresses",
    ],
    [
      { podCidr: '10.0.128.0/18' },
      "'podCidr' (10.0.128.0/18) overlaps 'cidr' (10.0.0.0/16); give them disjoint ranges",
    ],
    [
      { podCidr: '198.18.0.0/16' },
      "'podCidr' (198.18.0.0/16) must lie within 100.64.0.0/10, 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16, which nobody on the Internet has",
    ],
    [
      { podCidr: '192.168.0.0/16' },
      "'podCidr' (192.168.0.0/16) lies within 192.168.0.0/16 and 'cidr' (10.0.0.0/16) does not, which AWS refuses; take a range of 100.64.0.0/10",
    ],
    [
      { cidr: '10.1.0.0/16', podCidr: '10.0.0.0/16' },
      "'podCidr' (10.0.0.0/16) lies within 10.0.0.0/16, of which AWS adds nothing to a VPC in 10.0.0.0/15 ('cidr' is 10.1.0.0/16); take a range of 100.64.0.0/10",
    ],
    [
      { podCidr: Token.asString({ Ref: 'x' }) },
      "'podCidr' must be known at synthesis, because the subnets are cut from it; give text such as '100.64.0.0/16'",
    ],
    [
      { podCidr: '100.64.0.1/16' },
      "'podCidr': '100.64.0.1/16' has host bits set; the range that holds it is '100.64.0.0/16'",
    ],
  ])('fails when its props are %j', (props, message) => {
    expect(() => define(props)).toThrow(
      expect.objectContaining({ message: `[test/Network] ${message}`, name: 'ValidationError' }),
    );
  });

  it.each(['100.127.0.0/16', '10.1.0.0/16', '100.64.0.0/24'])('takes %s beside the default', (podCidr) => {
    expect(define({ podCidr }).network.secondaryCidrs).toEqual([podCidr]);
  });
});

describe('a network that Karpenter is to find', () => {
  it('tags the private subnets for one cluster, and keeps their other tags', () => {
    const stack = eksStack();
    const network = new EksNetwork(stack, 'Network', { networkName: 'prod', podCidr: '100.64.0.0/16' });
    expect(network.karpenterDiscovery).toBeUndefined();
    network.tagForKarpenter('prod');
    network.tagForKarpenter('prod');
    expect(network.karpenterDiscovery).toBe('prod');
    const tagged = Object.entries(byPlace(synthesize(stack), 'aws_subnet')).filter(
      ([, { tags }]) => (tags as Record<string, string>)['karpenter.sh/discovery'],
    );
    expect(tagged.map(([place]) => place)).toEqual([
      'PrivateSubnets_ZoneA',
      'PrivateSubnets_ZoneB',
      'PrivateSubnets_ZoneC',
    ]);
    expect(tagged[0]?.[1].tags).toEqual({
      'karpenter.sh/discovery': 'prod',
      'kubernetes.io/role/internal-elb': '1',
      Name: 'prod-private-a',
    });
  });

  it('fails when a second cluster is to find its subnets by tag', () => {
    const { network } = define();
    network.tagForKarpenter('one');
    expect(() => network.tagForKarpenter('two')).toThrow(
      "[test/Network] the private subnets carry 'karpenter.sh/discovery' for 'one', and a second one for 'two' would take its place; let its EC2NodeClass select them by id",
    );
  });

  it('is told from one that exists', () => {
    const stack = eksStack();
    const network = new EksNetwork(stack, 'Network', { networkName: 'prod' });
    const adopted = EksNetwork.fromAttributes(stack, 'Adopted', {
      vpcId: 'vpc-1',
      vpcCidr: '10.20.0.0/16',
      privateSubnetIds: ['subnet-a', 'subnet-b'],
    });
    expect([network, adopted, undefined].map((value) => EksNetwork.isEksNetwork(value))).toEqual([
      true,
      false,
      false,
    ]);
  });
});
