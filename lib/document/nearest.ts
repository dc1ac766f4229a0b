import { distance } from 'fastest-levenshtein';

const LONGEST_WORD = 64;
/** More names than a catalogue has; a file can hold tens of thousands, and as many that are near none of them. */
const MOST_CANDIDATES = 250;

/**
 * The candidate that was probably meant, or `undefined` when none is near.
 *
 * Upper and lower case, hyphens, underscores and blanks do not count (`memory_gib` is `memoryGib`); a candidate
 * that begins with the word is near (`memory`); otherwise about one letter in three may differ, and none
 * in words of two letters, where every country code would be "near" every other.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const plain = simplify(word);
  let best: { readonly candidate: string; readonly cost: number } | undefined;
  let looked = 0;
  for (const candidate of candidates) {
    looked += 1;
    if (looked > MOST_CANDIDATES) break;
    const other = simplify(candidate);
    const cost = plain.length >= 3 && other.startsWith(plain) ? 0.5 : distance(plain, other);
    const longest = Math.max(plain.length, other.length);
    const limit = longest <= 2 ? 0 : longest <= 4 ? 1 : Math.min(4, Math.floor(longest / 3));
    if (cost <= limit && (best === undefined || cost < best.cost)) {
      best = { candidate, cost };
    }
  }
  return best?.candidate;
}

/** `; did you mean 'private'?`, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const candidate = nearest(word, candidates);
  return candidate === undefined || candidate === word ? '' : `; did you mean '${candidate}'?`;
}

function simplify(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, '');
}
