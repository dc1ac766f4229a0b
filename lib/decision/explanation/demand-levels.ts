import { capacityOf } from '../request/capacity-of';
import { MOST_CPU, MOST_GPUS, MOST_MEMORY_GIB, MOST_PODS } from '../request/capacity-schema';
import type { Capacity, Planning } from '../request/types';
import type { ClusterContext } from '../types';

export const DEMAND_LEVELS = ['low', 'mid', 'high'] as const;

/** Without growth: how wrong a guess of the demand usually is, either way. An assumption of this project. */
const GUESS = [0.75, 1, 1.25] as const;
const MONTHS_PER_YEAR = 12;

/**
 * The demand of the worlds as a multiple of that of today, the least first: three quarters, as asked and five quarters; or, with growth,
 * that of today, in the middle and at the end of the horizon.
 */
export function demandFactors({ growthPercentPerYear, horizonMonths }: Planning): readonly number[] {
  if (growthPercentPerYear === 0) return GUESS;
  const yearly = 1 + growthPercentPerYear / 100;
  return [0, horizonMonths / 2, horizonMonths]
    .map((months) => tidy(yearly ** (months / MONTHS_PER_YEAR)))
    .sort((left, right) => left - right);
}

/**
 * The same question for another demand, without growth on top. Totals are multiplied; of pod shapes there are more or fewer replicas, whole
 * ones and rounded up. Volumes of traffic stay as they are.
 */
export function withDemand(context: ClusterContext, factor: number): ClusterContext {
  const { cluster } = context;
  return {
    ...context,
    cluster: {
      ...cluster,
      capacity: scaled(cluster.capacity, factor),
      planning: { ...cluster.planning, growthPercentPerYear: 0 },
    },
  };
}

/**
 * Whether a demand is more than a request may ask of one cluster. Growth over many years gets there, and the search for machines would walk
 * through millions of nodes.
 */
export function isBeyondOneCluster({ cpu, memoryGib, pods, gpus }: Capacity): boolean {
  return cpu > MOST_CPU || memoryGib > MOST_MEMORY_GIB || pods > MOST_PODS || (gpus?.count ?? 0) > MOST_GPUS;
}

function scaled(capacity: Capacity, factor: number): Capacity {
  const shapes = Object.entries(capacity.workloads);
  if (shapes.length > 0) {
    return capacityOf({
      ...capacity,
      workloads: Object.fromEntries(
        shapes.map(([name, shape]) => [name, { ...shape, replicas: whole(shape.replicas * factor) }]),
      ),
    });
  }
  return {
    ...capacity,
    cpu: tidy(capacity.cpu * factor),
    memoryGib: tidy(capacity.memoryGib * factor),
    pods: whole(capacity.pods * factor),
    ...(capacity.gpus !== undefined && {
      gpus: { ...capacity.gpus, count: whole(capacity.gpus.count * factor) },
    }),
  };
}

function whole(amount: number): number {
  return Math.ceil(tidy(amount));
}

/** To the sixth decimal: the dust of binary fractions would be rounded up to a pod more. */
function tidy(amount: number): number {
  return Math.round(amount * 1e6) / 1e6;
}
