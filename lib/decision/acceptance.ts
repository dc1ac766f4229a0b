import { constraintsFor } from './constraints/all';
import { failuresOf } from './reasons';
import type { ClusterRequest } from './request/types';
import type { Assessment, Finding } from './types';

/** A candidate that somebody wants to have built, whatever the ranking says. */
export interface Acceptance {
  /** Candidate id. */
  readonly candidate: string;
  /** Why, in the words of whoever is responsible. Needed where the candidate breaks a rule that may be lifted. */
  readonly reason?: string;
}

/** What an acceptance comes to. */
export type Accepted =
  | { readonly kind: 'accepted'; readonly assessment: Assessment }
  | { readonly kind: 'no-candidate' }
  /** Nothing is sized there, so nothing can be built. */
  | { readonly kind: 'no-size'; readonly reason: string }
  /** Rules that no reason lifts. */
  | { readonly kind: 'refused'; readonly failures: readonly Finding[] }
  /** Rules that a written reason would lift. */
  | { readonly kind: 'needs-reason'; readonly failures: readonly Finding[] };

/** Judges an acceptance by what was found of its candidate. */
export function judgeAcceptance(
  { candidate: id, reason }: Acceptance,
  assessments: readonly Assessment[],
  cluster: ClusterRequest,
): Accepted {
  const assessment = assessments.find(({ candidate }) => candidate.id === id);
  if (assessment === undefined) return { kind: 'no-candidate' };
  const levels = new Map(constraintsFor(cluster).map((constraint) => [constraint.id, constraint.level]));
  const failures = failuresOf(assessment.findings);
  const fixed = failures.filter(({ constraint }) => levels.get(constraint) !== 'overridable');
  if (fixed.length > 0) return { kind: 'refused', failures: fixed };
  if (assessment.sizing.kind !== 'sized') return { kind: 'no-size', reason: assessment.sizing.reason };
  return failures.length > 0 && (reason ?? '').trim() === ''
    ? { kind: 'needs-reason', failures }
    : { kind: 'accepted', assessment };
}
