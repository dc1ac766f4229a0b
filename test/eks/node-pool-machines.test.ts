import { EncryptionKey } from '../../lib/cluster';
import { EksNodeFamily, EksNodeImage, EksPodNetworking, EksWindows } from '../../lib/eks';
import { EksPlacement } from '../../lib/eks/placement';
import { EksUserData } from '../../lib/eks/user-data';
import { synthesize } from '../support/synthesized';
import { all, eksStack, only, policy } from './eks-stack';
import { definePool, inOneSubnet, launchTemplate, synthesizePool } from './pool-stack';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

function told(options: Parameters<typeof launchTemplate>[0]): string {
  return Buffer.from(String(launchTemplate(options).user_data), 'base64').toString('utf8');
}

describe('the machines of a pool on EKS', () => {
  it('have a disk as fast as they are told', () => {
    const template = launchTemplate({ diskSizeGib: 200, diskIops: 12000, diskThroughputMibps: 1000 });
    expect(template.block_device_mappings).toEqual([
      {
        device_name: '/dev/xvda',
        ebs: {
          volume_type: 'gp3',
          volume_size: 200,
          iops: 12000,
          throughput: 1000,
          encrypted: 'true',
          delete_on_termination: 'true',
        },
      },
    ]);
  });

  it('have two encrypted disks with Bottlerocket, the second as large as told', () => {
    const template = launchTemplate({
      image: EksNodeImage.bottlerocket(),
      diskSizeGib: 100,
      diskEncryption: EncryptionKey.existing(KEY),
    });
    const common = { volume_type: 'gp3', encrypted: 'true', kms_key_id: KEY, delete_on_termination: 'true' };
    expect(template.block_device_mappings).toEqual([
      { device_name: '/dev/xvda', ebs: common },
      { device_name: '/dev/xvdb', ebs: { ...common, volume_size: 100 } },
    ]);
  });

  it('have the disk of Windows with Windows', () => {
    const template = launchTemplate({ image: EksNodeImage.windows(EksWindows.FULL_2022) });
    expect(template.block_device_mappings).toEqual([
      {
        device_name: '/dev/sda1',
        ebs: { volume_type: 'gp3', volume_size: 50, encrypted: 'true', delete_on_termination: 'true' },
      },
    ]);
    expect(template).not.toHaveProperty('user_data');
  });

  it('have disks under a key of the pool’s own, which only EC2 may use for the account', () => {
    const stack = eksStack();
    definePool(stack, { diskEncryption: EncryptionKey.own(), tags: { team: 'shop' } });
    const synthesized = synthesize(stack);
    const region = '${data.aws_region.Environment_Region_6E4FC0B0.region}';
    const partition = '${data.aws_partition.Environment_Partition_BB4EBD50.partition}';
    const suffix = '${data.aws_partition.Environment_Partition_BB4EBD50.dns_suffix}';
    const account = '${data.aws_caller_identity.Environment_Account_512AA61B.account_id}';
    const [[id, key] = []] = Object.entries(all(synthesized, 'aws_kms_key'));
    expect(key).toEqual({
      description: 'Disks of the node pool prod-ml',
      enable_key_rotation: true,
      deletion_window_in_days: 30,
      policy: expect.any(String),
      tags: { team: 'shop' },
    });
    expect(policy(key?.policy)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'AccountAdministration',
          Effect: 'Allow',
          Principal: { AWS: `arn:${partition}:iam::${account}:root` },
          Action: ['kms:*'],
          Resource: '*',
        },
        {
          Sid: 'DisksThroughEc2',
          Effect: 'Allow',
          Principal: { AWS: '*' },
          Action: [
            'kms:CreateGrant',
            'kms:Decrypt',
            'kms:DescribeKey',
            'kms:Encrypt',
            'kms:GenerateDataKey*',
            'kms:ReEncrypt*',
          ],
          Resource: '*',
          Condition: {
            StringEquals: { 'kms:CallerAccount': account, 'kms:ViaService': `ec2.${region}.${suffix}` },
          },
        },
      ],
    });
    expect(only(synthesized, 'aws_kms_alias')).toEqual({
      name: 'alias/kubewhere/eks/prod/ml',
      target_key_id: `\${aws_kms_key.${id}.key_id}`,
    });
    expect(only(synthesized, 'aws_launch_template').block_device_mappings).toMatchObject([
      { ebs: { kms_key_id: `\${aws_kms_key.${id}.arn}` } },
    ]);
  });

  it('answer pods about themselves when told', () => {
    expect(launchTemplate({ imdsHopLimit: 2 }).metadata_options).toEqual({
      http_endpoint: 'enabled',
      http_tokens: 'required',
      http_put_response_hop_limit: 2,
    });
  });

  it('carry the cluster’s security group first when they carry others', () => {
    const securityGroupIds = ['sg-0000000b', 'sg-0000000a'];
    expect(launchTemplate({ securityGroupIds }).vpc_security_group_ids).toEqual([
      'sg-0000000c',
      'sg-0000000a',
      'sg-0000000b',
    ]);
    expect(launchTemplate({})).not.toHaveProperty('vpc_security_group_ids');
  });

  it('use all their Elastic Fabric Adapters, beside an interface for everything else', () => {
    const template = launchTemplate({
      ...inOneSubnet('p4d.24xlarge'),
      efa: true,
      securityGroupIds: ['sg-0000000a'],
    });
    const common = { delete_on_termination: 'true', security_groups: ['sg-0000000c', 'sg-0000000a'] };
    expect(template.network_interfaces).toEqual([
      { network_card_index: 0, device_index: 0, ...common },
      { interface_type: 'efa-only', network_card_index: 0, device_index: 1, ...common },
      { interface_type: 'efa-only', network_card_index: 1, device_index: 0, ...common },
      { interface_type: 'efa-only', network_card_index: 2, device_index: 0, ...common },
      { interface_type: 'efa-only', network_card_index: 3, device_index: 0, ...common },
    ]);
    expect(template).not.toHaveProperty('vpc_security_group_ids');
  });

  it('use the one adapter of Bottlerocket’s machines without accelerators', () => {
    const template = launchTemplate({
      ...inOneSubnet('c7i.48xlarge'),
      image: EksNodeImage.bottlerocket(),
      efa: true,
    });
    const common = { delete_on_termination: 'true', security_groups: ['sg-0000000c'] };
    expect(template.network_interfaces).toEqual([
      { network_card_index: 0, device_index: 0, ...common },
      { interface_type: 'efa-only', network_card_index: 0, device_index: 1, ...common },
    ]);
  });

  it.each([
    [EksPlacement.cluster(), { name: 'prod-ml-cluster', strategy: 'cluster' }],
    [EksPlacement.spread(), { name: 'prod-ml-spread', strategy: 'spread' }],
    [EksPlacement.partitions(3), { name: 'prod-ml-partition', strategy: 'partition', partition_count: 3 }],
  ])('stand as they are told: %j', (placement, group) => {
    const synthesized = synthesizePool({ ...inOneSubnet('m7i.large'), placement });
    const [[id, made] = []] = Object.entries(all(synthesized, 'aws_placement_group'));
    expect(made).toEqual({ ...group, lifecycle: { create_before_destroy: true } });
    expect(only(synthesized, 'aws_launch_template').placement).toEqual({
      group_name: `\${aws_placement_group.${id}.name}`,
    });
  });

  it('take as many pods as the network of pods allows', () => {
    expect(told({ podNetworking: EksPodNetworking.custom() })).toContain('      maxPods: 110\n');
    expect(launchTemplate({ podNetworking: EksPodNetworking.singleAddresses() })).not.toHaveProperty(
      'user_data',
    );
  });

  it('are told of the kubelet and of yours', () => {
    const text = told({
      kubelet: { maxPods: 58 },
      userData: EksUserData.shell('#!/bin/bash\nmodprobe nbd\n'),
    });
    expect(text).toContain('    config:\n      maxPods: 58\n');
    expect(text).toContain('\n#!/bin/bash\nmodprobe nbd\n');
  });

  it('run an image of your own, told how to join', () => {
    const image = EksNodeImage.custom(EksNodeFamily.AMAZON_LINUX_2023, 'ami-0123456789abcdef0');
    expect(launchTemplate({ image }).image_id).toBe('ami-0123456789abcdef0');
    const text = told({ image, labels: { team: 'ml' } });
    expect(text).toContain('    apiServerEndpoint: "https://abc.eks.amazonaws.com"\n');
    expect(text).toContain('      - "--node-labels=kubewhere.dev/pool=ml,team=ml"\n');
  });

  it('have these addresses in Terraform', () => {
    const synthesized = synthesizePool({
      ...inOneSubnet('m7i.large'),
      diskEncryption: EncryptionKey.own(),
      placement: EksPlacement.cluster(),
    });
    const addresses = Object.entries(synthesized.resource ?? {}).flatMap(([type, byId]) =>
      Object.keys(byId).map((id) => `${type}.${id}`),
    );
    expect(addresses.sort()).toEqual([
      'aws_eks_node_group.Pool_D3F588B8',
      'aws_kms_alias.Pool_DiskKey_Alias_832ABF7C',
      'aws_kms_key.Pool_DiskKey_A0246A97',
      'aws_launch_template.Pool_LaunchTemplate_11F60F6F',
      'aws_placement_group.Pool_PlacementGroup_FC1EE249',
    ]);
  });

  it.each<[string, Parameters<typeof launchTemplate>[0]]>([
    ['image', { image: EksNodeImage.custom(EksNodeFamily.BOTTLEROCKET, 'ami-0123456789abcdef0') }],
    ['securityGroupIds', { securityGroupIds: ['sg-0000000a'] }],
    ['efa', { ...inOneSubnet('p5.48xlarge'), efa: true }],
    ['diskEncryption', { diskEncryption: EncryptionKey.own() }],
  ])('fail with %s when nothing is known of their cluster', (prop, options) => {
    expect(() => launchTemplate({ ...options, cluster: undefined })).toThrow(
      new Error(`[test/Pool] '${prop}' needs 'cluster', which EksCluster.addNodePool fills in`),
    );
  });
});
