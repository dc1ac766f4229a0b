import type { MicroUsd } from '../catalog/types';

/** One US dollar in the unit of all money here. */
export const USD: MicroUsd = 1_000_000;

/** `$1,132.43`, rounded half up to the cent and written without asking a locale. Negative amounts carry the sign in front. */
export function formatUsd(microUsd: MicroUsd): string {
  const cents = Math.floor(Math.abs(microUsd) / 10_000 + 0.5);
  const sign = microUsd < 0 && cents > 0 ? '-' : '';
  return `${sign}$${groupThousands(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, '0')}`;
}

/** `12.0`: hours with one decimal, rounded half up. */
export function formatHours(hours: number): string {
  const tenths = Math.floor(Math.abs(hours) * 10 + 0.5);
  const sign = hours < 0 && tenths > 0 ? '-' : '';
  return `${sign}${groupThousands(Math.floor(tenths / 10))}.${tenths % 10}`;
}

/** `1,234`: a whole number with its thousands apart. */
export function groupThousands(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
}

/**
 * The one rule for rounding money: quantity times unit price, half up to a whole millionth of a dollar, once for each
 * line. Sums of lines are exact.
 */
export function roundHalfUp(value: number): MicroUsd {
  return Math.floor(value + 0.5);
}
