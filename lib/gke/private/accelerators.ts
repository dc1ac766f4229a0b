/** Accelerators that a machine type comes with. */
export interface Accelerator {
  /** As GKE names it. */
  readonly type: string;
  /** Of one machine. */
  readonly count: number;
  /** Local disks that the machine type comes with, of 375 GiB each; none when left out. */
  readonly localSsds?: number;
}

const L4 = 'nvidia-l4';
const A100 = 'nvidia-tesla-a100';
const A100_80 = 'nvidia-a100-80gb';
const H100 = 'nvidia-h100-80gb';
const H100_MEGA = 'nvidia-h100-mega-80gb';
const H200 = 'nvidia-h200-141gb';
const B200 = 'nvidia-b200';
const RTX_PRO_6000 = 'nvidia-rtx-pro-6000';

/**
 * GPUs of each accelerator-optimized machine type that can be defined. GKE wants them named beside the type, which fixes both, and
 * likewise the local disks where the type has a fixed number.
 *
 * Left out: A4X, which is Arm and comes in racks, and the types of G4 that have a part of a GPU.
 *
 * Source: https://cloud.google.com/compute/docs/accelerator-optimized-machines, names of
 * https://cloud.google.com/kubernetes-engine/docs/concepts/gpus, as of 2026-11.
 */
const ACCELERATORS: ReadonlyMap<string, Accelerator> = new Map<string, Accelerator>([
  ['g2-standard-4', { type: L4, count: 1 }],
  ['g2-standard-8', { type: L4, count: 1 }],
  ['g2-standard-12', { type: L4, count: 1 }],
  ['g2-standard-16', { type: L4, count: 1 }],
  ['g2-standard-24', { type: L4, count: 2 }],
  ['g2-standard-32', { type: L4, count: 1 }],
  ['g2-standard-48', { type: L4, count: 4 }],
  ['g2-standard-96', { type: L4, count: 8 }],
  ['g4-standard-48', { type: RTX_PRO_6000, count: 1 }],
  ['g4-standard-96', { type: RTX_PRO_6000, count: 2 }],
  ['g4-standard-192', { type: RTX_PRO_6000, count: 4 }],
  ['g4-standard-384', { type: RTX_PRO_6000, count: 8 }],
  ['a2-highgpu-1g', { type: A100, count: 1 }],
  ['a2-highgpu-2g', { type: A100, count: 2 }],
  ['a2-highgpu-4g', { type: A100, count: 4 }],
  ['a2-highgpu-8g', { type: A100, count: 8 }],
  ['a2-megagpu-16g', { type: A100, count: 16 }],
  ['a2-ultragpu-1g', { type: A100_80, count: 1, localSsds: 1 }],
  ['a2-ultragpu-2g', { type: A100_80, count: 2, localSsds: 2 }],
  ['a2-ultragpu-4g', { type: A100_80, count: 4, localSsds: 4 }],
  ['a2-ultragpu-8g', { type: A100_80, count: 8, localSsds: 8 }],
  ['a3-highgpu-1g', { type: H100, count: 1, localSsds: 2 }],
  ['a3-highgpu-2g', { type: H100, count: 2, localSsds: 4 }],
  ['a3-highgpu-4g', { type: H100, count: 4, localSsds: 8 }],
  ['a3-highgpu-8g', { type: H100, count: 8, localSsds: 16 }],
  ['a3-megagpu-8g', { type: H100_MEGA, count: 8, localSsds: 16 }],
  ['a3-ultragpu-8g', { type: H200, count: 8, localSsds: 32 }],
  ['a4-highgpu-8g', { type: B200, count: 8, localSsds: 32 }],
]);

/** GPUs that machines of the N1 series take, and how many of each. Same source. */
export const ATTACHABLE: ReadonlyMap<string, readonly number[]> = new Map([
  ['nvidia-tesla-p4', [1, 2, 4]],
  ['nvidia-tesla-p100', [1, 2, 4]],
  ['nvidia-tesla-t4', [1, 2, 4]],
  ['nvidia-tesla-v100', [1, 2, 4, 8]],
]);

/** GPUs that can be cut into parts that share nothing. Source: https://cloud.google.com/kubernetes-engine/docs/how-to/gpus-multi, as of 2026-11. */
export const DIVISIBLE: ReadonlySet<string> = new Set([
  A100,
  A100_80,
  H100,
  H100_MEGA,
  H200,
  B200,
  RTX_PRO_6000,
]);

/** The accelerator-optimized series: A2, A3, A4, A4X, G2, G4 and what may follow. */
const ACCELERATED_SERIES = /^[ag]\d+x?-/;

/** Accelerators of a machine type; `undefined` on machines without, and on those that {@link describeUnknownAccelerator} refuses. */
export function acceleratorOf(machineType: string): Accelerator | undefined {
  return ACCELERATORS.get(machineType);
}

/** Why nodes of this machine type would come up without a driver for their GPUs; `undefined` when they would not. */
export function describeUnknownAccelerator(machineType: string): string | undefined {
  if (!ACCELERATED_SERIES.test(machineType) || ACCELERATORS.has(machineType)) return undefined;
  return `'machine' type '${machineType}' carries accelerators that are not known here; known are ${[...ACCELERATORS.keys()].join(', ')}`;
}
