import { embeddedCatalog } from '../../lib/catalog';
import { describeLaw, isWithin, jurisdictionOf } from '../../lib/decision/jurisdictions';

it('puts countries into the groups of the catalogue', () => {
  expect(['DE', 'AT', 'NO', 'LI', 'GB', 'CH', 'US', 'JP'].map(jurisdictionOf)).toEqual([
    'EU',
    'EU',
    'EEA',
    'EEA',
    'UK',
    'CH',
    'US',
    'JP',
  ]);
});

it('agrees with the catalogue about every region', () => {
  const differing = embeddedCatalog().regions.filter(
    (region) => jurisdictionOf(region.country) !== region.jurisdiction,
  );
  expect(differing.map((region) => region.id)).toEqual([]);
});

it.each([
  ['DE', { countries: ['DE'], jurisdictions: [] }, true],
  ['DE', { countries: [], jurisdictions: ['DE'] }, true],
  ['DE', { countries: [], jurisdictions: ['EU'] }, true],
  ['DE', { countries: [], jurisdictions: ['EEA'] }, true],
  ['NO', { countries: [], jurisdictions: ['EEA'] }, true],
  ['NO', { countries: [], jurisdictions: ['EU'] }, false],
  ['GB', { countries: [], jurisdictions: ['UK'] }, true],
  ['CH', { countries: ['DE'], jurisdictions: ['EEA'] }, false],
  ['DE', { countries: [], jurisdictions: [] }, false],
])('says whether %s is within %j: %s', (country, law, expected) => {
  expect(isWithin(country, jurisdictionOf(country), law)).toBe(expected);
});

it('names a law once, jurisdictions first', () => {
  expect(describeLaw({ countries: ['CH', 'EU'], jurisdictions: ['EU'] })).toBe('EU or CH');
});
