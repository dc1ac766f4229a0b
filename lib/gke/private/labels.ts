import { Token } from 'cdktf';
import { ValidationError } from '../../values';

const KEY = /^[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{N}_-]{0,62}$/u;
const VALUE = /^[\p{Ll}\p{Lo}\p{N}_-]{0,63}$/u;
const MOST = 64;

/**
 * Tags as Google Cloud labels: lower-cased, sorted by key, and refused where lower-casing is not enough.
 * Empty tags give `undefined`, so that no empty map is emitted.
 *
 * @throws ValidationError with all problems at once.
 * @see https://cloud.google.com/resource-manager/docs/labels-overview
 */
export function toResourceLabels(
  tags: Readonly<Record<string, string>>,
  scope: { readonly node: { readonly path: string } },
): Record<string, string> | undefined {
  const problems: string[] = [];
  const labels = new Map<string, string>();
  const origins = new Map<string, string>();
  for (const [tag, text] of Object.entries(tags)) {
    const key = tag.toLowerCase();
    const value = Token.isUnresolved(text) ? text : text.toLowerCase();
    if (!KEY.test(key)) {
      problems.push(
        `'tags' key '${tag}' must be 1 to 63 letters, digits, '-' or '_', starting with a letter, to become a label`,
      );
    }
    if (!Token.isUnresolved(text) && !VALUE.test(value)) {
      problems.push(
        `'tags' value '${text}' of '${tag}' must be at most 63 letters, digits, '-' or '_' to become a label`,
      );
    }
    const origin = origins.get(key);
    if (origin !== undefined) {
      problems.push(`'tags' keys '${origin}' and '${tag}' become the same label '${key}'; keep one`);
    }
    origins.set(key, tag);
    labels.set(key, value);
  }
  if (labels.size > MOST) problems.push(`'tags' holds ${labels.size} tags; Google allows ${MOST} labels`);
  if (problems.length > 0) throw new ValidationError(problems.join('; '), scope);
  if (labels.size === 0) return undefined;
  return Object.fromEntries([...labels].sort(([a], [b]) => (a < b ? -1 : 1)));
}
