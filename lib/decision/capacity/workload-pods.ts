import { compareText } from '../../values';
import type { ClusterRequest } from '../request/types';
import { type Resources, toMib, toMilliCpu } from './demand';
import type { PodGroup } from './packing';

/** All of something, where parts are thousandths of a percent. */
export const WHOLE = 100_000;

/** The pods of one workload of the request. */
export interface WorkloadPods extends PodGroup {
  readonly interruptible: boolean;
}

/** The workloads of a request in whole numbers, by name; each pod rounded up. Workloads without replicas are left out. */
export function podsOf({ capacity }: ClusterRequest): readonly WorkloadPods[] {
  return Object.entries(capacity.workloads)
    .filter(([, workload]) => workload.replicas > 0)
    .sort(([left], [right]) => compareText(left, right))
    .map(([name, { replicas, cpu, memoryGib, gpus, spread, interruptible }]) => ({
      name,
      milliCpu: toMilliCpu(cpu),
      memoryMib: toMib(memoryGib),
      gpus,
      replicas,
      spread,
      interruptible,
    }));
}

/** The demand with headroom, in thousandths of a percent of the demand without. */
export function headroomOf({ capacity }: ClusterRequest): number {
  return WHOLE + Math.round(capacity.headroomPercent * 1000);
}

/** What of the totals may be interrupted, in thousandths of a percent. */
export function interruptibleShareOf({ capacity }: ClusterRequest): number {
  return Math.round(capacity.interruptiblePercent * 1000);
}

export function largestPodOf({ capacity }: ClusterRequest): Resources | undefined {
  if (capacity.largestPod === undefined) return undefined;
  return {
    milliCpu: toMilliCpu(capacity.largestPod.cpu),
    memoryMib: toMib(capacity.largestPod.memoryGib),
    pods: 1,
  };
}
