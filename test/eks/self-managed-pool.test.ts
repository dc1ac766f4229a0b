import type { TerraformStack } from 'cdktf';
import { CapacityType, NodePoolSize, TaintEffect } from '../../lib/cluster';
import { EksDiskType } from '../../lib/eks/disk-type';
import { EksMachines } from '../../lib/eks/machines';
import { EksNodeFamily, EksNodeImage } from '../../lib/eks/node-image';
import { EksPodNetworking } from '../../lib/eks/pod-networking';
import { AwsEnvironment } from '../../lib/eks/private/aws-environment';
import { EksSelfManagedPools } from '../../lib/eks/self-managed-pool';
import type { EksSelfManagedPoolOptions } from '../../lib/eks/self-managed-pool-options';
import { resourceAddresses, type SynthesizedStack, synthesize } from '../support/synthesized';
import { all, eksStack, only, resolved } from './eks-stack';

const IMAGE = 'ami-0123456789abcdef0';
const POOL: EksSelfManagedPoolOptions = {
  image: EksNodeImage.custom(EksNodeFamily.AMAZON_LINUX_2023, IMAGE),
  machines: EksMachines.ofTypes('m7i.large', 'm7a.large'),
  size: NodePoolSize.fixed(2),
};

function pools(
  stack: TerraformStack = eksStack(),
  podNetworking: EksPodNetworking = EksPodNetworking.prefixDelegation(),
): EksSelfManagedPools {
  return new EksSelfManagedPools(stack, 'SelfManagedPools', {
    namePrefix: 'prod',
    clusterName: 'prod',
    endpoint: 'https://api.example.com',
    caCertificateBase64: 'Y2E=',
    serviceCidr: '172.20.0.0/16',
    securityGroupId: 'sg-0123456789abcdef0',
    podNetworking,
    subnetIds: ['subnet-0000000a', 'subnet-0000000b'],
    dependsOn: [],
    defaults: {
      environment: new AwsEnvironment(stack, 'Environment'),
      tags: { team: 'edge' },
      permissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/Boundary',
    },
  });
}

function pool(options: Partial<EksSelfManagedPoolOptions> = {}): SynthesizedStack {
  const stack = eksStack();
  pools(stack).add('edge', { ...POOL, ...options });
  return synthesize(stack);
}

function tagsOf(synthesized: SynthesizedStack): Record<string, string> {
  const tags = only(synthesized, 'aws_autoscaling_group').tag as { key: string; value: string }[];
  return Object.fromEntries(tags.map(({ key, value }) => [key, value]));
}

