import type { Catalog } from '../types';
import { type CatalogFinding, catalogFinding } from './catalog-finding';
import { citationsOf } from './citations';
import { isDay } from './days';

/** Every figure has a source that exists, and a date. */
export function checkSources(catalog: Catalog): readonly CatalogFinding[] {
  const ids = catalog.sources.map(({ id }) => id);
  const known = new Set(ids);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [
    ...twice.map((id) => catalogFinding('source-once', id, 'is listed more than once')),
    ...catalog.sources
      .filter(({ asOf }) => !isDay(asOf))
      .map(({ id, asOf }) => catalogFinding('source-date', id, `has no day for a date; found '${asOf}'`)),
    ...citationsOf(catalog).flatMap(({ source, asOf, first, count }) => [
      ...(known.has(source)
        ? []
        : [
            catalogFinding(
              'source-known',
              source,
              `is no source of the catalogue, and ${figures(count)}, first ${first}`,
            ),
          ]),
      ...(asOf === undefined || isDay(asOf)
        ? []
        : [catalogFinding('figure-date', first, `has no day for a date; found '${asOf}'`)]),
    ]),
  ];
}

function figures(count: number): string {
  return count === 1 ? 'one figure cites it' : `${count} figures cite it`;
}
