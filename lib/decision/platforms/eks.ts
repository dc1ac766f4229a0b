import { EKS_MAX_PODS_PER_NODE } from '../../catalog/node-limits';
import { EKS_DAEMON_SETS } from '../capacity/daemon-sets';
import { sizeInRegion } from '../capacity/size-in-region';
import { unsizedCost } from '../cost/bill';
import { EKS_ROOT_DISK_GIB, eksBill } from '../cost/eks-bill';
import { phaseOf } from '../kubernetes-support';
import { regionPlace } from '../places';
import type { Candidate, PlatformProfile } from '../types';
import { eksCaveats } from './caveats';
import { hoursOf, serviceCompliance, serviceVersion } from './cloud-facts';

/** Zones that `EksNetwork` spreads a cluster over. EKS itself refuses fewer than two. */
const ZONE_COUNTS = [2, 3] as const;

/**
 * EKS with managed node groups, in every region of AWS: over two zones and over three, with one NAT gateway in each zone
 * so that egress outlives a zone. The control plane spans zones and cannot be had single.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
 */
export const eksProfile: PlatformProfile = {
  id: 'eks',
  title: 'Amazon EKS, managed node groups',
  candidates: ({ catalog }) =>
    catalog.regions
      .filter((region) => region.provider === 'aws')
      .flatMap((region) =>
        ZONE_COUNTS.map(
          (zones): Candidate => ({
            id: `eks/${region.id}/${zones}-zones`,
            platform: 'eks',
            place: regionPlace(region),
            topology: `${zones}-zones`,
            controlPlane: 'highly-available',
            zones,
          }),
        ),
      ),
  size: (candidate, context) =>
    sizeInRegion(candidate, context, {
      provider: 'aws',
      platform: 'eks',
      maxPodsPerNode: EKS_MAX_PODS_PER_NODE,
      daemonSets: EKS_DAEMON_SETS,
      rootDiskGib: EKS_ROOT_DISK_GIB,
      // a NAT gateway costs the same whatever the number of nodes behind it
      sharedFee: () => 0,
    }),
  price: (candidate, sizing, context) =>
    sizing.kind === 'sized' ? eksBill(candidate, sizing.pools, context) : unsizedCost(candidate.place.id),
  hours: (_candidate, { catalog }) => hoursOf('eks', catalog),
  compliance: (candidate, regime, { catalog }) => serviceCompliance('eks', candidate, regime, catalog),
  privateApi: () => ({ verdict: 'proven', observed: 'endpoint inside the VPC only', sources: [] }),
  customerManagedKeys: () => ({
    verdict: 'proven',
    observed: 'envelope encryption with a KMS key of your own',
    sources: [],
  }),
  kubernetesVersion: (_candidate, context) => serviceVersion('eks', context),
  supportPhase: (_candidate, context) => phaseOf(context, 'eks'),
  caveats: (candidate, context) => eksCaveats(candidate, context, EKS_DAEMON_SETS),
};
