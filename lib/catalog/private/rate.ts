import type { FigureKind, Rate } from '../types';
import { asOf, type SourceId } from './sources';

/** A rate whose date is that of its source. */
export function rate(microUsd: number, per: Rate['per'], kind: FigureKind, source: SourceId): Rate {
  return { microUsd, per, kind, source, asOf: asOf(source) };
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
