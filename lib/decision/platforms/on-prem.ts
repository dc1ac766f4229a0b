import { ON_PREM_POD_CIDR } from '../../catalog/network-defaults';
import { ON_PREM_DAEMON_SETS } from '../capacity/daemon-sets';
import { racksUsed, sizeOnSite } from '../capacity/size-on-site';
import { unsizedCost } from '../cost/bill';
import { siteBill } from '../cost/site-bill';
import { sitePlace } from '../places';
import type { Site } from '../request/types';
import type { Candidate, PlatformProfile } from '../types';
import { podBlocks } from './addresses';
import { DEFINED, proven } from './answers';
import { onPremCaveats } from './caveats';
import { hoursOf } from './hours';
import { siteLocation } from './locations';
import { siteRanges } from './ranges';
import { OWN_MACHINES } from './tenancy';

/**
 * Fewest members of an etcd cluster that outlives the loss of one. https://etcd.io/docs/latest/faq/#what-is-failure-
 * tolerance
 */
const QUORUM_WITH_ONE_LOST = 3;

const PRIVATE_API = proven('the API listens in the network of the site');
const CUSTOMER_KEYS = proven('the key is made and stays on the control-plane machines');
const OWN_VERSION = proven('the version is the owner’s own choice of packages');

/**
 * kubeadm on machines that are owned already: one candidate for each site of the request, with the machines as they are.
 * Nothing is certified by anybody but the owner, so a compliance regime is unknown until the request brings evidence.
 */
export const onPremProfile: PlatformProfile = {
  id: 'on-prem',
  title: 'Own machines, kubeadm',
  candidates: (context) =>
    Object.entries(context.request.sites).map(([key, site]): Candidate => {
      const place = sitePlace(key, site);
      const racks = racksUsed(site, context).length;
      const controlPlanes = controlPlanesOf(site);
      return {
        id: `on-prem/${key}/kubeadm`,
        platform: 'on-prem',
        place,
        // not the number of machines: adding one must not make it another candidate to a lock
        topology: 'kubeadm',
        controlPlane: controlPlanes >= QUORUM_WITH_ONE_LOST ? 'highly-available' : 'single',
        // workers of another architecture stay idle, so their racks are no failure domains of this cluster
        zones: racks === 0 ? place.zones : racks,
        nodes: 'pools',
        egress: 'own',
      };
    }),
  size: sizeOnSite,
  // a site costs the same whatever runs on it, even when it is too small
  price: ({ place }, _sizing, context) =>
    place.kind === 'site' ? siteBill(place.id, place.site, context) : unsizedCost(place.id),
  hours: (_candidate, context) => hoursOf('on-prem', 'on-prem', context),
  compliance: ({ place }, regime) => ({
    verdict: 'unknown',
    observed: `only the owner of ${place.id} can show ${regime}`,
    sources: [],
  }),
  privateApi: () => PRIVATE_API,
  customerManagedKeys: () => CUSTOMER_KEYS,
  kubernetesVersion: () => OWN_VERSION,
  construct: () => DEFINED,
  tenancy: (_candidate, tenancy) => OWN_MACHINES[tenancy],
  location: (candidate, what, { catalog }) => siteLocation(candidate, what, catalog),
  addresses: (candidate, sizing, context) =>
    podBlocks(
      sizing,
      context.cluster.network.podCidr ?? ON_PREM_POD_CIDR,
      candidate.place.kind === 'site' ? controlPlanesOf(candidate.place.site) : 0,
      context,
    ),
  ranges: siteRanges,
  caveats: () => onPremCaveats(ON_PREM_DAEMON_SETS),
};

function controlPlanesOf(site: Site): number {
  return Object.values(site.machines).filter((machine) => machine.role === 'control-plane').length;
}