describe('a pool that EKS does not manage', () => {
  it('has addresses that stay', () => {
    expect(resourceAddresses(pool())).toEqual([
      'aws_autoscaling_group.SelfManagedPools_edge_62EC830B',
      'aws_eks_access_entry.SelfManagedPools_Entry_88B1EA55',
      'aws_iam_instance_profile.SelfManagedPools_Profile_27CFB32F',
      'aws_iam_role.SelfManagedPools_Role_B224A4F6',
      'aws_iam_role_policy_attachment.SelfManagedPools_Role_ImagePull_C8986AF2',
      'aws_iam_role_policy_attachment.SelfManagedPools_Role_SessionManager_637B94C5',
      'aws_iam_role_policy_attachment.SelfManagedPools_Role_Worker_0D94C3E7',
      'aws_launch_template.SelfManagedPools_edge_LaunchTemplate_C8041D73',
    ]);
  });

  it('is a group that waits for its role and its entry, and replaces machines a third at a time', () => {
    expect(only(pool(), 'aws_autoscaling_group')).toEqual({
      name_prefix: 'prod-edge-',
      min_size: 2,
      max_size: 2,
      desired_capacity: 2,
      vpc_zone_identifier: ['subnet-0000000a', 'subnet-0000000b'],
      mixed_instances_policy: {
        instances_distribution: {
          on_demand_percentage_above_base_capacity: 100,
          on_demand_allocation_strategy: 'prioritized',
        },
        launch_template: {
          launch_template_specification: {
            launch_template_id: '${aws_launch_template.SelfManagedPools_edge_LaunchTemplate_C8041D73.id}',
            version:
              '${tostring(aws_launch_template.SelfManagedPools_edge_LaunchTemplate_C8041D73.latest_version)}',
          },
          override: [{ instance_type: 'm7i.large' }, { instance_type: 'm7a.large' }],
        },
      },
      instance_refresh: {
        strategy: 'Rolling',
        preferences: { min_healthy_percentage: 67, skip_matching: true },
      },
      suspended_processes: ['AZRebalance'],
      tag: [
        { key: 'kubernetes.io/cluster/prod', value: 'owned', propagate_at_launch: true },
        { key: 'team', value: 'edge', propagate_at_launch: false },
      ],
      lifecycle: { create_before_destroy: true },
      depends_on: [
        'aws_eks_access_entry.SelfManagedPools_Entry_88B1EA55',
        'aws_iam_role_policy_attachment.SelfManagedPools_Role_Worker_0D94C3E7',
        'aws_iam_role_policy_attachment.SelfManagedPools_Role_ImagePull_C8986AF2',
        'aws_iam_role_policy_attachment.SelfManagedPools_Role_SessionManager_637B94C5',
      ],
    });
  });

  it('has machines of the image, with the cluster’s security group, IMDSv2 and an encrypted disk', () => {
    const { user_data, ...template } = only(pool(), 'aws_launch_template');
    const tags = { team: 'edge', Name: 'prod-edge' };
    expect(template).toEqual({
      name_prefix: 'prod-edge-',
      image_id: IMAGE,
      iam_instance_profile: { arn: '${aws_iam_instance_profile.SelfManagedPools_Profile_27CFB32F.arn}' },
      vpc_security_group_ids: ['sg-0123456789abcdef0'],
      metadata_options: { http_endpoint: 'enabled', http_tokens: 'required', http_put_response_hop_limit: 1 },
      block_device_mappings: [
        {
          device_name: '/dev/xvda',
          ebs: { volume_type: 'gp3', volume_size: 50, encrypted: 'true', delete_on_termination: 'true' },
        },
      ],
      tag_specifications: ['instance', 'network-interface', 'volume'].map((resource_type) => ({
        resource_type,
        tags,
      })),
      tags: { team: 'edge' },
      lifecycle: { create_before_destroy: true },
    });
    expect(Buffer.from(String(user_data), 'base64').toString()).toBe(
      [
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary="kubewhere"',
        '',
        '--kubewhere',
        'Content-Type: application/node.eks.aws',
        '',
        'apiVersion: node.eks.aws/v1alpha1',
        'kind: NodeConfig',
        'spec:',
        '  cluster:',
        '    name: "prod"',
        '    apiServerEndpoint: "https://api.example.com"',
        '    certificateAuthority: "Y2E="',
        '    cidr: "172.20.0.0/16"',
        '  kubelet:',
        '    config:',
        '      maxPods: 110',
        '    flags:',
        '      - "--node-labels=kubewhere.dev/pool=edge"',
        '',
        '--kubewhere--',
        '',
      ].join('\n'),
    );
  });

  it('shares one bounded role, profile and entry with the others', () => {
    const stack = eksStack();
    const known = pools(stack);
    expect(known.roleArn).toBeUndefined();
    known.add('edge', POOL);
    known.add('more', POOL);
    const synthesized = synthesize(stack);
    const name = 'prod-${data.aws_region.Environment_Region_6E4FC0B0.region}-self';
    expect(only(synthesized, 'aws_iam_role')).toMatchObject({
      name,
      permissions_boundary: 'arn:aws:iam::111122223333:policy/Boundary',
    });
    expect(only(synthesized, 'aws_iam_instance_profile')).toMatchObject({ name });
    expect(only(synthesized, 'aws_eks_access_entry')).toMatchObject({ type: 'EC2_LINUX' });
    expect(Object.keys(all(synthesized, 'aws_autoscaling_group'))).toHaveLength(2);
    expect(resolved(stack, known.roleArn)).toBe(only(synthesized, 'aws_eks_access_entry').principal_arn);
  });

  it('leaves its size to the autoscaler, which finds it and knows what a node of it would be', () => {
    const synthesized = pool({
      size: NodePoolSize.autoscaled({ min: 0, max: 9, initial: 1 }),
      labels: { tier: 'batch' },
      taints: [{ key: 'batch', value: 'yes', effect: TaintEffect.NO_SCHEDULE }],
    });
    expect(only(synthesized, 'aws_autoscaling_group')).toMatchObject({
      min_size: 0,
      max_size: 9,
      desired_capacity: 1,
      lifecycle: { create_before_destroy: true, ignore_changes: ['desired_capacity'] },
    });
    expect(tagsOf(synthesized)).toEqual({
      'kubernetes.io/cluster/prod': 'owned',
      'k8s.io/cluster-autoscaler/enabled': 'true',
      'k8s.io/cluster-autoscaler/prod': 'owned',
      'k8s.io/cluster-autoscaler/node-template/label/kubewhere.dev/pool': 'edge',
      'k8s.io/cluster-autoscaler/node-template/label/tier': 'batch',
      'k8s.io/cluster-autoscaler/node-template/taint/batch': 'yes:NoSchedule',
      team: 'edge',
    });
  });

  it('takes Spot machines where there are most of them', () => {
    expect(only(pool({ capacityType: CapacityType.INTERRUPTIBLE }), 'aws_autoscaling_group')).toMatchObject({
      mixed_instances_policy: {
        instances_distribution: {
          on_demand_percentage_above_base_capacity: 0,
          spot_allocation_strategy: 'price-capacity-optimized',
        },
      },
    });
  });

  it('runs Bottlerocket as well, in subnets and with a disk of its own', () => {
    const synthesized = pool({
      image: EksNodeImage.custom(EksNodeFamily.BOTTLEROCKET, IMAGE),
      subnetIds: ['subnet-0123456789abcdef0'],
      diskSizeGib: 100,
    });
    expect(only(synthesized, 'aws_autoscaling_group')).toMatchObject({
      vpc_zone_identifier: ['subnet-0123456789abcdef0'],
    });
    const template = only(synthesized, 'aws_launch_template');
    expect(template).toMatchObject({
      block_device_mappings: [
        { device_name: '/dev/xvda' },
        { device_name: '/dev/xvdb', ebs: { volume_size: 100 } },
      ],
    });
  });

  it.each<[EksNodeFamily.AMAZON_LINUX_2023 | EksNodeFamily.BOTTLEROCKET, string[]]>([
    [EksNodeFamily.AMAZON_LINUX_2023, ['/dev/xvda']],
    [EksNodeFamily.BOTTLEROCKET, ['/dev/xvda', '/dev/xvdb']],
  ])('starts from volumes that an Outpost has, when told so (%s)', (family, devices) => {
    const image = EksNodeImage.custom(family, IMAGE);
    const template = only(pool({ image, diskType: EksDiskType.GP2 }), 'aws_launch_template');
    const mappings = template.block_device_mappings as {
      device_name: string;
      ebs: { volume_type: string };
    }[];
    expect(mappings.map(({ device_name, ebs }) => [device_name, ebs.volume_type])).toEqual(
      devices.map((device) => [device, 'gp2']),
    );
  });

  it.each<[Partial<EksSelfManagedPoolOptions>, string]>([
    [
      { image: EksNodeImage.bottlerocket() },
      "'image' (bottlerocket) must be EksNodeImage.custom(…): only for managed pools does EKS choose one; take addNodePool(…) or name an image",
    ],
    [{ diskSizeGib: 10 }, "'diskSizeGib' (10) must be a whole number of 20 to 16384 GiB"],
    [{ subnetIds: [] }, "'subnetIds' is empty; leave it out for all private subnets"],
    [
      { subnetIds: ['private'] },
      "'subnetIds' (private) must hold ids of subnets such as 'subnet-0123456789abcdef0'",
    ],
    [
      { labels: { 'kubewhere.dev/pool': 'x' } },
      "'labels' key 'kubewhere.dev/pool' is set to the name of the pool; leave it out",
    ],
  ])('fails with %j', (options, message) => {
    expect(() => pools().add('edge', { ...POOL, ...options })).toThrow(`[test/SelfManagedPools] ${message}`);
  });

  it('fails with small machines where the first interface carries no pods', () => {
    const known = pools(eksStack(), EksPodNetworking.custom());
    expect(() => known.add('edge', { ...POOL, machines: EksMachines.ofTypes('t3.small') })).toThrow(
      "[test/SelfManagedPools] 'machines' 't3.small' cannot hold the addresses of 110 pods",
    );
  });
});
