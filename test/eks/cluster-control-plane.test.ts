import { NodePoolSize } from '../../lib/cluster';
import {
  EksAddOn,
  EksAutoModePool,
  type EksCluster,
  type EksClusterProps,
  EksMachines,
  EksNetwork,
} from '../../lib/eks';
import { synthesize } from '../support/synthesized';
import { all, awsVersion, defineEks, eksStack, only, resolved, synthesizeEks } from './eks-stack';

const AUTO: Partial<EksClusterProps> = { autoMode: true, nodePools: {} };
const POOL = { machines: EksMachines.ofTypes('m7i.large'), size: NodePoolSize.fixed(3) };
const OUTPOST_ARN = 'arn:aws:outposts:eu-west-1:111122223333:outpost/op-0123456789abcdef0';

function addOnNames(synthesized: ReturnType<typeof synthesize>): readonly unknown[] {
  return Object.values(all(synthesized, 'aws_eks_addon')).map((addOn) => addOn.addon_name);
}

function policiesOfRole(synthesized: ReturnType<typeof synthesize>, prefix: string): readonly unknown[] {
  return Object.entries(all(synthesized, 'aws_iam_role_policy_attachment'))
    .filter(([id]) => id.startsWith(prefix))
    .map(([, attachment]) => String(attachment.policy_arn).split('/').pop());
}

describe('an EKS cluster in Auto Mode', () => {
  it('needs no pool and only the metrics server, and gives EKS the roles to run machines', () => {
    const synthesized = synthesizeEks(AUTO);
    expect(only(synthesized, 'aws_eks_cluster')).toMatchObject({
      compute_config: {
        enabled: true,
        node_pools: ['general-purpose', 'system'],
        node_role_arn: '${aws_iam_role.Cluster_AutoModeNodeRole_FD4A8684.arn}',
      },
      kubernetes_network_config: {
        service_ipv4_cidr: '172.20.0.0/16',
        elastic_load_balancing: { enabled: true },
      },
      storage_config: { block_storage: { enabled: true } },
    });
    expect(addOnNames(synthesized)).toEqual(['metrics-server']);
    expect(all(synthesized, 'aws_eks_node_group')).toEqual({});
    expect(policiesOfRole(synthesized, 'Cluster_Role_')).toEqual([
      'AmazonEKSBlockStoragePolicy',
      'AmazonEKSClusterPolicy',
      'AmazonEKSComputePolicy',
      'AmazonEKSLoadBalancingPolicy',
      'AmazonEKSNetworkingPolicy',
    ]);
    expect(policiesOfRole(synthesized, 'Cluster_AutoModeNodeRole_')).toEqual([
      'AmazonEC2ContainerRegistryPullOnly',
      'AmazonEKSWorkerNodeMinimalPolicy',
    ]);
  });

  it('is left by saying so: the cluster stays, EKS keeps the rights to take its machines away', () => {
    const synthesized = synthesizeEks({ autoMode: false });
    expect(only(synthesized, 'aws_eks_cluster').compute_config).toEqual({ enabled: false });
    expect(policiesOfRole(synthesized, 'Cluster_Role_')).toHaveLength(5);
    expect(all(synthesized, 'aws_iam_role')).not.toHaveProperty('Cluster_AutoModeNodeRole_FD4A8684');
    expect(addOnNames(synthesized)).toHaveLength(6);
  });

  it('enforces NetworkPolicy only with the CNI of ours, because its own needs objects in the cluster', () => {
    expect(defineEks(eksStack(), AUTO).capabilities.networkPolicy).toBe(false);
    const addOns = { [EksAddOn.VPC_CNI]: { enabled: true } };
    expect(defineEks(eksStack(), { ...AUTO, addOns }).capabilities.networkPolicy).toBe(true);
  });

  it('takes a pool of machines once the add-ons that these need are asked for', () => {
    expect(() => defineEks(eksStack(), AUTO).addNodePool('gpu', POOL)).toThrow(
      "[test/Cluster] node pool 'gpu' needs eks-pod-identity-agent, vpc-cni, kube-proxy, coredns, which Auto Mode has for its own nodes only; set them to { enabled: true } in 'addOns'",
    );
    const addOns = Object.fromEntries(
      [EksAddOn.POD_IDENTITY_AGENT, EksAddOn.VPC_CNI, EksAddOn.KUBE_PROXY, EksAddOn.COREDNS].map((addOn) => [
        addOn,
        { enabled: true },
      ]),
    );
    const synthesized = synthesizeEks({ ...AUTO, addOns, nodePools: { gpu: POOL } });
    expect(Object.keys(all(synthesized, 'aws_eks_node_group'))).toHaveLength(1);
    expect(addOnNames(synthesized)).toHaveLength(5);
  });

  it('fails when nothing would run its metrics server, and not when it has none', () => {
    const none: Partial<EksClusterProps> = { ...AUTO, autoModeNodePools: [] };
    expect(() => synthesizeEks(none)).toThrow(
      "[test/Cluster] cluster 'prod' in Auto Mode has neither a built-in node pool nor one of its own, so its metrics server could never start; name one in 'autoModeNodePools', or leave it out by 'addOns'",
    );
    const addOns = { [EksAddOn.METRICS_SERVER]: { enabled: false } };
    expect(addOnNames(synthesizeEks({ ...none, addOns }))).toEqual([]);
    const built = synthesizeEks({ ...AUTO, autoModeNodePools: [EksAutoModePool.GENERAL_PURPOSE] });
    expect(only(built, 'aws_eks_cluster').compute_config).toMatchObject({ node_pools: ['general-purpose'] });
  });
});

