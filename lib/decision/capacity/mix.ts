import type { MicroUsd } from '../../catalog/types';
import { compareText } from '../../values';
import type { Resources } from './demand';
import type { Packing } from './packing';

/** A machine type in one region, as the sizing sees it. */
export interface NodeShape {
  readonly machineType: string;
  readonly architecture: 'amd64' | 'arm64';
  /** What one node offers to the workload: allocatable, less the agents on every node. */
  readonly offers: Resources;
  /** Accelerators of one node; absent = none. */
  readonly gpus?: number;
  /** All money of a month that grows with each node: machine and root disk. */
  readonly monthlyMicroUsd: MicroUsd;
}

/** What a mix of nodes must do. Every zone has the same mix. */
export interface MixProblem {
  readonly zones: number;
  /** What each zone must hold. */
  readonly need: Resources;
  /** Accelerators that each zone must hold; absent = none. */
  readonly gpus?: number;
  /** Whether each zone must hold it with its largest node gone. */
  readonly spareNode: boolean;
  /** At least one type of the mix must hold it. */
  readonly largestPod: Resources | undefined;
  /** Pods that must also find room one by one, at each of these moments; absent where only sums are known. */
  readonly packings?: readonly Packing[];
}

/** A number of nodes of one type, in every zone. */
export interface MixEntry {
  readonly shape: NodeShape;
  readonly perZone: number;
}

/** Nodes of one or two types; `perZone` of each in every zone. Types in code-unit order of their names. */
export interface Mix {
  readonly entries: readonly MixEntry[];
  readonly nodes: number;
  readonly monthlyMicroUsd: MicroUsd;
  /** Whether nothing that could be better was left out; absent where sums alone were looked at, which are always searched whole. */
  readonly searched?: 'all' | 'best-found';
}

export function mixOf(zones: number, entries: readonly MixEntry[]): Mix {
  let nodes = 0;
  let perZone = 0;
  for (const entry of entries) {
    nodes += zones * entry.perZone;
    perZone += entry.perZone * entry.shape.monthlyMicroUsd;
  }
  return {
    entries: entries.toSorted((left, right) => compareText(left.shape.machineType, right.shape.machineType)),
    nodes,
    monthlyMicroUsd: zones * perZone,
  };
}

/** A total order: less money, then fewer nodes, then fewer of the type that comes first by name. */
export function compareMixes(left: Mix, right: Mix): number {
  if (left.monthlyMicroUsd !== right.monthlyMicroUsd) return left.monthlyMicroUsd - right.monthlyMicroUsd;
  if (left.nodes !== right.nodes) return left.nodes - right.nodes;
  return compareTypes(left.entries, right.entries);
}

/** Fewer of the type that comes first by name, then of the next. */
export function compareTypes(left: readonly MixEntry[], right: readonly MixEntry[]): number {
  const names = [...left, ...right].map((entry) => entry.shape.machineType).sort(compareText);
  for (const name of names) {
    const difference = countOf(left, name) - countOf(right, name);
    if (difference !== 0) return difference;
  }
  return 0;
}

function countOf(entries: readonly MixEntry[], machineType: string): number {
  return entries.find((entry) => entry.shape.machineType === machineType)?.perZone ?? 0;
}
