import { embeddedCatalog } from '../../lib/catalog';
import { eksProfile, gkeProfile, type SizedPool } from '../../lib/decision';
import type { Candidate, PlatformProfile } from '../../lib/decision/types';
import type { ClusterPlan } from '../../lib/fleet';
import { defineEksCluster } from '../../lib/fleet/platforms/eks';
import { defineGkeCluster } from '../../lib/fleet/platforms/gke';
import { contextOf } from '../decision/requests';
import { clusterRequest, request } from '../support/requests';
import { testStack } from '../support/synthesized';

/** A pool as the sizing gives it: one node in each of three zones. */
export const pool = (name: string, machineType: string, interruptible = false): SizedPool => ({
  name,
  machineType,
  architecture: 'amd64',
  nodesPerZone: 1,
  nodes: 3,
  microUsdPerHour: 100_000,
  interruptible,
});

function candidateOf(profile: PlatformProfile, id: string): Candidate {
  const context = contextOf(clusterRequest(), { catalog: embeddedCatalog() });
  const found = profile.candidates(context).find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no candidate '${id}'`);
  return found;
}

function planOf(candidate: Candidate, pools: readonly SizedPool[], deletionProtection: boolean): ClusterPlan {
  const cluster = clusterRequest({ deletionProtection });
  return {
    clusterName: 'payments-api',
    clusterKey: 'api',
    candidate,
    pools,
    cluster,
    request: request({ clusters: { api: cluster } }),
  };
}

/** A stack with a cluster in Frankfurt that was decided for EKS. */
export function eksStackOf(topology: string, pools: readonly SizedPool[], deletionProtection = true) {
  const stack = testStack();
  const candidate = candidateOf(eksProfile, `eks/eu-central-1/${topology}`);
  defineEksCluster(stack, planOf(candidate, pools, deletionProtection));
  return stack;
}

/** The same on GKE. */
export function gkeStackOf(topology: string, pools: readonly SizedPool[], deletionProtection = true) {
  const stack = testStack();
  const candidate = candidateOf(gkeProfile, `gke/europe-west3/${topology}`);
  defineGkeCluster(stack, planOf(candidate, pools, deletionProtection));
  return stack;
}