describe('an EKS cluster on an Outpost', () => {
  function defineOnOutpost(): { readonly stack: ReturnType<typeof eksStack>; readonly cluster: EksCluster } {
    const stack = eksStack();
    const network = EksNetwork.fromAttributes(stack, 'Network', {
      vpcId: 'vpc-1',
      vpcCidr: '10.20.0.0/16',
      privateSubnetIds: ['subnet-a', 'subnet-b'],
      verify: false,
    });
    const cluster = defineEks(stack, {
      network,
      nodePools: undefined,
      outpost: {
        outpostArn: OUTPOST_ARN,
        controlPlaneInstanceType: 'm5.large',
        etcdInstanceType: 'm5.xlarge',
      },
    });
    return { stack, cluster };
  }

  it('has what EKS takes there, and nothing else', () => {
    const { stack, cluster } = defineOnOutpost();
    const synthesized = synthesize(stack);
    expect(only(synthesized, 'aws_eks_cluster')).toEqual({
      name: 'prod',
      version: '1.34',
      role_arn: '${aws_iam_role.Cluster_Role_FA261979.arn}',
      vpc_config: {
        endpoint_private_access: true,
        endpoint_public_access: false,
        subnet_ids: ['subnet-a', 'subnet-b'],
        security_group_ids: ['${aws_security_group.Cluster_ApiDoor_036B400C.id}'],
      },
      outpost_config: {
        outpost_arns: [OUTPOST_ARN],
        control_plane_instance_type: 'm5.large',
        etcd_instance_type: 'm5.xlarge',
      },
      access_config: {
        authentication_mode: 'CONFIG_MAP',
        bootstrap_cluster_creator_admin_permissions: true,
      },
      enabled_cluster_log_types: expect.any(Array),
      deletion_protection: true,
      depends_on: expect.any(Array),
      lifecycle: expect.any(Object),
    });
    expect(awsVersion(synthesized)).toBe('>= 6.66.0, < 7.0.0');
    expect(addOnNames(synthesized)).toEqual([]);
    expect(policiesOfRole(synthesized, 'Cluster_Role_')).toEqual(['AmazonEKSLocalOutpostClusterPolicy']);
    expect(cluster.capabilities).toMatchObject({ workloadIdentity: false, networkPolicy: false });
    expect(resolved(stack, cluster.network.serviceCidr)).toBe(
      '${aws_eks_cluster.Cluster_EB0386A7.kubernetes_network_config[0].service_ipv4_cidr}',
    );
  });

  it('fails when something is added that EKS does not have there', () => {
    const { stack, cluster } = defineOnOutpost();
    cluster.access.addAdministrator('Platform', 'arn:aws:iam::111122223333:role/Platform');
    cluster.addAddOn('Efs', { addOnName: 'aws-efs-csi-driver' });
    expect(() => synthesize(stack)).toThrow(
      [
        "[test/Cluster] EKS has no access entries on an Outpost; name people in the ConfigMap 'aws-auth'",
        '  [test/Cluster] EKS has no add-ons on an Outpost; install the software in the cluster',
      ].join('\n'),
    );
    expect(() => cluster.addNodePool('system', POOL)).toThrow(
      "[test/Cluster] node pool 'system' cannot join a cluster on an Outpost: EKS has no managed node groups there, and lets other machines in by the ConfigMap 'aws-auth' only; make them beside the cluster",
    );
  });
});

