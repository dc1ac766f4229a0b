import { closest, distance } from 'fastest-levenshtein';

/** The nearest of the allowed values, when it is near enough to be a typing mistake. */
export function nearest(found: string, allowed: readonly string[]): string | undefined {
  if (allowed.length === 0) return undefined;
  const best = closest(found.toLowerCase(), [...allowed]);
  return distance(found.toLowerCase(), best) <= Math.max(2, Math.floor(best.length / 3)) ? best : undefined;
}

/** `must be one of 'table', 'json'; found 'jsn'; did you mean 'json'?` */
export function mustBeOneOf(found: string, allowed: readonly string[]): string {
  const suggestion = nearest(found, allowed);
  const list = allowed.map((value) => `'${value}'`).join(', ');
  return `must be one of ${list}; found '${found}'${suggestion === undefined ? '' : `; did you mean '${suggestion}'?`}`;
}
