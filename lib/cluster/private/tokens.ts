import { Token } from 'cdktf';

/**
 * Runs a check on a prop only when its value is known at synthesis. A token (an attribute of another
 * resource, a variable) must never be parsed, compared, indexed or looped over; it passes unchecked and
 * Terraform judges it.
 */
export function whenResolved<T>(value: T | undefined, check: (value: T) => void): void {
  if (value !== undefined && !Token.isUnresolved(value)) check(value);
}
