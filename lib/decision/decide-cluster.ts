import { machinePrices } from '../catalog';
import { contentHash } from '../values';
import { candidatesOf, type Judged, judge } from './assess';
import { choose } from './choice';
import { constraintsFor } from './constraints/all';
import type { LockedCluster } from './lock';
import { rank } from './ranking';
import type { Candidate, Caveats, ClusterContext, ClusterDecision, SizedPool, Sizing } from './types';

/** What may come before the ranking for one cluster. */
export interface ClusterOptions {
  readonly override: string | undefined;
  readonly locked: LockedCluster | undefined;
}

/** Decides about one cluster, as if there were no other. */
export function decideCluster(
  context: ClusterContext,
  { override, locked }: ClusterOptions,
): ClusterDecision {
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
  const assessments = rank(judged);
  const chosen = choose(assessments, { override, locked, freshPoolsSave });
  const [first] = assessments;
  const built = assessments.find(({ candidate }) => candidate.id === chosen.chosen);
  return {
    clusterKey: context.clusterKey,
    clusterName: `${context.request.name}-${context.clusterKey}`,
    ...chosen,
    ...(first?.feasible === true && { winner: first.candidate.id }),
    ...(built !== undefined && {
      sizedFor: demandHash(built.candidate, context),
      caveats: caveatsOf(built.candidate, context),
    }),
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
        pool.name === other?.name && pool.machineType === other.machineType && pool.nodes === other.nodes
      );
    })
  );
}

function priceToday({ place }: Candidate, pool: SizedPool, { catalog }: ClusterContext): number | undefined {
  if (place.kind === 'site') return undefined;
  return machinePrices(catalog, place.provider, place.id).find((price) => price.type === pool.machineType)
    ?.onDemand;
}

/** What the pools of a candidate depend on in the request: demand, losses to bear and, on a site, its machines. */
function demandHash({ place }: Candidate, { cluster }: ClusterContext): string {
  return contentHash({
    capacity: cluster.capacity,
    availability: cluster.availability,
    machines: place.kind === 'site' ? place.site.machines : undefined,
  });
}
