import { GKE_MAX_PODS_PER_NODE, GKE_ROOT_DISK_GIB } from '../../catalog/node-limits';
import { GKE_DAEMON_SETS } from '../capacity/daemon-sets';
import { type NodeFacts, sizeInRegion } from '../capacity/size-in-region';
import { unsizedCost } from '../cost/bill';
import { cloudNatFee, gkeBill } from '../cost/gke-bill';
import { phaseOf } from '../kubernetes-support';
import type { PlatformProfile } from '../types';
import { gkeRoom } from './address-rooms';
import { gkeAddresses } from './addresses';
import { definedWithPools, proven } from './answers';
import { sizeAutopilot } from './autopilot-sizing';
import { gkeCaveats } from './caveats';
import { serviceCompliance, serviceVersion } from './cloud-facts';
import { GKE_ADOPTED_TOPOLOGIES, GKE_TOPOLOGIES } from './gke-topologies';
import { hoursOf } from './hours';
import { gkeLocation } from './locations';
import { gkeRanges } from './ranges';
import { regionCandidates } from './region-candidates';
import { NOT_SET_BY_CONSTRUCTS } from './tenancy';

const PRIVATE_API = proven('private endpoint only');
const CUSTOMER_KEYS = proven('application-layer encryption with a Cloud KMS key of your own');

/**
 * GKE in every region of Google Cloud: Standard regional, with control plane and nodes over three zones, Standard zonal,
 * with a single control plane and all nodes in one zone, and Autopilot; each with Cloud NAT and without.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/types-of-clusters
 */
export const gkeProfile: PlatformProfile = {
  id: 'gke',
  title: 'Google Kubernetes Engine, Standard or Autopilot',
  candidates: ({ catalog, cluster }) =>
    regionCandidates(
      catalog,
      'gcp',
      'gke',
      cluster.network.adopt?.gke === undefined ? GKE_TOPOLOGIES : GKE_ADOPTED_TOPOLOGIES,
    ),
  size: (candidate, context) =>
    candidate.nodes === 'pods'
      ? sizeAutopilot(context)
      : sizeInRegion(candidate, context, candidate.egress === 'none' ? WITHOUT_NAT : STANDARD),
  price: (candidate, sizing, context) =>
    sizing.kind === 'sized' ? gkeBill(candidate, sizing, context) : unsizedCost(candidate.place.id),
  hours: ({ nodes }, context) => hoursOf(nodes === 'pods' ? 'gke-autopilot' : 'gke', 'gke', context),
  compliance: (candidate, regime, { catalog }) => serviceCompliance('gke', candidate, regime, catalog),
  privateApi: () => PRIVATE_API,
  customerManagedKeys: () => CUSTOMER_KEYS,
  kubernetesVersion: (_candidate, context) => serviceVersion('gke', context),
  construct: definedWithPools,
  tenancy: (_candidate, tenancy) => NOT_SET_BY_CONSTRUCTS[tenancy],
  location: (candidate, what, { catalog }) => gkeLocation(candidate, what, catalog),
  addresses: gkeAddresses,
  ranges: (_candidate, context) => gkeRanges(context),
  supportPhase: (_candidate, context) => phaseOf(context, 'gke'),
  caveats: (candidate, context) => gkeCaveats(candidate, context, GKE_DAEMON_SETS),
};

const STANDARD: NodeFacts = {
  provider: 'gcp',
  platform: 'gke',
  key: 'standard',
  maxPodsPerNode: GKE_MAX_PODS_PER_NODE,
  daemonSets: GKE_DAEMON_SETS,
  rootDiskGib: GKE_ROOT_DISK_GIB,
  addressRoom: gkeRoom,
  sharedFee: cloudNatFee,
};

const WITHOUT_NAT: NodeFacts = { ...STANDARD, key: 'no-nat', sharedFee: () => 0 };
