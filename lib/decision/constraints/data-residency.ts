import { findRegion } from '../../catalog';
import { alsoUnder, describeCountry, describeLaw, isWithin } from '../jurisdictions';
import type { ClusterContext, Constraint, Place } from '../types';
import { decided, finding } from './finding';

export const dataResidency: Constraint = {
  id: 'data-residency',
  title: 'Data in a country or jurisdiction that is allowed',
  rationale:
    'Where data lies decides which authority can seize it in place, and no reason lifts a law. Under whose law the operator is, is another question.',
  level: 'hard',
  dependsOn: 'place',
  evaluate({ candidate: { place } }, context) {
    const law = context.cluster.residency.data;
    const observed = `${place.name}, ${describeCountry(place.country, place.jurisdiction)}`;
    if (law === undefined) return finding(this.id, 'data anywhere', decided(true, { observed }));
    return finding(
      this.id,
      `data in ${describeLaw(law)}`,
      decided(isWithin(place.country, place.jurisdiction, law), {
        observed,
        fix: `add '${place.country}' to 'residency.data.countries'`,
        sources: sourcesOf(place, context),
        change: { path: ['residency', 'data', 'countries'], to: alsoUnder(law, [place.country]) },
      }),
    );
  },
};

/** Source of the facts about a region; a site's are the user's own. */
export function sourcesOf(place: Place, { catalog }: ClusterContext): readonly string[] {
  if (place.kind === 'site') return [];
  const region = findRegion(catalog, place.provider, place.id);
  return region === undefined ? [] : [region.source];
}
