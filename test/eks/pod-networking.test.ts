import { Fn, TerraformVariable } from 'cdktf';
import { EksPodNetworking, type EksPodSubnet } from '../../lib/eks';
import { describeBranchInterfaces, describePodNetworking } from '../../lib/eks/private/cni-configuration';
import { synthesize } from '../support/synthesized';
import { addOnOf, defineAddOns, synthesizeAddOns } from './add-ons-stack';
import { all, eksStack, policy } from './eks-stack';

const POD_SUBNETS: readonly EksPodSubnet[] = [
  { zone: 'eu-west-1a', subnetId: 'subnet-a' },
  { zone: 'eu-west-1b', subnetId: 'subnet-b' },
];
const REGION = '${data.aws_region.Environment_Region_6E4FC0B0.region}';

function configurationOf(
  podNetworking: EksPodNetworking | undefined,
  podSubnets: readonly EksPodSubnet[] = [],
) {
  return addOnOf(synthesizeAddOns({ podNetworking, podSubnets }), 'vpc-cni').configuration_values;
}

describe('the configuration of the CNI', () => {
  it('gives prefixes by default, byte for byte', () => {
    const text =
      '{"enableNetworkPolicy":"true","env":{"ENABLE_PREFIX_DELEGATION":"true","WARM_PREFIX_TARGET":"1"}}';
    expect(configurationOf(undefined)).toBe(text);
    expect(configurationOf(EksPodNetworking.prefixDelegation())).toBe(text);
  });

  it('gives single addresses with a small reserve', () => {
    expect(configurationOf(EksPodNetworking.singleAddresses())).toBe(
      '{"enableNetworkPolicy":"true","env":{"MINIMUM_IP_TARGET":"10","WARM_IP_TARGET":"5"}}',
    );
  });

  it('gives prefixes from subnets of the pods’ own, found by the zone of the node', () => {
    expect(configurationOf(EksPodNetworking.custom(), POD_SUBNETS)).toBe(
      `{"enableNetworkPolicy":"true","eniConfig":{"create":true,"region":"${REGION}","subnets":{"eu-west-1a":{"id":"subnet-a"},"eu-west-1b":{"id":"subnet-b"}}},"env":{"AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG":"true","ENABLE_PREFIX_DELEGATION":"true","ENI_CONFIG_LABEL_DEF":"topology.kubernetes.io/zone","WARM_PREFIX_TARGET":"1"}}`,
    );
  });

  it('gives IPv6 addresses', () => {
    expect(configurationOf(EksPodNetworking.ipv6())).toBe(
      '{"enableNetworkPolicy":"true","env":{"ENABLE_PREFIX_DELEGATION":"true"}}',
    );
  });

  it('takes zones and subnets that Terraform fills in', () => {
    const stack = eksStack();
    const zones = new TerraformVariable(stack, 'zones', { type: 'list(string)' }).listValue;
    const podSubnets = [0, 1].map((index) => ({
      zone: Fn.element(zones, index),
      subnetId: new TerraformVariable(stack, `subnet${index}`, { type: 'string' }).stringValue,
    }));
    defineAddOns(stack, { podNetworking: EksPodNetworking.custom(), podSubnets });
    expect(addOnOf(synthesize(stack), 'vpc-cni').configuration_values).toContain(
      '"subnets":{"${element(var.zones, 0)}":{"id":"${var.subnet0}"},"${element(var.zones, 1)}":{"id":"${var.subnet1}"}}',
    );
  });

  it('does not enforce NetworkPolicy when told so', () => {
    expect(configurationOf(EksPodNetworking.prefixDelegation({ networkPolicy: false }))).toBe(
      '{"enableNetworkPolicy":"false","env":{"ENABLE_PREFIX_DELEGATION":"true","WARM_PREFIX_TARGET":"1"}}',
    );
  });

  it('gives pods security groups of their own when told so', () => {
    expect(configurationOf(EksPodNetworking.prefixDelegation({ securityGroupsForPods: true }))).toBe(
      '{"enableNetworkPolicy":"true","env":{"ENABLE_POD_ENI":"true","ENABLE_PREFIX_DELEGATION":"true","POD_SECURITY_GROUP_ENFORCING_MODE":"standard","WARM_PREFIX_TARGET":"1"}}',
    );
  });

  it('gives addresses to Windows machines of a pool that comes later', () => {
    const synthesized = synthesizeAddOns({}, (addOns) => addOns.enableWindows());
    expect(addOnOf(synthesized, 'vpc-cni').configuration_values).toBe(
      '{"enableNetworkPolicy":"true","enableWindowsIpam":"true","env":{"ENABLE_PREFIX_DELEGATION":"true","WARM_PREFIX_TARGET":"1"}}',
    );
  });
});

describe('the place of CoreDNS', () => {
  it('is Fargate when told so later', () => {
    const synthesized = synthesizeAddOns({}, (addOns) => addOns.runCoreDnsOnFargate());
    expect(addOnOf(synthesized, 'coredns').configuration_values).toBe('{"computeType":"Fargate"}');
  });
});

