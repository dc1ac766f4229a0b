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
  const content = canonicalJson({ ...catalog, hash: undefined });
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** JSON with keys in code-unit order (no locale) and without members that are `undefined`. */
function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value) ?? 'null';
  }
  if (Array.isArray(value)) {
    return `[${value.map(canonicalJson).join()}]`;
  }
  const members = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member !== undefined) {
      text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
    }
  }
  return `{${text}}`;
}
