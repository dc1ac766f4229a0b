import type { Region } from '../catalog/types';
import { compareText } from '../values';
import { jurisdictionOf } from './jurisdictions';
import type { Site } from './request/types';
import type { Place } from './types';

type RegionPlace = Extract<Place, { kind: 'region' }>;

const places = new WeakMap<Region, RegionPlace>();

/** A region of the catalogue as the place of a candidate; one object for all candidates there. */
export function regionPlace(region: Region): RegionPlace {
  const known = places.get(region);
  if (known !== undefined) return known;
  const place: RegionPlace = {
    kind: 'region',
    provider: region.provider,
    id: region.id,
    name: region.name,
    country: region.country,
    jurisdiction: region.jurisdiction,
    operator: region.operator,
    zones: region.zones,
    partition: region.partition,
    restricted: region.restricted,
  };
  places.set(region, place);
  return place;
}

/**
 * A site of the request as the place of a candidate. Its failure domains are the racks of its workers. Without an operator
 * it is run by the user's own organisation, under the law of the country where it stands.
 */
export function sitePlace(key: string, site: Site): Extract<Place, { kind: 'site' }> {
  return {
    kind: 'site',
    id: key,
    name: site.city ?? key,
    country: site.country,
    jurisdiction: jurisdictionOf(site.country),
    operator: site.operator ?? {
      legalEntity: 'your own organisation',
      jurisdiction: site.country,
      ultimateParent: site.country,
    },
    zones: racksOf(site).length,
    site: inOrder(site),
  };
}

/** The site with its machines by name: their order in a file does not show in the record. */
function inOrder(site: Site): Site {
  const machines = Object.entries(site.machines).sort(([left], [right]) => compareText(left, right));
  return { ...site, machines: Object.fromEntries(machines) };
}

/** Distinct racks of a site's workers, in code-unit order. */
export function racksOf(site: Site): readonly string[] {
  const racks = Object.values(site.machines)
    .filter((machine) => machine.role === 'worker')
    .map((machine) => machine.rack);
  return [...new Set(racks)].sort(compareText);
}
