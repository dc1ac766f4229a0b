import { failuresOf } from '../reasons';
import type { Assessment, Finding } from '../types';

/** The assessments of a decision as the questions about them need them. */
export interface Field {
  /** In the order of the ranking: the first is the winner. */
  readonly feasible: readonly Assessment[];
  readonly failed: readonly Failed[];
}

/**
 * A candidate that does not pass, with what stands in its way. Constraints look at one candidate at a time and not at each other, so
 * these are the unique least relaxation that admits it.
 */
export interface Failed {
  readonly assessment: Assessment;
  readonly failures: readonly Finding[];
}

/** Of a ranked list. */
export function fieldOf(ranked: readonly Assessment[]): Field {
  const feasible: Assessment[] = [];
  const failed: Failed[] = [];
  for (const assessment of ranked) {
    if (assessment.feasible) feasible.push(assessment);
    else failed.push({ assessment, failures: failuresOf(assessment.findings) });
  }
  return { feasible, failed };
}
