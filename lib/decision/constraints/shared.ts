import { keptFor } from '../memory';
import type { Candidate, ClusterContext, Finding, PlatformFact } from '../types';

const known = keptFor(() => new Map<string, Map<string, Finding>>());

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
  const constraints = known(context);
  let findings = constraints.get(constraint);
  if (findings === undefined) {
    findings = new Map();
    constraints.set(constraint, findings);
  }
  let found = findings.get(word);
  if (found === undefined) {
    found = Object.freeze(make());
    findings.set(word, found);
  }
  return found;
}

type OfFact<Fact extends object> = (fact: Fact, candidate: Candidate, context: ClusterContext) => Finding;

interface LastOfFact {
  readonly context: ClusterContext;
  readonly candidate: Candidate;
  readonly found: Finding;
}

/**
 * Findings that depend on the request, the platform and its answer: platforms give one answer to many candidates, and all of
 * these share one finding. `alike` says whether two candidates of the same platform and answer do, when not all of them do.
 */
export function onceForFact<Fact extends object = PlatformFact>(
  make: OfFact<Fact>,
  alike: (fact: Fact, left: Candidate, right: Candidate) => boolean = () => true,
): OfFact<Fact> {
  // one for each answer is enough, as candidates come platform by platform and place by place
  const latest = new WeakMap<Fact, LastOfFact>();
  return (fact, candidate, context) => {
    const last = latest.get(fact);
    if (
      last !== undefined &&
      last.context === context &&
      last.candidate.platform === candidate.platform &&
      alike(fact, last.candidate, candidate)
    ) {
      return last.found;
    }
    const found = Object.freeze(make(fact, candidate, context));
    latest.set(fact, { context, candidate, found });
    return found;
  };
}
