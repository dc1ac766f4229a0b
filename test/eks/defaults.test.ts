import { all, only, policy, synthesizeEks } from './eks-stack';

/** Everything that a cluster gets without asking, in one place to read. */
describe('the defaults of an EKS cluster', () => {
  const synthesized = synthesizeEks();

  it('define a private control plane with encrypted secrets, logs, protection and no implicit administrator', () => {
    expect(only(synthesized, 'aws_eks_cluster')).toEqual({
      name: 'prod',
      version: '1.34',
      role_arn: '${aws_iam_role.Cluster_Role_FA261979.arn}',
      vpc_config: {
        endpoint_private_access: true,
        endpoint_public_access: false,
        subnet_ids: [
          '${aws_subnet.Cluster_Network_IntraSubnets_ZoneA_3D8DE47F.id}',
          '${aws_subnet.Cluster_Network_IntraSubnets_ZoneB_9B66521D.id}',
          '${aws_subnet.Cluster_Network_IntraSubnets_ZoneC_59BC730F.id}',
        ],
        security_group_ids: ['${aws_security_group.Cluster_ApiDoor_036B400C.id}'],
      },
      kubernetes_network_config: { service_ipv4_cidr: '172.20.0.0/16' },
      access_config: { authentication_mode: 'API', bootstrap_cluster_creator_admin_permissions: false },
      bootstrap_self_managed_addons: false,
      encryption_config: {
        provider: { key_arn: '${aws_kms_key.Cluster_Encryption_E5B8DD14.arn}' },
        resources: ['secrets'],
      },
      enabled_cluster_log_types: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'],
      deletion_protection: true,
      upgrade_policy: { support_type: 'STANDARD' },
      zonal_shift_config: { enabled: true },
      depends_on: [
        'aws_iam_role_policy_attachment.Cluster_Role_Cluster_34268E13',
        'aws_iam_role_policy.Cluster_Role_Policy_AA32587E',
        'aws_cloudwatch_log_group.Cluster_Logs_66F0387A',
      ],
      lifecycle: {
        prevent_destroy: true,
        ignore_changes: [
          'access_config[0].bootstrap_cluster_creator_admin_permissions',
          'bootstrap_self_managed_addons',
        ],
      },
    });
  });

  it('define a key of the cluster’s own that rotates and survives its destruction by 30 days', () => {
    expect(only(synthesized, 'aws_kms_key')).toEqual({
      description: 'Secrets and logs of the cluster prod',
      enable_key_rotation: true,
      deletion_window_in_days: 30,
      policy: expect.any(String),
      lifecycle: { prevent_destroy: true },
    });
    expect(only(synthesized, 'aws_kms_alias')).toEqual({
      name: 'alias/kubewhere/eks/prod',
      target_key_id: '${aws_kms_key.Cluster_Encryption_E5B8DD14.key_id}',
    });
  });

  it('let IAM govern the key, and CloudWatch use it for the two log groups only', () => {
    const partition = '${data.aws_partition.Cluster_Environment_Partition_B62F5B42.partition}';
    const suffix = '${data.aws_partition.Cluster_Environment_Partition_B62F5B42.dns_suffix}';
    const account = '${data.aws_caller_identity.Cluster_Environment_Account_72498495.account_id}';
    const region = '${data.aws_region.Cluster_Environment_Region_F165C0D1.region}';
    expect(policy(only(synthesized, 'aws_kms_key').policy)).toEqual({
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
          Sid: 'CloudWatchLogs',
          Effect: 'Allow',
          Principal: { Service: `logs.${region}.${suffix}` },
          Action: ['kms:Decrypt*', 'kms:Describe*', 'kms:Encrypt*', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
          Resource: '*',
          Condition: {
            ArnEquals: {
              'kms:EncryptionContext:aws:logs:arn': [
                `arn:${partition}:logs:${region}:${account}:log-group:/aws/eks/prod/cluster`,
                `arn:${partition}:logs:${region}:${account}:log-group:/kubewhere/eks/prod/flow-logs`,
              ],
            },
          },
        },
      ],
    });
  });

  it('keep the control plane’s and the network’s logs for 90 days under that key', () => {
    expect(all(synthesized, 'aws_cloudwatch_log_group')).toEqual({
      Cluster_Logs_66F0387A: {
        name: '/aws/eks/prod/cluster',
        retention_in_days: 90,
        kms_key_id: '${aws_kms_key.Cluster_Encryption_E5B8DD14.arn}',
      },
      Cluster_Network_FlowLogs_LogGroup_BC9D3BA4: {
        name: '/kubewhere/eks/prod/flow-logs',
        retention_in_days: 90,
        kms_key_id: '${aws_kms_key.Cluster_Encryption_E5B8DD14.arn}',
      },
    });
  });

  it('define a node group of Amazon Linux 2023 that repairs itself and can be replaced beside itself', () => {
    expect(only(synthesized, 'aws_eks_node_group')).toEqual({
      cluster_name: '${aws_eks_cluster.Cluster_EB0386A7.name}',
      node_group_name_prefix: 'system-',
      version: '1.34',
      node_role_arn: '${aws_iam_role.Cluster_NodeRole_687A61BB.arn}',
      subnet_ids: [
        '${aws_subnet.Cluster_Network_PrivateSubnets_ZoneA_3708BE3F.id}',
        '${aws_subnet.Cluster_Network_PrivateSubnets_ZoneB_913701D0.id}',
        '${aws_subnet.Cluster_Network_PrivateSubnets_ZoneC_F6AC00F6.id}',
      ],
      ami_type: 'AL2023_x86_64_STANDARD',
      capacity_type: 'ON_DEMAND',
      instance_types: ['m7i.large'],
      launch_template: {
        id: '${aws_launch_template.Cluster_NodePools_system_LaunchTemplate_67479A81.id}',
        version:
          '${tostring(aws_launch_template.Cluster_NodePools_system_LaunchTemplate_67479A81.latest_version)}',
      },
      scaling_config: { min_size: 3, max_size: 3, desired_size: 3 },
      update_config: { max_unavailable_percentage: 33 },
      node_repair_config: { enabled: true },
      labels: { 'kubewhere.dev/pool': 'system' },
      depends_on: expect.any(Array),
      lifecycle: { create_before_destroy: true },
    });
  });

  it('keep instance metadata to the node itself and encrypt its disk', () => {
    const tags = { Name: 'prod-system' };
    expect(only(synthesized, 'aws_launch_template')).toEqual({
      name_prefix: 'prod-system-',
      metadata_options: { http_endpoint: 'enabled', http_tokens: 'required', http_put_response_hop_limit: 1 },
      block_device_mappings: [
        {
          device_name: '/dev/xvda',
          ebs: { volume_type: 'gp3', volume_size: 50, encrypted: 'true', delete_on_termination: 'true' },
        },
      ],
      tag_specifications: [
        { resource_type: 'instance', tags },
        { resource_type: 'network-interface', tags },
        { resource_type: 'volume', tags },
      ],
      user_data: expect.any(String),
      lifecycle: { create_before_destroy: true },
    });
  });

  it('let a node take 110 pods, as the decision counts on', () => {
    const userData = String(only(synthesized, 'aws_launch_template').user_data);
    expect(Buffer.from(userData, 'base64').toString('utf8')).toBe(
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
        '  kubelet:',
        '    config:',
        '      maxPods: 110',
        '',
        '--kubewhere--',
        '',
      ].join('\n'),
    );
  });

  it('give the nodes no right over network interfaces', () => {
    const partition = '${data.aws_partition.Cluster_Environment_Partition_B62F5B42.partition}';
    const attached = Object.values(all(synthesized, 'aws_iam_role_policy_attachment'))
      .filter((attachment) => attachment.role === '${aws_iam_role.Cluster_NodeRole_687A61BB.name}')
      .map((attachment) => attachment.policy_arn);
    expect(attached).toEqual([
      `arn:${partition}:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly`,
      `arn:${partition}:iam::aws:policy/AmazonSSMManagedInstanceCore`,
      `arn:${partition}:iam::aws:policy/AmazonEKSWorkerNodePolicy`,
    ]);
  });

  it('let nobody in', () => {
    expect(all(synthesized, 'aws_eks_access_entry')).toEqual({});
  });

  it('put no tag of the cluster on a security group', () => {
    expect(JSON.stringify(synthesized)).not.toContain('kubernetes.io/cluster/');
  });
});
