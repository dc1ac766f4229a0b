import type { MicroUsd } from '../../catalog/types';
import type { MixProblem, NodeShape } from './mix';

/**
 * What no mix of these shapes at all could undercut, of however many types and architectures: each resource by itself, at the
 * least money there is for a unit of it, in fractions of nodes. The dearest of these, for all zones, rounded down.
 */
export function lowerBound(problem: MixProblem, shapes: readonly NodeShape[]): MicroUsd {
  const { need, gpus = 0, zones } = problem;
  const { perMilliCpu, perMib, perPod, perGpu } = leastOf(shapes);
  return Math.floor(
    zones *
      Math.max(
        times(need.milliCpu, perMilliCpu),
        times(need.memoryMib, perMib),
        times(need.pods, perPod),
        times(gpus, perGpu),
      ),
  );
}

/** The least money that there is a unit of each resource for. */
interface LeastMoney {
  readonly perMilliCpu: number;
  readonly perMib: number;
  readonly perPod: number;
  readonly perGpu: number;
}

/** By the list of shapes, for as long as somebody holds it: a region is sized for several numbers of zones. */
const leastKnown = new WeakMap<readonly NodeShape[], LeastMoney>();

function leastOf(shapes: readonly NodeShape[]): LeastMoney {
  const known = leastKnown.get(shapes);
  if (known !== undefined) return known;
  let perMilliCpu = Number.POSITIVE_INFINITY;
  let perMib = Number.POSITIVE_INFINITY;
  let perPod = Number.POSITIVE_INFINITY;
  let perGpu = Number.POSITIVE_INFINITY;
  for (const { offers, monthlyMicroUsd, gpus = 0 } of shapes) {
    if (offers.milliCpu <= 0 || offers.memoryMib <= 0 || offers.pods <= 0) continue;
    perMilliCpu = Math.min(perMilliCpu, monthlyMicroUsd / offers.milliCpu);
    perMib = Math.min(perMib, monthlyMicroUsd / offers.memoryMib);
    perPod = Math.min(perPod, monthlyMicroUsd / offers.pods);
    if (gpus > 0) perGpu = Math.min(perGpu, monthlyMicroUsd / gpus);
  }
  const least = { perMilliCpu, perMib, perPod, perGpu };
  leastKnown.set(shapes, least);
  return least;
}

/** Nothing needed costs nothing, even where nothing is offered. */
function times(need: number, each: number): number {
  return need > 0 ? need * each : 0;
}
