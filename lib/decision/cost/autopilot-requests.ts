import { type Resources, toMib, toMilliCpu } from '../capacity/demand';
import { keptFor } from '../memory';
import type { Capacity, Workload } from '../request/types';

/**
 * Least that a pod of Autopilot's general-purpose class requests, where bursting is possible, as it is on every cluster
 * of today.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/autopilot-resource-requests
 */
const LEAST = { milliCpu: 50, memoryMib: 52 } as const;

/** A vCPU goes with 1 to 6.5 GiB. */
const MEMORY_PER_CPU_MIB = { least: 1_024, most: 6_656 } as const;

/** Most that one such pod can request. */
export const AUTOPILOT_LARGEST_POD = { cpu: 30, memoryGib: 110 } as const;

/** What Autopilot charges for: the requests of all pods, as it raises them. */
export interface AutopilotRequests {
  readonly steady: Resources;
  readonly interruptible: Resources;
}

/**
 * The requests of the workload with its headroom. Autopilot raises what is below its least or outside its ratio, never
 * lowers; of pod shapes each is raised by itself, of totals the average pod, which is the least it can come to. The same
 * in every region.
 */
export const autopilotRequests = keptFor(({ cluster }) => reckon(cluster.capacity));

function reckon(capacity: Capacity): AutopilotRequests {
  const workloads = Object.values(capacity.workloads);
  return workloads.length > 0 ? ofWorkloads(workloads, capacity) : ofTotals(capacity);
}

function ofWorkloads(workloads: readonly Workload[], capacity: Capacity): AutopilotRequests {
  const sumOf = (interruptible: boolean): Resources => {
    let milliCpu = 0;
    let memoryMib = 0;
    let pods = 0;
    for (const workload of workloads) {
      if (workload.interruptible !== interruptible) continue;
      const pod = raised({
        milliCpu: toMilliCpu(workload.cpu),
        memoryMib: toMib(workload.memoryGib),
        pods: 1,
      });
      milliCpu += pod.milliCpu * workload.replicas;
      memoryMib += pod.memoryMib * workload.replicas;
      pods += workload.replicas;
    }
    return scaled({ milliCpu, memoryMib, pods }, 100 + capacity.headroomPercent);
  };
  return { steady: sumOf(false), interruptible: sumOf(true) };
}

function ofTotals(capacity: Capacity): AutopilotRequests {
  const all: Resources = {
    milliCpu: toMilliCpu(capacity.cpu),
    memoryMib: toMib(capacity.memoryGib),
    pods: capacity.pods,
  };
  const headroom = 100 + capacity.headroomPercent;
  const part = (percent: number): Resources => raised(scaled(all, (headroom * percent) / 100));
  return {
    steady: part(100 - capacity.interruptiblePercent),
    interruptible: part(capacity.interruptiblePercent),
  };
}

function scaled({ milliCpu, memoryMib, pods }: Resources, percent: number): Resources {
  // percents count to the third decimal, so that the products are whole
  const thousandths = Math.round(percent * 1000);
  const part = (amount: number): number => Math.ceil((amount * thousandths) / 100_000);
  return { milliCpu: part(milliCpu), memoryMib: part(memoryMib), pods: part(pods) };
}

function raised({ milliCpu, memoryMib, pods }: Resources): Resources {
  const cpu = Math.max(milliCpu, pods * LEAST.milliCpu);
  const memory = Math.max(memoryMib, pods * LEAST.memoryMib);
  return {
    milliCpu: Math.max(cpu, Math.ceil((memory * 1000) / MEMORY_PER_CPU_MIB.most)),
    memoryMib: Math.max(memory, Math.ceil((cpu * MEMORY_PER_CPU_MIB.least) / 1000)),
    pods,
  };
}
