import { AKS_MAX_PODS_PER_NODE } from '../../catalog/node-limits';
import { AKS_DAEMON_SETS } from '../capacity/daemon-sets';
import { type NodeFacts, sizeInRegion } from '../capacity/size-in-region';
import { AKS_ROOT_DISK_GIB, aksBill } from '../cost/aks-bill';
import { unsizedCost } from '../cost/bill';
import { phaseOf } from '../kubernetes-support';
import type { PlatformProfile } from '../types';
import { podBlockRoom } from './address-rooms';
import { podBlocks } from './addresses';
import { NOT_DEFINED, proven } from './answers';
import { aksCaveats } from './caveats';
import { serviceCompliance, serviceVersion } from './cloud-facts';
import { hoursOf } from './hours';
import { aksLocation } from './locations';
import { AKS_POD_CIDR, aksRanges } from './ranges';
import { regionCandidates, type Topology } from './region-candidates';
import { NOT_READ } from './tenancy';

/** A NAT gateway of Azure stands in one zone: over three zones it is one for all. */
const TOPOLOGIES: readonly Topology[] = [
  { name: '3-zones', controlPlane: 'highly-available', zones: 3, nodes: 'pools', egress: 'single' },
  { name: '1-zone', controlPlane: 'highly-available', zones: 1, nodes: 'pools', egress: 'redundant' },
];

const PRIVATE_API = proven('private cluster, its endpoint inside the virtual network');
const CUSTOMER_KEYS = proven('etcd encrypted with a key of your own in Key Vault');

/**
 * AKS in the Standard tier in every region of Azure, its nodes over three zones or in one. Ranked so that its price can
 * be seen; no construct defines it.
 *
 * @see https://learn.microsoft.com/azure/aks/free-standard-pricing-tiers
 */
export const aksProfile: PlatformProfile = {
  id: 'aks',
  title: 'Azure Kubernetes Service, Standard tier',
  candidates: ({ catalog }) => regionCandidates(catalog, 'azure', 'aks', TOPOLOGIES),
  size: (candidate, context) => sizeInRegion(candidate, context, STANDARD),
  price: (candidate, sizing, context) =>
    sizing.kind === 'sized' ? aksBill(candidate, sizing, context) : unsizedCost(candidate.place.id),
  hours: (_candidate, context) => hoursOf('aks', 'aks', context),
  compliance: (candidate, regime, { catalog }) => serviceCompliance('aks', candidate, regime, catalog),
  privateApi: () => PRIVATE_API,
  customerManagedKeys: () => CUSTOMER_KEYS,
  kubernetesVersion: (_candidate, context) => serviceVersion('aks', context),
  construct: () => NOT_DEFINED,
  tenancy: (_candidate, tenancy) => NOT_READ[tenancy],
  location: (candidate, what, { catalog }) => aksLocation(candidate, what, catalog),
  addresses: (_candidate, sizing, context) =>
    podBlocks(sizing, context.cluster.network.podCidr ?? AKS_POD_CIDR, 0, context),
  ranges: (_candidate, context) => aksRanges(context),
  supportPhase: (_candidate, context) => phaseOf(context, 'aks'),
  caveats: (candidate, context) => aksCaveats(candidate, context, AKS_DAEMON_SETS),
};

const STANDARD: NodeFacts = {
  provider: 'azure',
  platform: 'aks',
  key: 'standard',
  maxPodsPerNode: AKS_MAX_PODS_PER_NODE,
  daemonSets: AKS_DAEMON_SETS,
  rootDiskGib: AKS_ROOT_DISK_GIB,
  addressRoom: (_candidate, { network }) => podBlockRoom(network.podCidr ?? AKS_POD_CIDR, 0),
  sharedFee: () => 0,
};
