import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { LocalBackend, TerraformStack, TerraformVariable, Testing, Token } from 'cdktf';
import { EncryptionKey } from '../../lib/cluster';
import { EksEgress, EksNetwork, type EksNetworkProps } from '../../lib/eks';
import { type SynthesizedStack, synthesize } from '../support/synthesized';
import { all, defineEks, eksStack, only, policy, resolved } from './eks-stack';

function define(props: Partial<EksNetworkProps> = {}): EksNetwork {
  return new EksNetwork(eksStack(), 'Network', { networkName: 'prod', ...props });
}

function synthesizeNetwork(props: Partial<EksNetworkProps> = {}): SynthesizedStack {
  const stack = eksStack();
  new EksNetwork(stack, 'Network', { networkName: 'prod', ...props });
  return synthesize(stack);
}

const count = (synthesized: SynthesizedStack, type: string): number =>
  Object.keys(all(synthesized, type)).length;

describe('a network for EKS', () => {
  const synthesized = synthesizeNetwork();

  it('is a VPC with both DNS settings and a default security group without a rule', () => {
    expect(only(synthesized, 'aws_vpc')).toEqual({
      cidr_block: '10.0.0.0/16',
      enable_dns_hostnames: true,
      enable_dns_support: true,
      tags: { Name: 'prod' },
    });
    expect(only(synthesized, 'aws_default_security_group')).toEqual({
      vpc_id: '${aws_vpc.Network_1C6012B5.id}',
      tags: { Name: 'prod-default-closed' },
    });
  });

  it('looks up three zones that can hold a control plane, and says so when there are fewer', () => {
    expect(Object.values(synthesized.data?.aws_availability_zones ?? {})).toEqual([
      {
        state: 'available',
        filter: [{ name: 'opt-in-status', values: ['opt-in-not-required'] }],
        exclude_zone_ids: ['cac1-az3', 'use1-az3', 'usw1-az2'],
        lifecycle: {
          postcondition: [
            {
              condition: '${length(self.names) >= 3}',
              error_message:
                "The region has fewer than 3 zones for EKS: ask for two by 'zoneCount', or choose another region.",
            },
          ],
        },
      },
    ]);
  });

  it('never replaces a subnet because the region got a zone', () => {
    for (const subnet of Object.values(all(synthesized, 'aws_subnet'))) {
      expect(subnet.lifecycle).toEqual({ ignore_changes: ['availability_zone'] });
    }
  });

  it('follows zones that are named', () => {
    const named = synthesizeNetwork({ availabilityZones: ['eu-west-1a', 'eu-west-1c'] });
    expect(named.data?.aws_availability_zones).toBeUndefined();
    const subnets = Object.entries(all(named, 'aws_subnet'));
    expect(subnets).toHaveLength(6);
    for (const [id, subnet] of subnets) {
      expect(subnet.availability_zone).toBe(id.includes('ZoneA') ? 'eu-west-1a' : 'eu-west-1c');
      expect(subnet.lifecycle).toBeUndefined();
    }
  });

  it('looks up two zones where two are asked for, under the addresses they have among three', () => {
    const two = synthesizeNetwork({ zoneCount: 2 });
    const addresses = Object.keys(all(two, 'aws_subnet'));
    expect(addresses).toHaveLength(6);
    expect(Object.keys(all(synthesized, 'aws_subnet'))).toEqual(expect.arrayContaining(addresses));
    expect(Object.keys(all(two, 'aws_nat_gateway'))).toHaveLength(2);
  });

  it('tags public subnets for public load balancers and private ones for internal ones', () => {
    const tags = Object.entries(all(synthesized, 'aws_subnet')).map(([id, subnet]) => [
      id.replace(/_[0-9A-F]{8}$/, ''),
      subnet.tags,
    ]);
    expect(Object.fromEntries(tags)).toMatchObject({
      Network_PublicSubnets_ZoneA: { Name: 'prod-public-a', 'kubernetes.io/role/elb': '1' },
      Network_PrivateSubnets_ZoneB: { Name: 'prod-private-b', 'kubernetes.io/role/internal-elb': '1' },
      Network_IntraSubnets_ZoneC: { Name: 'prod-intra-c' },
    });
  });

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

  it('logs all flows, encrypted, for 90 days or as asked', () => {
    expect(only(synthesized, 'aws_flow_log')).toMatchObject({
      traffic_type: 'ALL',
      max_aggregation_interval: 60,
      log_destination: expect.stringContaining('aws_cloudwatch_log_group.'),
    });
    expect(only(synthesized, 'aws_cloudwatch_log_group')).toMatchObject({
      name: '/kubewhere/eks/prod/flow-logs',
      retention_in_days: 90,
      kms_key_id: expect.stringContaining('aws_kms_key.Network_LogEncryption'),
    });
    const role = only(synthesized, 'aws_iam_role');
    expect(policy(role.assume_role_policy)).toMatchObject({
      Statement: [
        {
          Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': expect.stringContaining('account_id') } },
        },
      ],
    });
    const asked = synthesizeNetwork({ flowLogRetentionDays: 30, logEncryption: EncryptionKey.existing(KEY) });
    expect(only(asked, 'aws_cloudwatch_log_group')).toMatchObject({ retention_in_days: 30, kms_key_id: KEY });
    expect(count(asked, 'aws_kms_key')).toBe(0);
  });

  it('tells its subnets, none of them public without a way out', () => {
    expect([define().publicSubnetIds.length, define().privateSubnetIds.length]).toEqual([3, 3]);
    expect(define({ egress: EksEgress.NONE }).publicSubnetIds).toEqual([]);
  });

  it.each<[Partial<EksNetworkProps>, string]>([
    [
      { cidr: '10.0.0.0/21' },
      "'cidr' (10.0.0.0/21) must be an IPv4 range of /16 to /20: AWS allows no larger VPC, and a smaller one runs out of pod addresses",
    ],
    [
      { cidr: '10.0.0.0/15' },
      "'cidr' (10.0.0.0/15) must be an IPv4 range of /16 to /20: AWS allows no larger VPC, and a smaller one runs out of pod addresses",
    ],
    [
      { cidr: Token.asString({ Ref: 'x' }) },
      "'cidr' must be known at synthesis, because the subnets are cut from it; give text such as '10.0.0.0/16'",
    ],
    [{ cidr: '10.0.0.0' }, "'cidr': '10.0.0.0' lacks the mask of a CIDR range; did you mean '10.0.0.0/32'?"],
    [
      { availabilityZones: ['eu-west-1a'] },
      "'availabilityZones' (1) must name 2 or 3 zones: EKS refuses fewer, and more do not make its control plane safer",
    ],
    [
      { availabilityZones: ['eu-west-1a', 'eu-west-1b'], zoneCount: 2 as const },
      "'zoneCount' (2) is for zones that are looked up, and 'availabilityZones' names 2; leave one of them out",
    ],
    [
      { availabilityZones: ['a', 'b', 'c', 'd'] },
      "'availabilityZones' (4) must name 2 or 3 zones: EKS refuses fewer, and more do not make its control plane safer",
    ],
    [
      { availabilityZones: ['eu-west-1a', 'eu-west-1a'] },
      "'availabilityZones' names 'eu-west-1a' twice; name each zone once",
    ],
    [
      { networkName: 'Prod' },
      "'networkName' (Prod) must be 1 to 40 lower-case letters, digits and hyphens, starting with a letter",
    ],
    [
      { flowLogRetentionDays: 2 },
      "'flowLogRetentionDays' (2) must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 days",
    ],
  ])('fails when its props are %j', (props, message) => {
    expect(() => define(props)).toThrow(
      expect.objectContaining({ message: `[test/Network] ${message}`, name: 'ValidationError' }),
    );
  });
});

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

