import { EKS_MAX_PODS_PER_NODE, EKS_ROOT_DISK_GIB } from '../../catalog/node-limits';
import type { Catalog } from '../../catalog/types';
import { EKS_AUTO_DAEMON_SETS, EKS_DAEMON_SETS } from '../capacity/daemon-sets';
import { type NodeFacts, sizeInRegion } from '../capacity/size-in-region';
import { unsizedCost } from '../cost/bill';
import { autoModeFee, EKS_AUTO_DISK_GIB, eksBill } from '../cost/eks-bill';
import { phaseOf } from '../kubernetes-support';
import type { PlatformProfile } from '../types';
import { eksRoom } from './address-rooms';
import { eksAddresses } from './addresses';
import { definedWithPools, proven } from './answers';
import { eksCaveats } from './caveats';
import { serviceCompliance, serviceVersion } from './cloud-facts';
import { EKS_ADOPTED_TOPOLOGIES, EKS_TOPOLOGIES } from './eks-topologies';
import { hoursOf } from './hours';
import { eksLocation } from './locations';
import { eksRanges } from './ranges';
import { regionCandidates } from './region-candidates';
import { NOT_SET_BY_CONSTRUCTS } from './tenancy';

const PRIVATE_API = proven('endpoint inside the VPC only');
const CUSTOMER_KEYS = proven('envelope encryption with a KMS key of your own');

/**
 * EKS in every region of AWS, with managed node groups and with Auto Mode: over two zones and over three, with a NAT
 * gateway in each zone, with one for all, and with none. The control plane spans zones and cannot be had single.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
 */
export const eksProfile: PlatformProfile = {
  id: 'eks',
  title: 'Amazon EKS, managed node groups or Auto Mode',
  candidates: ({ catalog, cluster }) =>
    regionCandidates(
      catalog,
      'aws',
      'eks',
      cluster.network.adopt?.eks === undefined ? EKS_TOPOLOGIES : EKS_ADOPTED_TOPOLOGIES,
    ),
  size: (candidate, context) =>
    sizeInRegion(candidate, context, candidate.nodes === 'automatic' ? autoMode(context.catalog) : MANAGED),
  price: (candidate, sizing, context) =>
    sizing.kind === 'sized' ? eksBill(candidate, sizing, context) : unsizedCost(candidate.place.id),
  hours: ({ nodes }, context) => hoursOf(nodes === 'automatic' ? 'eks-auto' : 'eks', 'eks', context),
  compliance: (candidate, regime, { catalog }) => serviceCompliance('eks', candidate, regime, catalog),
  privateApi: () => PRIVATE_API,
  customerManagedKeys: () => CUSTOMER_KEYS,
  kubernetesVersion: (_candidate, context) => serviceVersion('eks', context),
  construct: definedWithPools,
  tenancy: (_candidate, tenancy) => NOT_SET_BY_CONSTRUCTS[tenancy],
  location: (candidate, what, { catalog }) => eksLocation(candidate, what, catalog),
  addresses: eksAddresses,
  ranges: (_candidate, context) => eksRanges(context),
  supportPhase: (_candidate, context) => phaseOf(context, 'eks'),
  caveats: (candidate, context) =>
    eksCaveats(candidate, context, candidate.nodes === 'automatic' ? EKS_AUTO_DAEMON_SETS : EKS_DAEMON_SETS),
};

const MANAGED: NodeFacts = {
  provider: 'aws',
  platform: 'eks',
  key: 'managed',
  maxPodsPerNode: EKS_MAX_PODS_PER_NODE,
  daemonSets: EKS_DAEMON_SETS,
  rootDiskGib: EKS_ROOT_DISK_GIB,
  addressRoom: eksRoom,
  // a NAT gateway costs the same whatever the number of nodes behind it
  sharedFee: () => 0,
};

const autoModes = new WeakMap<Catalog, NodeFacts>();

/** With Auto Mode AWS chooses the machines; the cheapest that would hold the demand are taken for what it chooses. */
function autoMode(catalog: Catalog): NodeFacts {
  const known = autoModes.get(catalog);
  if (known !== undefined) return known;
  const facts: NodeFacts = {
    ...MANAGED,
    key: 'auto',
    daemonSets: EKS_AUTO_DAEMON_SETS,
    rootDiskGib: EKS_AUTO_DISK_GIB,
    surcharge: (onDemandMicroUsd) => autoModeFee(onDemandMicroUsd, catalog),
  };
  autoModes.set(catalog, facts);
  return facts;
}
