import type { Catalog } from '../catalog/types';
import { compareText, type PlatformId } from '../values';
import { decideCluster } from './decide-cluster';
import { type DecisionLock, lockedIn } from './lock';
import { BUILT_IN_PROFILES } from './platforms';
import { requestHash } from './request/hash';
import type { Request } from './request/types';
import type { ClusterDecision, Decision, PlatformProfile } from './types';

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
}

/**
 * Decides where each cluster of a request runs: enumerates every candidate of every platform, sizes and prices it, judges
 * it by all constraints, and takes the feasible one of least money plus hours times their rate.
 *
 * Pure and total: no clock, no network, and the same input gives the same decision whatever the order of its lists and
 * keys. Clusters are decided independently of each other; two of them may be given the same site.
 */
export function decide(request: Request, catalog: Catalog, options: DecideOptions = {}): Decision {
  const profiles = options.platforms ?? BUILT_IN_PROFILES;
  const clusters: Record<string, ClusterDecision> = {};
  for (const [clusterKey, cluster] of Object.entries(request.clusters).sort(([a], [b]) =>
    compareText(a, b),
  )) {
    clusters[clusterKey] = decideCluster(
      { request, clusterKey, cluster, catalog, profiles },
      { override: options.override, locked: lockedIn(options.lock, clusterKey) },
    );
  }
  return {
    schema: 'kubewhere/decision/v1',
    request: { name: request.name, hash: requestHash(request), planDate: request.planDate },
    catalog: { asOf: catalog.asOf, hash: catalog.hash },
    clusters,
  };
}
