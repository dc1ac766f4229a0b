import { Token } from 'cdktf';

/**
 * A sentence when a number that is written into a text, such as `60m`, is none that will do. One that only Terraform knows cannot be
 * written into a text at all.
 */
export function describeWholeNumber(
  prop: string,
  value: number | undefined,
  least: number,
  most: number,
): string | undefined {
  if (value === undefined) return undefined;
  if (Token.isUnresolved(value)) return `${prop} must be known at synthesis; write a number`;
  if (Number.isInteger(value) && value >= least && value <= most) return undefined;
  return `${prop} (${value}) must be a whole number of ${least} to ${most}`;
}
