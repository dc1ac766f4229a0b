import { leastAssignment } from './assignment';
import type { Partition } from './groups';
import type { SearchState } from './state';

/** A weight of every option, by cluster and option. */
export type WeightsOfOptions = readonly (readonly number[])[];

/**
 * What the clusters that are still open cost at least, by some weight: the greatest of what the partitions say. `Infinity` when one of them
 * has nothing left, or a group has fewer columns than members.
 */
export function leastOfOpen(
  state: SearchState,
  partitions: readonly Partition[],
  weights: WeightsOfOptions,
): number {
  let least = 0;
  for (const cluster of state.open) {
    least += leastOf(state, cluster, weights);
    if (least === Number.POSITIVE_INFINITY) return least;
  }
  for (const partition of partitions) {
    const bound = leastOfPartition(state, partition, weights);
    if (bound > least) least = bound;
    if (least === Number.POSITIVE_INFINITY) return least;
  }
  return least;
}

function leastOf(state: SearchState, cluster: number, weights: WeightsOfOptions): number {
  const line = weights[cluster] ?? [];
  let least = Number.POSITIVE_INFINITY;
  for (let option = 0; option < line.length; option += 1) {
    const weight = line[option] ?? Number.POSITIVE_INFINITY;
    if (weight < least && state.isFree(cluster, option)) least = weight;
  }
  return least;
}

function leastOfPartition(state: SearchState, partition: Partition, weights: WeightsOfOptions): number {
  let total = 0;
  for (const group of partition.groups) {
    const open = group.filter((cluster) => state.open.has(cluster));
    total +=
      open.length === 1 && open[0] !== undefined
        ? leastOf(state, open[0], weights)
        : leastAssignment(costsOf(state, open, partition, weights));
  }
  return total;
}

/** The least weight of each cluster in each column, of the columns that anybody can have. */
function costsOf(
  state: SearchState,
  clusters: readonly number[],
  { columns, columnCount }: Partition,
  weights: WeightsOfOptions,
): readonly (readonly number[])[] {
  const position = new Int32Array(columnCount).fill(-1);
  let used = 0;
  const sparse = clusters.map((cluster) => {
    const cells: [number, number][] = [];
    const line = weights[cluster] ?? [];
    for (let option = 0; option < line.length; option += 1) {
      if (!state.isFree(cluster, option)) continue;
      const column = columns[cluster]?.[option] ?? 0;
      if (position[column] === -1) {
        position[column] = used;
        used += 1;
      }
      cells.push([position[column] ?? 0, line[option] ?? Number.POSITIVE_INFINITY]);
    }
    return cells;
  });
  return sparse.map((cells) => {
    const row = new Array<number>(used).fill(Number.POSITIVE_INFINITY);
    for (const [column, weight] of cells) row[column] = Math.min(row[column] ?? weight, weight);
    return row;
  });
}
