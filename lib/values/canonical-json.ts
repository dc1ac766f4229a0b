import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/**
 * JSON with the keys of every map in code-unit order and no white space: equal content is equal text, whatever order it
 * was written in. Lists keep their order. A key whose value is `undefined` is left out, as in JSON itself.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(canonical(value)) ?? 'null';
}

/**
 * `sha256:` and 64 hexadecimal digits of the canonical JSON: a name for content, so that a lock notices a change. Not by Node's own
 * `crypto`, which takes longer to load than all hashes of a decision to reckon.
 */
export function contentHash(value: unknown): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalJson(value))))}`;
}

/** Order by UTF-16 code units: the same on every machine, unlike a locale's. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * The same value with all keys in order. What is in order already is passed on as it is, so that the engine serialises
 * thousands of rows by itself.
 */
function canonical(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.every((item) => canonical(item) === item) ? value : value.map(canonical);
  const members = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(members);
  let previous = '';
  for (const key of keys) {
    if (key < previous || canonical(members[key]) !== members[key]) {
      return Object.fromEntries(keys.sort(compareText).map((name) => [name, canonical(members[name])]));
    }
    previous = key;
  }
  return value;
}
