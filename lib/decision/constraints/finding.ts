import type { Candidate, ClusterContext, Finding, PlatformFact, PlatformProfile, Verdict } from '../types';

/** What a constraint found, before it is put into the record. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly observed: string;
  /** What would have to change; dropped when proven. */
  readonly fix?: string;
  readonly sources?: readonly string[];
}

/** The record of one constraint on one candidate. */
export function finding(constraint: string, required: string, outcome: Outcome): Finding {
  return {
    constraint,
    verdict: outcome.verdict,
    required,
    observed: outcome.observed,
    fix: outcome.verdict === 'proven' ? '' : (outcome.fix ?? ''),
    sources: outcome.sources ?? [],
  };
}

/** Proven when the condition holds and refuted otherwise, for facts that are always known. */
export function decided(holds: boolean, outcome: Omit<Outcome, 'verdict'>): Outcome {
  return { verdict: holds ? 'proven' : 'refuted', ...outcome };
}

/** The answer of a candidate's platform to one question; unknown when the platform was not asked for or does not say. */
export function platformFact(
  candidate: Candidate,
  context: ClusterContext,
  ask: (profile: PlatformProfile) => PlatformFact | undefined,
): PlatformFact {
  const profile = context.profiles.find((other) => other.id === candidate.platform);
  return (
    (profile && ask(profile)) ?? {
      verdict: 'unknown',
      observed: `the platform '${candidate.platform}' does not say`,
      fix: `let the profile of '${candidate.platform}' answer it`,
      sources: [],
    }
  );
}
