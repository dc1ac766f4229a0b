import type { Catalog } from '../catalog/types';
import { compareText, type PlatformId } from '../values';
import type { Acceptance } from './acceptance';
import { type Domain, domainOf } from './choice';
import { assessCluster, recordOf } from './decide-cluster';
import { placeTogether, type Together } from './joint/place-together';
import { type DecisionLock, lockedIn } from './lock';
import { BUILT_IN_PROFILES } from './platforms';
import { requestHash } from './request/hash';
import type { Request } from './request/types';
import type { Assessment, Choice, ClusterContext, ClusterDecision, Decision, PlatformProfile } from './types';

/** What a decision may take into account besides request and catalogue. */
export interface DecideOptions {
  /**
   * The platforms to compare.
   *
   * @default BUILT_IN_PROFILES
   */
  readonly platforms?: readonly PlatformProfile[];
  /**
   * Builds every cluster on this platform, even where none of its candidates passes: the failures stay in the record. A
   * lock on another platform gives way.
   *
   * @default - the ranking decides
   */
  readonly override?: PlatformId;
  /**
   * What was decided before. A cluster stays where it is locked to until the lock is removed, an override names another
   * platform, or a constraint refutes the place, which makes the cluster infeasible and does not move it.
   *
   * @default - nothing is built yet
   */
  readonly lock?: DecisionLock;
  /**
   * Candidates that somebody takes responsibility for, by cluster key; they come before the lock. One that may not be built
   * makes its cluster infeasible: `judgeAcceptance` says why.
   *
   * @default - none
   */
  readonly accept?: Readonly<Record<string, Acceptance>>;
  /**
   * Whether each cluster carries an explanation: what would have to change, what each rule costs, how far the first place can be
   * trusted. Costs some milliseconds a cluster.
   *
   * @default true
   */
  readonly explain?: boolean;
}

/** A cluster with all that was found of it, before the others are looked at. */
interface Prepared {
  readonly context: ClusterContext;
  readonly assessments: readonly Assessment[];
  readonly domain: Domain;
}

/**
 * Decides where each cluster of a request runs: enumerates every candidate of every platform, sizes and prices it, judges
 * it by all constraints, and takes the feasible one of least money plus hours times their rate, or of the highest score where
 * the request gives weights.
 *
 * Several clusters are chosen for together, so that their relations and the total budgets hold, no site is given twice and
 * quotas count for all. Pure and total: no clock, no network, and the same input gives the same decision whatever the order of its lists and
 * keys.
 */
export function decide(request: Request, catalog: Catalog, options: DecideOptions = {}): Decision {
  const prepared = Object.keys(request.clusters)
    .sort(compareText)
    .flatMap((key) => prepare(key, request, catalog, options));
  const together = placeTogether(
    request,
    catalog,
    prepared.map(({ context, domain }) => ({
      clusterKey: context.clusterKey,
      cluster: context.cluster,
      options: domain.kind === 'some' ? domain.options : [],
      pinned: domain.kind === 'some' && domain.pinned,
    })),
  );
  const clusters: Record<string, ClusterDecision> = {};
  for (const { context, assessments, domain } of prepared) {
    const key = context.clusterKey;
    const chosen = Object.hasOwn(together.chosen, key) ? together.chosen[key] : undefined;
    clusters[key] = recordOf(
      context,
      assessments,
      chosen,
      choiceOf(domain, chosen, together, key),
      options.explain ?? true,
    );
  }
  return {
    schema: 'kubewhere/decision/v1',
    request: { name: request.name, hash: requestHash(request), planDate: request.planDate },
    catalog: {
      asOf: catalog.asOf,
      hash: catalog.hash,
      ...(catalog.overlay !== undefined && { overlay: catalog.overlay }),
    },
    clusters,
    ...(together.joint !== undefined && { joint: together.joint }),
  };
}

function prepare(
  clusterKey: string,
  request: Request,
  catalog: Catalog,
  { platforms = BUILT_IN_PROFILES, override, lock, accept = {} }: DecideOptions,
): readonly Prepared[] {
  const cluster = request.clusters[clusterKey];
  if (cluster === undefined) return [];
  const context: ClusterContext = { request, clusterKey, cluster, catalog, profiles: platforms };
  const accepted = Object.hasOwn(accept, clusterKey) ? accept[clusterKey] : undefined;
  // whoever accepts something takes it at its size of today
  const locked = accepted === undefined ? lockedIn(lock, clusterKey) : undefined;
  const { assessments, freshPoolsSave } = assessCluster(context, locked);
  const domain = isWithoutStandby(context)
    ? WITHOUT_STANDBY
    : domainOf(assessments, { override, locked, accepted, freshPoolsSave }, context);
  return [{ context, assessments, domain }];
}

const WITHOUT_STANDBY: Domain = {
  kind: 'none',
  choice: {
    by: 'relations',
    note: "'availability.surviveSiteLoss' needs a second cluster elsewhere, and no relation names one",
  },
};

/** Every relation keeps its two clusters in different places, so that one of them is enough. */
function isWithoutStandby({ request, cluster, clusterKey }: ClusterContext): boolean {
  return (
    cluster.availability.surviveSiteLoss &&
    !request.relations.some(({ primary, standby }) => primary === clusterKey || standby === clusterKey)
  );
}

/** Relations speak only where they changed something: an override and an acceptance keep their word beside. */
function choiceOf(
  domain: Domain,
  chosen: Assessment | undefined,
  { notes }: Together,
  key: string,
): Choice | undefined {
  const note = Object.hasOwn(notes, key) ? notes[key] : undefined;
  if (domain.kind === 'none') return domain.choice;
  if (note === undefined) return domain.choice;
  return chosen === undefined || domain.choice.by === 'ranking' ? { by: 'relations', note } : domain.choice;
}
