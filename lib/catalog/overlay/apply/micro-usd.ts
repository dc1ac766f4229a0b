import type { MicroUsd } from '../../types';

/** Dollars of a file as the integers of the catalogue, to the nearest millionth. */
export function microUsd(usd: number): MicroUsd {
  return Math.round(usd * 1_000_000);
}

/** The same for a figure that may be absent. */
export function microUsdIfGiven(usd: number | undefined): MicroUsd | undefined {
  return usd === undefined ? undefined : microUsd(usd);
}

/** A price less a share of it, in integers all the way: three decimals of a percent are enough for any contract. */
export function lessPercent(price: MicroUsd, percent: number): MicroUsd {
  return Math.round((price * (100_000 - Math.round(percent * 1000))) / 100_000);
}
