import type { CountryCode, Jurisdiction } from '../catalog/types';
import { compareText } from '../values';
import type { PlaceOfLaw } from './request/types';

/** The 27 members of the European Union since 2020-02-01. https://european-union.europa.eu/principles-countries-history/eu-countries_en */
const EU_MEMBERS: ReadonlySet<CountryCode> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

/** The members of the European Economic Area outside the Union. https://www.efta.int/eea */
const EEA_ONLY: ReadonlySet<CountryCode> = new Set(['IS', 'LI', 'NO']);

/**
 * The group of countries under one law that a country belongs to, in the catalogue's words: `EU`, `EEA` (its members outside
 * the Union), `UK` for Great Britain, otherwise the country's own code.
 */
export function jurisdictionOf(country: CountryCode): Jurisdiction {
  if (EU_MEMBERS.has(country)) return 'EU';
  if (EEA_ONLY.has(country)) return 'EEA';
  return country === 'GB' ? 'UK' : country;
}

/**
 * Whether a country is one that the law's lists allow. A member of the Union is in the `EEA` too; a country's own code
 * counts as a jurisdiction. Two empty lists allow nothing.
 */
export function isWithin(country: CountryCode, jurisdiction: Jurisdiction, law: PlaceOfLaw): boolean {
  return (
    law.countries.includes(country) ||
    law.jurisdictions.includes(country) ||
    law.jurisdictions.includes(jurisdiction) ||
    (jurisdiction === 'EU' && law.jurisdictions.includes('EEA'))
  );
}

/** `EU or CH`: the lists of a law in words; they are sets, whose order says nothing. */
export function describeLaw(law: PlaceOfLaw): string {
  let words = lawInWords.get(law);
  if (words === undefined) {
    const names = [...law.jurisdictions.toSorted(compareText), ...law.countries.toSorted(compareText)];
    words = names.length === 0 ? 'nowhere (both lists are empty)' : [...new Set(names)].join(' or ');
    lawInWords.set(law, words);
  }
  return words;
}

/** A law is described once for every candidate. */
const lawInWords = new WeakMap<PlaceOfLaw, string>();

/** `DE (EU)`: a country with the group it belongs to, where it is in one. */
export function describeCountry(country: CountryCode, jurisdiction: Jurisdiction): string {
  return jurisdiction === country ? country : `${country} (${jurisdiction})`;
}

/** The countries of a law and some more: the least that would have to change for these to be within it. */
export function alsoUnder(law: PlaceOfLaw, countries: readonly CountryCode[]): readonly CountryCode[] {
  return [...law.countries, ...countries].sort(compareText);
}
