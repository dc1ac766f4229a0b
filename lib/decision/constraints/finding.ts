import type {
  Candidate,
  ClusterContext,
  Constraint,
  Finding,
  PlatformFact,
  PlatformProfile,
  RequestChange,
  Sizing,
  Verdict,
} from '../types';

/** What a constraint found, before it is put into the record. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly observed: string;
  /** What would have to change; dropped when proven. */
  readonly fix?: string;
  readonly sources?: readonly string[];
  /** The nearest change of the cluster's request that would make it pass; dropped when proven. */
  readonly change?: RequestChange;
}

/** Of all findings that rest on no source of the catalogue. */
const NO_SOURCES: readonly string[] = Object.freeze([]);

/** The record of one constraint on one candidate. */
export function finding(constraint: string, required: string, outcome: Outcome): Finding {
  const { verdict, observed, fix = '', sources = NO_SOURCES, change } = outcome;
  if (verdict === 'proven') return { constraint, verdict, required, observed, fix: '', sources };
  return change === undefined
    ? { constraint, verdict, required, observed, fix, sources }
    : { constraint, verdict, required, observed, fix, sources, change };
}

/** Nothing to look at, since another constraint failed: unknown, and counted there. */
export function followsFrom(cause: string, constraint: string, required: string, observed: string): Finding {
  return {
    constraint,
    verdict: 'unknown',
    required,
    observed,
    fix: `see ${cause}`,
    sources: NO_SOURCES,
    follows: cause,
  };
}

/** The constraint that says why a bill has no total: there are no nodes, or one of its figures is missing. */
export function causeOfNoTotal({ kind }: Sizing): string {
  return kind === 'sized' ? 'prices-known' : 'capacity';
}

/** A finding that passes and is the same object wherever it says the same, as a decision holds tens of thousands of them. */
export function proven(
  constraint: string,
  required: string,
  observed: string,
  sources: readonly string[] = NO_SOURCES,
): Finding {
  return Object.freeze({ constraint, verdict: 'proven', required, observed, fix: '', sources });
}

/**
 * Whether a finding lets its candidate through: it is proven, or the request has lifted a rule that may be lifted, or the rule
 * only advises. Unknown and refuted are alike in this.
 */
export function passes({ level }: Pick<Constraint, 'level'>, { verdict, overridden }: Finding): boolean {
  return (
    verdict === 'proven' || level === 'advisory' || (level === 'overridable' && overridden !== undefined)
  );
}

/** Proven when the condition holds and refuted otherwise, for facts that are always known. */
export function decided(holds: boolean, outcome: Omit<Outcome, 'verdict'>): Outcome {
  return { verdict: holds ? 'proven' : 'refuted', ...outcome };
}

/** The profile of a candidate's platform; `undefined` when the platform does not take part. */
export function profileOf(
  { platform }: Candidate,
  { profiles }: ClusterContext,
): PlatformProfile | undefined {
  return profiles.find((profile) => profile.id === platform);
}

/** The answer of a candidate's platform to one question; unknown when the platform does not take part or does not say. */
export function platformFact(
  candidate: Candidate,
  context: ClusterContext,
  ask: (profile: PlatformProfile) => PlatformFact | undefined,
): PlatformFact {
  const profile = profileOf(candidate, context);
  return (profile && ask(profile)) ?? { verdict: 'unknown', ...notSaid(candidate.platform) };
}

/** What is found of a platform that leaves a question open. */
export function notSaid(
  platform: string,
): Pick<PlatformFact, 'observed' | 'sources'> & { readonly fix: string } {
  return {
    observed: `the platform '${platform}' does not say`,
    fix: `let the profile of '${platform}' answer it`,
    sources: NO_SOURCES,
  };
}
