import type { Bins, PodGroup, Room } from './packing';

/** Nodes next to one another in the order of filling that have the same room left. */
interface Run {
  milliCpu: number;
  memoryMib: number;
  pods: number;
  gpus: number;
  count: number;
}

/** Runs next to one another, and the most that any of them has left: a pod that needs more looks at none. */
interface Block {
  readonly runs: Run[];
  milliCpu: number;
  memoryMib: number;
}

/** The nodes of one zone. */
type Zone = Block[];

/** Runs of a block, after which it is halved. */
const MOST_RUNS = 24;

/**
 * Whether first-fit-decreasing finds room for every pod. `zones` are the nodes of each zone that stands, in the order of
 * filling. Yes is certain, for the packing is at hand; no means that this way found none.
 *
 * - `zones`: as many in every zone, and one more in as many zones as the number does not divide by.
 * - `nodes`: the same, and no two on one node.
 * - `none`: as even as they go, and what finds no room in its zone goes wherever there is some.
 *
 * Equal pods go together, and equal nodes are kept as runs with a count, so that it takes no longer for thousands of nodes and
 * pods than for ten. Nodes that are too full for any pod that is still to come are no longer looked at.
 */
export function packs(zones: readonly (readonly Bins[])[], groups: readonly PodGroup[]): boolean {
  const [first = []] = zones;
  // as long as equal zones hold the same, one of them stands for all
  let alike = zones.every((bins) => bins === first);
  let standing = alike ? [zoneOf(first)] : zones.map(zoneOf);
  const least = leastToCome(groups);
  for (const [index, group] of groups.entries()) {
    const floor = least[index] ?? NO_FLOOR;
    const each = Math.floor(group.replicas / zones.length);
    let over = group.replicas - each * zones.length;
    if (alike && over > 0 && group.spread !== 'none') {
      standing = copies(standing, zones.length);
      alike = false;
    }
    for (const zone of standing) {
      const more = group.spread !== 'none' && over > 0 ? 1 : 0;
      const placed = place(zone, group, each + more, floor);
      if (placed < each && group.spread !== 'none') return false;
      over += (each - placed) * (alike ? zones.length : 1);
    }
    if (group.spread === 'none' && over > 0) {
      if (alike) standing = copies(standing, zones.length);
      alike = false;
      for (const zone of standing) {
        if (over > 0) over -= place(zone, group, over, floor);
      }
    }
    if (over > 0) return false;
  }
  return true;
}

type Floor = Omit<Room, 'pods'>;

const NO_FLOOR: Floor = { milliCpu: 0, memoryMib: 0, gpus: 0 };

const floors = new WeakMap<readonly PodGroup[], readonly Floor[]>();

/** For each group the least that any pod of it, or of a group after it, needs. */
function leastToCome(groups: readonly PodGroup[]): readonly Floor[] {
  const known = floors.get(groups);
  if (known !== undefined) return known;
  const reversed: Floor[] = [];
  let floor: Floor | undefined;
  for (const { milliCpu, memoryMib, gpus } of groups.toReversed()) {
    floor = {
      milliCpu: Math.min(milliCpu, floor?.milliCpu ?? milliCpu),
      memoryMib: Math.min(memoryMib, floor?.memoryMib ?? memoryMib),
      gpus: Math.min(gpus, floor?.gpus ?? gpus),
    };
    reversed.push(floor);
  }
  const found = reversed.reverse();
  floors.set(groups, found);
  return found;
}

function zoneOf(bins: readonly Bins[]): Zone {
  const runs = bins
    .filter(({ count }) => count > 0)
    .map(({ offers, gpus, count }): Run => {
      const { milliCpu, memoryMib, pods } = offers;
      return { milliCpu, memoryMib, pods, gpus, count };
    });
  return [blockOf(runs)];
}

function blockOf(runs: Run[]): Block {
  const block = { runs, milliCpu: 0, memoryMib: 0 };
  measure(block);
  return block;
}

function measure(block: Block): void {
  let mostCpu = 0;
  let mostMemory = 0;
  for (const { milliCpu, memoryMib } of block.runs) {
    if (milliCpu > mostCpu) mostCpu = milliCpu;
    if (memoryMib > mostMemory) mostMemory = memoryMib;
  }
  block.milliCpu = mostCpu;
  block.memoryMib = mostMemory;
}

