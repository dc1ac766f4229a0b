import { compareText } from '../../values';
import type { Resources } from './demand';

/** Equal pods, as the packing sees them. */
export interface PodGroup {
  readonly name: string;
  readonly milliCpu: number;
  readonly memoryMib: number;
  readonly gpus: number;
  readonly replicas: number;
  readonly spread: 'zones' | 'nodes' | 'none';
}

/** Pods that must all find room at one moment, such as after the loss of a zone. Largest first: see {@link largestFirst}. */
export interface Packing {
  /** Zones that still stand. */
  readonly zones: number;
  /** Pods that zones and nodes share evenly come as a multiple of the zones. */
  readonly groups: readonly PodGroup[];
}

/** Equal nodes. */
export interface Bins {
  readonly offers: Resources;
  readonly gpus: number;
  readonly count: number;
}

/** Nodes next to one another in the order of filling that have the same room left. */
interface Run {
  milliCpu: number;
  memoryMib: number;
  pods: number;
  gpus: number;
  count: number;
}

/**
 * By dominant share, the larger first, then by name: the order of first-fit-decreasing where there is more than one resource. A
 * share is that of all pods together, so that neither nodes nor prices change the order.
 */
export function largestFirst(groups: readonly PodGroup[]): readonly PodGroup[] {
  const sum = (of: (group: PodGroup) => number): number =>
    Math.max(
      1,
      groups.reduce((total, group) => total + group.replicas * of(group), 0),
    );
  const milliCpu = sum((group) => group.milliCpu);
  const memoryMib = sum((group) => group.memoryMib);
  const gpus = sum((group) => group.gpus);
  const share = (group: PodGroup): number =>
    Math.max(group.milliCpu / milliCpu, group.memoryMib / memoryMib, group.gpus / gpus);
  return groups.toSorted((left, right) => share(right) - share(left) || compareText(left.name, right.name));
}

/**
 * Whether first-fit-decreasing finds room for every pod. `zones` are the nodes of each zone that stands, in the order of
 * filling. Yes is certain, for the packing is at hand; no means that this way found none.
 *
 * - `zones`: as many in every zone, and one more in as many zones as the number does not divide by.
 * - `nodes`: the same, and no two on one node.
 * - `none`: as even as they go, and what finds no room in its zone goes wherever there is some.
 *
 * Equal nodes are kept as runs with a count, so that it takes no longer for thousands of nodes and pods than for ten.
 */
export function packs(zones: readonly (readonly Bins[])[], groups: readonly PodGroup[]): boolean {
  const runs = zones.map((bins) => runsOf(bins));
  for (const group of groups) {
    const each = Math.floor(group.replicas / runs.length);
    let over = group.replicas - each * runs.length;
    for (const zone of runs) {
      const more = group.spread !== 'none' && over > 0 ? 1 : 0;
      const placed = place(zone, group, each + more);
      if (placed < each && group.spread !== 'none') return false;
      over += each - placed;
    }
    if (group.spread === 'none') {
      for (const zone of runs) over -= place(zone, group, over);
    }
    if (over > 0) return false;
  }
  return true;
}

function runsOf(bins: readonly Bins[]): Run[] {
  const runs: Run[] = [];
  for (const { offers, gpus, count } of bins) {
    if (count <= 0) continue;
    runs.push({ milliCpu: offers.milliCpu, memoryMib: offers.memoryMib, pods: offers.pods, gpus, count });
  }
  return runs;
}

/** Puts up to `wanted` pods into the first nodes that have room, and says how many found some. */
function place(runs: Run[], group: PodGroup, wanted: number): number {
  let left = wanted;
  for (let index = 0; index < runs.length && left > 0; index++) {
    const run = runs[index];
    if (run === undefined) break;
    const fit = fitting(run, group);
    if (fit === 0) continue;
    const full = Math.min(run.count, Math.floor(left / fit));
    const part = full < run.count ? left - full * fit : 0;
    left -= full * fit + part;
    const pieces = [
      ...(full > 0 ? [after(run, group, fit, full)] : []),
      ...(part > 0 ? [after(run, group, part, 1)] : []),
    ];
    const untouched = run.count - full - (part > 0 ? 1 : 0);
    if (untouched > 0) pieces.push({ ...run, count: untouched });
    runs.splice(index, 1, ...pieces);
    // the next run is the first that this one did not become, unless nothing is left to place
    index += pieces.length - 1;
  }
  return wanted - left;
}

/** Pods of a group that one empty or partly filled node has room for. */
function fitting(room: Omit<Run, 'count'>, { milliCpu, memoryMib, gpus, spread }: PodGroup): number {
  if (room.milliCpu < milliCpu || room.memoryMib < memoryMib || room.pods < 1 || room.gpus < gpus) return 0;
  if (spread === 'nodes') return 1;
  let fit = room.pods;
  if (milliCpu > 0) fit = Math.min(fit, Math.floor(room.milliCpu / milliCpu));
  if (memoryMib > 0) fit = Math.min(fit, Math.floor(room.memoryMib / memoryMib));
  if (gpus > 0) fit = Math.min(fit, Math.floor(room.gpus / gpus));
  return fit;
}

function after(run: Run, group: PodGroup, pods: number, count: number): Run {
  return {
    milliCpu: run.milliCpu - pods * group.milliCpu,
    memoryMib: run.memoryMib - pods * group.memoryMib,
    pods: run.pods - pods,
    gpus: run.gpus - pods * group.gpus,
    count,
  };
}

/** Pods of a group that fit one node with nothing else on it. */
export function mostOn({ offers, gpus }: Omit<Bins, 'count'>, group: PodGroup): number {
  return fitting({ ...offers, gpus }, group);
}
