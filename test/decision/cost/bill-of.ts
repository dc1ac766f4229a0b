import type { Catalog } from '../../../lib/catalog/types';
import type { Candidate, ClusterContext, Cost, CostLine, SizedPool, Sizing } from '../../../lib/decision';
import type { Accounts, ClusterRequest, Site } from '../../../lib/decision/request/types';
import { type Changes, clusterWith } from '../constraints/evaluate';
import { candidateOf, contextOf, FRANKFURT } from '../requests';
import { WIDE } from '../wide-catalog';

export interface Around {
  readonly catalog?: Catalog;
  readonly site?: Site;
  readonly accounts?: Partial<Accounts>;
  /** Keys of all clusters of the request; the first is priced unless `key` names another. */
  readonly clusters?: readonly string[];
  readonly key?: string;
}

/** Nodes of one pool: what a bill is made of, whoever sized them. */
export function pool(
  machineType: string,
  nodes: number,
  { name = 'main', interruptible = false }: { readonly name?: string; readonly interruptible?: boolean } = {},
): SizedPool {
  return {
    name,
    machineType,
    architecture: 'amd64',
    nodesPerZone: nodes,
    nodes,
    microUsdPerHour: 0,
    interruptible,
  };
}

export function sizedOf(pools: readonly SizedPool[]): Extract<Sizing, { kind: 'sized' }> {
  const room = { milliCpu: 6000, memoryMib: 24 * 1024, pods: 60 };
  return { kind: 'sized', pools, allocatable: room, afterZoneLoss: room };
}

export function around(
  changes: Changes,
  {
    catalog = WIDE,
    site = FRANKFURT,
    accounts = {},
    clusters = ['api'],
    key = clusters[0] ?? 'api',
  }: Around = {},
): ClusterContext {
  const cluster: ClusterRequest = clusterWith(changes);
  const context = contextOf(cluster, { catalog, sites: { frankfurt: site } });
  return {
    ...context,
    clusterKey: key,
    request: {
      ...context.request,
      clusters: Object.fromEntries(clusters.map((name) => [name, cluster])),
      accounts: { commitments: {}, quotas: {}, ...accounts },
    },
  };
}

/** What a candidate costs with these nodes. */
export function costOf(
  id: string,
  pools: readonly SizedPool[],
  changes: Changes = {},
  surroundings: Around = {},
): Cost {
  const context = around(changes, surroundings);
  return priceOf(candidateOf(context, id), sizedOf(pools), context);
}

export function priceOf(candidate: Candidate, sizing: Sizing, context: ClusterContext): Cost {
  const profile = context.profiles.find(({ id }) => id === candidate.platform);
  if (profile === undefined) throw new Error(`no platform '${candidate.platform}'`);
  return profile.price(candidate, sizing, context);
}

export type Row = readonly [
  id: string,
  quantity: number,
  unit: number,
  sum: number,
  low: number,
  high: number,
];

/** Id, quantity, unit price, sum, low and high of each line. */
export const rows = ({ lines }: Cost): readonly Row[] =>
  lines.map((line) => [
    line.id,
    line.quantity,
    line.unitMicroUsd,
    line.monthlyMicroUsd,
    line.range.low,
    line.range.high,
  ]);

export const labels = ({ lines }: Cost): readonly string[] => lines.map((line) => line.label);

export const kinds = ({ lines }: Cost): readonly string[] => lines.map((line) => line.kind);

export function lineOf({ lines }: Cost, id: string): CostLine {
  const found = lines.find((line) => line.id === id);
  if (found === undefined) throw new Error(`no line '${id}'`);
  return found;
}

/** Volumes of a workload that uses all that costs. */
export const TRAFFIC = {
  internetEgressGib: 400,
  natGib: 300,
  crossZoneGib: 1500,
  persistentStorageGib: 600.5,
  loadBalancers: 2,
  logGib: 50,
};
