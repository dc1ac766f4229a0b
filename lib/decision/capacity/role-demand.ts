import type { ClusterRequest } from '../request/types';
import { ceilDivide, ceilRatio, NOTHING, needPerDomain, needsSpareNode, type Resources } from './demand';
import { largestFirst, merged, type Packing, type PodGroup } from './packing';
import {
  headroomOf,
  interruptibleShareOf,
  largestPodOf,
  podsOf,
  WHOLE,
  type WorkloadPods,
} from './workload-pods';

/** What nodes are there for: what must stay, what may be taken away at any time, and what needs accelerators. */
export type Role = 'steady' | 'interruptible' | 'accelerated';

/** What the nodes of one role must hold in every zone. */
export interface RoleDemand {
  readonly role: Role;
  readonly need: Resources;
  readonly gpus: number;
  readonly spareNode: boolean;
  readonly largestPod: Resources | undefined;
  /** Only where the request gives pods. */
  readonly packings?: readonly Packing[];
}

/**
 * The demand of a cluster over equal zones, role by role.
 *
 * - Steady pods must all find room when a zone is lost, if that was asked for. There are always steady nodes, one in each zone
 *   at least, even when everything may be interrupted: the system's own pods need some that stay.
 * - Interruptible pods need room while all zones stand and none is reserved for a loss. Where no interruptible machine is sold
 *   (`spot` is false) they share the steady nodes, still without a reserve of their own; in a single zone they
 *   get the spare node's protection too, because the node that is lost may be any.
 * - Accelerators are reserved like steady pods. Of workloads, the pods that use some are placed on the nodes that have them, with
 *   all they need, and stay on demand even where they may be interrupted. Of totals, nobody says which pods use them: all processor
 *   and memory is sized on the other nodes, and none of it on these.
 */
