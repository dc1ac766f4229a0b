import type { Catalog, MicroUsd } from '../catalog/types';
import { compareText } from '../values';
import { decide } from './decide';
import { type DecisionLock, ENGINE_VERSION, type LockedCluster, lockedIn } from './lock';
import { type MovingCost, movingCost, paysBackAfter } from './moving';
import { BUILT_IN_PROFILES } from './platforms';
import { describeDifference, describeFailures, failuresOf } from './reasons';
import type { Request } from './request/types';
import type { Assessment, ClusterDecision, Decision, JointDecision, PlatformProfile } from './types';

/**
 * What today says of a cluster of a lock.
 *
 * `unchanged`: request, facts and engine are those of the lock. `confirmed`: they are not, and the same candidate is first.
 * `better-exists`: another one is first. `refuted`: it may not stay where it is. `unknown`: a fact about it is missing, so it stays. `new`: the
 * lock does not have it. `gone`: the request does not have it.
 */
export type CheckStatus =
  | 'unchanged'
  | 'confirmed'
  | 'better-exists'
  | 'refuted'
  | 'unknown'
  | 'new'
  | 'gone';

/** A cluster of the lock or the request, checked. */
export interface CheckedCluster {
  readonly clusterKey: string;
  readonly status: CheckStatus;
  /** Id of the candidate of the lock; absent when new. */
  readonly locked?: string;
  /** Id of what would be chosen today without the lock; absent when nothing would. */
  readonly first?: string;
  /** What `first` costs less than the locked one today, money and hours; less than 0 where weights or relations decide. */
  readonly savingMicroUsdPerMonth?: MicroUsd;
  readonly movingCost?: MovingCost;
  /** Whole months; absent when a move never pays for itself, or its cost is not known. */
  readonly paysBackInMonths?: number;
  /** Whether what is saved over `planning.horizonMonths` is more than the move costs. */
  readonly movingPays: boolean;
  /** Sentences: why the status is what it is. */
  readonly reasons: readonly string[];
}

/** The result over all clusters: the gravest of what was found, in the order `refuted`, `not-locked`, `better-exists`, `holds`. */
export type CheckOutcome = 'holds' | 'better-exists' | 'refuted' | 'not-locked';

/** A lock held against today. Plain data, the same for the same input. */
export interface LockCheck {
  readonly schema: 'kubewhere/check/v1';
  readonly outcome: CheckOutcome;
  /** Whether a move is worth it: of any cluster for itself, or of all together where relations or totals tie them. */
  readonly movingPays: boolean;
  /** What has changed since the lock was written. */
  readonly changed: readonly ('request' | 'catalog' | 'overlay' | 'engine')[];
  /** In the order of their keys. */
  readonly clusters: readonly CheckedCluster[];
  /** Notes on all clusters together, with the lock kept to. */
  readonly notes: readonly string[];
}

/** What a check may look at besides request, catalogue and lock. */
export interface CheckOptions {
  /** @default BUILT_IN_PROFILES */
  readonly platforms?: readonly PlatformProfile[];
}

/** Decides twice, with the lock and without, and says what lies between. Moves nothing and writes nothing. */
export function checkLock(
  request: Request,
  catalog: Catalog,
  lock: DecisionLock,
  { platforms = BUILT_IN_PROFILES }: CheckOptions = {},
): LockCheck {
  const kept = decide(request, catalog, { platforms, lock, explain: false });
  const free = decide(request, catalog, { platforms, explain: false });
  const changed = changesSince(lock, kept);
  const keys = new Set([...Object.keys(request.clusters), ...Object.keys(lock.clusters)]);
  const clusters = [...keys].sort(compareText).map((clusterKey): CheckedCluster => {
    const locked = lockedIn(lock, clusterKey);
    const keptCluster = kept.clusters[clusterKey];
    const freeCluster = free.clusters[clusterKey];
    if (keptCluster === undefined || freeCluster === undefined) return gone(clusterKey, locked);
    if (locked === undefined) return added(clusterKey, freeCluster);
    return held({ request, catalog, platforms, locked, kept: keptCluster, free: freeCluster, changed });
  });
  const settled = withoutExchanges(request, clusters);
  return {
    schema: 'kubewhere/check/v1',
    outcome: outcomeOf(settled),
    movingPays: movingPays(request, settled),
    changed,
    clusters: settled,
    notes: notesOf(kept.joint),
  };
}

function changesSince(lock: DecisionLock, { request, catalog }: Decision): LockCheck['changed'] {
  return [
    ...(lock.request.hash === request.hash ? [] : ['request' as const]),
    ...(lock.catalog.hash === catalog.hash ? [] : ['catalog' as const]),
    ...(lock.catalog.overlay === catalog.overlay ? [] : ['overlay' as const]),
    ...(lock.engine === ENGINE_VERSION ? [] : ['engine' as const]),
  ];
}

function gone(clusterKey: string, locked: LockedCluster | undefined): CheckedCluster {
  return {
    clusterKey,
    status: 'gone',
    ...(locked !== undefined && { locked: locked.candidate }),
    movingPays: false,
    reasons: ['the request does not have it any more; what it built keeps running until it is destroyed'],
  };
}

function added(clusterKey: string, { chosen }: ClusterDecision): CheckedCluster {
  return {
    clusterKey,
    status: 'new',
    ...(chosen !== undefined && { first: chosen }),
    movingPays: false,
    reasons: ['the lock does not have it'],
  };
}

