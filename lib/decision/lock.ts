import type { MicroUsd } from '../catalog/types';
import { compareText } from '../values';
import type { Assessment, ClusterDecision, Decision, Sizing } from './types';

/**
 * What was decided, kept in the repository beside the request, so that a changed price or request never moves a running
 * cluster by itself. Plain data without a clock: the same decision gives the same lock.
 */
export interface DecisionLock {
  readonly schema: 'kubewhere/lock/v1';
  readonly request: { readonly name: string; readonly hash: string };
  readonly catalog: { readonly asOf: string; readonly hash: string };
  readonly clusters: Readonly<Record<string, LockedCluster>>;
}

/** One cluster of a lock. */
export interface LockedCluster {
  /** Id of the candidate that is built. */
  readonly candidate: string;
  /** Money plus hours times rate, a month, at the prices of then; absent when no price was known. */
  readonly objectiveMicroUsd?: MicroUsd;
  readonly hoursPerMonth: number;
  /** Constraints that were refuted when it was locked, which only an override accepts: they do not break the lock later. */
  readonly accepted: readonly string[];
  /** Hash of the demand that the pools were sized for. While it is the same the pools stay, though prices change. */
  readonly sizedFor: string;
  readonly sizing: Extract<Sizing, { kind: 'sized' }>;
}

/**
 * The lock of a decision. A cluster for which nothing was decided keeps its entry of the previous lock, so that an
 * infeasible day does not unlock it; a cluster that left the request leaves the lock.
 */
export function createLock(decision: Decision, previous?: DecisionLock): DecisionLock {
  const clusters: Record<string, LockedCluster> = {};
  for (const [key, cluster] of Object.entries(decision.clusters).sort(([a], [b]) => compareText(a, b))) {
    const locked = lockedCluster(cluster) ?? lockedIn(previous, key);
    if (locked !== undefined) clusters[key] = locked;
  }
  return {
    schema: 'kubewhere/lock/v1',
    request: { name: decision.request.name, hash: decision.request.hash },
    catalog: { asOf: decision.catalog.asOf, hash: decision.catalog.hash },
    clusters,
  };
}

/** The entry of a cluster in a lock; `undefined` when it has none. */
export function lockedIn(lock: DecisionLock | undefined, clusterKey: string): LockedCluster | undefined {
  return lock !== undefined && Object.hasOwn(lock.clusters, clusterKey)
    ? lock.clusters[clusterKey]
    : undefined;
}

function lockedCluster(cluster: ClusterDecision): LockedCluster | undefined {
  const chosen = cluster.assessments.find(({ candidate }) => candidate.id === cluster.chosen);
  if (cluster.outcome !== 'decided' || chosen?.sizing.kind !== 'sized') return undefined;
  return {
    candidate: chosen.candidate.id,
    ...(chosen.objectiveMicroUsd !== undefined && { objectiveMicroUsd: chosen.objectiveMicroUsd }),
    hoursPerMonth: chosen.hours.hoursPerMonth,
    accepted: refuted(chosen),
    sizedFor: cluster.sizedFor ?? '',
    sizing: chosen.sizing,
  };
}

function refuted({ findings }: Assessment): readonly string[] {
  return findings.filter((finding) => finding.verdict === 'refuted').map((finding) => finding.constraint);
}
