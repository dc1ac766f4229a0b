import { compareText } from '../../values';
import type { Catalog } from '../types';

/** Figures that name the same source and date. */
export interface Citation {
  readonly source: string;
  /** `undefined` for a second source of a figure, which has no date of its own. */
  readonly asOf: string | undefined;
  /** Path of the first of them. */
  readonly first: string;
  readonly count: number;
}

/** Every source that a figure of the catalogue names, by source and date. Walks all of it, so that a new kind of figure is not forgotten. */
export function citationsOf(catalog: Catalog): readonly Citation[] {
  const found = new Map<string, Citation>();
  const cite = (source: string, asOf: string | undefined, path: string) => {
    const key = `${source}\n${asOf ?? ''}`;
    const before = found.get(key);
    found.set(key, { source, asOf, first: before?.first ?? path, count: (before?.count ?? 0) + 1 });
  };
  const walk = (value: object, path: string) => {
    for (const [key, member] of Object.entries(value)) {
      if (typeof member === 'object' && member !== null) {
        walk(member, path === '' ? key : `${path}.${key}`);
      } else if (typeof member === 'string' && /^source$|Source$/.test(key)) {
        const asOf = key === 'source' && 'asOf' in value ? String(value.asOf) : undefined;
        cite(member, asOf, path);
      }
    }
  };
  const { sources: _sources, ...facts } = catalog;
  walk(facts, '');
  return [...found.values()].sort(
    (left, right) => compareText(left.source, right.source) || compareText(left.asOf ?? '', right.asOf ?? ''),
  );
}
