import type { ClusterContext, Finding } from '../types';

const known = new WeakMap<ClusterContext, Map<string, Finding>>();

/**
 * The finding of a constraint that depends on the request and one word about the candidate, such as its platform: made once
 * for each word and shared by all candidates of which it holds. Forgotten with the context.
 */
export function onceFor(
  context: ClusterContext,
  constraint: string,
  word: string,
  make: () => Finding,
): Finding {
  let findings = known.get(context);
  if (findings === undefined) {
    findings = new Map();
    known.set(context, findings);
  }
  const key = `${constraint} ${word}`;
  let found = findings.get(key);
  if (found === undefined) {
    found = Object.freeze(make());
    findings.set(key, found);
  }
  return found;
}