describe('a network that exists', () => {
  const EXISTING = { vpcId: 'vpc-1', vpcCidr: '10.20.0.0/16', privateSubnetIds: ['a', 'b'] };

  it('defines nothing, and uses its private subnets for the control plane unless told others', () => {
    const stack = eksStack();
    const network = EksNetwork.fromAttributes(stack, 'Network', EXISTING);
    expect(synthesize(stack).resource).toBeUndefined();
    expect([network.intraSubnetIds, network.zones, network.readyForNodes]).toEqual([['a', 'b'], [], []]);
    const other = EksNetwork.fromAttributes(stack, 'Other', { ...EXISTING, intraSubnetIds: ['c', 'd'] });
    expect(other.intraSubnetIds).toEqual(['c', 'd']);
  });

  it('takes lists that Terraform fills in', () => {
    const stack = eksStack();
    const list = new TerraformVariable(stack, 'subnets', { type: 'list(string)' }).listValue;
    const network = EksNetwork.fromAttributes(stack, 'Network', { ...EXISTING, privateSubnetIds: list });
    const { privateSubnetIds, intraSubnetIds } = network;
    expect(resolved(stack, { privateSubnetIds, intraSubnetIds })).toEqual({
      privateSubnetIds: '${var.subnets}',
      intraSubnetIds: '${var.subnets}',
    });
  });

  it('fails when it has too few subnets or one twice, naming all', () => {
    expect(() =>
      EksNetwork.fromAttributes(eksStack(), 'Network', {
        ...EXISTING,
        privateSubnetIds: ['a'],
        intraSubnetIds: ['c', 'c'],
      }),
    ).toThrow(
      "[test/Network] 'privateSubnetIds' (1) must name at least 2 subnets in different zones; 'intraSubnetIds' names 'c' twice; name each subnet once",
    );
  });

  it('is not waited for by nodes in another stack, which Terraform cannot express', () => {
    const stack = eksStack('cluster');
    const other = new TerraformStack(stack.node.root, 'network');
    new LocalBackend(other, { path: 'network.tfstate' });
    new AwsProvider(other, 'Aws', { region: 'eu-west-1' });
    defineEks(stack, { network: new EksNetwork(other, 'Shared', { networkName: 'shared' }) });
    const { resource = {} } = JSON.parse(Testing.synth(stack)) as SynthesizedStack;
    const waitedFor = Object.values(resource)
      .flatMap((instances) => Object.values(instances))
      .flatMap(({ depends_on = [] }) => depends_on as string[]);
    const absent = waitedFor.filter((address) => {
      const [type = '', name = ''] = address.split('.');
      return resource[type]?.[name] === undefined;
    });
    expect([waitedFor.length > 0, absent]).toEqual([true, []]);
  });

  it('fails when its range is none', () => {
    expect(() =>
      EksNetwork.fromAttributes(eksStack(), 'Network', { ...EXISTING, vpcCidr: '10.20.0.1/16' }),
    ).toThrow(
      "[test/Network] 'vpcCidr': '10.20.0.1/16' has host bits set; the range that holds it is '10.20.0.0/16'",
    );
  });
});
