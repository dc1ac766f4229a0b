import { Testing } from 'cdktf';
import { EksEgress, EksNetwork, type EksNetworkAttributes, type EksNetworkProps } from '../../lib/eks';
import { EksEndpoint } from '../../lib/eks/endpoint';
import { describeTerraform, type LifecycleOptions, lifecycle } from '../support/terraform';
import { eksStack } from './eks-stack';

function network(props: Partial<EksNetworkProps>): string {
  const stack = eksStack();
  new EksNetwork(stack, 'Network', { networkName: 'prod', ...props });
  return Testing.synth(stack, true);
}

function adopted(attributes: Partial<EksNetworkAttributes> = {}): string {
  const stack = eksStack();
  EksNetwork.fromAttributes(stack, 'Network', {
    vpcId: 'vpc-1',
    vpcCidr: '10.20.0.0/16',
    privateSubnetIds: ['subnet-a', 'subnet-b'],
    zones: ['eu-west-1a', 'eu-west-1b'],
    ...attributes,
  });
  return Testing.synth(stack, true);
}

type Values = NonNullable<LifecycleOptions['computedValues']>[string];

/** A VPC as it should be, but for what a test says otherwise. */
function cloud(vpc: Values = {}, subnet: Values = {}): LifecycleOptions {
  return {
    until: 'plan',
    computedValues: {
      'data.aws_vpc': {
        enable_dns_support: true,
        enable_dns_hostnames: true,
        ipv6_cidr_block: '2001:db8::/56',
        cidr_block_associations: [{ association_id: 'a', cidr_block: '10.20.0.0/16', state: 'associated' }],
        ...vpc,
      },
      'data.aws_subnet': {
        vpc_id: 'vpc-1',
        availability_zone: (facts) => (facts.values.id === 'subnet-a' ? 'eu-west-1a' : 'eu-west-1b'),
        map_public_ip_on_launch: false,
        tags: { 'kubernetes.io/role/internal-elb': '1' },
        ...subnet,
      },
    },
  };
}

describeTerraform('a network for EKS on simulated providers', () => {
  it('lives with IPv6, a range for pods, regional NAT and endpoints, and leaves nothing', async () => {
    const report = await lifecycle(
      network({
        ipv6: true,
        podCidr: '100.64.0.0/16',
        egress: EksEgress.NAT_REGIONAL,
        endpoints: [EksEndpoint.SSM],
      }),
      { computedValues: { aws_vpc: { ipv6_cidr_block: '2001:db8:0:1200::/56' } } },
    );
    expect(report.liveAfterApply).toBe(54);
  });

  it('plans in a VPC that is as told', async () => {
    const { planned } = await lifecycle(adopted(), cloud());
    expect(planned).toEqual([]);
  });

  it.each<[string, Values, Values, string]>([
    ['DNS is switched off', { enable_dns_hostnames: false }, {}, 'Switch on both DNS settings of the VPC'],
    [
      'the range is another',
      { cidr_block_associations: [{ association_id: 'a', cidr_block: '10.21.0.0/16', state: 'associated' }] },
      {},
      '10.21.0.0/16',
    ],
    ['a subnet lies in another VPC', {}, { vpc_id: 'vpc-2' }, 'lies in another VPC, vpc-2'],
    ['a zone is another', {}, { availability_zone: 'eu-west-1c' }, 'lies in eu-west-1c, not in'],
  ])('refuses a VPC in which %s before anything changes', async (_, vpc, subnet, message) => {
    await expect(lifecycle(adopted(), cloud(vpc, subnet))).rejects.toThrow(message);
  });

  it('refuses subnets that lie all in one zone', async () => {
    const one = cloud({}, { availability_zone: 'eu-west-1a' });
    await expect(lifecycle(adopted({ zones: [] }), one)).rejects.toThrow('lie in one zone');
  });
});
