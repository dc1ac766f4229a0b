import type { ContainerNodePoolNodeConfigGuestAccelerator } from '@cdktf/provider-google/lib/container-node-pool';
import { whenResolved } from '../../cluster/private/tokens';
import { GkeGpuDriver, type GkeGpuOptions } from '../gpu';
import { GkeNodeImage } from '../node-image';
import type { GkeNodePoolOptions } from '../node-pool-options';
import { ATTACHABLE, acceleratorOf, DIVISIBLE } from './accelerators';

const PARTITION = /^\d+g\.\d+gb$/;

/**
 * The GPUs of a machine, those it comes with or those attached, with the driver; `undefined` on machines without. All of it is
 * identity: a change replaces the pool.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/gpus
 */
export function guestAccelerators(
  machineType: string,
  gpu: GkeGpuOptions = {},
): ContainerNodePoolNodeConfigGuestAccelerator[] | undefined {
  const accelerator = gpu.attach ?? acceleratorOf(machineType);
  if (accelerator === undefined) return undefined;
  return [
    {
      type: accelerator.type,
      count: accelerator.count,
      gpuPartitionSize: gpu.partition,
      // written out, because a cluster before 1.32.2 installs none of its own accord and the pods would wait for ever
      gpuDriverInstallationConfig: { gpuDriverVersion: gpu.driver ?? GkeGpuDriver.DEFAULT },
      gpuSharingConfig:
        gpu.sharing === undefined
          ? undefined
          : {
              gpuSharingStrategy: gpu.sharing.strategy,
              maxSharedClientsPerGpu: gpu.sharing.podsPerGpu,
            },
    },
  ];
}

/** One sentence for everything about its GPUs that a pool could not be made with. */
export function describeGpu(options: GkeNodePoolOptions): readonly string[] {
  const { gpu, image } = options;
  if (gpu === undefined) return [];
  const { machineType } = options.machine;
  const attached = gpu.attach?.type ?? acceleratorOf(machineType)?.type;
  if (attached === undefined) {
    return [
      `'gpu' needs a machine with GPUs, which '${machineType}' is not; choose a type that has some, or 'attach' some to one of the N1 series`,
    ];
  }
  const problems = [...describeAttached(machineType, gpu)];
  whenResolved(gpu.partition, (partition) => {
    if (!PARTITION.test(partition)) {
      problems.push(`'gpu' partition '${partition}' must be a size such as '1g.5gb'`);
    }
    if (!DIVISIBLE.has(attached)) {
      problems.push(
        `'gpu' partition '${partition}' needs GPUs that can be divided, which ${attached} is not`,
      );
    }
  });
  if (
    gpu.driver === GkeGpuDriver.LATEST &&
    (image ?? GkeNodeImage.CONTAINER_OPTIMIZED) !== GkeNodeImage.CONTAINER_OPTIMIZED
  ) {
    problems.push(`'gpu' driver LATEST needs the image CONTAINER_OPTIMIZED; use DEFAULT`);
  }
  if (gpu.sharing !== undefined && options.sandbox === true) {
    problems.push(`'gpu' sharing cannot stand beside 'sandbox', which keeps pods apart`);
  }
  return problems;
}

function describeAttached(machineType: string, { attach }: GkeGpuOptions): readonly string[] {
  if (attach === undefined) return [];
  if (!machineType.startsWith('n1-')) {
    return [
      `'gpu' attach (${attach.type}) goes with machines of the N1 series only, which '${machineType}' is not; leave it out, or choose such as 'n1-standard-8'`,
    ];
  }
  const counts = ATTACHABLE.get(attach.type);
  if (counts === undefined) {
    return [`'gpu' attach type '${attach.type}' must be one of ${[...ATTACHABLE.keys()].join(', ')}`];
  }
  const problems: string[] = [];
  whenResolved(attach.count, (count) => {
    if (counts.includes(count)) return;
    problems.push(`'gpu' attach count (${count}) of ${attach.type} must be ${counts.join(', ')}`);
  });
  return problems;
}