describe('the rights of the CNI', () => {
  it('are AWS’s policy where addresses are IPv4', () => {
    for (const podNetworking of [EksPodNetworking.singleAddresses(), EksPodNetworking.custom()]) {
      const synthesized = synthesizeAddOns({ podNetworking, podSubnets: POD_SUBNETS });
      expect(
        all(synthesized, 'aws_iam_role_policy_attachment').AddOns_VpcCniRole_ManagedPolicy_E5AFBDA8
          ?.policy_arn,
      ).toBe(
        'arn:${data.aws_partition.Environment_Partition_BB4EBD50.partition}:iam::aws:policy/AmazonEKS_CNI_Policy',
      );
    }
  });

  it('are written out where they are IPv6, for AWS has no policy, and the CNI waits for them', () => {
    const synthesized = synthesizeAddOns({ podNetworking: EksPodNetworking.ipv6() });
    const [[id, inline] = []] = Object.entries(all(synthesized, 'aws_iam_role_policy'));
    expect(policy(inline?.policy)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Addresses',
          Effect: 'Allow',
          Action: [
            'ec2:AssignIpv6Addresses',
            'ec2:DescribeInstanceTypes',
            'ec2:DescribeInstances',
            'ec2:DescribeNetworkInterfaces',
            'ec2:DescribeTags',
          ],
          Resource: '*',
        },
        {
          Sid: 'TagInterfaces',
          Effect: 'Allow',
          Action: ['ec2:CreateTags'],
          Resource: expect.stringMatching(/^arn:\$\{.*\}:ec2:\$\{.*\}:\$\{.*\}:network-interface\/\*$/),
        },
      ],
    });
    expect(addOnOf(synthesized, 'vpc-cni').depends_on).toEqual([
      'aws_eks_addon.AddOns_PodIdentityAgent_AE6B660C',
      `aws_iam_role_policy.${id}`,
    ]);
  });
});

describe('what a network lacks for pods', () => {
  const none = { podSubnets: [], zones: ['eu-west-1a', 'eu-west-1b'] };

  it('is nothing where pods share the subnets of nodes', () => {
    expect(describePodNetworking(EksPodNetworking.prefixDelegation(), none)).toEqual([]);
    expect(describePodNetworking(EksPodNetworking.singleAddresses(), none)).toEqual([]);
    expect(describePodNetworking(EksPodNetworking.ipv6(), none)).toEqual([]);
  });

  it('are subnets of their own for custom networking, in every zone, one each', () => {
    const custom = EksPodNetworking.custom();
    expect(describePodNetworking(custom, { ...none, podSubnets: POD_SUBNETS })).toEqual([]);
    expect(describePodNetworking(custom, none)).toEqual([
      "'podNetworking' is custom, but the network has no subnets for pods; give EksNetwork a 'podCidr' or the adopted one its 'podSubnets'",
    ]);
    const twice = [...POD_SUBNETS, { zone: 'eu-west-1a', subnetId: 'subnet-c' }];
    expect(
      describePodNetworking(custom, { ...none, zones: [...none.zones, 'eu-west-1c'], podSubnets: twice }),
    ).toEqual([
      "'podSubnets' names 'eu-west-1a' twice; a zone has one subnet for pods",
      "'podSubnets' has none in 'eu-west-1c', where nodes are; a node there could not give its pods addresses",
    ]);
  });

  it('is not judged where Terraform fills zones in', () => {
    const zone = new TerraformVariable(eksStack(), 'zone', { type: 'string' }).stringValue;
    const podSubnets = [{ zone, subnetId: 'subnet-a' }];
    expect(describePodNetworking(EksPodNetworking.custom(), { ...none, podSubnets })).toEqual([]);
  });
});

describe('machines that give pods security groups of their own', () => {
  const groups = EksPodNetworking.prefixDelegation({ securityGroupsForPods: true });
  const pool = { poolName: 'web', instanceTypes: ['m7i.large', 't3.large', 't4g.xlarge'], windows: false };

  it('are none of the T families', () => {
    expect(describeBranchInterfaces(groups, pool)).toEqual([
      "node pool 'web' has machines without branch interfaces ('t3.large', 't4g.xlarge'), which cannot give pods security groups of their own; take another family, such as m7i",
    ]);
    expect(describeBranchInterfaces(groups, { ...pool, instanceTypes: ['m7i.large'] })).toEqual([]);
  });

  it('are none of Windows', () => {
    expect(describeBranchInterfaces(groups, { ...pool, windows: true })).toEqual([
      "node pool 'web' is of Windows machines, which cannot give pods security groups of their own; leave out 'securityGroupsForPods' or the pool",
    ]);
  });

  it('may be any where pods share those of their node', () => {
    expect(describeBranchInterfaces(EksPodNetworking.prefixDelegation(), pool)).toEqual([]);
  });
});
