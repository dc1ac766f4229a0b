import type { Place } from '../types';
import type { JointOption, Spot } from './types';

/**
 * Where a candidate is. Two sites have the same provider only when the same legal entity runs them; a site and a cloud never
 * do.
 */
export function spotOf(place: Place): Spot {
  return place.kind === 'region'
    ? {
        place: `${place.provider}/${place.id}`,
        provider: place.provider,
        jurisdiction: place.jurisdiction,
        exclusive: false,
      }
    : {
        place: `site/${place.id}`,
        provider: `operator/${place.operator.legalEntity}`,
        jurisdiction: place.jurisdiction,
        exclusive: true,
      };
}

/** What separates two clusters, as one number: nothing but exclusive places, a place, a provider, a jurisdiction, or several. */
export const APART = { place: 1, provider: 2, jurisdiction: 4 } as const;

/** Whether two clusters may be at these spots, with the separations of {@link APART} between them. */
export function compatible(one: Spot, other: Spot, apart: number): boolean {
  if (one.place === other.place && (apart !== 0 || one.exclusive)) return false;
  if ((apart & APART.provider) !== 0 && one.provider === other.provider) return false;
  return (apart & APART.jurisdiction) === 0 || one.jurisdiction !== other.jurisdiction;
}

/** Cheaper first, the better rank among equals: the order in which options are tried and in which one can replace another. */
export function compareOptions(left: JointOption, right: JointOption): number {
  return left.cost - right.cost || left.rank - right.rank;
}
