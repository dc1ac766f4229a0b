import type { Path } from '../../../document/finding';
import { firstSentence } from '../../../document/wording';
import { totalsOf } from '../capacity-of';
import {
  cpu,
  gpuCount,
  MOST_CPU,
  MOST_MEMORY_GIB,
  MOST_PODS,
  memoryGib,
  pods,
  workloadSchema,
  writtenCapacitySchema,
} from '../capacity-schema';
import type { Workload } from '../types';
import type { RequestView } from './view';

const TOTALS = { cpu, memoryGib, pods } as const;
const EXAMPLES = { cpu: 24, memoryGib: 96, pods: 200 } as const;

/** Totals or pod shapes, and never the same thing twice. */
export function checkCapacity(view: RequestView): void {
  for (const cluster of view.clusters) {
    const capacity = [...cluster, 'capacity'];
    if (view.node(capacity)?.kind !== 'map') continue;
    const names = view.keys([...capacity, 'workloads']);
    const workloads = view.node([...capacity, 'workloads']);
    if (names.length > 0) checkShapes(view, capacity, names);
    // what was meant by a value that is no map cannot be told
    else if (workloads === undefined || workloads.kind === 'map') checkTotals(view, capacity);
  }
}

function checkTotals(view: RequestView, capacity: Path): void {
  const absent = (['cpu', 'memoryGib', 'pods'] as const).filter(
    (key) => view.node([...capacity, key]) === undefined,
  );
  const misspelt = view.keys(capacity).some((key) => !Object.hasOwn(writtenCapacitySchema.shape, key));
  if (absent.length === 3 && !misspelt) {
    view.reportKey(
      capacity,
      `must give totals ('cpu', 'memoryGib' and 'pods') or pod shapes ('workloads'); found neither; write it like { cpu: 24, memoryGib: 96, pods: 200 } or { workloads: { web: { replicas: 6, cpu: 2, memoryGib: 4 } } }`,
    );
  } else {
    for (const key of absent) {
      view.reportMissing(
        [...capacity, key],
        `is missing (${firstSentence(TOTALS[key].description ?? key)}); add it, for instance '${key}: ${EXAMPLES[key]}', or give pod shapes in 'workloads'`,
      );
    }
  }
  checkLargestPod(view, capacity);
  const gpus = view.node([...capacity, 'gpus']);
  if (gpus?.kind !== 'map') return;
  const count = [...capacity, 'gpus', 'count'];
  if (view.node(count) === undefined) {
    view.reportMissing(count, `is missing (accelerators, all together); add it, for instance 'count: 4'`);
  }
  checkClasses(view, capacity, `'gpus' asks for accelerators`);
}

/** The largest pod is one of the pods. */
function checkLargestPod(view: RequestView, capacity: Path): void {
  for (const key of ['cpu', 'memoryGib'] as const) {
    const largest = [...capacity, 'largestPod', key];
    const ofPod = view.valid(largest, TOTALS[key]);
    const ofAll = view.valid([...capacity, key], TOTALS[key]);
    if (ofPod !== undefined && ofAll !== undefined && ofPod > ofAll) {
      view.reportValue(
        largest,
        `must be at most 'capacity.${key}' (${ofAll}), which counts all pods together; found ${ofPod}`,
      );
    }
  }
}

function checkShapes(view: RequestView, capacity: Path, names: readonly string[]): void {
  for (const key of ['cpu', 'memoryGib', 'pods', 'largestPod'] as const) {
    if (view.node([...capacity, key]) === undefined) continue;
    view.reportKey(
      [...capacity, key],
      `must not stand beside 'workloads', which '${key}' is taken from; remove it, or remove 'workloads' and give totals`,
    );
  }
  if (view.node([...capacity, 'interruptiblePercent']) !== undefined) {
    view.reportKey(
      [...capacity, 'interruptiblePercent'],
      `must not stand beside 'workloads'; remove it and say 'interruptible: true' in each workload that may be taken away`,
    );
  }
  const count = [...capacity, 'gpus', 'count'];
  if (view.node(count) !== undefined) {
    view.reportKey(
      count,
      `must not stand beside 'workloads'; remove it and say with 'gpus' in each workload how many a pod needs`,
    );
  }
  const shapes = names.map((name) => view.valid([...capacity, 'workloads', name], workloadSchema));
  // with a shape that is wrong in itself nothing can be counted
  const known = shapes.filter((shape) => shape !== undefined);
  if (known.length === shapes.length) checkSums(view, capacity, known);
}

function checkSums(view: RequestView, capacity: Path, shapes: readonly Workload[]): void {
  const totals = totalsOf(shapes);
  for (const [sum, most, unit] of [
    [totals.cpu, MOST_CPU, 'vCPU'],
    [totals.memoryGib, MOST_MEMORY_GIB, 'GiB'],
    [totals.pods, MOST_PODS, 'pods'],
  ] as const) {
    if (sum <= most) continue;
    view.reportKey(
      [...capacity, 'workloads'],
      `must add up to at most ${most} ${unit}; found ${sum}; write several clusters`,
    );
  }
  if (totals.gpus > 0) {
    if (!gpuCount.safeParse(totals.gpus, { jitless: true }).success) {
      view.reportKey(
        [...capacity, 'workloads'],
        `must add up to at most 40000 accelerators; found ${totals.gpus}; write several clusters`,
      );
    }
    checkClasses(view, capacity, `'workloads' ask for accelerators`);
  } else if (view.node([...capacity, 'gpus'])?.kind === 'map') {
    view.reportKey(
      [...capacity, 'gpus'],
      `needs a workload with accelerators; found none; add 'gpus: 1' to one, or remove it`,
    );
  }
}

/** GPU machines are added to classes that nobody lists; a list says what may be chosen, and is believed. */
function checkClasses(view: RequestView, capacity: Path, because: string): void {
  const classes = [...capacity, 'machineClasses'];
  if (view.node(classes)?.kind !== 'list') return;
  if (view.entries(classes).some((entry) => view.text(entry) === 'gpu')) return;
  view.reportValue(
    classes,
    `must hold 'gpu', since ${because}; add it, or leave 'machineClasses' out and it is added by itself`,
  );
}
