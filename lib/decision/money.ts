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

/** A sum of millionths rounded up to the cent, so that what is named is enough. */
export function upToCent(microUsd: number): MicroUsd {
  const cent = USD / 100;
  return Math.ceil(microUsd / cent) * cent;
}

/** Hours rounded up to the tenth, so that what is named is enough; the dust of binary fractions is not worth one. */
export function upToTenth(hours: number): number {
  return Math.ceil(hours * 10 - 1e-6) / 10;
}