describe('the control plane of an EKS cluster', () => {
  it('has what was asked for in the resource, in resources of its own, and in the provider’s version', () => {
    const synthesized = synthesizeEks({
      apiSecurityGroupIds: ['sg-0123456789abcdef0'],
      keyRotationDays: 180,
      controlPlaneLogGroup: { keepOnDestroy: true },
      clusterSecurityGroupTags: { 'karpenter.sh/discovery': 'prod' },
      remoteNetworks: { nodeCidrs: ['192.168.0.0/20'] },
      zonalAutoshift: { outcomeAlarmArns: ['arn:aws:cloudwatch:eu-west-1:111122223333:alarm:Errors'] },
      controlPlaneTuning: { eventTtlMinutes: 30 },
    });
    const cluster = only(synthesized, 'aws_eks_cluster');
    expect(cluster).toMatchObject({
      vpc_config: {
        security_group_ids: ['${aws_security_group.Cluster_ApiDoor_036B400C.id}', 'sg-0123456789abcdef0'],
      },
      remote_network_config: { remote_node_networks: { cidrs: ['192.168.0.0/20'] } },
      kube_api_server_config: { event_ttl: '30m' },
    });
    expect(only(synthesized, 'aws_kms_key').rotation_period_in_days).toBe(180);
    expect(all(synthesized, 'aws_cloudwatch_log_group').Cluster_Logs_66F0387A?.skip_destroy).toBe(true);
    expect(only(synthesized, 'aws_ec2_tag')).toEqual({
      resource_id: '${aws_eks_cluster.Cluster_EB0386A7.vpc_config[0].cluster_security_group_id}',
      key: 'karpenter.sh/discovery',
      value: 'prod',
    });
    expect(only(synthesized, 'aws_arczonalshift_zonal_autoshift_configuration').resource_arn).toBe(
      '${aws_eks_cluster.Cluster_EB0386A7.arn}',
    );
    expect(awsVersion(synthesized)).toBe('>= 6.60.0, < 7.0.0');
  });

  it('fails with all problems at once, before anything is defined', () => {
    const stack = eksStack();
    expect(() =>
      defineEks(stack, {
        apiSecurityGroupIds: ['group'],
        keyRotationDays: 30,
        zonalAutoshift: { outcomeAlarmArns: [] },
      }),
    ).toThrow(
      "[test/Cluster] 'apiSecurityGroupIds' (group) must be the id of a security group such as 'sg-0123456789abcdef0'; 'keyRotationDays' (30) must be a whole number of 90 to 2560 days; 'zonalAutoshift' 'outcomeAlarmArns' needs at least one alarm: without it nothing says whether a practice run harms",
    );
    expect(all(synthesize(stack), 'aws_iam_role')).toEqual({});
  });

  it('fails when a remote network lies in the VPC', () => {
    expect(() => defineEks(eksStack(), { remoteNetworks: { nodeCidrs: ['10.0.1.0/24'] } })).toThrow(
      "[test/Cluster] 'vpcCidr' (10.0.0.0/16) overlaps 'remoteNetworks.nodeCidrs' (10.0.1.0/24); give them disjoint ranges",
    );
  });
});
