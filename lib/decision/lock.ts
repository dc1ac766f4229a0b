import type { MicroUsd } from '../catalog/types';
import { compareText } from '../values';
import { failuresOf, standsInTheWay } from './reasons';
import type { Assessment, ClusterDecision, Decision, Finding, Sizing } from './types';

/**
 * Counts what the decision means: raised when the same request and the same facts may be decided otherwise than before, so that
 * a lock tells a changed engine from changed prices.
 */
export const ENGINE_VERSION = 1;

/**
 * What was decided, kept in the repository beside the request, so that a changed price or request never moves a running
 * cluster by itself. Plain data without a clock: the same decision gives the same lock.
 */
export interface DecisionLock {
  readonly schema: 'kubewhere/lock/v1';
  /** {@link ENGINE_VERSION} of the decision; absent in the first locks. */
  readonly engine?: number;
  readonly request: { readonly name: string; readonly hash: string };
  /** `overlay` is the hash of the user's own prices and facts; absent without any. */
  readonly catalog: { readonly asOf: string; readonly hash: string; readonly overlay?: string };
  readonly clusters: Readonly<Record<string, LockedCluster>>;
}

/** One cluster of a lock. What is absent was not known, or not kept by the version that wrote it. */
export interface LockedCluster {
  /** Id of the candidate that is built. */
  readonly candidate: string;
  /** Money plus hours times rate, a month, at the prices of then; absent when no price was known. */
  readonly objectiveMicroUsd?: MicroUsd;
  readonly moneyMicroUsd?: MicroUsd;
  readonly hoursPerMonth: number;
  /** Its score in millionths, where the request gave weights. */
  readonly scorePpm?: number;
  /** Constraints that were refuted when it was locked, which only an override or an acceptance lets pass: they do not break the lock later. */
  readonly accepted: readonly string[];
  /** Constraints whose verdict was not known when it was locked. */
  readonly unknown?: readonly string[];
  /** Why it was accepted, in the words of whoever did. */
  readonly acceptedReason?: string;
  /** Reasons that the request gave for rules that it does not pass, by constraint. */
  readonly overrides?: Readonly<Record<string, string>>;
  /** What it was chosen from. */
  readonly considered?: Considered;
  /** Hash of the demand that the pools were sized for. While it is the same the pools stay, though prices change. */
  readonly sizedFor: string;
  readonly sizing: LockedSizing;
}

/** Candidates in numbers, so that a reviewer sees in the change of a lock what shut places out. */
export interface Considered {
  readonly candidates: number;
  readonly feasible: number;
  /** How many candidates each constraint stood in the way of; those that stood in nobody's are left out. */
  readonly failed: Readonly<Record<string, number>>;
}

/** Nodes without the money that they were compared by, which is of another day. */
export type LockedSizing = Omit<
  Extract<Sizing, { kind: 'sized' }>,
  'lowerBoundMicroUsd' | 'nodesMicroUsd' | 'packing'
>;

/**
 * The lock of a decision. A cluster for which nothing was decided keeps its entry of the previous lock, so that an
 * infeasible day does not unlock it; a cluster that left the request leaves the lock. What was accepted stays accepted, with its reason, while
 * the cluster stays where it is.
 */
export function createLock(decision: Decision, previous?: DecisionLock): DecisionLock {
  const clusters: Record<string, LockedCluster> = {};
  for (const [key, cluster] of Object.entries(decision.clusters).sort(([a], [b]) => compareText(a, b))) {
    const before = lockedIn(previous, key);
    const locked = lockedCluster(cluster, before) ?? before;
    if (locked !== undefined) clusters[key] = locked;
  }
  const { name, hash } = decision.request;
  const { asOf, hash: catalogHash, overlay } = decision.catalog;
  return {
    schema: 'kubewhere/lock/v1',
    engine: ENGINE_VERSION,
    request: { name, hash },
    catalog: { asOf, hash: catalogHash, ...(overlay !== undefined && { overlay }) },
    clusters,
  };
}

/** The entry of a cluster in a lock; `undefined` when it has none. */
export function lockedIn(lock: DecisionLock | undefined, clusterKey: string): LockedCluster | undefined {
  return lock !== undefined && Object.hasOwn(lock.clusters, clusterKey)
    ? lock.clusters[clusterKey]
    : undefined;
}

function lockedCluster(
  cluster: ClusterDecision,
  before: LockedCluster | undefined,
): LockedCluster | undefined {
  const chosen = cluster.assessments.find(({ candidate }) => candidate.id === cluster.chosen);
  // nodes that nobody sizes cannot be kept either
  if (cluster.outcome !== 'decided' || chosen?.sizing.kind !== 'sized' || chosen.sizing.pools.length === 0) {
    return undefined;
  }
  const { sizing, findings, cost, objectiveMicroUsd, scorePpm, hours } = chosen;
  const { lowerBoundMicroUsd: _bound, nodesMicroUsd: _nodes, packing: _packing, ...kept } = sizing;
  const reason = reasonOf(cluster, before);
  const unknown = idsOf(findings, 'unknown');
  const overrides = Object.fromEntries(
    findings.flatMap(({ constraint, overridden }) =>
      overridden === undefined ? [] : [[constraint, overridden]],
    ),
  );
  return {
    candidate: chosen.candidate.id,
    ...(objectiveMicroUsd !== undefined && { objectiveMicroUsd }),
    ...(cost.kind === 'priced' && { moneyMicroUsd: cost.monthlyMicroUsd }),
    hoursPerMonth: hours.hoursPerMonth,
    ...(scorePpm !== undefined && { scorePpm }),
    accepted: idsOf(findings, 'refuted'),
    ...(unknown.length > 0 && { unknown }),
    ...(reason !== undefined && { acceptedReason: reason }),
    ...(Object.keys(overrides).length > 0 && { overrides }),
    considered: consider(cluster.assessments),
    sizedFor: cluster.sizedFor ?? '',
    sizing: kept,
  };
}

function reasonOf(
  { choice, chosen }: ClusterDecision,
  before: LockedCluster | undefined,
): string | undefined {
  if (choice?.by === 'accepted') return choice.reason;
  return before?.candidate === chosen ? before?.acceptedReason : undefined;
}

/** Constraints of that verdict which stand in the way. */
function idsOf(findings: readonly Finding[], verdict: 'refuted' | 'unknown'): readonly string[] {
  return findings.filter((finding) => standsInTheWay(finding) && finding.verdict === verdict).map(idOf);
}

function idOf({ constraint }: Finding): string {
  return constraint;
}

function consider(assessments: readonly Assessment[]): Considered {
  const failed: Record<string, number> = {};
  for (const { findings } of assessments) {
    for (const { constraint } of failuresOf(findings)) failed[constraint] = (failed[constraint] ?? 0) + 1;
  }
  return {
    candidates: assessments.length,
    feasible: assessments.filter(({ feasible }) => feasible).length,
    failed: Object.fromEntries(Object.entries(failed).sort(([a], [b]) => compareText(a, b))),
  };
}
