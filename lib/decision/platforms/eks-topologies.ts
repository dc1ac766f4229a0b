import { AWS_WAYS_OUT, OWN_WAY_OUT, type Topology, type WayOut, withWaysOut } from './region-candidates';

/** Zones that `EksNetwork` spreads a cluster over. EKS itself refuses fewer than two. */
const ZONE_COUNTS = [2, 3] as const;

/**
 * In a VPC that is defined for the cluster: managed node groups and Auto Mode, over two zones and three, with each way
 * out.
 */
export const EKS_TOPOLOGIES: readonly Topology[] = topologies(AWS_WAYS_OUT);

/** In a VPC that exists. */
export const EKS_ADOPTED_TOPOLOGIES: readonly Topology[] = topologies(OWN_WAY_OUT);

function topologies(ways: readonly WayOut[]): readonly Topology[] {
  const modes = [
    { prefix: '', nodes: 'pools' },
    { prefix: 'auto-', nodes: 'automatic' },
  ] as const;
  return modes.flatMap(({ prefix, nodes }) =>
    ZONE_COUNTS.flatMap((zones) =>
      withWaysOut({ name: `${prefix}${zones}-zones`, controlPlane: 'highly-available', zones, nodes }, ways),
    ),
  );
}
