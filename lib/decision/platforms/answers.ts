import type { Candidate, PlatformFact } from '../types';

// Answers that are the same for every candidate: one object each, because a decision asks some thousand times.

/** kubewhere defines it. */
export const DEFINED: PlatformFact = Object.freeze({
  verdict: 'proven',
  observed: 'defined in Terraform',
  sources: [],
});

/** Ranked so that its price can be seen, and never built. */
export const NOT_DEFINED: PlatformFact = Object.freeze({
  verdict: 'refuted',
  observed: 'no construct in this version',
  fix: 'choose a platform that is defined, or build it by other means',
  sources: [],
});

/** Of a platform on which pools are defined, and what runs its own nodes is not. */
export function definedWithPools({ nodes }: Candidate): PlatformFact {
  return nodes === 'pools' ? DEFINED : NOT_DEFINED;
}

/** An answer that costs nothing to give again. */
export function proven(observed: string): PlatformFact {
  return Object.freeze({ verdict: 'proven', observed, sources: [] });
}
