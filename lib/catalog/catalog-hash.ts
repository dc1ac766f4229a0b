import { contentHash } from '../values';
import type { Catalog } from './types';

/**
 * Identifies the content of a catalogue: `sha256:` and 64 hexadecimal digits over its canonical JSON.
 *
 * Equal facts give an equal hash whatever the order of keys; any changed figure, source or date gives another. The
 * `hash` of the catalogue itself is left out, and so is that of an overlay, whose figures are in it already. Whoever overlays prices puts the new hash into the copy:
 * `{ ...overlaid, hash: catalogHash(overlaid) }`. Walks the whole catalogue: a few milliseconds.
 */
export function catalogHash(catalog: Omit<Catalog, 'hash'>): string {
  return contentHash({ ...catalog, hash: undefined, overlay: undefined });
}
