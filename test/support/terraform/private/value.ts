/** A value that Terraform will know only after an apply. */
export const UNKNOWN: unique symbol = Symbol('unknown');

/**
 * A Terraform value as it travels on the wire. Numbers that no float holds exactly stay decimal strings, and
 * a value of type `dynamic` is a pair of its type (bytes) and itself.
 */
export type Value =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | typeof UNKNOWN
  | readonly Value[]
  | ValueObject;

export interface ValueObject {
  readonly [key: string]: Value;
}

export function isObject(value: Value | undefined): value is ValueObject {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
  );
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** The elements of a list or set; empty for null, unknown and anything else. */
export function elements(value: Value | undefined): readonly Value[] {
  return isList(value) ? value : [];
}

export function isWhollyKnown(value: Value): boolean {
  if (value === UNKNOWN) return false;
  if (isList(value)) return value.every(isWhollyKnown);
  return !isObject(value) || Object.values(value).every(isWhollyKnown);
}

/** A text that is equal for equal values; the order of list elements counts, the order of keys does not. */
export function fingerprint(value: Value): string {
  if (value === UNKNOWN) return '?';
  if (isList(value)) return `[${value.map(fingerprint).join()}]`;
  if (value instanceof Uint8Array) return `b${Buffer.from(value).toString('hex')}`;
  if (!isObject(value)) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${fingerprint(value[key] ?? null)}`).join()}}`;
}

export function sameValue(left: Value, right: Value): boolean {
  return fingerprint(left) === fingerprint(right);
}

/** The value at a path without indices; `vpc_config.vpc_id` looks into the first element of each list. */
export function valueAt(value: Value | undefined, path: readonly string[]): Value | undefined {
  const [head, ...rest] = path;
  const here = isList(value) ? value[0] : value;
  if (head === undefined) return value;
  return isObject(here) ? valueAt(here[head], rest) : undefined;
}

/** The text at a path, or `undefined` when there is none or it is not known yet. */
export function textAt(value: Value | undefined, path: readonly string[]): string | undefined {
  const found = valueAt(value, path);
  return typeof found === 'string' ? found : undefined;
}
