import type { ClusterRequest } from '../request/types';
import type { Constraint } from '../types';

/**
 * The constraint with the written reason of the request on whatever it does not prove. Only a rule that may be lifted takes
 * one: on the others a reason changes nothing, and their findings stay as they are.
 */
export function withReason(constraint: Constraint, { overrides }: ClusterRequest): Constraint {
  const reason = Object.hasOwn(overrides, constraint.id) ? overrides[constraint.id] : undefined;
  if (reason === undefined || constraint.level !== 'overridable') return constraint;
  return {
    ...constraint,
    evaluate(assessed, context) {
      const found = constraint.evaluate(assessed, context);
      return found.verdict === 'proven' ? found : { ...found, overridden: reason };
    },
  };
}
