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

/** What is left of a node. */
export interface Room extends Resources {
  readonly gpus: number;
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
  const [first = []] = zones;
  // as long as equal zones hold the same, one of them stands for all
  let alike = zones.every((bins) => bins === first);
  let runs = alike ? [runsOf(first)] : zones.map(runsOf);
  for (const group of groups) {
    const each = Math.floor(group.replicas / zones.length);
    let over = group.replicas - each * zones.length;
    if (alike && over > 0 && group.spread !== 'none') {
      runs = copies(runs, zones.length);
      alike = false;
    }
    for (const zone of runs) {
      const more = group.spread !== 'none' && over > 0 ? 1 : 0;
      const placed = place(zone, group, each + more);
      if (placed < each && group.spread !== 'none') return false;
      over += (each - placed) * (alike ? zones.length : 1);
    }
    if (group.spread === 'none' && over > 0) {
      if (alike) runs = copies(runs, zones.length);
      alike = false;
      for (const zone of runs) over -= place(zone, group, over);
    }
    if (over > 0) return false;
  }
  return true;
}

function copies(runs: readonly (readonly Run[])[], count: number): Run[][] {
  const [first = []] = runs;
  return Array.from({ length: count }, () => first.map((run) => ({ ...run })));
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
    const most = mostOn(run, group);
    if (most === 0) continue;
    if (left >= most * run.count) {
      left -= most * run.count;
      take(run, group, most);
      continue;
    }
    // so many nodes are filled, the next gets what is left, and the others of the run stay as they are
    const full = Math.floor(left / most);
    const part = left - full * most;
    const rest = run.count - full - (part > 0 ? 1 : 0);
    const pieces: Run[] = [];
    if (full > 0) pieces.push(take({ ...run, count: full }, group, most));
    if (part > 0) pieces.push(take({ ...run, count: 1 }, group, part));
    if (rest > 0) pieces.push({ ...run, count: rest });
    runs.splice(index, 1, ...pieces);
    left = 0;
  }
  return wanted - left;
}

/** Pods of a group that one node has room for. */
export function mostOn(room: Room, { milliCpu, memoryMib, gpus, spread }: PodGroup): number {
  if (room.milliCpu < milliCpu || room.memoryMib < memoryMib || room.pods < 1 || room.gpus < gpus) return 0;
  if (spread === 'nodes') return 1;
  let most = room.pods;
  if (milliCpu > 0) most = Math.min(most, Math.floor(room.milliCpu / milliCpu));
  if (memoryMib > 0) most = Math.min(most, Math.floor(room.memoryMib / memoryMib));
  if (gpus > 0) most = Math.min(most, Math.floor(room.gpus / gpus));
  return most;
}

function take(run: Run, group: PodGroup, pods: number): Run {
  run.milliCpu -= pods * group.milliCpu;
  run.memoryMib -= pods * group.memoryMib;
  run.pods -= pods;
  run.gpus -= pods * group.gpus;
  return run;
}
