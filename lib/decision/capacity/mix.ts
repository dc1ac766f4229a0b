import type { MicroUsd } from '../../catalog/types';
import { compareText } from '../../values';
import type { Resources } from './demand';

/** A machine type in one region, as the sizing sees it. */
export interface NodeShape {
  readonly machineType: string;
  readonly architecture: 'amd64' | 'arm64';
  /** What one node offers to the workload: allocatable, less the agents on every node. */
  readonly offers: Resources;
  /** All money of a month that grows with each node: machine and root disk. */
  readonly monthlyMicroUsd: MicroUsd;
}

/** What a mix of nodes must do. Every zone has the same mix. */
export interface MixProblem {
  readonly zones: number;
  /** What each zone must hold. */
  readonly need: Resources;
  /** Whether each zone must hold it with its largest node gone. */
  readonly spareNode: boolean;
  /** At least one type of the mix must hold it. */
  readonly largestPod: Resources | undefined;
  /** Money of a month that depends on the number of all nodes but is not a price for each, such as a fee with a cap. Never falls. */
  feeOf(nodes: number): MicroUsd;
}

/** Nodes of one or two types; `perZone` of each in every zone. Types in code-unit order of their names. */
export interface Mix {
  readonly entries: readonly { readonly shape: NodeShape; readonly perZone: number }[];
  readonly nodes: number;
  readonly monthlyMicroUsd: MicroUsd;
}

export function mixOf(
  problem: MixProblem,
  entries: readonly { readonly shape: NodeShape; readonly perZone: number }[],
): Mix {
  const nodes = problem.zones * entries.reduce((sum, entry) => sum + entry.perZone, 0);
  const perZone = entries.reduce((sum, entry) => sum + entry.perZone * entry.shape.monthlyMicroUsd, 0);
  return {
    entries: [...entries].sort((left, right) => compareText(left.shape.machineType, right.shape.machineType)),
    nodes,
    monthlyMicroUsd: problem.zones * perZone + problem.feeOf(nodes),
  };
}

/** A total order: less money, then fewer nodes, then fewer of the type that comes first by name. */
export function compareMixes(left: Mix, right: Mix): number {
  if (left.monthlyMicroUsd !== right.monthlyMicroUsd) return left.monthlyMicroUsd - right.monthlyMicroUsd;
  if (left.nodes !== right.nodes) return left.nodes - right.nodes;
  const names = [...left.entries, ...right.entries].map((entry) => entry.shape.machineType).sort(compareText);
  for (const name of names) {
    const difference = countOf(left, name) - countOf(right, name);
    if (difference !== 0) return difference;
  }
  return 0;
}

function countOf(mix: Mix, machineType: string): number {
  return mix.entries.find((entry) => entry.shape.machineType === machineType)?.perZone ?? 0;
}
