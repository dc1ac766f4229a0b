import { EksPodNetworking } from '../../lib/eks';
import { EksAutoModePool } from '../../lib/eks/auto-mode';
import {
  AUTO_MODE_CLUSTER_POLICIES,
  autoModePoolsOf,
  defineAutoModeNodeRole,
  describeAutoMode,
  renderAutoMode,
} from '../../lib/eks/private/auto-mode';
import { AwsEnvironment } from '../../lib/eks/private/aws-environment';
import { resourceAddresses, synthesize } from '../support/synthesized';
import { clusterOf } from './control-plane-stack';
import { all, eksStack, only, policy } from './eks-stack';

const ROLE = 'arn:aws:iam::111122223333:role/auto';

/** The blocks of a cluster that Auto Mode lies in. */
function blocks(props: Parameters<typeof clusterOf>[0]): unknown {
  const { compute_config, storage_config, kubernetes_network_config } = clusterOf(props);
  return { compute_config, storage_config, kubernetes_network_config };
}

describe('Auto Mode of an EKS cluster', () => {
  it('is not mentioned by a cluster that never had it', () => {
    expect(blocks({})).toEqual({ kubernetes_network_config: { service_ipv4_cidr: '172.20.0.0/16' } });
  });

  it('is on in all three blocks, with both built-in pools', () => {
    expect(blocks({ autoMode: true })).toEqual({
      compute_config: { enabled: true, node_pools: ['general-purpose', 'system'], node_role_arn: ROLE },
      storage_config: { block_storage: { enabled: true } },
      kubernetes_network_config: {
        service_ipv4_cidr: '172.20.0.0/16',
        elastic_load_balancing: { enabled: true },
      },
    });
  });

  it('is off in all three, without pools and role, which the provider would replace the cluster for', () => {
    expect(blocks({ autoMode: false })).toEqual({
      compute_config: { enabled: false },
      storage_config: { block_storage: { enabled: false } },
      kubernetes_network_config: {
        service_ipv4_cidr: '172.20.0.0/16',
        elastic_load_balancing: { enabled: false },
      },
    });
  });

  it('has the pools asked, sorted and each once', () => {
    const { SYSTEM, GENERAL_PURPOSE } = EksAutoModePool;
    const autoModeNodePools = [SYSTEM, GENERAL_PURPOSE, SYSTEM];
    expect(autoModePoolsOf({ autoMode: true, autoModeNodePools })).toEqual(['general-purpose', 'system']);
    expect(clusterOf({ autoMode: true, autoModeNodePools: [SYSTEM] }).compute_config).toEqual({
      enabled: true,
      node_pools: ['system'],
      node_role_arn: ROLE,
    });
  });

  it('needs no role without built-in pools', () => {
    expect(clusterOf({ autoMode: true, autoModeNodePools: [] }).compute_config).toEqual({ enabled: true });
    expect(autoModePoolsOf({})).toEqual([]);
    expect(autoModePoolsOf({ autoMode: false })).toEqual([]);
  });

  it('waits for the policies of its role', () => {
    const stack = eksStack();
    const environment = new AwsEnvironment(stack, 'Environment');
    const role = defineAutoModeNodeRole(stack, 'AutoModeNodeRole', {
      namePrefix: 'prod',
      defaults: { environment, tags: {}, permissionsBoundaryArn: undefined },
    });
    expect(renderAutoMode({ autoMode: true }, role).dependsOn).toEqual([...role.ready]);
    expect(role.ready).toHaveLength(2);
  });

  it('gives the control plane the right over machines, volumes, balancers and networks', () => {
    expect(AUTO_MODE_CLUSTER_POLICIES).toEqual({
      Compute: 'AmazonEKSComputePolicy',
      BlockStorage: 'AmazonEKSBlockStoragePolicy',
      LoadBalancing: 'AmazonEKSLoadBalancingPolicy',
      Networking: 'AmazonEKSNetworkingPolicy',
    });
  });

  it.each([
    [
      { autoModeNodePools: [EksAutoModePool.SYSTEM] },
      "'autoModeNodePools' needs 'autoMode: true'; found none",
    ],
    [{ autoMode: false, autoModeNodePools: [] }, "'autoModeNodePools' needs 'autoMode: true'; found false"],
    [
      { autoMode: true, podNetworking: EksPodNetworking.custom() },
      "'podNetworking' (custom) does not go with 'autoMode', whose nodes give pods their addresses themselves; use EksPodNetworking.prefixDelegation() or .ipv6(), and a NodeClass for subnets of pods",
    ],
    [
      { autoMode: true, podNetworking: EksPodNetworking.singleAddresses() },
      "'podNetworking' (single) does not go with 'autoMode', whose nodes give pods their addresses themselves; use EksPodNetworking.prefixDelegation() or .ipv6(), and a NodeClass for subnets of pods",
    ],
  ])('refuses %j', (choice, problem) => {
    expect(describeAutoMode(choice)).toEqual([problem]);
  });

  it('goes with IPv6, and with any network of pods once it is off', () => {
    expect(describeAutoMode({ autoMode: true, podNetworking: EksPodNetworking.ipv6() })).toEqual([]);
    expect(describeAutoMode({ autoMode: false, podNetworking: EksPodNetworking.custom() })).toEqual([]);
  });
});

describe('the role of nodes in Auto Mode', () => {
  const stack = eksStack();
  const boundary = 'arn:aws:iam::111122223333:policy/Boundary';
  defineAutoModeNodeRole(stack, 'AutoModeNodeRole', {
    namePrefix: 'prod',
    defaults: {
      environment: new AwsEnvironment(stack, 'Environment'),
      tags: { team: 'shop' },
      permissionsBoundaryArn: boundary,
    },
  });
  const synthesized = synthesize(stack);

  it('keeps its name, which replaces the cluster, and its addresses', () => {
    expect(only(synthesized, 'aws_iam_role')).toMatchObject({
      name: 'prod-${data.aws_region.Environment_Region_6E4FC0B0.region}-auto',
      permissions_boundary: boundary,
      tags: { team: 'shop' },
    });
    expect(resourceAddresses(synthesized)).toEqual([
      'aws_iam_role.AutoModeNodeRole_A485ACE9',
      'aws_iam_role_policy_attachment.AutoModeNodeRole_ImagePull_3873D364',
      'aws_iam_role_policy_attachment.AutoModeNodeRole_Worker_8BC155E3',
    ]);
  });

  it('lets machines join and pull images, and no more', () => {
    expect(policy(only(synthesized, 'aws_iam_role').assume_role_policy)).toMatchObject({
      Statement: [{ Effect: 'Allow', Action: ['sts:AssumeRole'] }],
    });
    const policies = Object.values(all(synthesized, 'aws_iam_role_policy_attachment')).map(({ policy_arn }) =>
      String(policy_arn).split('/').at(-1),
    );
    expect(policies.sort()).toEqual([
      'AmazonEC2ContainerRegistryPullOnly',
      'AmazonEKSWorkerNodeMinimalPolicy',
    ]);
    expect(all(synthesized, 'aws_iam_role_policy')).toEqual({});
  });
});
