import { ISO_COUNTRIES, isKnownJurisdiction } from '../../document/places-of-law';
import { KNOWN_REGIMES } from '../regimes';
import type { Catalog, Region } from '../types';
import { type CatalogFinding, catalogFinding } from './catalog-finding';

const MOST_ZONES = 10;
const MOST_CARBON = 1500;

/** Regions lie in countries that exist, under laws that requests can name, and each is listed once. */
export function checkPlaces(catalog: Catalog): readonly CatalogFinding[] {
  const seen = new Set<string>();
  return catalog.regions.flatMap((region) => {
    const where = `${region.provider}/${region.id}`;
    const again = seen.has(where) ? [catalogFinding('region-once', where, 'is listed more than once')] : [];
    seen.add(where);
    return [...again, ...lawOf(region, where), ...measuresOf(region, where)];
  });
}

function lawOf({ country, jurisdiction, operator }: Region, where: string): readonly CatalogFinding[] {
  const codes = [
    ['country', country],
    ['jurisdiction of the operator', operator.jurisdiction],
    ['country of the ultimate parent', operator.ultimateParent],
  ] as const;
  return [
    ...codes
      .filter(([, code]) => !ISO_COUNTRIES.has(code))
      .map(([what, code]) =>
        catalogFinding('country', where, `has '${code}' as ${what}, which is no ISO 3166-1 code`),
      ),
    ...(isKnownJurisdiction(jurisdiction)
      ? []
      : [catalogFinding('jurisdiction', where, `is under '${jurisdiction}', which no request can name`)]),
  ];
}

function measuresOf({ zones, carbonGramsPerKwh }: Region, where: string): readonly CatalogFinding[] {
  return [
    ...(zones === undefined || (Number.isInteger(zones) && zones >= 0 && zones <= MOST_ZONES)
      ? []
      : [catalogFinding('zones', where, `has ${zones} zones; plausible are 0 to ${MOST_ZONES}`)]),
    ...(carbonGramsPerKwh === undefined || (carbonGramsPerKwh >= 0 && carbonGramsPerKwh <= MOST_CARBON)
      ? []
      : [
          catalogFinding(
            'carbon',
            where,
            `has ${carbonGramsPerKwh} g of CO₂ per kWh; plausible are 0 to ${MOST_CARBON}`,
          ),
        ]),
  ];
}

/** Facts under a regime and support windows are about what exists, in an order that can be. */
export function checkRules(catalog: Catalog): readonly CatalogFinding[] {
  const regions = new Set(catalog.regions.map(({ id }) => id));
  const regimes: ReadonlySet<string> = new Set(KNOWN_REGIMES);
  return [
    ...catalog.compliance.flatMap((fact) => {
      const where = `${fact.service}/${fact.regime}`;
      return [
        ...(regimes.has(fact.regime)
          ? []
          : [catalogFinding('regime', where, 'is a regime that no request can name')]),
        ...(fact.regions ?? [])
          .filter((id) => !regions.has(id))
          .map((id) => catalogFinding('regime-region', where, `is limited to '${id}', which is no region`)),
      ];
    }),
    ...catalog.kubernetes
      .filter(
        ({ standardUntil, extendedUntil }) => extendedUntil !== undefined && extendedUntil < standardUntil,
      )
      .map(({ platform, version, standardUntil, extendedUntil }) =>
        catalogFinding(
          'support-window',
          `${platform}/${version}`,
          `leaves extended support on ${extendedUntil}, before standard support ends on ${standardUntil}`,
        ),
      ),
  ];
}
