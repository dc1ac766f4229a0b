import { GOOGLE_WAYS_OUT, OWN_WAY_OUT, type Topology, type WayOut, withWaysOut } from './region-candidates';

/** Zones over which GKE spreads the nodes of a regional cluster when nobody names any. */
const REGIONAL_ZONES = 3;

/** In a network that is defined for the cluster: Standard regional and zonal, and Autopilot, which is always regional. */
export const GKE_TOPOLOGIES: readonly Topology[] = topologies(GOOGLE_WAYS_OUT);

/** In a network that exists. */
export const GKE_ADOPTED_TOPOLOGIES: readonly Topology[] = topologies(OWN_WAY_OUT);

function topologies(ways: readonly WayOut[]): readonly Topology[] {
  return [
    { name: 'regional', controlPlane: 'highly-available', zones: REGIONAL_ZONES, nodes: 'pools' } as const,
    { name: 'zonal', controlPlane: 'single', zones: 1, nodes: 'pools' } as const,
    { name: 'autopilot', controlPlane: 'highly-available', zones: REGIONAL_ZONES, nodes: 'pods' } as const,
  ].flatMap((topology) => withWaysOut(topology, ways));
}
