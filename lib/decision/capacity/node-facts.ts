import type { MicroUsd, ProviderId, RegionRates } from '../../catalog/types';
import type { ClusterRequest } from '../request/types';
import type { Candidate } from '../types';
import type { Resources } from './demand';
import type { AddressRoom } from './most-nodes';

/** What the sizing of a platform on a cloud's machines needs to know of it. */
export interface NodeFacts {
  readonly provider: ProviderId;
  /** Whose reserve formula holds. */
  readonly platform: 'eks' | 'gke' | 'aks' | 'self-managed-ec2';
  /**
   * Tells apart what is sized differently on one platform, such as Auto Mode or a cluster without NAT: candidates of one platform, key,
   * region and number of zones share one result.
   */
  readonly key: string;
  readonly maxPodsPerNode: number;
  readonly daemonSets: Resources;
  /** Size of the disk that each node is defined with. */
  readonly rootDiskGib: number;
  /** A month's fee for all nodes together: so much for each node up to a most, as Cloud NAT charges. Other forms are not understood. */
  sharedFee(nodes: number, rates: RegionRates | undefined): MicroUsd;
  /** What the network of the request has addresses for; the same for all candidates that share a result. Default: enough. */
  addressRoom?(candidate: Candidate, cluster: ClusterRequest): AddressRoom;
  /** What the platform adds to an hour of a machine by its list price on demand, however the machine is bought. Default nothing. */
  surcharge?(onDemandMicroUsd: MicroUsd): MicroUsd;
}
