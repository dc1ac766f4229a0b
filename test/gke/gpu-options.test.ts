import { GkeMachine, GkeNodeImage } from '../../lib/gke';
import { GkeGpuDriver, GkeGpuSharing } from '../../lib/gke/gpu';
import { gkeStack } from './gke-stack';
import { definePool, nodesBeyondDefault, poolBody, refusalOf } from './pools';

const A100 = GkeMachine.ofType('a2-highgpu-1g');
const L4 = GkeMachine.ofType('g2-standard-4');
const N1 = GkeMachine.ofType('n1-standard-8');

describe('what a pool does with its GPUs', () => {
  it('cuts them into parts that several pods share, with the newest driver', () => {
    expect(
      poolBody({
        machine: A100,
        gpu: {
          driver: GkeGpuDriver.LATEST,
          partition: '1g.5gb',
          sharing: GkeGpuSharing.timeShared(4),
        },
      }).node_config,
    ).toMatchObject({
      guest_accelerator: [
        {
          type: 'nvidia-tesla-a100',
          count: 1,
          gpu_partition_size: '1g.5gb',
          gpu_driver_installation_config: { gpu_driver_version: 'LATEST' },
          gpu_sharing_config: { gpu_sharing_strategy: 'TIME_SHARING', max_shared_clients_per_gpu: 4 },
        },
      ],
    });
  });

  it('shares them by MPS, and leaves the driver to something else', () => {
    expect(
      poolBody({ machine: L4, gpu: { driver: GkeGpuDriver.NONE, sharing: GkeGpuSharing.mps(48) } })
        .node_config,
    ).toMatchObject({
      guest_accelerator: [
        {
          type: 'nvidia-l4',
          count: 1,
          gpu_driver_installation_config: { gpu_driver_version: 'INSTALLATION_DISABLED' },
          gpu_sharing_config: { gpu_sharing_strategy: 'MPS', max_shared_clients_per_gpu: 48 },
        },
      ],
    });
  });

  it('attaches some to machines of the N1 series, which then count as machines with GPUs', () => {
    const gpu = { attach: { type: 'nvidia-tesla-t4', count: 2 } };
    expect(nodesBeyondDefault({ machine: N1, gpu })).toEqual({
      machine_type: 'n1-standard-8',
      guest_accelerator: [
        {
          type: 'nvidia-tesla-t4',
          count: 2,
          gpu_driver_installation_config: { gpu_driver_version: 'DEFAULT' },
        },
      ],
    });
    expect(definePool(gkeStack(), { machine: N1, gpu }).hasGpus).toBe(true);
    expect(definePool(gkeStack(), { machine: N1 }).hasGpus).toBe(false);
  });

  it.each([
    [
      { gpu: {} },
      `'gpu' needs a machine with GPUs, which 'e2-standard-4' is not; choose a type that has some, or 'attach' some to one of the N1 series`,
    ],
    [
      { machine: L4, gpu: { attach: { type: 'nvidia-tesla-t4', count: 1 } } },
      `'gpu' attach (nvidia-tesla-t4) goes with machines of the N1 series only, which 'g2-standard-4' is not; leave it out, or choose such as 'n1-standard-8'`,
    ],
    [
      { machine: N1, gpu: { attach: { type: 'nvidia-l4', count: 1 } } },
      `'gpu' attach type 'nvidia-l4' must be one of nvidia-tesla-p4, nvidia-tesla-p100, nvidia-tesla-t4, nvidia-tesla-v100`,
    ],
    [
      { machine: N1, gpu: { attach: { type: 'nvidia-tesla-t4', count: 8 } } },
      `'gpu' attach count (8) of nvidia-tesla-t4 must be 1, 2, 4`,
    ],
    [
      { machine: L4, gpu: { partition: '1g.5gb' } },
      `'gpu' partition '1g.5gb' needs GPUs that can be divided, which nvidia-l4 is not`,
    ],
    [{ machine: A100, gpu: { partition: 'half' } }, `'gpu' partition 'half' must be a size such as '1g.5gb'`],
    [
      { machine: L4, image: GkeNodeImage.UBUNTU, gpu: { driver: GkeGpuDriver.LATEST } },
      `'gpu' driver LATEST needs the image CONTAINER_OPTIMIZED; use DEFAULT`,
    ],
    [
      { machine: L4, sandbox: true, gpu: { sharing: GkeGpuSharing.mps(2) } },
      `'gpu' sharing cannot stand beside 'sandbox', which keeps pods apart`,
    ],
  ])('is refused: %#', (options, message) => {
    expect(refusalOf(options)).toBe(message);
  });

  it.each([1, 49, 2.5])('is not shared between %d pods', (pods) => {
    expect(() => GkeGpuSharing.timeShared(pods)).toThrow(
      new Error(`'gpu' sharing between ${pods} pods must be a whole number of 2 to 48`),
    );
  });
});
