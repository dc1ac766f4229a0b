import { createHash } from 'node:crypto';

/**
 * JSON with the keys of every map in code-unit order and no white space: equal content is equal text, whatever order it
 * was written in. Lists keep their order. A key whose value is `undefined` is left out, as in JSON itself.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? 'null';
}

/** `sha256:<hex>` of the canonical JSON, so that a lock notices a changed request or catalogue. */
export function contentHash(value: unknown): string {
  return `sha256:${createHash('sha256').update(canonicalJson(value)).digest('hex')}`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  // a map without prototype: a key called `__proto__` is a key like any other
  const result: Record<string, unknown> = Object.create(null);
  for (const [key, item] of Object.entries(value).sort(([left], [right]) => compareText(left, right))) {
    result[key] = sorted(item);
  }
  return result;
}

/** Order by UTF-16 code units: the same on every machine, unlike a locale's. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
