import { NodePoolSize } from '../../lib/cluster';
import { EksEgress, EksMachines, EksNetwork } from '../../lib/eks';
import { resourceAddresses, synthesize } from '../support/synthesized';
import { defineEks, eksStack, MINIMAL, only, POOL, synthesizeEks } from './eks-stack';

/**
 * What Terraform knows a cluster by. A change here moves or replaces what runs: it needs `moved` blocks, and a line in
 * the changelog that says what it does to whom.
 */
describe('the identity of an EKS cluster', () => {
  it('has these addresses', () => {
    expect(resourceAddresses(synthesizeEks())).toEqual(ADDRESSES);
  });

  it('keeps them when a pool, an administrator, tags and every switch is added', () => {
    const synthesized = synthesizeEks({
      nodePools: { system: POOL, batch: { ...POOL, size: NodePoolSize.autoscaled({ min: 0, max: 9 }) } },
      administrators: { Platform: 'arn:aws:iam::111122223333:role/Platform' },
      tags: { team: 'platform' },
      zonalShift: false,
      deletionProtection: false,
    });
    expect(resourceAddresses(synthesized)).toEqual(expect.arrayContaining([...ADDRESSES]));
  });

  it('keeps those of the other zones when one zone is given up', () => {
    const [two, three] = [
      ['eu-west-1a', 'eu-west-1b'],
      ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],
    ].map((availabilityZones) => {
      const stack = eksStack();
      new EksNetwork(stack, 'Network', { networkName: 'prod', availabilityZones });
      return resourceAddresses(synthesize(stack));
    });
    expect(three).toEqual(expect.arrayContaining([...(two ?? [])]));
    expect((three ?? []).length - (two ?? []).length).toBe(10);
  });

  it('keeps the first NAT gateway when each zone gets one', () => {
    const [single, perZone] = [EksEgress.NAT_SINGLE, EksEgress.NAT_PER_ZONE].map((egress) => {
      const stack = eksStack();
      new EksNetwork(stack, 'Network', { networkName: 'prod', egress });
      return resourceAddresses(synthesize(stack));
    });
    expect(perZone).toEqual(expect.arrayContaining([...(single ?? [])]));
  });

  it('has these values of attributes whose change replaces the cluster', () => {
    const cluster = only(synthesizeEks(), 'aws_eks_cluster');
    expect({
      name: cluster.name,
      role_arn: cluster.role_arn,
      kubernetes_network_config: cluster.kubernetes_network_config,
      encryption_config: cluster.encryption_config,
      bootstrap_self_managed_addons: cluster.bootstrap_self_managed_addons,
      outpost_config: cluster.outpost_config,
    }).toEqual({
      name: 'prod',
      role_arn: '${aws_iam_role.Cluster_Role_FA261979.arn}',
      kubernetes_network_config: { service_ipv4_cidr: '172.20.0.0/16' },
      encryption_config: {
        provider: { key_arn: '${aws_kms_key.Cluster_Encryption_E5B8DD14.arn}' },
        resources: ['secrets'],
      },
      bootstrap_self_managed_addons: false,
      outpost_config: undefined,
    });
  });

  it('has these names of roles, which replace the cluster and its nodes when they change', () => {
    const region = '${data.aws_region.Cluster_Environment_Region_F165C0D1.region}';
    const names = Object.entries(synthesizeEks().resource?.aws_iam_role ?? {}).map(([id, role]) => [
      id,
      role.name,
    ]);
    expect(Object.fromEntries(names)).toEqual({
      Cluster_AddOns_EbsCsiRole_A495571B: `prod-${region}-ebs-csi`,
      Cluster_AddOns_VpcCniRole_C028E544: `prod-${region}-vpc-cni`,
      Cluster_Network_FlowLogs_Role_8607FC96:
        'prod-${data.aws_region.Cluster_Network_Environment_Region_A83AEC1F.region}-flow',
      Cluster_NodeRole_687A61BB: `prod-${region}-nodes`,
      Cluster_Role_FA261979: `prod-${region}-cluster`,
    });
  });

  it('keeps the names of roles within the 64 characters of IAM, in the longest region', () => {
    const longest = `${'c'.repeat(40)}-us-isof-south-1-cluster`;
    expect(longest).toHaveLength(64);
  });

  it('has these values of attributes whose change replaces nodes', () => {
    const synthesized = synthesizeEks();
    const group = only(synthesized, 'aws_eks_node_group');
    expect({
      ami_type: group.ami_type,
      capacity_type: group.capacity_type,
      disk_size: group.disk_size,
      instance_types: group.instance_types,
      launch_template_id: (group.launch_template as { readonly id: string }).id,
      node_group_name: group.node_group_name,
      node_group_name_prefix: group.node_group_name_prefix,
      node_role_arn: group.node_role_arn,
      remote_access: group.remote_access,
      launch_template_name_prefix: only(synthesized, 'aws_launch_template').name_prefix,
    }).toEqual({
      ami_type: 'AL2023_x86_64_STANDARD',
      capacity_type: 'ON_DEMAND',
      disk_size: undefined,
      instance_types: ['m7i.large'],
      launch_template_id: '${aws_launch_template.Cluster_NodePools_system_LaunchTemplate_67479A81.id}',
      node_group_name: undefined,
      node_group_name_prefix: 'system-',
      node_role_arn: '${aws_iam_role.Cluster_NodeRole_687A61BB.arn}',
      remote_access: undefined,
      launch_template_name_prefix: 'prod-system-',
    });
  });

  it('has these ranges of subnets', () => {
    const ranges = Object.entries(synthesizeEks().resource?.aws_subnet ?? {}).map(([id, subnet]) => [
      id,
      subnet.cidr_block,
    ]);
    expect(Object.fromEntries(ranges)).toEqual({
      Cluster_Network_IntraSubnets_ZoneA_3D8DE47F: '10.0.144.0/24',
      Cluster_Network_IntraSubnets_ZoneB_9B66521D: '10.0.145.0/24',
      Cluster_Network_IntraSubnets_ZoneC_59BC730F: '10.0.146.0/24',
      Cluster_Network_PrivateSubnets_ZoneA_3708BE3F: '10.0.0.0/19',
      Cluster_Network_PrivateSubnets_ZoneB_913701D0: '10.0.32.0/19',
      Cluster_Network_PrivateSubnets_ZoneC_F6AC00F6: '10.0.64.0/19',
      Cluster_Network_PublicSubnets_ZoneA_EEE6F5BB: '10.0.128.0/24',
      Cluster_Network_PublicSubnets_ZoneB_D709429B: '10.0.129.0/24',
      Cluster_Network_PublicSubnets_ZoneC_0675A1D7: '10.0.130.0/24',
    });
  });

  it('has this type for a shape, whose change replaces nodes', () => {
    const machines = EksMachines.ofShape({ vcpu: 4, memoryGib: 16 });
    const group = only(synthesizeEks({ nodePools: { system: { ...POOL, machines } } }), 'aws_eks_node_group');
    expect(group.instance_types).toEqual(['m7i.xlarge']);
  });

  it('does not depend on its name', () => {
    expect(resourceAddresses(synthesizeEks({ clusterName: 'other' }))).toEqual(ADDRESSES);
  });

  it('is the same to the byte for the same input, and holds no path of the machine', () => {
    const [one, other] = [1, 2].map(() => {
      const stack = eksStack();
      defineEks(stack, MINIMAL);
      return JSON.stringify(synthesize(stack));
    });
    expect(one).toBe(other);
    expect(one).not.toContain(process.cwd());
  });
});

