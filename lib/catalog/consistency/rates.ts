import type { Catalog, Rate } from '../types';
import { type CatalogFinding, catalogFinding } from './catalog-finding';

/** Other unit prices are of regions that exist, sums of money that can be, and steps that rise. */
export function checkRates(catalog: Catalog): readonly CatalogFinding[] {
  const regions = new Set(catalog.regions.map(({ provider, id }) => `${provider}/${id}`));
  return [
    ...Object.entries(catalog.rates).flatMap(([place, { egress, ...rates }]) => [
      ...(regions.has(place) ? [] : [catalogFinding('rate-region', place, 'has rates and is no region')]),
      ...Object.entries(rates).flatMap(([name, rate]) => amount(rate, `${place}/${name}`)),
      ...egress.flatMap(({ rate }, index) => amount(rate, `${place}/egress[${index}]`)),
      ...steps(
        egress.map(({ uptoGib }) => uptoGib),
        `${place}/egress`,
      ),
    ]),
    ...Object.entries(catalog.autopilot).flatMap(([region, rates]) => [
      ...(regions.has(`gcp/${region}`)
        ? []
        : [catalogFinding('rate-region', region, 'has prices of pods and is no region of gcp')]),
      ...Object.entries(rates).flatMap(([name, rate]) => amount(rate, `gke-autopilot/${region}/${name}`)),
    ]),
    ...Object.entries(catalog.controlPlane).flatMap(([service, rates]) =>
      Object.entries(rates).flatMap(([name, rate]) => amount(rate, `${service}/${name}`)),
    ),
  ];
}

function amount(rate: Rate | undefined, where: string): readonly CatalogFinding[] {
  if (rate === undefined) return [];
  const { microUsd, range } = rate;
  const possible = Number.isSafeInteger(microUsd) && microUsd >= 0;
  return [
    ...(possible
      ? []
      : [
          catalogFinding(
            'rate-amount',
            where,
            `is ${microUsd}; it must be a whole number of millionths, not below 0`,
          ),
        ]),
    ...(range === undefined || (range.low <= microUsd && microUsd <= range.high)
      ? []
      : [
          catalogFinding(
            'rate-range',
            where,
            `is ${microUsd}, outside its own range of ${range.low} to ${range.high}`,
          ),
        ]),
  ];
}

function steps(ends: readonly (number | undefined)[], where: string): readonly CatalogFinding[] {
  const rising = ends.every((end, index) => {
    if (index === ends.length - 1) return end === undefined;
    const before = index === 0 ? 0 : ends[index - 1];
    return end !== undefined && before !== undefined && end > before;
  });
  return rising
    ? []
    : [
        catalogFinding(
          'egress-steps',
          where,
          'must have steps that rise, of which only the last is without end',
        ),
      ];
}
