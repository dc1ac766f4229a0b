import { EksEgress, EksNetwork, type EksNetworkProps } from '../../lib/eks';
import { EksEndpoint } from '../../lib/eks/endpoint';
import { type SynthesizedStack, synthesize } from '../support/synthesized';
import { all, eksStack, only } from './eks-stack';

function synthesizeNetwork(props: Partial<EksNetworkProps> = {}): SynthesizedStack {
  const stack = eksStack();
  new EksNetwork(stack, 'Network', { networkName: 'prod', ...props });
  return synthesize(stack);
}

const count = (synthesized: SynthesizedStack, type: string): number =>
  Object.keys(all(synthesized, type)).length;

/** Services with an interface endpoint, by the id that the endpoint has in the tree. */
function interfaces(synthesized: SynthesizedStack): Readonly<Record<string, unknown>> {
  const endpoints = Object.entries(all(synthesized, 'aws_vpc_endpoint')).filter(
    ([, endpoint]) => endpoint.vpc_endpoint_type === 'Interface',
  );
  return Object.fromEntries(
    endpoints.map(([id, endpoint]) => [
      id.replace(/^Network_Endpoints_|_[0-9A-F]{8}$/g, ''),
      String(endpoint.service_name).replace(/^.*region\}\./, ''),
    ]),
  );
}

