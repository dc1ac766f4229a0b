import { describeResources, needPerDomain, toMib, toMilliCpu } from '../capacity/demand';
import { AUTOPILOT_LARGEST_POD } from '../cost/autopilot-requests';
import { keptFor } from '../memory';
import type { ClusterContext, Sizing } from '../types';

/**
 * The size of an Autopilot cluster: no pools, for Google runs the nodes and replaces those of a lost zone in the others.
 * What is allocatable is the demand itself. The same in every region.
 */
export const sizeAutopilot = keptFor(reckon);

function reckon(context: ClusterContext): Sizing {
  const { cluster } = context;
  const { capacity } = cluster;
  if (!capacity.architectures.includes('amd64')) {
    return { kind: 'unknown', reason: 'no price of Autopilot pods on arm64 is known' };
  }
  if (capacity.gpus !== undefined && capacity.gpus.count > 0) {
    return { kind: 'unknown', reason: 'no price of Autopilot pods with accelerators is known' };
  }
  const { largestPod } = capacity;
  const most = AUTOPILOT_LARGEST_POD;
  if (largestPod !== undefined && (largestPod.cpu > most.cpu || largestPod.memoryGib > most.memoryGib)) {
    const pod = { milliCpu: toMilliCpu(largestPod.cpu), memoryMib: toMib(largestPod.memoryGib), pods: 1 };
    return {
      kind: 'too-small',
      reason: `the largest pod (${describeResources(pod)}) is more than Autopilot takes: ${most.cpu} vCPU, ${most.memoryGib} GiB`,
    };
  }
  const demand = needPerDomain(cluster, 1);
  return { kind: 'sized', pools: [], allocatable: demand, afterZoneLoss: demand };
}
