import type { FigureKind, MicroUsd } from '../../catalog/types';
import { daysBetween } from '../../values';
import { roundHalfUp } from '../money';

/** From when on a list price is no longer taken for exact: two years before the plan date. */
const EXACT_FOR_DAYS = 730;

/** How far below and above itself a figure is carried, in percent of it. */
interface Spread {
  readonly below: number;
  readonly above: number;
}

const EXACT: Spread = { below: 0, above: 0 };
const AGED: Spread = { below: 10, above: 10 };

/**
 * An estimate is a list price of another place, or a rounded one: the prices of one thing over the regions of a cloud
 * lie within some fifteen percent of the median. An assumption has no source at all. Both are choices of this project; a
 * rate that was published as a range carries its own.
 */
const SPREADS: Readonly<Record<FigureKind, Spread>> = {
  list: EXACT,
  user: EXACT,
  estimate: { below: 15, above: 15 },
  assumption: { below: 50, above: 100 },
};

/** A unit price with its origin. */
export interface UnitPrice {
  readonly microUsd: MicroUsd;
  readonly kind: FigureKind;
  readonly source: string;
  readonly asOf: string;
  readonly range?: { readonly low: MicroUsd; readonly high: MicroUsd };
}

/**
 * What a quantity may cost instead, by how far its price can be trusted. A list price of any age but the last two years
 * counts ten percent either way; a date that nobody can read counts as old.
 */
export function rangeOf(
  quantity: number,
  price: UnitPrice,
  planDate: string,
): { readonly low: MicroUsd; readonly high: MicroUsd } {
  if (price.range !== undefined) {
    return { low: roundHalfUp(quantity * price.range.low), high: roundHalfUp(quantity * price.range.high) };
  }
  const { below, above } = spreadOf(price, planDate);
  const amount = quantity * price.microUsd;
  return {
    low: roundHalfUp((amount * (100 - below)) / 100),
    high: roundHalfUp((amount * (100 + above)) / 100),
  };
}

function spreadOf({ kind, asOf }: UnitPrice, planDate: string): Spread {
  if (kind !== 'list') return SPREADS[kind];
  return isAged(asOf, planDate) ? AGED : EXACT;
}

/** Few dates and many lines: each is compared once for a plan date. */
let agedFor = '';
const aged = new Map<string, boolean>();

function isAged(asOf: string, planDate: string): boolean {
  if (agedFor !== planDate) {
    aged.clear();
    agedFor = planDate;
  }
  const known = aged.get(asOf);
  if (known !== undefined) return known;
  const days = daysBetween(asOf, planDate);
  const answer = days === undefined || days > EXACT_FOR_DAYS;
  aged.set(asOf, answer);
  return answer;
}
