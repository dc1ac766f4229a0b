import type { Network } from './network';
import { APART } from './spot';
import type { JointCluster, JointOption } from './types';

/** What the members of a group all differ in, pair by pair. */
type Difference = 'provider' | 'jurisdiction' | 'place' | 'exclusive place';

/**
 * All clusters in groups, such that within a group no two may have the same column. Giving each member a column of its own at
 * least cost is then less or equal to what any answer costs.
 */
export interface Partition {
  readonly groups: readonly (readonly number[])[];
  /** Column of each option, by cluster and option; what can be shared has a column of its own for every cluster. */
  readonly columns: readonly (readonly number[])[];
  readonly columnCount: number;
}

/** One partition for each difference that any two clusters must have. */
export function partitionsOf(clusters: readonly JointCluster[], network: Network): readonly Partition[] {
  const differences: readonly Difference[] = ['provider', 'jurisdiction', 'place', 'exclusive place'];
  const partitions: Partition[] = [];
  for (const difference of differences) {
    const groups = groupsBy(network, difference);
    if (groups.every((group) => group.length === 1)) continue;
    partitions.push({ groups, ...columnsOf(clusters, difference) });
  }
  return partitions;
}

/** Greedy cliques in the order of the clusters. */
function groupsBy(network: Network, difference: Difference): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (let index = 0; index < network.apart.length; index += 1) {
    const home = groups.find((group) => group.every((member) => differ(network, member, index, difference)));
    if (home === undefined) groups.push([index]);
    else home.push(index);
  }
  return groups;
}

function differ({ apart, rivals }: Network, one: number, other: number, difference: Difference): boolean {
  const bits = apart[one]?.[other] ?? 0;
  switch (difference) {
    case 'provider':
      return (bits & APART.provider) !== 0;
    case 'jurisdiction':
      return (bits & APART.jurisdiction) !== 0;
    case 'place':
      return bits !== 0;
    case 'exclusive place':
      return bits !== 0 || rivals[one]?.[other] === true;
  }
}

function columnsOf(
  clusters: readonly JointCluster[],
  difference: Difference,
): Pick<Partition, 'columns' | 'columnCount'> {
  const numbers = new Map<string, number>();
  const columns = clusters.map(({ key, options }) =>
    options.map((option) => {
      const name = columnName(option, difference) ?? `only ${key}`;
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, numbers.size);
      return numbers.size - 1;
    }),
  );
  return { columns, columnCount: numbers.size };
}

function columnName({ spot }: JointOption, difference: Difference): string | undefined {
  switch (difference) {
    case 'provider':
      return spot.provider;
    case 'jurisdiction':
      return spot.jurisdiction;
    case 'place':
      return spot.place;
    case 'exclusive place':
      return spot.exclusive ? spot.place : undefined;
  }
}
