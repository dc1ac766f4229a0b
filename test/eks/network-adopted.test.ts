import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { LocalBackend, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { EksNetwork, type EksNetworkAttributes } from '../../lib/eks';
import { type SynthesizedStack, synthesize } from '../support/synthesized';
import { defineEks, eksStack, resolved } from './eks-stack';

const EXISTING: EksNetworkAttributes = {
  vpcId: 'vpc-1',
  vpcCidr: '10.20.0.0/16',
  privateSubnetIds: ['a', 'b'],
};

/** What Terraform reads of a network that exists, by type and place in the tree. */
function read(attributes: Partial<EksNetworkAttributes>): Readonly<Record<string, unknown>> {
  const stack = eksStack();
  EksNetwork.fromAttributes(stack, 'Network', { ...EXISTING, ...attributes });
  return Object.fromEntries(
    Object.entries(synthesize(stack).data ?? {}).flatMap(([type, instances]) =>
      Object.entries(instances).map(([id, body]) => {
        const [, place = 'Resource'] = /^Network_Checks_(\w+)_[0-9A-F]{8}$/.exec(id) ?? [];
        return [`${type} ${place}`, body];
      }),
    ),
  );
}

describe('a network that exists', () => {
  it('defines nothing, and uses its private subnets for the control plane unless told others', () => {
    const stack = eksStack();
    const network = EksNetwork.fromAttributes(stack, 'Network', EXISTING);
    expect(synthesize(stack).resource).toBeUndefined();
    expect([network.vpcIpv6Cidr, network.secondaryCidrs, network.podSubnets]).toEqual([undefined, [], []]);
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

describe('the checks of a network that exists', () => {
  const SWITCHED_ON = {
    condition: '${(self.enable_dns_support && self.enable_dns_hostnames)}',
    error_message:
      'Switch on both DNS settings of the VPC (DNS support and DNS hostnames): without them nodes do not find the private endpoint of the API.',
  };
  const LACKS_RANGE =
    "The VPC lacks a range that 'vpcCidr' or 'secondaryCidrs' name; it has ${join(\", \", self.cidr_block_associations[*].cidr_block)}.";

  it('are that the VPC and each private subnet are as told', () => {
    expect(read({})).toEqual({
      'aws_vpc Resource': {
        id: 'vpc-1',
        lifecycle: {
          postcondition: [
            SWITCHED_ON,
            {
              condition:
                '${(length(setsubtract(["10.20.0.0/16"], self.cidr_block_associations[*].cidr_block)) < 1)}',
              error_message: LACKS_RANGE,
            },
            {
              condition:
                '${(length(distinct(values(data.aws_subnet.Network_Checks_PrivateSubnets_F2BE0610)[*].availability_zone)) >= 2)}',
              error_message:
                "All subnets of 'privateSubnetIds' lie in one zone, and EKS asks for two: name one in another zone.",
            },
          ],
        },
      },
      'aws_subnet PrivateSubnets': {
        for_each: '${toset(["a", "b"])}',
        id: '${each.value}',
        lifecycle: {
          postcondition: [
            {
              condition: '${(self.vpc_id == "vpc-1")}',
              error_message:
                "Subnet ${self.id}, which 'privateSubnetIds' names, lies in another VPC, ${self.vpc_id}.",
            },
          ],
        },
      },
    });
  });

  it('cover the control plane’s subnets, the zones and the further ranges where they are told', () => {
    const found = read({
      intraSubnetIds: ['c', 'd'],
      zones: ['eu-west-1a', 'eu-west-1b'],
      secondaryCidrs: ['100.64.0.0/16'],
      vpcIpv6Cidr: '2001:db8::/56',
      podSubnets: [
        { zone: 'eu-west-1a', subnetId: 'p' },
        { zone: 'eu-west-1b', subnetId: 'q' },
      ],
    });
    const conditions = (place: string): unknown =>
      (found[place] as { lifecycle: { postcondition: { condition: string }[] } }).lifecycle.postcondition.map(
        ({ condition }) => condition,
      );
    expect(conditions('aws_subnet PrivateSubnets')).toEqual([
      '${(self.vpc_id == "vpc-1")}',
      '${(self.availability_zone == {"a" = "eu-west-1a", "b" = "eu-west-1b"}[self.id])}',
    ]);
    expect(conditions('aws_subnet IntraSubnets')).toEqual(['${(self.vpc_id == "vpc-1")}']);
    expect(conditions('aws_subnet PodSubnets')).toEqual([
      '${(self.vpc_id == "vpc-1")}',
      '${(self.availability_zone == {"p" = "eu-west-1a", "q" = "eu-west-1b"}[self.id])}',
    ]);
    expect(conditions('aws_vpc Resource')).toEqual([
      SWITCHED_ON.condition,
      '${(length(setsubtract(["10.20.0.0/16", "100.64.0.0/16"], self.cidr_block_associations[*].cidr_block)) < 1)}',
      '${(self.ipv6_cidr_block == "2001:db8::/56")}',
      expect.stringContaining('Network_Checks_PrivateSubnets_'),
      expect.stringContaining('Network_Checks_IntraSubnets_'),
    ]);
  });

  it('ask once for all subnets that Terraform has yet to learn', () => {
    const stack = eksStack();
    const list = new TerraformVariable(stack, 'subnets', { type: 'list(string)' }).listValue;
    EksNetwork.fromAttributes(stack, 'Network', { ...EXISTING, privateSubnetIds: list });
    const { data = {} } = synthesize(stack);
    expect(Object.keys(data)).toEqual(['aws_subnets', 'aws_vpc']);
    expect(Object.values(data.aws_subnets ?? {})).toEqual([
      {
        filter: [
          { name: 'subnet-id', values: '${var.subnets}' },
          { name: 'vpc-id', values: ['vpc-1'] },
        ],
        lifecycle: {
          postcondition: [
            {
              condition: '${(length(setsubtract(var.subnets, self.ids)) < 1)}',
              error_message:
                'The VPC lacks a subnet that \'privateSubnetIds\' names; it has ${join(", ", self.ids)} of them.',
            },
          ],
        },
      },
    ]);
  });

  it('warn of private subnets that load balancers do not find or that are public', () => {
    const stack = eksStack();
    EksNetwork.fromAttributes(stack, 'Network', EXISTING);
    const { check } = synthesize(stack) as { check?: Readonly<Record<string, unknown>> };
    expect(check).toEqual({
      Network_Checks_PrivateSubnets_F2BE0610: {
        assert: [
          {
            condition:
              '${alltrue([for subnet in values(data.aws_subnet.Network_Checks_PrivateSubnets_F2BE0610) : contains(keys(subnet.tags), "kubernetes.io/role/internal-elb")])}',
            error_message:
              "A subnet of 'privateSubnetIds' lacks the tag kubernetes.io/role/internal-elb (value 1): internal load balancers will not find it.",
          },
          {
            condition:
              '${alltrue([for subnet in values(data.aws_subnet.Network_Checks_PrivateSubnets_F2BE0610) : !subnet.map_public_ip_on_launch])}',
            error_message:
              "A subnet of 'privateSubnetIds' gives machines public addresses: nodes in it stand on the Internet.",
          },
        ],
      },
    });
  });

  it('are left out when asked', () => {
    expect(read({ verify: false })).toEqual({});
  });

  it.each<[Partial<EksNetworkAttributes>, string]>([
    [
      { secondaryCidrs: ['10.20.128.0/20'] },
      "'vpcCidr' (10.20.0.0/16) overlaps 'secondaryCidrs' (10.20.128.0/20); give them disjoint ranges",
    ],
    [{ vpcIpv6Cidr: '10.0.0.0/16' }, "'vpcIpv6Cidr' (10.0.0.0/16) must be a range of IPv6 addresses"],
    [{ secondaryCidrs: ['fd00::/56'] }, "'secondaryCidrs' (fd00::/56) must be a range of IPv4 addresses"],
    [
      { zones: ['eu-west-1a'] },
      "'zones' (1) must name the zone of each of the 2 'privateSubnetIds', in the same order",
    ],
    [
      {
        podSubnets: [
          { zone: 'eu-west-1a', subnetId: 'p' },
          { zone: 'eu-west-1a', subnetId: 'q' },
        ],
      },
      "'podSubnets' names 'eu-west-1a' twice; name each zone and each subnet once",
    ],
  ])('fail at synthesis for %j', (attributes, message) => {
    expect(() => read(attributes)).toThrow(
      expect.objectContaining({ message: `[test/Network] ${message}`, name: 'ValidationError' }),
    );
  });
});