function copies([zone = []]: readonly Zone[], count: number): Zone[] {
  return Array.from({ length: count }, () =>
    zone.map(
      ({ runs, milliCpu, memoryMib }): Block => ({
        runs: runs.map((run) => copyOf(run, run.count)),
        milliCpu,
        memoryMib,
      }),
    ),
  );
}

/** Puts up to `wanted` pods into the first nodes that have room, and says how many found some. */
function place(zone: Zone, group: PodGroup, wanted: number, floor: Floor): number {
  let left = wanted;
  for (let at = 0; at < zone.length && left > 0; at++) {
    const block = zone[at];
    if (block === undefined) break;
    if (block.milliCpu < group.milliCpu || block.memoryMib < group.memoryMib) continue;
    const rest = placeIn(block.runs, group, left);
    if (rest === left) continue;
    left = rest;
    tidy(zone, at, block, floor);
    // what was taken away is not there to be passed over
    if (zone[at] !== block) at -= 1;
  }
  return wanted - left;
}

/** The pods that found no room. */
function placeIn(runs: Run[], group: PodGroup, wanted: number): number {
  const { milliCpu, memoryMib, gpus, spread } = group;
  let left = wanted;
  for (let at = 0; at < runs.length && left > 0; at++) {
    const run = runs[at];
    if (run === undefined) break;
    if (run.milliCpu < milliCpu || run.memoryMib < memoryMib || run.pods < 1 || run.gpus < gpus) continue;
    let most = 1;
    if (spread !== 'nodes') {
      most = run.pods;
      if (milliCpu > 0) most = Math.min(most, Math.floor(run.milliCpu / milliCpu));
      if (memoryMib > 0) most = Math.min(most, Math.floor(run.memoryMib / memoryMib));
      if (gpus > 0) most = Math.min(most, Math.floor(run.gpus / gpus));
    }
    if (left < most * run.count) {
      split(runs, at, run, group, left, most);
      return 0;
    }
    left -= most * run.count;
    take(run, group, most);
  }
  return left;
}

/** Takes away nodes that are too full for whatever is still to come, and halves a block that has become long. */
function tidy(zone: Zone, at: number, block: Block, floor: Floor): void {
  const { runs } = block;
  let kept = 0;
  for (const run of runs) {
    if (isFull(run, floor)) continue;
    runs[kept] = run;
    kept += 1;
  }
  runs.length = kept;
  if (kept === 0) zone.splice(at, 1);
  else if (kept > MOST_RUNS) zone.splice(at + 1, 0, blockOf(runs.splice(kept >> 1)));
  measure(block);
}

function isFull({ milliCpu, memoryMib, pods, gpus }: Run, floor: Floor): boolean {
  return milliCpu < floor.milliCpu || memoryMib < floor.memoryMib || pods < 1 || gpus < floor.gpus;
}

/** So many nodes of the run are filled, the next gets what is left, and the others stay as they are. */
function split(runs: Run[], at: number, run: Run, group: PodGroup, pods: number, most: number): void {
  const full = Math.floor(pods / most);
  const part = pods - full * most;
  const rest = run.count - full - (part > 0 ? 1 : 0);
  if (rest > 0) runs.splice(at + 1, 0, copyOf(run, rest));
  if (part > 0) {
    if (full > 0) {
      const next = copyOf(run, 1);
      take(next, group, part);
      runs.splice(at + 1, 0, next);
    } else {
      run.count = 1;
      take(run, group, part);
    }
  }
  if (full > 0) {
    run.count = full;
    take(run, group, most);
  }
}

/** Written out, for a spread takes several times as long and this runs a million times. */
function copyOf({ milliCpu, memoryMib, pods, gpus }: Run, count: number): Run {
  return { milliCpu, memoryMib, pods, gpus, count };
}

function take(run: Run, group: PodGroup, pods: number): void {
  run.milliCpu -= pods * group.milliCpu;
  run.memoryMib -= pods * group.memoryMib;
  run.pods -= pods;
  run.gpus -= pods * group.gpus;
}
