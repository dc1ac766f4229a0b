import type { Catalog, MicroUsd } from '../catalog/types';
import type { Request } from '../decision/request/types';
import type { Decision } from '../decision/types';
import { buildCluster } from './private/build-cluster';
import { byCodeUnit } from './private/order';
import type {
  AssumptionRecord,
  ClusterRecord,
  DecisionRecord,
  NotPricedRecord,
  SourceRecord,
  TotalsRecord,
} from './record';

/**
 * Gathers what a page says about a decision. Pure: the three arguments are all it looks at.
 *
 * The request must be the one that was decided, and the catalogue the one it was decided on; a cluster of the
 * decision that the request does not have is left out of `asked` and of the budget, nothing else.
 */
export function buildRecord(decision: Decision, request: Request, catalog: Catalog): DecisionRecord {
  const clusters = Object.entries(decision.clusters)
    .sort(([left], [right]) => byCodeUnit(left, right))
    .map(([key, cluster]) => buildCluster(cluster, request.clusters[key], decision.request.planDate));
  return {
    schema: 'kubewhere/record/v1',
    request: decision.request,
    catalog: decision.catalog,
    clusters,
    totals: totalsOf(clusters),
    joint: decision.joint,
    assumptions: assumptionsOf(clusters),
    notPriced: notPricedOf(clusters),
    sources: sourcesOf(clusters, catalog),
  };
}

function totalsOf(clusters: readonly ClusterRecord[]): TotalsRecord {
  const chosen = clusters.flatMap((cluster) => cluster.chosen ?? []);
  return {
    decided: chosen.length,
    infeasible: clusters.length - chosen.length,
    monthlyMicroUsd: sum(chosen.map((option) => option.monthlyMicroUsd)),
    hoursPerMonth: chosen.reduce((total, option) => total + option.hoursPerMonth, 0),
    objectiveMicroUsd: sum(chosen.map((option) => option.objectiveMicroUsd)),
  };
}

function sum(amounts: readonly (MicroUsd | undefined)[]): MicroUsd | undefined {
  let total = 0;
  for (const amount of amounts) {
    if (amount === undefined) return undefined;
    total += amount;
  }
  return total;
}

function assumptionsOf(clusters: readonly ClusterRecord[]): readonly AssumptionRecord[] {
  const found = new Map<string, { kind: AssumptionRecord['kind']; text: string; clusters: string[] }>();
  for (const { clusterKey, chosen } of clusters) {
    const lines = [
      ...(chosen?.cost ?? []).map(({ kind, label, source }) => ({ kind, text: `${label} (${source})` })),
      ...(chosen?.hours ?? []).map(({ kind, label }) => ({ kind, text: `hours for ${label}` })),
      ...(chosen?.caveats?.assumed ?? []).map((text) => ({ kind: 'assumption' as const, text })),
    ];
    for (const { kind, text } of lines) {
      if (kind !== 'assumption' && kind !== 'estimate') continue;
      const entry = found.get(`${kind} ${text}`) ?? { kind, text, clusters: [] };
      if (!entry.clusters.includes(clusterKey)) entry.clusters.push(clusterKey);
      found.set(`${kind} ${text}`, entry);
    }
  }
  return [...found.entries()].sort(([left], [right]) => byCodeUnit(left, right)).map(([, entry]) => entry);
}

function notPricedOf(clusters: readonly ClusterRecord[]): readonly NotPricedRecord[] {
  const found = new Map<string, string[]>();
  for (const { clusterKey, chosen } of clusters) {
    for (const text of chosen?.caveats?.notPriced ?? []) {
      found.set(text, [...(found.get(text) ?? []), clusterKey]);
    }
  }
  return [...found].map(([text, concerned]) => ({ text, clusters: concerned }));
}

function sourcesOf(clusters: readonly ClusterRecord[], catalog: Catalog): readonly SourceRecord[] {
  const ids = new Set<string>();
  for (const { chosen } of clusters) {
    for (const line of chosen?.cost ?? []) if (line.kind !== 'user') ids.add(line.source);
    for (const finding of chosen?.findings ?? []) for (const source of finding.sources) ids.add(source);
  }
  const known = new Map(catalog.sources.map((source) => [source.id, source]));
  return [...ids].sort(byCodeUnit).map((id) => {
    const source = known.get(id);
    return { id, title: source?.title, reference: source?.reference, asOf: source?.asOf };
  });
}
