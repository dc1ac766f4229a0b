import type { ClusterRequest } from '../request/types';
import { ceilRatio, type Resources, toMib, toMilliCpu } from './demand';
import { largestFirst, type PodGroup } from './packing';
import { headroomOf, interruptibleShareOf, podsOf, WHOLE } from './workload-pods';

/** Growth is reckoned in millionths. */
const MILLION = 1_000_000;

/** What the machines of a site must hold together at one moment. */
export interface SiteDemand {
  readonly need: Resources;
  /** Pods that must find room one by one; empty where the request gives totals. */
  readonly groups: readonly PodGroup[];
}

/**
 * The demand of a cluster on machines that are owned, all racks together, at the end of the planning horizon: what is bought
 * must last, while a cloud can be sized anew. Growth is compound and rounded to millionths.
 *
 * With a loss to be borne, what may be interrupted need not find room afterwards (`steadyOnly`). Owned machines are nobody's
 * to take back, so there are no nodes of another kind for it.
 */
export function siteDemand(
  cluster: ClusterRequest,
  { steadyOnly }: { readonly steadyOnly: boolean },
): SiteDemand {
  const growth = growthOf(cluster);
  const pods = podsOf(cluster)
    .filter((group) => !(steadyOnly && group.interruptible))
    .map((group) => ({ ...group, replicas: ceilRatio([group.replicas, growth], [MILLION]) }));
  if (Object.keys(cluster.capacity.workloads).length > 0) {
    const sum = (of: (group: PodGroup) => number): number =>
      ceilRatio(
        [pods.reduce((total, group) => total + group.replicas * of(group), 0), headroomOf(cluster)],
        [WHOLE],
      );
    const need = {
      milliCpu: sum((group) => group.milliCpu),
      memoryMib: sum((group) => group.memoryMib),
      pods: sum(() => 1),
    };
    return { need, groups: largestFirst(pods) };
  }
  const part = steadyOnly ? WHOLE - interruptibleShareOf(cluster) : WHOLE;
  const share = (amount: number): number =>
    ceilRatio([amount, headroomOf(cluster), part, growth], [WHOLE, WHOLE, MILLION]);
  const { cpu, memoryGib, pods: count } = cluster.capacity;
  return {
    need: {
      milliCpu: share(toMilliCpu(cpu)),
      memoryMib: share(toMib(memoryGib)),
      pods: share(count),
    },
    groups: [],
  };
}

/** What the demand has grown to at the end of the horizon, in millionths of today's. */
function growthOf({ planning }: ClusterRequest): number {
  return Math.round((1 + planning.growthPercentPerYear / 100) ** (planning.horizonMonths / 12) * MILLION);
}
