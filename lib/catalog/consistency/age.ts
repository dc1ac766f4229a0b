import type { Catalog } from '../types';
import { type CatalogFinding, catalogFinding } from './catalog-finding';
import { citationsOf } from './citations';
import { daysBetween, isDay } from './days';

/** Figures that are older than allowed on a day, or of a day after it, by source. No clock is read: the day is told. */
export function checkAge(catalog: Catalog, on: string, maxAgeDays: number): readonly CatalogFinding[] {
  return citationsOf(catalog).flatMap(({ source, asOf, count }) => {
    if (asOf === undefined || !isDay(asOf)) return [];
    const age = daysBetween(asOf, on);
    const figures = `${count} ${count === 1 ? 'figure' : 'figures'} of ${asOf}`;
    if (age < 0) return [catalogFinding('date-not-after', source, `${figures}, which is after ${on}`)];
    if (age <= maxAgeDays) return [];
    return [
      catalogFinding(
        'age',
        source,
        `${figures}: ${age} days old on ${on}, at most ${maxAgeDays} are allowed`,
      ),
    ];
  });
}
