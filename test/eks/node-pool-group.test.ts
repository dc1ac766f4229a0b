import { CapacityType, NodePoolSize } from '../../lib/cluster';
import { EksMachines, EksNodeFamily, EksNodeImage, EksWindows } from '../../lib/eks';
import { EksCapacityReservation } from '../../lib/eks/capacity-reservation';
import { EksNodeRelease } from '../../lib/eks/node-release';
import { EksRepairAction, EksShare } from '../../lib/eks/node-repair';
import { EksNodeUpdate, EksUpdateStrategy } from '../../lib/eks/node-update';
import { EksWarmPoolState } from '../../lib/eks/warm-pool';
import { KubernetesVersion } from '../../lib/values';
import { type SynthesizedStack, synthesize } from '../support/synthesized';
import { eksStack, only } from './eks-stack';
import { definePool, inOneSubnet, nodeGroup, synthesizePool } from './pool-stack';

function providerVersion(synthesized: SynthesizedStack): unknown {
  const required = synthesized.terraform?.required_providers as {
    readonly aws: { readonly version: string };
  };
  return required.aws.version;
}

describe('the node group of a pool on EKS', () => {
  it('runs the version it is told, up to three minors behind its cluster', () => {
    const clusterVersion = KubernetesVersion.of('1.34');
    const version = KubernetesVersion.of('1.31');
    const stack = eksStack();
    expect(definePool(stack, { version, clusterVersion }).version).toBe(version);
    expect(only(synthesize(stack), 'aws_eks_node_group').version).toBe('1.31');
  });

  it.each([
    [EksNodeImage.amazonLinux2023(), '1.34.1-20251112'],
    [EksNodeImage.bottlerocket(), '1.49.0-713f44ce'],
    [EksNodeImage.windows(EksWindows.CORE_2022), '1.34-2025.11.12'],
  ])('keeps to the release of %j that it is told', (image, release) => {
    expect(nodeGroup({ image, release: EksNodeRelease.pinned(release) })).toMatchObject({
      version: '1.34',
      release_version: release,
    });
  });

  it('names no release unless told', () => {
    expect(nodeGroup({})).not.toHaveProperty('release_version');
  });

  const [AL2023, BOTTLEROCKET] = [EksNodeImage.amazonLinux2023(), EksNodeImage.bottlerocket()];
  const FIPS = EksNodeImage.bottlerocket({ fips: true });
  const AL2023_PATH = '/aws/service/eks/optimized-ami/1.34/amazon-linux-2023';
  const BOTTLEROCKET_PATH = '/aws/service/bottlerocket/aws-k8s-1.34';
  it.each([
    [AL2023, 'm7i.large', `${AL2023_PATH}/x86_64/standard/recommended/release_version`],
    [AL2023, 'm7g.large', `${AL2023_PATH}/arm64/standard/recommended/release_version`],
    [AL2023, 'g6.xlarge', `${AL2023_PATH}/x86_64/nvidia/recommended/release_version`],
    [AL2023, 'inf2.xlarge', `${AL2023_PATH}/x86_64/neuron/recommended/release_version`],
    [BOTTLEROCKET, 'm7i.large', `${BOTTLEROCKET_PATH}/x86_64/latest/image_version`],
    [BOTTLEROCKET, 'g5g.xlarge', `${BOTTLEROCKET_PATH}-nvidia/arm64/latest/image_version`],
    [FIPS, 'm7g.large', `${BOTTLEROCKET_PATH}-fips/arm64/latest/image_version`],
    [FIPS, 'g6.xlarge', `${BOTTLEROCKET_PATH}-nvidia-fips/x86_64/latest/image_version`],
  ])('follows the newest release of %j on %s, as AWS publishes it', (image, type, name) => {
    const machines = EksMachines.ofTypes(type);
    const synthesized = synthesizePool({ image, machines, release: EksNodeRelease.mostRecent() });
    expect(synthesized.data?.aws_ssm_parameter).toEqual({ Pool_Release_F9FDFAEC: { name } });
    expect(only(synthesized, 'aws_eks_node_group').release_version).toBe(
      '${data.aws_ssm_parameter.Pool_Release_F9FDFAEC.insecure_value}',
    );
  });

  it('follows the newest release of Windows, which stands in an object', () => {
    const image = EksNodeImage.windows(EksWindows.FULL_2022);
    const synthesized = synthesizePool({ image, release: EksNodeRelease.mostRecent() });
    expect(synthesized.data?.aws_ssm_parameter).toEqual({
      Pool_Release_F9FDFAEC: {
        name: '/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-EKS_Optimized-1.34',
      },
    });
    expect(only(synthesized, 'aws_eks_node_group').release_version).toBe(
      '${tostring(jsondecode(data.aws_ssm_parameter.Pool_Release_F9FDFAEC.insecure_value).release_version)}',
    );
  });

  it('stands in the subnets it is told', () => {
    expect(nodeGroup({ subnetIds: ['subnet-0000000a'] }).subnet_ids).toEqual(['subnet-0000000a']);
  });

  it('runs Bottlerocket', () => {
    const stack = eksStack();
    const image = EksNodeImage.bottlerocket();
    expect(definePool(stack, { image }).image).toBe(image);
    expect(only(synthesize(stack), 'aws_eks_node_group').ami_type).toBe('BOTTLEROCKET_x86_64');
  });

  it('leaves type and version to an image of your own', () => {
    const image = EksNodeImage.custom(EksNodeFamily.AMAZON_LINUX_2023, 'ami-0123456789abcdef0');
    const group = nodeGroup({ image });
    expect(group).not.toHaveProperty('ami_type');
    expect(group).not.toHaveProperty('version');
    expect(group).not.toHaveProperty('release_version');
  });

  it('is not repaired on Windows, where EKS cannot', () => {
    const image = EksNodeImage.windows(EksWindows.FULL_2022);
    const group = nodeGroup({ image });
    expect(group.ami_type).toBe('WINDOWS_FULL_2022_x86_64');
    expect(group).not.toHaveProperty('node_repair_config');
    expect(nodeGroup({ image, repair: { enabled: false } })).not.toHaveProperty('node_repair_config');
  });

  it('replaces so many nodes at once', () => {
    expect(nodeGroup({ update: EksNodeUpdate.unavailable(2) }).update_config).toEqual({ max_unavailable: 2 });
    expect(nodeGroup({ update: EksNodeUpdate.unavailablePercent(50) }).update_config).toEqual({
      max_unavailable_percentage: 50,
    });
  });

  it.each([
    [
      EksNodeUpdate.unavailable(1, EksUpdateStrategy.MINIMAL),
      { max_unavailable: 1, update_strategy: 'MINIMAL' },
    ],
    [
      EksNodeUpdate.unavailablePercent(10, EksUpdateStrategy.DEFAULT),
      { max_unavailable_percentage: 10, update_strategy: 'DEFAULT' },
    ],
  ])('says which node comes first, which a newer provider knows: %j', (update, config) => {
    const synthesized = synthesizePool({ update });
    expect(only(synthesized, 'aws_eks_node_group').update_config).toEqual(config);
    expect(providerVersion(synthesized)).toBe('>= 6.28.0, < 7.0.0');
  });

  it('goes past PodDisruptionBudgets when told, and says nothing otherwise', () => {
    expect(nodeGroup({ forceUpdate: true }).force_update_version).toBe(true);
    expect(nodeGroup({ forceUpdate: false })).not.toHaveProperty('force_update_version');
    expect(nodeGroup({})).not.toHaveProperty('force_update_version');
  });

  it('is repaired within the bounds it is told', () => {
    const repair = {
      maxParallel: EksShare.nodes(2),
      maxUnhealthy: EksShare.percent(20),
      overrides: [
        {
          condition: 'AcceleratedHardwareReady',
          reason: 'NvidiaXID13Error',
          waitMinutes: 15,
          action: EksRepairAction.REBOOT,
        },
        {
          condition: 'NetworkingReady',
          reason: 'IPAMDNotReady',
          waitMinutes: 5,
          action: EksRepairAction.NONE,
        },
      ],
    };
    expect(nodeGroup({ repair }).node_repair_config).toEqual({
      enabled: true,
      max_parallel_nodes_repaired_count: 2,
      max_unhealthy_node_threshold_percentage: 20,
      node_repair_config_overrides: [
        {
          node_monitoring_condition: 'AcceleratedHardwareReady',
          node_unhealthy_reason: 'NvidiaXID13Error',
          min_repair_wait_time_mins: 15,
          repair_action: 'Reboot',
        },
        {
          node_monitoring_condition: 'NetworkingReady',
          node_unhealthy_reason: 'IPAMDNotReady',
          min_repair_wait_time_mins: 5,
          repair_action: 'NoAction',
        },
      ],
    });
    const shares = { maxParallel: EksShare.percent(50), maxUnhealthy: EksShare.nodes(3) };
    expect(nodeGroup({ repair: shares }).node_repair_config).toEqual({
      enabled: true,
      max_parallel_nodes_repaired_percentage: 50,
      max_unhealthy_node_threshold_count: 3,
    });
  });

  it('is left broken when told', () => {
    expect(nodeGroup({ repair: { enabled: false } }).node_repair_config).toEqual({ enabled: false });
  });

  it('keeps machines waiting, which a newer provider knows', () => {
    const synthesized = synthesizePool({
      size: NodePoolSize.autoscaled({ min: 1, max: 9 }),
      warmPool: {
        state: EksWarmPoolState.HIBERNATED,
        minSize: 2,
        maxPrepared: 12,
        reuseOnScaleIn: true,
      },
    });
    expect(only(synthesized, 'aws_eks_node_group').warm_pool_config).toEqual({
      pool_state: 'HIBERNATED',
      min_size: 2,
      max_group_prepared_capacity: 12,
      reuse_on_scale_in: true,
    });
    expect(providerVersion(synthesized)).toBe('>= 6.56.0, < 7.0.0');
  });

  it('keeps machines waiting shut down by default, on Bottlerocket too', () => {
    const image = EksNodeImage.bottlerocket();
    expect(nodeGroup({ image, warmPool: {} }).warm_pool_config).toEqual({ pool_state: 'STOPPED' });
  });

  it('asks for no newer provider unless it needs one', () => {
    const synthesized = synthesizePool({});
    expect(providerVersion(synthesized)).toBe('6.25.0');
    expect(only(synthesized, 'aws_eks_node_group')).not.toHaveProperty('warm_pool_config');
  });

  it.each([
    [EksNodeImage.windows(EksWindows.CORE_2025), 'm7i.large', '1.35', 'WINDOWS_CORE_2025_x86_64'],
    [EksNodeImage.bottlerocket({ fips: true }), 'g6.xlarge', '1.34', 'BOTTLEROCKET_x86_64_NVIDIA_FIPS'],
  ])('runs an image that a newer provider knows: %j on %s', (image, type, version, amiType) => {
    const synthesized = synthesizePool({
      image,
      machines: EksMachines.ofTypes(type),
      version: KubernetesVersion.of(version),
    });
    expect(only(synthesized, 'aws_eks_node_group').ami_type).toBe(amiType);
    expect(providerVersion(synthesized)).toBe('>= 6.42.0, < 7.0.0');
  });

  it('runs on the machines of a capacity block', () => {
    const synthesized = synthesizePool({
      ...inOneSubnet('p5.48xlarge'),
      size: NodePoolSize.autoscaled({ min: 0, max: 4, initial: 0 }),
      capacityReservation: EksCapacityReservation.capacityBlock('cr-0123456789abcdef0'),
    });
    expect(only(synthesized, 'aws_eks_node_group')).toMatchObject({
      capacity_type: 'CAPACITY_BLOCK',
      instance_types: ['p5.48xlarge'],
      scaling_config: { min_size: 0, max_size: 4, desired_size: 0 },
    });
    expect(only(synthesized, 'aws_launch_template')).toMatchObject({
      instance_market_options: { market_type: 'capacity-block' },
      capacity_reservation_specification: {
        capacity_reservation_target: { capacity_reservation_id: 'cr-0123456789abcdef0' },
      },
    });
  });

  it('runs on the machines of a reservation', () => {
    const synthesized = synthesizePool({
      capacityReservation: EksCapacityReservation.targeted('cr-0123456789abcdef0'),
    });
    expect(only(synthesized, 'aws_eks_node_group').capacity_type).toBe('ON_DEMAND');
    const template = only(synthesized, 'aws_launch_template');
    expect(template.capacity_reservation_specification).toEqual({
      capacity_reservation_target: { capacity_reservation_id: 'cr-0123456789abcdef0' },
    });
    expect(template).not.toHaveProperty('instance_market_options');
  });

  it('runs Windows on machines that may be taken back', () => {
    const group = nodeGroup({
      image: EksNodeImage.windows(EksWindows.CORE_2022),
      capacityType: CapacityType.INTERRUPTIBLE,
      machines: EksMachines.ofTypes('m7i.large', 'm6i.large'),
    });
    expect([group.ami_type, group.capacity_type]).toEqual(['WINDOWS_CORE_2022_x86_64', 'SPOT']);
  });
});
