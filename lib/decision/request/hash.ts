import { canonicalJson, compareText, contentHash } from '../../values';
import type { Request } from './types';

/**
 * Identifies what a request asks for, as `sha256:<64 hexadecimal digits>`. It is taken of the checked request, so
 * that comments, the order of keys, and defaults that are written out do not matter. Nor does the order of lists, which are
 * sets, save that of `overlays`: of two that state the same, the later wins.
 */
export function requestHash(request: Request): string {
  const { overlays, ...sets } = request;
  return contentHash({ overlays, sets: sorted(sets) });
}

/** The same value with every list in the order of its entries' canonical texts. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value
      .map((entry) => {
        const inOrder = sorted(entry);
        return { inOrder, text: canonicalJson(inOrder) };
      })
      .sort((left, right) => compareText(left.text, right.text))
      .map(({ inOrder }) => inOrder);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, sorted(entry)]));
}