const ADDRESSES: readonly string[] = [
  'aws_cloudwatch_log_group.Cluster_Logs_66F0387A',
  'aws_cloudwatch_log_group.Cluster_Network_FlowLogs_LogGroup_BC9D3BA4',
  'aws_default_security_group.Cluster_Network_DefaultSecurityGroup_C6737BCD',
  'aws_eip.Cluster_Network_Egress_ZoneA_Address_2790DB65',
  'aws_eip.Cluster_Network_Egress_ZoneB_Address_3BD25A84',
  'aws_eip.Cluster_Network_Egress_ZoneC_Address_1B7CDA44',
  'aws_eks_addon.Cluster_AddOns_CoreDns_8CE788E7',
  'aws_eks_addon.Cluster_AddOns_EbsCsi_BF9F9863',
  'aws_eks_addon.Cluster_AddOns_KubeProxy_0B5A782C',
  'aws_eks_addon.Cluster_AddOns_MetricsServer_ECB4C9ED',
  'aws_eks_addon.Cluster_AddOns_PodIdentityAgent_62CCBC7F',
  'aws_eks_addon.Cluster_AddOns_VpcCni_1D856AA2',
  'aws_eks_cluster.Cluster_EB0386A7',
  'aws_eks_node_group.Cluster_NodePools_system_8870A961',
  'aws_flow_log.Cluster_Network_FlowLogs_839012C3',
  'aws_iam_role.Cluster_AddOns_EbsCsiRole_A495571B',
  'aws_iam_role.Cluster_AddOns_VpcCniRole_C028E544',
  'aws_iam_role.Cluster_Network_FlowLogs_Role_8607FC96',
  'aws_iam_role.Cluster_NodeRole_687A61BB',
  'aws_iam_role.Cluster_Role_FA261979',
  'aws_iam_role_policy.Cluster_Network_FlowLogs_Role_Policy_33506A73',
  'aws_iam_role_policy.Cluster_Role_Policy_AA32587E',
  'aws_iam_role_policy_attachment.Cluster_AddOns_EbsCsiRole_ManagedPolicy_D4596BE7',
  'aws_iam_role_policy_attachment.Cluster_AddOns_VpcCniRole_ManagedPolicy_CA6DD062',
  'aws_iam_role_policy_attachment.Cluster_NodeRole_ImagePull_38EFD7F8',
  'aws_iam_role_policy_attachment.Cluster_NodeRole_SessionManager_9E50C3D6',
  'aws_iam_role_policy_attachment.Cluster_NodeRole_Worker_AC719ADC',
  'aws_iam_role_policy_attachment.Cluster_Role_Cluster_34268E13',
  'aws_internet_gateway.Cluster_Network_Egress_InternetGateway_7C9AFC38',
  'aws_kms_alias.Cluster_Encryption_Alias_EC70A345',
  'aws_kms_key.Cluster_Encryption_E5B8DD14',
  'aws_launch_template.Cluster_NodePools_system_LaunchTemplate_67479A81',
  'aws_nat_gateway.Cluster_Network_Egress_ZoneA_Nat_F72B62A1',
  'aws_nat_gateway.Cluster_Network_Egress_ZoneB_Nat_E7FFCCC3',
  'aws_nat_gateway.Cluster_Network_Egress_ZoneC_Nat_DE5E092A',
  'aws_route.Cluster_Network_Egress_PublicRoute_00BCAE0B',
  'aws_route.Cluster_Network_Egress_ZoneA_Route_51365245',
  'aws_route.Cluster_Network_Egress_ZoneB_Route_31D0F795',
  'aws_route.Cluster_Network_Egress_ZoneC_Route_9370B21C',
  'aws_route_table.Cluster_Network_IntraSubnets_RouteTable_BB6EB05D',
  'aws_route_table.Cluster_Network_PrivateSubnets_ZoneA_RouteTable_B92050D3',
  'aws_route_table.Cluster_Network_PrivateSubnets_ZoneB_RouteTable_548D1EC8',
  'aws_route_table.Cluster_Network_PrivateSubnets_ZoneC_RouteTable_E9F84283',
  'aws_route_table.Cluster_Network_PublicSubnets_RouteTable_EE07FEAB',
  'aws_route_table_association.Cluster_Network_IntraSubnets_ZoneA_Association_7F93BD34',
  'aws_route_table_association.Cluster_Network_IntraSubnets_ZoneB_Association_A8658BEF',
  'aws_route_table_association.Cluster_Network_IntraSubnets_ZoneC_Association_14135E56',
  'aws_route_table_association.Cluster_Network_PrivateSubnets_ZoneA_Association_3CEDC846',
  'aws_route_table_association.Cluster_Network_PrivateSubnets_ZoneB_Association_29A20DCF',
  'aws_route_table_association.Cluster_Network_PrivateSubnets_ZoneC_Association_495E7539',
  'aws_route_table_association.Cluster_Network_PublicSubnets_ZoneA_Association_1B4B13F2',
  'aws_route_table_association.Cluster_Network_PublicSubnets_ZoneB_Association_5AA58853',
  'aws_route_table_association.Cluster_Network_PublicSubnets_ZoneC_Association_8A25AF08',
  'aws_security_group.Cluster_ApiDoor_036B400C',
  'aws_subnet.Cluster_Network_IntraSubnets_ZoneA_3D8DE47F',
  'aws_subnet.Cluster_Network_IntraSubnets_ZoneB_9B66521D',
  'aws_subnet.Cluster_Network_IntraSubnets_ZoneC_59BC730F',
  'aws_subnet.Cluster_Network_PrivateSubnets_ZoneA_3708BE3F',
  'aws_subnet.Cluster_Network_PrivateSubnets_ZoneB_913701D0',
  'aws_subnet.Cluster_Network_PrivateSubnets_ZoneC_F6AC00F6',
  'aws_subnet.Cluster_Network_PublicSubnets_ZoneA_EEE6F5BB',
  'aws_subnet.Cluster_Network_PublicSubnets_ZoneB_D709429B',
  'aws_subnet.Cluster_Network_PublicSubnets_ZoneC_0675A1D7',
  'aws_vpc.Cluster_Network_A5E2F637',
  'aws_vpc_endpoint.Cluster_Network_Endpoints_S3_35988BB4',
  'aws_vpc_security_group_ingress_rule.Cluster_ApiDoor_HttpsFromVpc_567BD996',
];
