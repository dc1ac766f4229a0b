import { contentHash } from '../../values';
import { catalogHash } from '../catalog-hash';
import type { Catalog } from '../types';
import { CitedSources } from './apply/cited-sources';
import { overlayMachinePrices } from './apply/machine-prices';
import { overlayMachineTypes, overlayRegions } from './apply/places';
import { overlayCompliance, overlayHours, overlayKubernetes, overlayOnPrem } from './apply/rules-and-hours';
import { overlayUnitPrices } from './apply/unit-prices';
import type { Overlay } from './types';

/**
 * The catalogue with the records of an overlay in the place of its own. Every figure that comes from the overlay says
 * so: kind `user` (or `list`, as the file says), its source and its date.
 *
 * Of several overlays the later one wins, so the order matters; the same one twice is as good as once. `hash` is that of
 * the new content, and `overlay` names what was put over it. Costs some tens of milliseconds for the whole embedded
 * catalogue, most of it for the hash.
 */
export function applyOverlay(catalog: Catalog, overlay: Overlay): Catalog {
  const cited = new CitedSources(overlay);
  const facts: Omit<Catalog, 'sources'> = {
    ...catalog,
    ...overlayUnitPrices(catalog, overlay, cited),
    regions: overlayRegions(catalog.regions, overlay, cited),
    machineTypes: overlayMachineTypes(catalog.machineTypes, overlay),
    machinePrices: overlayMachinePrices(catalog.machinePrices, overlay, cited),
    compliance: overlayCompliance(catalog.compliance, overlay, cited),
    kubernetes: overlayKubernetes(catalog.kubernetes, overlay, cited),
    hours: overlayHours(catalog.hours, overlay, cited),
    onPrem: overlayOnPrem(catalog.onPrem, overlay, cited),
  };
  const overlaid = { ...facts, sources: cited.joinedTo(catalog) };
  const hash = catalogHash(overlaid);
  // what changes nothing has been applied before, and leaves no trace
  if (hash === catalog.hash && catalog.overlay !== undefined) return catalog;
  const before = catalog.overlay === undefined ? [] : [catalog.overlay];
  return { ...overlaid, hash, overlay: contentHash([...before, contentHash(overlay)]) };
}