describe('the way out of a network for EKS', () => {
  const synthesized = synthesizeNetwork();

  it('has a NAT gateway and a way to it in each zone', () => {
    expect([count(synthesized, 'aws_nat_gateway'), count(synthesized, 'aws_eip')]).toEqual([3, 3]);
    const routes = Object.values(all(synthesized, 'aws_route')).filter((route) => route.nat_gateway_id);
    expect(new Set(routes.map((route) => route.nat_gateway_id)).size).toBe(3);
    expect(new Set(routes.map((route) => route.route_table_id)).size).toBe(3);
  });

  it('has one NAT gateway for all zones when asked', () => {
    const single = synthesizeNetwork({ egress: EksEgress.NAT_SINGLE });
    expect([count(single, 'aws_nat_gateway'), count(single, 'aws_eip')]).toEqual([1, 1]);
    const routes = Object.values(all(single, 'aws_route')).filter((route) => route.nat_gateway_id);
    expect(routes).toHaveLength(3);
    expect(new Set(routes.map((route) => route.nat_gateway_id)).size).toBe(1);
  });

  it('makes NAT wait for the Internet gateway, its route and the subnets that use it', () => {
    const [nat] = Object.values(all(synthesized, 'aws_nat_gateway'));
    const types = ((nat?.depends_on ?? []) as string[]).map((address) => address.split('.')[0]);
    expect(types).toEqual([
      'aws_internet_gateway',
      'aws_route',
      'aws_route_table_association',
      'aws_route_table_association',
      'aws_route_table_association',
    ]);
  });

  it('has no way out but endpoints when asked, and nothing public', () => {
    const closed = synthesizeNetwork({ egress: EksEgress.NONE });
    for (const type of ['aws_nat_gateway', 'aws_eip', 'aws_internet_gateway', 'aws_route']) {
      expect([type, count(closed, type)]).toEqual([type, 0]);
    }
    expect(JSON.stringify(closed.resource)).not.toContain('role/elb');
    const region = '${data.aws_region.Network_Environment_Region_F184422C.region}';
    const services = Object.values(all(closed, 'aws_vpc_endpoint')).map((endpoint) => [
      endpoint.service_name,
      endpoint.vpc_endpoint_type,
      endpoint.private_dns_enabled,
    ]);
    expect(services.sort()).toEqual([
      [`com.amazonaws.${region}.autoscaling`, 'Interface', true],
      [`com.amazonaws.${region}.ec2`, 'Interface', true],
      [`com.amazonaws.${region}.ecr.api`, 'Interface', true],
      [`com.amazonaws.${region}.ecr.dkr`, 'Interface', true],
      [`com.amazonaws.${region}.eks`, 'Interface', true],
      [`com.amazonaws.${region}.eks-auth`, 'Interface', true],
      [`com.amazonaws.${region}.elasticloadbalancing`, 'Interface', true],
      [`com.amazonaws.${region}.kms`, 'Interface', true],
      [`com.amazonaws.${region}.logs`, 'Interface', true],
      [`com.amazonaws.${region}.s3`, 'Gateway', undefined],
      [`com.amazonaws.${region}.sts`, 'Interface', true],
    ]);
    expect(only(closed, 'aws_vpc_security_group_ingress_rule')).toMatchObject({
      cidr_ipv4: '10.0.0.0/16',
      ip_protocol: 'tcp',
      from_port: 443,
      to_port: 443,
    });
  });

  it('reaches S3 by an endpoint from every private subnet in any case', () => {
    expect(only(synthesized, 'aws_vpc_endpoint')).toMatchObject({
      vpc_endpoint_type: 'Gateway',
      route_table_ids: [
        expect.stringContaining('PrivateSubnets_ZoneA'),
        expect.stringContaining('PrivateSubnets_ZoneB'),
        expect.stringContaining('PrivateSubnets_ZoneC'),
      ],
    });
  });

  it('has one regional NAT gateway when asked, that lies in no subnet and takes its addresses by itself', () => {
    const regional = synthesizeNetwork({ egress: EksEgress.NAT_REGIONAL });
    expect(only(regional, 'aws_nat_gateway')).toEqual({
      availability_mode: 'regional',
      connectivity_type: 'public',
      vpc_id: '${aws_vpc.Network_1C6012B5.id}',
      tags: { Name: 'prod' },
      depends_on: ['aws_internet_gateway.Network_Egress_InternetGateway_08477F2B'],
    });
    expect(count(regional, 'aws_eip')).toBe(0);
    const routes = Object.values(all(regional, 'aws_route')).filter((route) => route.nat_gateway_id);
    expect(new Set(routes.map((route) => route.route_table_id)).size).toBe(3);
    expect(new Set(routes.map((route) => route.nat_gateway_id))).toEqual(
      new Set(['${aws_nat_gateway.Network_Egress_RegionalNat_A2682FE3.id}']),
    );
  });

  it('turns routes and moves none when the kind of NAT changes', () => {
    const addresses = (egress: EksEgress): readonly string[] =>
      Object.keys(all(synthesizeNetwork({ egress }), 'aws_route'));
    const perZone = addresses(EksEgress.NAT_PER_ZONE);
    expect(addresses(EksEgress.NAT_SINGLE)).toEqual(perZone);
    expect(addresses(EksEgress.NAT_REGIONAL)).toEqual(perZone);
  });

  it('has further interface endpoints when asked, beside NAT or beside the ten', () => {
    const endpoints = [EksEndpoint.SSM, EksEndpoint.SSM_MESSAGES, EksEndpoint.EC2_MESSAGES];
    const asked = { Ec2Messages: 'ec2messages', Ssm: 'ssm', SsmMessages: 'ssmmessages' };
    expect(interfaces(synthesizeNetwork({ endpoints }))).toEqual(asked);
    const ten = interfaces(synthesizeNetwork({ egress: EksEgress.NONE }));
    expect(Object.keys(ten)).toHaveLength(10);
    expect(interfaces(synthesizeNetwork({ egress: EksEgress.NONE, endpoints }))).toEqual({
      ...ten,
      ...asked,
    });
  });

  it('gives each of the services an endpoint of its own name', () => {
    const endpoints = Object.values(EksEndpoint);
    expect(interfaces(synthesizeNetwork({ endpoints }))).toEqual({
      Autoscaling: 'autoscaling',
      Ec2: 'ec2',
      EcrApi: 'ecr.api',
      EcrDkr: 'ecr.dkr',
      Eks: 'eks',
      EksAuth: 'eks-auth',
      ElasticLoadBalancing: 'elasticloadbalancing',
      Kms: 'kms',
      Logs: 'logs',
      Sts: 'sts',
      Ssm: 'ssm',
      SsmMessages: 'ssmmessages',
      Ec2Messages: 'ec2messages',
      Sqs: 'sqs',
      Monitoring: 'monitoring',
      Xray: 'xray',
      Prometheus: 'aps-workspaces',
      Guardduty: 'guardduty-data',
      ElasticFileSystem: 'elasticfilesystem',
      SecretsManager: 'secretsmanager',
    });
  });

  it('makes nodes wait for the endpoints in place of one and for the routes of one', () => {
    const stack = eksStack();
    const closed = new EksNetwork(stack, 'Closed', { networkName: 'closed', egress: EksEgress.NONE });
    const open = new EksNetwork(stack, 'Open', { networkName: 'open', ipv6: true, podCidr: '100.64.0.0/16' });
    // three associations, S3, a rule, ten endpoints; six associations, three routes of each family, S3
    expect([closed.readyForNodes.length, open.readyForNodes.length]).toEqual([15, 13]);
  });

  it.each<[Partial<EksNetworkProps>, string]>([
    [{ endpoints: [EksEndpoint.SSM, EksEndpoint.SSM] }, "'endpoints' names 'ssm' twice; name each once"],
    [
      { egress: EksEgress.NONE, endpoints: [EksEndpoint.EKS_AUTH] },
      "'endpoints' names 'eks-auth', which EksEgress.NONE defines already; leave it out",
    ],
    [
      { endpoints: ['s3' as EksEndpoint], networkName: 'Prod' },
      "'networkName' (Prod) must be 1 to 40 lower-case letters, digits and hyphens, starting with a letter; 'endpoints' names 's3', which is none of autoscaling, ec2, ecr.api, ecr.dkr, eks, eks-auth, elasticloadbalancing, kms, logs, sts, ssm, ssmmessages, ec2messages, sqs, monitoring, xray, aps-workspaces, guardduty-data, elasticfilesystem, secretsmanager",
    ],
  ])('fails when its props are %j', (props, message) => {
    expect(() => synthesizeNetwork(props)).toThrow(
      expect.objectContaining({ message: `[test/Network] ${message}`, name: 'ValidationError' }),
    );
  });
});