interface Held {
  readonly request: Request;
  readonly catalog: Catalog;
  readonly platforms: readonly PlatformProfile[];
  readonly locked: LockedCluster;
  readonly kept: ClusterDecision;
  readonly free: ClusterDecision;
  readonly changed: LockCheck['changed'];
}

function held(given: Held): CheckedCluster {
  const { locked, kept, free, changed } = given;
  const base = {
    clusterKey: kept.clusterKey,
    locked: locked.candidate,
    ...(free.chosen !== undefined && { first: free.chosen }),
    movingPays: false,
  };
  const stays = assessmentOf(kept, kept.chosen);
  if (stays === undefined) return { ...base, status: 'refuted', reasons: [noteOf(kept)] };
  const missing = failuresOf(stays.findings).filter(
    ({ verdict, constraint }) => verdict === 'unknown' && !locked.unknown?.includes(constraint),
  );
  if (missing.length > 0) {
    return {
      ...base,
      status: 'unknown',
      reasons: [`it stays although not everything is known: ${describeFailures(missing)}`],
    };
  }
  const first = assessmentOf(free, free.chosen);
  if (first === undefined || free.chosen === locked.candidate) {
    const status = changed.length === 0 ? 'unchanged' : 'confirmed';
    return { ...base, status, reasons: first === undefined ? [noteOf(free)] : [] };
  }
  const move = compare(given, stays, first);
  // it was not first on the day it was locked either, and nothing is new
  if (changed.length === 0) return { ...base, ...move, status: 'unchanged' };
  return { ...base, ...move, status: 'better-exists' };
}

/** What a move from the locked candidate to the first would cost and bring. */
function compare(
  { request, catalog, platforms, kept }: Held,
  stays: Assessment,
  first: Assessment,
): Pick<
  CheckedCluster,
  'savingMicroUsdPerMonth' | 'movingCost' | 'paysBackInMonths' | 'movingPays' | 'reasons'
> {
  const { clusterKey } = kept;
  const cluster = request.clusters[clusterKey];
  const saving =
    stays.objectiveMicroUsd === undefined || first.objectiveMicroUsd === undefined
      ? undefined
      : stays.objectiveMicroUsd - first.objectiveMicroUsd;
  if (cluster === undefined || saving === undefined) {
    return { movingPays: false, reasons: ['what it costs today is not known'] };
  }
  const cost = movingCost(stays.candidate, first, {
    request,
    clusterKey,
    cluster,
    catalog,
    profiles: platforms,
  });
  const months = paysBackAfter(saving, cost);
  const total = cost.totalMicroUsd;
  return {
    savingMicroUsdPerMonth: saving,
    movingCost: cost,
    ...(months !== undefined && { paysBackInMonths: months }),
    movingPays: total !== undefined && saving * cluster.planning.horizonMonths > total,
    reasons: [`${first.candidate.id} is first today: ${describeDifference(first, stays)}`],
  };
}

function outcomeOf(clusters: readonly CheckedCluster[]): CheckOutcome {
  const has = (status: CheckStatus): boolean => clusters.some((cluster) => cluster.status === status);
  if (has('refuted')) return 'refuted';
  if (has('new')) return 'not-locked';
  return has('better-exists') ? 'better-exists' : 'holds';
}

/**
 * Of answers that cost the same together one is first by name, and clusters that merely change places are not better off. Where
 * clusters weigh by scores a sum of money says nothing, and they are left as they are.
 */
function withoutExchanges(request: Request, clusters: readonly CheckedCluster[]): readonly CheckedCluster[] {
  const weighs = Object.values(request.clusters).some(({ weights }) => weights !== undefined);
  const moving = clusters.filter(({ status }) => status === 'better-exists');
  const gain = moving.reduce((sum, cluster) => sum + (cluster.savingMicroUsdPerMonth ?? 0), 0);
  if (!isTied(request) || weighs || moving.length < 2 || gain !== 0) return clusters;
  return clusters.map(
    (cluster): CheckedCluster =>
      cluster.status === 'better-exists'
        ? {
            clusterKey: cluster.clusterKey,
            status: 'confirmed',
            ...(cluster.locked !== undefined && { locked: cluster.locked }),
            movingPays: false,
            reasons: ['to change places with others would cost the same together'],
          }
        : cluster,
  );
}

function isTied({ relations, budget }: Request): boolean {
  return relations.length > 0 || budget.usdPerMonth !== undefined || budget.hoursPerMonth !== undefined;
}

/** Clusters that are tied to each other move together or not at all. */
function movingPays(request: Request, clusters: readonly CheckedCluster[]): boolean {
  const moving = clusters.filter(({ status }) => status === 'better-exists');
  if (!isTied(request)) return moving.some((cluster) => cluster.movingPays);
  if (moving.length === 0) return false;
  if (moving.some(({ movingCost: cost }) => cost?.totalMicroUsd === undefined)) return false;
  const gain = moving.reduce((sum, { clusterKey, savingMicroUsdPerMonth = 0, movingCost: cost }) => {
    const months = request.clusters[clusterKey]?.planning.horizonMonths ?? 0;
    return sum + savingMicroUsdPerMonth * months - (cost?.totalMicroUsd ?? 0);
  }, 0);
  return gain > 0;
}

function assessmentOf({ assessments }: ClusterDecision, id: string | undefined): Assessment | undefined {
  return assessments.find(({ candidate }) => candidate.id === id);
}

function noteOf({ choice }: ClusterDecision): string {
  return choice?.by === 'lock' || choice?.by === 'relations'
    ? choice.note
    : 'nothing passes without the lock either';
}

function notesOf(joint: JointDecision | undefined): readonly string[] {
  return joint?.notes ?? [];
}
