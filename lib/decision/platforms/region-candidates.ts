import type { Catalog, ProviderId, Region } from '../../catalog/types';
import type { PlatformId } from '../../values';
import { regionPlace } from '../places';
import type { Candidate } from '../types';

/** One shape that a platform can have in any region. */
export interface Topology {
  /** Last part of the id. */
  readonly name: string;
  readonly controlPlane: Candidate['controlPlane'];
  readonly zones: number;
  readonly nodes: Candidate['nodes'];
  readonly egress: Candidate['egress'];
}

/** A way out, and what it adds to the name of a topology. */
export interface WayOut {
  readonly suffix: string;
  readonly egress: Candidate['egress'];
}

/** NAT gateways of AWS stand in one zone each: one for each, one for all, or none. */
export const AWS_WAYS_OUT: readonly WayOut[] = [
  { suffix: '', egress: 'redundant' },
  { suffix: '-one-nat', egress: 'single' },
  { suffix: '-no-nat', egress: 'none' },
];

/** Cloud NAT is of the region and outlives a zone. */
export const GOOGLE_WAYS_OUT: readonly WayOut[] = [
  { suffix: '', egress: 'redundant' },
  { suffix: '-no-nat', egress: 'none' },
];

/** A network that exists has its own, which kubewhere neither defines nor changes. */
export const OWN_WAY_OUT: readonly WayOut[] = [{ suffix: '', egress: 'own' }];

/** The topology with each way out. */
export function withWaysOut(
  topology: Omit<Topology, 'egress'>,
  ways: readonly WayOut[],
): readonly Topology[] {
  return ways.map(({ suffix, egress }) => ({ ...topology, name: `${topology.name}${suffix}`, egress }));
}

/** Candidates by catalogue and list of topologies: the same for every cluster of a request, forgotten with the catalogue. */
const known = new WeakMap<Catalog, Map<readonly Topology[], readonly Candidate[]>>();

/** Every topology in every region of a provider, whatever the request allows. */
export function regionCandidates(
  catalog: Catalog,
  provider: ProviderId,
  platform: PlatformId,
  topologies: readonly Topology[],
): readonly Candidate[] {
  let lists = known.get(catalog);
  if (lists === undefined) {
    lists = new Map();
    known.set(catalog, lists);
  }
  const found = lists.get(topologies);
  if (found !== undefined) return found;
  const list = catalog.regions
    .filter((region) => region.provider === provider)
    .flatMap((region) => topologies.map((topology) => candidateOf(region, platform, topology)));
  lists.set(topologies, list);
  return list;
}

function candidateOf(region: Region, platform: PlatformId, topology: Topology): Candidate {
  return {
    id: `${platform}/${region.id}/${topology.name}`,
    platform,
    place: regionPlace(region),
    topology: topology.name,
    controlPlane: topology.controlPlane,
    zones: topology.zones,
    nodes: topology.nodes,
    egress: topology.egress,
  };
}
