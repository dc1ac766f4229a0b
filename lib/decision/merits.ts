import { findRegion } from '../catalog';
import type { Catalog } from '../catalog/types';
import type { PlatformId } from '../values';
import type { Link, Site } from './request/types';
import type { Candidate, ClusterContext, Merits, Place } from './types';

/** Platforms whose highly available control plane the cloud itself spreads over three zones, wherever the nodes are. */
const MANAGED: ReadonlySet<PlatformId> = new Set<PlatformId>(['eks', 'gke', 'aks']);
const ZONES_OF_A_MANAGED_CONTROL_PLANE = 3;

/** What a candidate is worth besides what it costs. Nothing of it is estimated: what is not known is `undefined`. */
export function meritsOf(candidate: Candidate, { catalog, cluster }: ClusterContext): Merits {
  return {
    resilience: resilienceOf(candidate),
    carbonGramsPerKwh: carbonOf(candidate.place, catalog),
    latencyMs: latencyOf(candidate.place.id, cluster.links),
  };
}

/** The weakest of control plane, nodes and way out decides, since the cluster needs all three. */
function resilienceOf({ platform, place, controlPlane, zones, egress }: Candidate): number {
  return Math.min(
    zones,
    controlPlaneDomains(platform, place, controlPlane, zones),
    egress === 'single' ? 1 : zones,
  );
}

function controlPlaneDomains(
  platform: PlatformId,
  place: Place,
  controlPlane: Candidate['controlPlane'],
  zones: number,
): number {
  if (controlPlane === 'single') return 1;
  if (place.kind === 'site') return racksOfQuorum(place.site);
  return MANAGED.has(platform) ? ZONES_OF_A_MANAGED_CONTROL_PLANE : zones;
}

/** Racks of a site's control plane; 1 when one of them holds so many members that etcd stops without it. */
function racksOfQuorum(site: Site): number {
  const membersByRack = new Map<string, number>();
  let members = 0;
  for (const { role, rack } of Object.values(site.machines)) {
    if (role !== 'control-plane') continue;
    members += 1;
    membersByRack.set(rack, (membersByRack.get(rack) ?? 0) + 1);
  }
  const most = Math.max(0, ...membersByRack.values());
  return 2 * (members - most) > members ? membersByRack.size : 1;
}

function carbonOf(place: Place, catalog: Catalog): number | undefined {
  return place.kind === 'site'
    ? place.site.carbonGramsPerKwh
    : findRegion(catalog, place.provider, place.id)?.carbonGramsPerKwh;
}

/** The slowest link counts. One that was not measured leaves the whole unknown, for it may be the slowest. */
function latencyOf(place: string, links: Readonly<Record<string, Link>>): number | undefined {
  let longest: number | undefined;
  for (const { latencyMs } of Object.values(links)) {
    const measured = Object.hasOwn(latencyMs, place) ? latencyMs[place] : undefined;
    if (measured === undefined) return undefined;
    longest = Math.max(longest ?? 0, measured);
  }
  return longest;
}
