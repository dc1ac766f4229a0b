import type { Assessment, ClusterContext, PlatformProfile } from '../types';
import { constraintPricesOf } from './constraint-prices';
import { nearestOf } from './counterfactuals';
import { fieldOf } from './field';
import { paretoFront } from './pareto';
import { regretOf } from './regret';
import { sensitivityOf } from './sensitivity';
import type { Explanation, RegretTable } from './types';

/**
 * Answers what a reader asks of a decision beside its result. The assessments come in the order of the ranking; nothing of them is
 * changed. Exact, but for what the table of regret says of itself; it alone sizes and prices anew, through the profiles.
 */
export function explain(
  ranked: readonly Assessment[],
  context: ClusterContext,
  profiles: readonly PlatformProfile[] = context.profiles,
): Explanation {
  const field = fieldOf(ranked);
  const front = paretoFront(field.feasible);
  let regret: { readonly table: RegretTable | undefined } | undefined;
  return {
    nearest: nearestOf(field),
    constraintPrices: constraintPricesOf(field),
    pareto: front.map(({ candidate }) => candidate.id),
    sensitivity: sensitivityOf(field.feasible, context.cluster),
    // whoever only wants to know the winner does not wait for it
    get regret() {
      regret ??= { table: regretOf(field.feasible, front, context, profiles) };
      return regret.table;
    },
  };
}
