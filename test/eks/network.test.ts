import { Token } from 'cdktf';
import { EncryptionKey } from '../../lib/cluster';
import { EksEgress, EksNetwork, type EksNetworkProps } from '../../lib/eks';
import { type SynthesizedStack, synthesize } from '../support/synthesized';
import { all, eksStack, only, policy } from './eks-stack';

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
