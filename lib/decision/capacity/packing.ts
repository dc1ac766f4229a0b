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

const STRICTEST_FIRST: readonly PodGroup['spread'][] = ['nodes', 'zones', 'none'];

/**
 * By dominant share, the larger first: the order of first-fit-decreasing where there is more than one resource. A share is that of
 * all pods together, so that neither nodes nor prices change the order. Of equal shares the larger in whatever comes next, then whoever
 * is less free to go anywhere, and the name last: pods of one size stay together, and it makes no difference whether they are one group or several.
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
  return groups.toSorted(
    (left, right) =>
      share(right) - share(left) ||
      right.milliCpu - left.milliCpu ||
      right.memoryMib - left.memoryMib ||
      right.gpus - left.gpus ||
      STRICTEST_FIRST.indexOf(left.spread) - STRICTEST_FIRST.indexOf(right.spread) ||
      compareText(left.name, right.name),
  );
}

/**
 * Groups of pods that differ in their names alone as one, which bears the name that comes first: they are packed in one go. Pods of
 * which no two may share a node are left as they are, for two of different workloads may.
 */
export function merged(groups: readonly PodGroup[]): readonly PodGroup[] {
  const bySize = new Map<string, PodGroup>();
  for (const group of groups) {
    const { name, milliCpu, memoryMib, gpus, spread } = group;
    const key = `${spread === 'nodes' ? name : ''} ${milliCpu} ${memoryMib} ${gpus} ${spread}`;
    const same = bySize.get(key);
    const first = same !== undefined && compareText(same.name, name) < 0 ? same : group;
    bySize.set(key, { ...first, replicas: group.replicas + (same?.replicas ?? 0) });
  }
  return [...bySize.values()];
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