export function roleDemands(cluster: ClusterRequest, zones: number, spot: boolean): readonly RoleDemand[] {
  const known = demands.get(cluster) ?? new Map<string, readonly RoleDemand[]>();
  demands.set(cluster, known);
  const key = `${zones} ${spot}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const answer =
    Object.keys(cluster.capacity.workloads).length > 0
      ? ofWorkloads(cluster, zones, spot)
      : ofTotals(cluster, zones, spot);
  known.set(key, answer);
  return answer;
}

/** By request, then by zones: the same in every region, and so is what the packing of it came to. */
const demands = new WeakMap<ClusterRequest, Map<string, readonly RoleDemand[]>>();

/** Zones that must hold what must stay. */
function holdersOf({ availability }: ClusterRequest, zones: number): number {
  return availability.surviveZoneLoss && zones > 1 ? zones - 1 : zones;
}

function ofTotals(cluster: ClusterRequest, zones: number, spot: boolean): readonly RoleDemand[] {
  const { capacity } = cluster;
  const spareNode = needsSpareNode(cluster, zones);
  const holders = holdersOf(cluster, zones);
  const interruptible = interruptibleShareOf(cluster);
  const largestPod = largestPodOf(cluster);
  const steadyNeed = shareOf(cluster, WHOLE - interruptible, holders);
  const roles: RoleDemand[] = [];
  if (interruptible === 0) {
    roles.push({ role: 'steady', need: needPerDomain(cluster, zones), gpus: 0, spareNode, largestPod });
  } else if (!spot) {
    const need = greatest(steadyNeed, shareOf(cluster, WHOLE, zones));
    roles.push({ role: 'steady', need, gpus: 0, spareNode, largestPod });
  } else {
    // nobody says whether the largest pod may be interrupted, so it must find room on either kind of nodes
    const steadyPod = interruptible < WHOLE ? largestPod : undefined;
    const need = shareOf(cluster, interruptible, zones);
    roles.push(
      { role: 'steady', need: steadyNeed, gpus: 0, spareNode, largestPod: steadyPod },
      { role: 'interruptible', need, gpus: 0, spareNode: false, largestPod },
    );
  }
  const gpus = ceilDivide(capacity.gpus?.count ?? 0, holders);
  if (gpus > 0) roles.push({ role: 'accelerated', need: NOTHING, gpus, spareNode, largestPod: undefined });
  return roles;
}

/** A part of the totals, in thousandths of a percent, for each of several zones. */
function shareOf(cluster: ClusterRequest, part: number, zones: number): Resources {
  const whole = needPerDomain({ ...cluster, capacity: { ...cluster.capacity, headroomPercent: 0 } }, 1);
  const share = (amount: number): number =>
    ceilRatio([amount, headroomOf(cluster), part], [WHOLE, WHOLE, zones]);
  return {
    milliCpu: share(whole.milliCpu),
    memoryMib: share(whole.memoryMib),
    pods: share(whole.pods),
  };
}

function ofWorkloads(cluster: ClusterRequest, zones: number, spot: boolean): readonly RoleDemand[] {
  const spareNode = needsSpareNode(cluster, zones);
  const holders = holdersOf(cluster, zones);
  const pods = podsOf(cluster);
  const accelerated = pods.filter((group) => group.gpus > 0);
  const plain = pods.filter((group) => group.gpus === 0);
  const steady = plain.filter((group) => !group.interruptible);
  const demand = (role: Role, moments: readonly Moment[], spare: boolean): RoleDemand => ({
    role,
    need: moments.map((moment) => needOf(cluster, moment)).reduce(greatest, NOTHING),
    gpus: Math.max(...moments.map((moment) => gpusOf(moment))),
    spareNode: spare,
    largestPod: undefined,
    packings: moments.filter(({ groups }) => groups.length > 0).map(packingOf),
  });
  const roles: RoleDemand[] = [];
  const lost: Moment = { zones: holders, groups: steady };
  if (steady.length === plain.length || spot) {
    roles.push(demand('steady', [lost], spareNode));
    const interruptible = plain.filter((group) => group.interruptible);
    if (interruptible.length > 0) {
      roles.push(demand('interruptible', [{ zones, groups: interruptible }], false));
    }
  } else {
    roles.push(demand('steady', [lost, { zones, groups: plain }], spareNode));
  }
  if (accelerated.length > 0) {
    roles.push(demand('accelerated', [{ zones: holders, groups: accelerated }], spareNode));
  }
  return roles;
}

/** Zones that stand, and the pods that they must hold then. */
interface Moment {
  readonly zones: number;
  readonly groups: readonly WorkloadPods[];
}

/**
 * What each zone must hold then: whole pods of what is spread, a fraction of what is not, headroom on top. Headroom is room
 * for something that is not known yet, so it counts in the sums and is not packed.
 */
function needOf(cluster: ClusterRequest, moment: Moment): Resources {
  const sum = (of: (group: WorkloadPods) => number): number =>
    ceilRatio([sumOverZones(moment, of), headroomOf(cluster)], [WHOLE, moment.zones]);
  return {
    milliCpu: sum((group) => group.milliCpu),
    memoryMib: sum((group) => group.memoryMib),
    pods: sum(() => 1),
  };
}

function gpusOf(moment: Moment): number {
  return ceilDivide(
    sumOverZones(moment, (group) => group.gpus),
    moment.zones,
  );
}

function sumOverZones(moment: Moment, of: (group: WorkloadPods) => number): number {
  return moment.groups.reduce((total, group) => total + evenly(group, moment.zones) * of(group), 0);
}

/** Replicas with those that round up the share of each zone, for any zone may be the one that has one more. */
function evenly({ spread, replicas }: PodGroup, zones: number): number {
  return spread === 'none' ? replicas : ceilDivide(replicas, zones) * zones;
}

function packingOf({ zones, groups }: Moment): Packing {
  return {
    zones,
    groups: largestFirst(merged(groups.map((group) => ({ ...group, replicas: evenly(group, zones) })))),
  };
}

function greatest(left: Resources, right: Resources): Resources {
  return {
    milliCpu: Math.max(left.milliCpu, right.milliCpu),
    memoryMib: Math.max(left.memoryMib, right.memoryMib),
    pods: Math.max(left.pods, right.pods),
  };
}
