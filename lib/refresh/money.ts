import type { MicroUsd } from '../catalog/types';
import { RefreshError } from './refresh-error';

/**
 * `0.1207500000` of a price list in millionths, to the nearest.
 *
 * @throws RefreshError when it is no decimal number.
 */
export function microUsdOf(decimal: string, where: string): MicroUsd {
  if (!/^\d{1,9}(\.\d{1,20})?$/.test(decimal)) {
    throw new RefreshError(
      `the price list gives '${decimal.slice(0, 40)}' as the price of ${where}, which is no sum of money`,
    );
  }
  return Math.round(Number(decimal) * 1_000_000);
}

/** Millionths as dollars in a file, exactly. */
export function usdText(microUsd: MicroUsd): string {
  return String(microUsd / 1_000_000);
}
