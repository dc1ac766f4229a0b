/** Accelerators that a machine type comes with. */
export interface Accelerator {
  /** As GKE names it. */
  readonly type: string;
  /** Of one machine. */
  readonly count: number;
}

const L4 = 'nvidia-l4';
const A100 = 'nvidia-tesla-a100';

/**
 * GPUs of each accelerator-optimized machine type that can be defined. GKE wants them named beside the type, which fixes both.
 *
 * Left out: A2 Ultra and all of A3, A4 and G4, which need local disks, boot disks or networks of their own.
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
  ['a2-highgpu-1g', { type: A100, count: 1 }],
  ['a2-highgpu-2g', { type: A100, count: 2 }],
  ['a2-highgpu-4g', { type: A100, count: 4 }],
  ['a2-highgpu-8g', { type: A100, count: 8 }],
  ['a2-megagpu-16g', { type: A100, count: 16 }],
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
