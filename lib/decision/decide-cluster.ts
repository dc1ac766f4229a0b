import { machinePrices } from '../catalog';
import { contentHash } from '../values';
import { candidatesOf, type Judged, judge } from './assess';
import { pricePerHour } from './capacity/node-price';
import { constraintsFor } from './constraints/all';
import { explain } from './explanation/explain';
import type { LockedCluster } from './lock';
import { rank } from './ranking';
import type {
  Assessment,
  Candidate,
  Caveats,
  Choice,
  ClusterContext,
  ClusterDecision,
  SizedPool,
  Sizing,
} from './types';

/** Every candidate of a cluster judged and in order, before any is chosen. */
export interface AssessedCluster {
  readonly assessments: readonly Assessment[];
  /** What sizing the locked candidate afresh would save a month, when the lock keeps other pools; `undefined` when it keeps none. */
  readonly freshPoolsSave: number | undefined;
}

/** Sizes, prices, judges and ranks, as if there were no other cluster. The pools of a lock are kept while the demand is the same. */
export function assessCluster(context: ClusterContext, locked: LockedCluster | undefined): AssessedCluster {
  const constraints = constraintsFor(context.cluster);
  let freshPoolsSave: number | undefined;
  const judged = candidatesOf(context).map(({ profile, candidate }): Judged => {
    const fresh = judge(profile, candidate, context, profile.size(candidate, context), constraints);
    if (locked?.candidate !== candidate.id) return fresh;
    const sizing = lockedSizing(locked, fresh, context);
    if (sizing === undefined) return fresh;
    const kept = judge(profile, candidate, context, sizing, constraints);
    if (fresh.objectiveMicroUsd !== undefined && kept.objectiveMicroUsd !== undefined) {
      freshPoolsSave = kept.objectiveMicroUsd - fresh.objectiveMicroUsd;
    }
    return kept;
  });
  return { assessments: rank(judged), freshPoolsSave };
}

/** The record of one cluster, once it is known what it becomes; without a chosen assessment it has no place. */
export function recordOf(
  context: ClusterContext,
  assessments: readonly Assessment[],
  chosen: Assessment | undefined,
  choice: Choice | undefined,
  explained: boolean,
): ClusterDecision {
  const [first] = assessments;
  return {
    clusterKey: context.clusterKey,
    clusterName: `${context.request.name}-${context.clusterKey}`,
    outcome: chosen === undefined ? 'infeasible' : 'decided',
    ...(chosen !== undefined && { chosen: chosen.candidate.id }),
    ...(choice !== undefined && { choice }),
    ...(first?.feasible === true && { winner: first.candidate.id }),
    ...(chosen !== undefined && {
      sizedFor: demandHash(chosen.candidate, context),
      caveats: caveatsOf(chosen.candidate, context),
    }),
    ...(explained && { explanation: explain(assessments, context) }),
    assessments,
  };
}

function caveatsOf(candidate: Candidate, context: ClusterContext): Caveats | undefined {
  const profile = context.profiles.find(({ id }) => id === candidate.platform);
  return profile?.caveats?.(candidate, context);
}

/**
 * The pools of the lock, when they are to stay: the demand is the one they were sized for, and a fresh sizing differs or
 * cannot be made. Prices are those of today.
 */
function lockedSizing(
  locked: LockedCluster,
  { candidate, sizing: fresh }: Judged,
  context: ClusterContext,
): Sizing | undefined {
  if (locked.sizedFor !== demandHash(candidate, context) || fresh.kind === 'too-small') return undefined;
  if (fresh.kind === 'sized' && samePools(fresh.pools, locked.sizing.pools)) return undefined;
  return {
    ...locked.sizing,
    pools: locked.sizing.pools.map((pool) => ({
      ...pool,
      microUsdPerHour: priceToday(candidate, pool, context) ?? pool.microUsdPerHour,
    })),
  };
}

function samePools(left: readonly SizedPool[], right: readonly SizedPool[]): boolean {
  return (
    left.length === right.length &&
    left.every((pool, index) => {
      const other = right[index];
      return (
        pool.name === other?.name &&
        pool.machineType === other.machineType &&
        pool.nodes === other.nodes &&
        pool.interruptible === other.interruptible
      );
    })
  );
}

function priceToday(
  { place }: Candidate,
  { machineType, interruptible }: SizedPool,
  context: ClusterContext,
): number | undefined {
  if (place.kind === 'site') return undefined;
  const rows = machinePrices(context.catalog, place.provider, place.id);
  const row = rows.find((price) => price.type === machineType);
  return (
    row && pricePerHour(row, interruptible ? 'interruptible' : 'steady', context, place.provider).microUsd
  );
}

/** What the pools of a candidate depend on in the request: demand, losses to bear and the machines of a site or the addresses of a region. */
function demandHash({ place }: Candidate, { cluster }: ClusterContext): string {
  return contentHash({
    capacity: cluster.capacity,
    availability: cluster.availability,
    ...(place.kind === 'site' ? { machines: place.site.machines } : { addresses: addressesOf(cluster) }),
  });
}

/** `undefined` where nothing is said of addresses, as in locks that know nothing of them. */
function addressesOf({ network: { nodeCidr, podCidr, adopt } }: ClusterContext['cluster']) {
  const isSaid = nodeCidr !== undefined || podCidr !== undefined || adopt !== undefined;
  return isSaid ? { nodeCidr, podCidr, adopt } : undefined;
}
