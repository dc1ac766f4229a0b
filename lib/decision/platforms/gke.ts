import { GKE_MAX_PODS_PER_NODE } from '../../catalog/node-limits';
import type { Region } from '../../catalog/types';
import { GKE_DAEMON_SETS } from '../capacity/daemon-sets';
import { sizeInRegion } from '../capacity/size-in-region';
import { unsizedCost } from '../cost/bill';
import { cloudNatFee, GKE_ROOT_DISK_GIB, gkeBill } from '../cost/gke-bill';
import { phaseOf } from '../kubernetes-support';
import { regionPlace } from '../places';
import type { Candidate, PlatformProfile } from '../types';
import { gkeCaveats } from './caveats';
import { hoursOf, serviceCompliance, serviceVersion } from './cloud-facts';

/** Zones over which GKE spreads the nodes of a regional cluster when nobody names any. */
const REGIONAL_ZONES = 3;

/**
 * GKE Standard in every region of Google Cloud: regional, with control plane and nodes over three zones, and zonal, with a
 * single control plane and all nodes in one zone.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/types-of-clusters
 */
export const gkeProfile: PlatformProfile = {
  id: 'gke',
  title: 'Google Kubernetes Engine, Standard mode',
  candidates: ({ catalog }) =>
    catalog.regions
      .filter((region) => region.provider === 'gcp')
      .flatMap((region) => [
        candidate(region, 'regional', 'highly-available', REGIONAL_ZONES),
        candidate(region, 'zonal', 'single', 1),
      ]),
  size: (chosen, context) =>
    sizeInRegion(chosen, context, {
      provider: 'gcp',
      platform: 'gke',
      maxPodsPerNode: GKE_MAX_PODS_PER_NODE,
      daemonSets: GKE_DAEMON_SETS,
      rootDiskGib: GKE_ROOT_DISK_GIB,
      sharedFee: cloudNatFee,
    }),
  price: (chosen, sizing, context) =>
    sizing.kind === 'sized' ? gkeBill(chosen, sizing.pools, context) : unsizedCost(chosen.place.id),
  hours: (_candidate, { catalog }) => hoursOf('gke', catalog),
  compliance: (chosen, regime, { catalog }) => serviceCompliance('gke', chosen, regime, catalog),
  privateApi: () => ({ verdict: 'proven', observed: 'private endpoint only', sources: [] }),
  customerManagedKeys: () => ({
    verdict: 'proven',
    observed: 'application-layer encryption with a Cloud KMS key of your own',
    sources: [],
  }),
  kubernetesVersion: (_candidate, context) => serviceVersion('gke', context),
  supportPhase: (_candidate, context) => phaseOf(context, 'gke'),
  caveats: (candidate, context) => gkeCaveats(candidate, context, GKE_DAEMON_SETS),
};

function candidate(
  region: Region,
  topology: 'regional' | 'zonal',
  controlPlane: Candidate['controlPlane'],
  zones: number,
): Candidate {
  return {
    id: `gke/${region.id}/${topology}`,
    platform: 'gke',
    place: regionPlace(region),
    topology,
    controlPlane,
    zones,
  };
}
