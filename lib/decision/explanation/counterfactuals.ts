import { compareRanked } from '../ranking';
import type { Failed, Field } from './field';
import type { NearMiss } from './types';

/** How many a reader is shown; the assessments hold all of them. */
const SHOWN = 5;

/**
 * Who would be first if it passed: fewest failures first, then in the order that the ranking would give them. When nothing
 * passes, whoever is nearest to passing in the same order, with or without a price.
 *
 * Scores stay as they are: a budget that is raised to let one in would also move the anchors of a weighted score.
 */
export function nearestOf({ feasible: [winner], failed }: Field): readonly NearMiss[] {
  const better =
    winner === undefined
      ? [...failed]
      : failed.filter(
          ({ assessment }) =>
            assessment.objectiveMicroUsd !== undefined && compareRanked(assessment, winner) < 0,
        );
  return better
    .sort(compareFailed)
    .slice(0, SHOWN)
    .map(({ assessment, failures }): NearMiss => {
      const { objectiveMicroUsd } = assessment;
      const best = winner?.objectiveMicroUsd;
      return {
        candidate: assessment.candidate.id,
        constraints: failures.map(({ constraint }) => constraint),
        fixes: failures.map(({ fix }) => fix),
        savesMicroUsd:
          best === undefined || objectiveMicroUsd === undefined ? undefined : best - objectiveMicroUsd,
      };
    });
}

function compareFailed(left: Failed, right: Failed): number {
  return left.failures.length - right.failures.length || compareRanked(left.assessment, right.assessment);
}
