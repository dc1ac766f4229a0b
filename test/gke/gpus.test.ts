import { GkeMachine, type GkeNodePoolOptions } from '../../lib/gke';
import { type SynthesizedStack, synthesize } from '../support/synthesized';
import { defineGke, gkeStack, only, POOL, synthesizeGke } from './gke-stack';

const GPU_POOL: GkeNodePoolOptions = { ...POOL, machine: GkeMachine.ofType('g2-standard-4') };

function poolOf(synthesized: SynthesizedStack, name: string): Record<string, unknown> | undefined {
  return Object.values(synthesized.resource?.google_container_node_pool ?? {}).find(
    ({ name_prefix }) => name_prefix === `${name}-`,
  );
}

describe('a GKE node pool of machines with GPUs', () => {
  // Every type there is: a changed answer replaces the pools of whoever uses it
  it.each([
    ['g2-standard-4', 'nvidia-l4', 1],
    ['g2-standard-8', 'nvidia-l4', 1],
    ['g2-standard-12', 'nvidia-l4', 1],
    ['g2-standard-16', 'nvidia-l4', 1],
    ['g2-standard-24', 'nvidia-l4', 2],
    ['g2-standard-32', 'nvidia-l4', 1],
    ['g2-standard-48', 'nvidia-l4', 4],
    ['g2-standard-96', 'nvidia-l4', 8],
    ['g4-standard-48', 'nvidia-rtx-pro-6000', 1],
    ['g4-standard-96', 'nvidia-rtx-pro-6000', 2],
    ['g4-standard-192', 'nvidia-rtx-pro-6000', 4],
    ['g4-standard-384', 'nvidia-rtx-pro-6000', 8],
    ['a2-highgpu-1g', 'nvidia-tesla-a100', 1],
    ['a2-highgpu-2g', 'nvidia-tesla-a100', 2],
    ['a2-highgpu-4g', 'nvidia-tesla-a100', 4],
    ['a2-highgpu-8g', 'nvidia-tesla-a100', 8],
    ['a2-megagpu-16g', 'nvidia-tesla-a100', 16],
    ['a2-ultragpu-1g', 'nvidia-a100-80gb', 1],
    ['a2-ultragpu-2g', 'nvidia-a100-80gb', 2],
    ['a2-ultragpu-4g', 'nvidia-a100-80gb', 4],
    ['a2-ultragpu-8g', 'nvidia-a100-80gb', 8],
    ['a3-highgpu-1g', 'nvidia-h100-80gb', 1],
    ['a3-highgpu-2g', 'nvidia-h100-80gb', 2],
    ['a3-highgpu-4g', 'nvidia-h100-80gb', 4],
    ['a3-highgpu-8g', 'nvidia-h100-80gb', 8],
    ['a3-megagpu-8g', 'nvidia-h100-mega-80gb', 8],
    ['a3-ultragpu-8g', 'nvidia-h200-141gb', 8],
    ['a4-highgpu-8g', 'nvidia-b200', 8],
  ])('has on %s the accelerators %s × %i and the driver that GKE picks', (machineType, type, count) => {
    const pool = only(
      synthesizeGke({ nodePools: { gpu: { ...POOL, machine: GkeMachine.ofType(machineType) } } }),
      'google_container_node_pool',
    );
    expect(pool.node_config).toMatchObject({
      machine_type: machineType,
      guest_accelerator: [{ type, count, gpu_driver_installation_config: { gpu_driver_version: 'DEFAULT' } }],
    });
  });

  // likewise identity
  it.each([
    ['a2-ultragpu-1g', 1],
    ['a2-ultragpu-2g', 2],
    ['a2-ultragpu-4g', 4],
    ['a2-ultragpu-8g', 8],
    ['a3-highgpu-1g', 2],
    ['a3-highgpu-2g', 4],
    ['a3-highgpu-4g', 8],
    ['a3-highgpu-8g', 16],
    ['a3-megagpu-8g', 16],
    ['a3-ultragpu-8g', 32],
    ['a4-highgpu-8g', 32],
    ['a2-highgpu-8g', undefined],
    ['g4-standard-384', undefined],
  ])('names the local disks that %s comes with: %s', (machineType, count) => {
    const pool = only(
      synthesizeGke({ nodePools: { gpu: { ...POOL, machine: GkeMachine.ofType(machineType) } } }),
      'google_container_node_pool',
    );
    const { ephemeral_storage_local_ssd_config: disks } = pool.node_config as Record<string, unknown>;
    expect(disks).toEqual(count === undefined ? undefined : { local_ssd_count: count });
  });

  it('is not tainted here, because GKE does it', () => {
    const stack = gkeStack();
    const pool = defineGke(stack).addNodePool('gpu', GPU_POOL);
    expect(poolOf(synthesize(stack), 'gpu')?.node_config).not.toHaveProperty('taint');
    expect([pool.hasGpus, pool.taints]).toEqual([true, []]);
  });

  it('waits for every pool without GPUs, also for those added later, or GKE would not taint it', () => {
    const stack = gkeStack();
    const cluster = defineGke(stack, { nodePools: { gpu: GPU_POOL, general: POOL } });
    cluster.addNodePool('more-gpu', GPU_POOL);
    cluster.addNodePool('late', POOL);
    const synthesized = synthesize(stack);
    const without = [
      'google_container_node_pool.Prod_NodePools_general_8BBA8D4F',
      'google_container_node_pool.Prod_NodePools_late_504B9E02',
    ];
    expect(poolOf(synthesized, 'gpu')?.depends_on).toEqual(without);
    expect(poolOf(synthesized, 'more-gpu')?.depends_on).toEqual(without);
  });

  it('waits for nothing where all pools have GPUs', () => {
    const synthesized = synthesizeGke({ nodePools: { gpu: GPU_POOL } });
    expect(only(synthesized, 'google_container_node_pool')).not.toHaveProperty('depends_on');
  });
});

describe('a GKE node pool of machines without GPUs', () => {
  it('names no accelerators and waits for no other pool', () => {
    const synthesized = synthesizeGke({ nodePools: { general: POOL, gpu: GPU_POOL } });
    const general = poolOf(synthesized, 'general');
    expect(general).not.toHaveProperty('depends_on');
    expect(general?.node_config).not.toHaveProperty('guest_accelerator');
  });
});
