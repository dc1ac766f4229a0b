import { Testing } from 'cdktf';
import { type SynthesizedStack, synthesize } from '../support/synthesized';
import { describeTerraform, lifecycle } from '../support/terraform';
import { eksStackOf, gkeStackOf, pool } from './cluster-plan';

/** As sized for steady, interruptible and accelerated pods. */
const EKS_POOLS = [pool('main', 'm7i.large'), pool('spot', 'm7i.xlarge', true), pool('gpu', 'g6.xlarge')];
const GKE_POOLS = [
  pool('main', 'n2-standard-4'),
  pool('spot', 'n2-standard-8', true),
  pool('gpu', 'g2-standard-8'),
];

/** Chosen attributes of each resource of a type, by the pool that its name starts with. */
function poolsOf(
  stack: SynthesizedStack,
  type: string,
  nameOf: string,
  show: (group: Record<string, unknown>) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.values(stack.resource?.[type] ?? {}).map((group) => [group[nameOf], show(group)]),
  );
}

const INTERRUPTIBLE = { key: 'interruptible', value: 'true', effect: 'NO_SCHEDULE' };

describe('the pools that were decided for EKS', () => {
  const groups = poolsOf(
    synthesize(eksStackOf('3-zones', EKS_POOLS)),
    'aws_eks_node_group',
    'node_group_name_prefix',
    ({ ami_type, capacity_type, instance_types, taint }) => ({
      ami_type,
      capacity_type,
      instance_types,
      taint,
    }),
  );

  it('are plain where pods must stay', () => {
    expect(groups['main-']).toEqual({
      ami_type: 'AL2023_x86_64_STANDARD',
      capacity_type: 'ON_DEMAND',
      instance_types: ['m7i.large'],
      taint: undefined,
    });
  });

  it('are Spot and tainted where pods may be interrupted', () => {
    expect(groups['spot-']).toEqual({
      ami_type: 'AL2023_x86_64_STANDARD',
      capacity_type: 'SPOT',
      instance_types: ['m7i.xlarge'],
      taint: [INTERRUPTIBLE],
    });
  });

  it('have a driver and a taint where pods need accelerators', () => {
    expect(groups['gpu-']).toEqual({
      ami_type: 'AL2023_x86_64_NVIDIA',
      capacity_type: 'ON_DEMAND',
      instance_types: ['g6.xlarge'],
      taint: [{ key: 'nvidia.com/gpu', value: 'true', effect: 'NO_SCHEDULE' }],
    });
  });

  it('bear both taints where machines with accelerators may be taken back', () => {
    const stack = synthesize(
      eksStackOf('3-zones', [pool('main', 'm7i.large'), pool('gpu', 'g6.xlarge', true)]),
    );
    const taints = poolsOf(stack, 'aws_eks_node_group', 'node_group_name_prefix', ({ taint }) => taint);
    expect(taints['gpu-']).toEqual([
      INTERRUPTIBLE,
      { key: 'nvidia.com/gpu', value: 'true', effect: 'NO_SCHEDULE' },
    ]);
  });
});

describe('the pools that were decided for GKE', () => {
  const pools = poolsOf(
    synthesize(gkeStackOf('regional', GKE_POOLS)),
    'google_container_node_pool',
    'name_prefix',
    ({ depends_on, node_config }) => {
      const { machine_type, spot, taint, guest_accelerator } = node_config as Record<string, unknown>;
      return { depends_on, machine_type, spot, taint, guest_accelerator };
    },
  );

  it('are plain where pods must stay', () => {
    expect(pools['main-']).toEqual({ machine_type: 'n2-standard-4' });
  });

  it('are Spot and tainted where pods may be interrupted', () => {
    expect(pools['spot-']).toEqual({ machine_type: 'n2-standard-8', spot: true, taint: [INTERRUPTIBLE] });
  });

  it('name the accelerators and wait for the others where pods need some, and leave the taint to GKE', () => {
    expect(pools['gpu-']).toEqual({
      machine_type: 'g2-standard-8',
      guest_accelerator: [
        { type: 'nvidia-l4', count: 1, gpu_driver_installation_config: { gpu_driver_version: 'DEFAULT' } },
      ],
      depends_on: [
        'google_container_node_pool.Cluster_NodePools_main_5446F1EA',
        'google_container_node_pool.Cluster_NodePools_spot_5D702ABF',
      ],
    });
  });
});

describeTerraform('a cluster with main, spot and gpu pools on simulated providers', () => {
  it('lives through apply, an empty second plan and destroy on EKS', async () => {
    const { planned } = await lifecycle(Testing.synth(eksStackOf('3-zones', EKS_POOLS, false), true));
    expect(poolAddresses(planned)).toEqual([
      'aws_eks_node_group.Cluster_NodePools_gpu_30D65C6B',
      'aws_eks_node_group.Cluster_NodePools_main_5446F1EA',
      'aws_eks_node_group.Cluster_NodePools_spot_5D702ABF',
    ]);
  });

  it('lives through apply, an empty second plan and destroy on GKE', async () => {
    const { planned } = await lifecycle(Testing.synth(gkeStackOf('regional', GKE_POOLS, false), true));
    expect(poolAddresses(planned)).toEqual([
      'google_container_node_pool.Cluster_NodePools_gpu_30D65C6B',
      'google_container_node_pool.Cluster_NodePools_main_5446F1EA',
      'google_container_node_pool.Cluster_NodePools_spot_5D702ABF',
    ]);
  });
});

function poolAddresses(planned: readonly { readonly address: string }[]): readonly string[] {
  return planned.map(({ address }) => address).filter((address) => /node_(group|pool)\./.test(address));
}
