import { ON_PREM_POD_CIDR } from '../../catalog/network-defaults';
import { ON_PREM_MAX_PODS_PER_NODE, SELF_MANAGED_EC2_DAEMON_SETS } from '../capacity/daemon-sets';
import { type NodeFacts, sizeInRegion } from '../capacity/size-in-region';
import { unsizedCost } from '../cost/bill';
import { controlPlaneMachines, EC2_ROOT_DISK_GIB, selfManagedBill } from '../cost/self-managed-bill';
import type { PlatformProfile } from '../types';
import { podBlockRoom } from './address-rooms';
import { podBlocks } from './addresses';
import { NOT_DEFINED, proven } from './answers';
import { ec2Caveats } from './caveats';
import { serviceCompliance } from './cloud-facts';
import { hoursOf } from './hours';
import { ec2Location } from './locations';
import { ec2Ranges } from './ranges';
import { AWS_WAYS_OUT, regionCandidates, type Topology, withWaysOut } from './region-candidates';
import { NOT_READ } from './tenancy';

/** One zone has one gateway: nothing is left to share. */
const ONE_ZONE_WAYS_OUT = AWS_WAYS_OUT.filter(({ egress }) => egress !== 'single');

const TOPOLOGIES: readonly Topology[] = [
  ...withWaysOut(
    { name: '3-zones', controlPlane: 'highly-available', zones: 3, nodes: 'pools' },
    AWS_WAYS_OUT,
  ),
  ...withWaysOut({ name: '1-zone', controlPlane: 'single', zones: 1, nodes: 'pools' }, ONE_ZONE_WAYS_OUT),
];

const PRIVATE_API = proven('the API listens inside the VPC');
const CUSTOMER_KEYS = proven('the key is made and stays on the control-plane machines');
const OWN_VERSION = proven('the version is your own choice of packages');

/**
 * kubeadm on machines of EC2: three machines for the control plane over three zones, or a single one in one zone. Ranked
 * so that the price of doing it oneself can be seen; no construct defines it.
 */
export const selfManagedEc2Profile: PlatformProfile = {
  id: 'self-managed-ec2',
  title: 'Machines of EC2, kubeadm',
  candidates: ({ catalog }) => regionCandidates(catalog, 'aws', 'self-managed-ec2', TOPOLOGIES),
  size: (candidate, context) => sizeInRegion(candidate, context, KUBEADM),
  price: (candidate, sizing, context) =>
    sizing.kind === 'sized' ? selfManagedBill(candidate, sizing, context) : unsizedCost(candidate.place.id),
  hours: (_candidate, context) => hoursOf('self-managed-ec2', 'self-managed-ec2', context),
  compliance: (candidate, regime, { catalog }) => serviceCompliance('ec2', candidate, regime, catalog),
  privateApi: () => PRIVATE_API,
  customerManagedKeys: () => CUSTOMER_KEYS,
  kubernetesVersion: () => OWN_VERSION,
  construct: () => NOT_DEFINED,
  tenancy: (_candidate, tenancy) => NOT_READ[tenancy],
  location: (candidate, what, { catalog }) => ec2Location(candidate, what, catalog),
  addresses: (candidate, sizing, context) =>
    podBlocks(
      sizing,
      context.cluster.network.podCidr ?? ON_PREM_POD_CIDR,
      controlPlaneMachines(candidate),
      context,
    ),
  ranges: (_candidate, context) => ec2Ranges(context),
  caveats: (candidate, context) => ec2Caveats(candidate, context, SELF_MANAGED_EC2_DAEMON_SETS),
};

const KUBEADM: NodeFacts = {
  provider: 'aws',
  platform: 'self-managed-ec2',
  key: 'kubeadm',
  maxPodsPerNode: ON_PREM_MAX_PODS_PER_NODE,
  daemonSets: SELF_MANAGED_EC2_DAEMON_SETS,
  rootDiskGib: EC2_ROOT_DISK_GIB,
  addressRoom: (candidate, { network }) =>
    podBlockRoom(network.podCidr ?? ON_PREM_POD_CIDR, controlPlaneMachines(candidate)),
  sharedFee: () => 0,
};
