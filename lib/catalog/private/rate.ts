import type { EgressTier, FigureKind, Rate } from '../types';
import { asOf, type SourceId } from './sources';

/** A frozen rate whose date is that of its source; `between` is the lowest and the highest that were published. */
export function rate(
  microUsd: number,
  per: Rate['per'],
  kind: FigureKind,
  source: SourceId,
  between?: readonly [low: number, high: number],
): Rate {
  const plain = { microUsd, per, kind, source, asOf: asOf(source) };
  return Object.freeze(
    between ? { ...plain, range: Object.freeze({ low: between[0], high: between[1] }) } : plain,
  );
}

/** The same for a figure that may be unknown: unknown stays unknown. */
export function rateIfKnown(
  microUsd: number | null | undefined,
  per: Rate['per'],
  kind: FigureKind,
  source: SourceId,
): Rate | undefined {
  return typeof microUsd === 'number' ? rate(microUsd, per, kind, source) : undefined;
}

/** A step of egress, frozen; without an end when `uptoGib` is undefined. */
export function egressTier(uptoGib: number | undefined, price: Rate): EgressTier {
  return Object.freeze({ uptoGib, rate: price });
}

/** Egress prices by step: where a further step is not known, the price before it holds on, as an estimate. */
export function egressTiers(
  ends: readonly (number | undefined)[],
  prices: readonly (number | null)[],
  source: SourceId,
): readonly EgressTier[] {
  const tiers: EgressTier[] = [];
  let last: number | undefined;
  for (const [step, price] of prices.entries()) {
    if (price !== null) {
      tiers.push(egressTier(ends[step], rate(price, 'gib', 'list', source)));
      last = price;
    } else if (last !== undefined) {
      tiers.push(egressTier(undefined, rate(last, 'gib', 'estimate', source)));
      break;
    }
  }
  return Object.freeze(tiers);
}
