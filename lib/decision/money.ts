import type { MicroUsd } from '../catalog/types';

/** One US dollar in the unit of all money here. */
export const USD: MicroUsd = 1_000_000;

/**
 * The one rule for rounding money: quantity times unit price, half up to a whole millionth of a dollar, once for each
 * line. Sums of lines are exact.
 */
export function roundHalfUp(value: number): MicroUsd {
  return Math.floor(value + 0.5);
}
