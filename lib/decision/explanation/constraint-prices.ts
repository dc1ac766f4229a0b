import { compareRanked } from '../ranking';
import type { Assessment } from '../types';
import type { Field } from './field';
import type { ConstraintPrice } from './types';

interface Excluded {
  best: Assessment;
  alone: number;
}

/**
 * What each rule costs that keeps somebody out by itself: the objective of the winner less that of whoever would be first without
 * the rule, all others in force. Rules that keep nobody out by themselves cost nothing and are left out; `compliance/x` is a rule
 * of its own for each regime.
 *
 * With weights in the request the first is the one with the highest score, which may be the dearer one: then the price is
 * negative. A candidate without a price is counted and is the best only where no other is.
 */
export function constraintPricesOf({ feasible: [winner], failed }: Field): readonly ConstraintPrice[] {
  const byConstraint = new Map<string, Excluded>();
  for (const { assessment, failures } of failed) {
    const [only, ...others] = failures;
    if (only === undefined || others.length > 0) continue;
    const excluded = byConstraint.get(only.constraint);
    if (excluded === undefined) {
      byConstraint.set(only.constraint, { best: assessment, alone: 1 });
    } else {
      excluded.alone += 1;
      if (compareRanked(assessment, excluded.best) < 0) excluded.best = assessment;
    }
  }
  return inListOrder([...byConstraint.keys()], winner ?? failed[0]?.assessment)
    .flatMap((constraint) => {
      const excluded = byConstraint.get(constraint);
      return excluded === undefined ? [] : priceOf(constraint, excluded, winner);
    })
    .sort((left, right) => (right.priceMicroUsd ?? 0) - (left.priceMicroUsd ?? 0));
}

function priceOf(
  constraint: string,
  { best, alone }: Excluded,
  winner: Assessment | undefined,
): ConstraintPrice {
  const admitted = winner === undefined || admits(best, winner) ? best : winner;
  return {
    constraint,
    priceMicroUsd:
      winner?.objectiveMicroUsd === undefined || admitted.objectiveMicroUsd === undefined
        ? undefined
        : winner.objectiveMicroUsd - admitted.objectiveMicroUsd,
    admits: admitted.candidate.id,
    alone,
  };
}

/** Whether one that is kept out would take the first place; without a price it cannot be said to. */
function admits(excluded: Assessment, winner: Assessment): boolean {
  return excluded.objectiveMicroUsd !== undefined && compareRanked(excluded, winner) < 0;
}

/** In the order of the constraints, which every assessment carries. */
function inListOrder(constraints: readonly string[], any: Assessment | undefined): readonly string[] {
  const places = new Map(any?.findings.map(({ constraint }, index) => [constraint, index]));
  return constraints.toSorted((left, right) => (places.get(left) ?? 0) - (places.get(right) ?? 0));
}
