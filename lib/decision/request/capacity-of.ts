import type { Capacity, Workload } from './types';

/** Capacity as it may stand in a file: totals, or pod shapes that they are counted from. */
export interface WrittenCapacity extends Omit<Capacity, 'cpu' | 'memoryGib' | 'pods' | 'gpus'> {
  readonly cpu?: number;
  readonly memoryGib?: number;
  readonly pods?: number;
  readonly gpus?: { readonly count?: number; readonly model?: string };
}

/**
 * Fills in what pod shapes add up to. The largest pod takes CPU and memory each from the shape that has most of it, so that every
 * shape fits where it fits. Asking for accelerators adds the machines that have them.
 *
 * Whether the file gives what is needed, and nothing twice, is judged elsewhere; what is missing counts nothing here.
 */
export function capacityOf(written: WrittenCapacity): Capacity {
  const shapes = Object.values(written.workloads);
  const { cpu, memoryGib, pods, largestPod, interruptiblePercent, gpus: asked, ...rest } = written;
  const counted = shapes.length === 0 ? undefined : totalsOf(shapes);
  const count = counted?.gpus ?? asked?.count ?? 0;
  const gpus =
    count === 0 ? undefined : { count, ...(asked?.model === undefined ? {} : { model: asked.model }) };
  const largest = counted?.largestPod ?? largestPod;
  return {
    ...rest,
    cpu: counted?.cpu ?? cpu ?? 0,
    memoryGib: counted?.memoryGib ?? memoryGib ?? 0,
    pods: counted?.pods ?? pods ?? 0,
    ...(largest === undefined ? {} : { largestPod: largest }),
    interruptiblePercent: counted?.interruptiblePercent ?? interruptiblePercent,
    ...(gpus === undefined ? {} : { gpus }),
    machineClasses:
      gpus === undefined || rest.machineClasses.includes('gpu')
        ? rest.machineClasses
        : [...rest.machineClasses, 'gpu'],
  };
}

/** What pod shapes add up to. */
export interface Totals {
  readonly cpu: number;
  readonly memoryGib: number;
  readonly pods: number;
  readonly gpus: number;
  readonly largestPod: { readonly cpu: number; readonly memoryGib: number };
  /** Part of the CPU that may be taken away, to three decimals. */
  readonly interruptiblePercent: number;
}

export function totalsOf(shapes: readonly Workload[]): Totals {
  const sum = (of: (shape: Workload) => number) =>
    tidy(shapes.reduce((total, shape) => total + shape.replicas * of(shape), 0));
  const most = (of: (shape: Workload) => number) => Math.max(...shapes.map(of));
  const cpu = sum((shape) => shape.cpu);
  const interruptible = sum((shape) => (shape.interruptible ? shape.cpu : 0));
  return {
    cpu,
    memoryGib: sum((shape) => shape.memoryGib),
    pods: sum(() => 1),
    gpus: sum((shape) => shape.gpus),
    largestPod: { cpu: most((shape) => shape.cpu), memoryGib: most((shape) => shape.memoryGib) },
    interruptiblePercent: Math.round((100_000 * interruptible) / cpu) / 1000,
  };
}

/** Three pods of 0.1 vCPU are 0.3 and not 0.30000000000000004, which would be rounded up to a millicore more. */
function tidy(amount: number): number {
  return Math.round(amount * 1_000_000) / 1_000_000;
}
