import { createHash } from 'node:crypto';
import type { Catalog } from './types';

/**
 * Identifies the content of a catalogue: `sha256:` and 64 hexadecimal digits over its canonical JSON.
 *
 * Equal facts give an equal hash whatever the order of keys; any changed figure, source or date gives another. The
 * `hash` of the catalogue itself is left out. Whoever overlays prices puts the new hash into the copy:
 * `{ ...overlaid, hash: catalogHash(overlaid) }`. Walks the whole catalogue: a few milliseconds.
 */
export function catalogHash(catalog: Omit<Catalog, 'hash'>): string {
  const content = JSON.stringify(canonical({ ...catalog, hash: undefined }));
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/**
 * The same value with all keys in code-unit order (no locale). What is in order already is passed on as it is, so
 * that the engine serialises thousands of price rows by itself; JSON leaves out members that are `undefined`.
 */
function canonical(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.every((item) => canonical(item) === item) ? value : value.map(canonical);
  }
  const members = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(members);
  let previous = '';
  for (const key of keys) {
    if (key < previous || canonical(members[key]) !== members[key]) {
      return Object.fromEntries(keys.sort().map((name) => [name, canonical(members[name])]));
    }
    previous = key;
  }
  return value;
}
