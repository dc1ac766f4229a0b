import type { FigureKind, MicroUsd, Rate } from '../../catalog/types';
import { roundHalfUp } from '../money';
import type { Cost, CostLine } from '../types';

/** A unit price with its origin. */
export type UnitPrice = {
  readonly microUsd: MicroUsd;
  readonly kind: FigureKind;
  readonly source: string;
  readonly asOf: string;
};

/** A line before it is known whether it has a price. */
export interface BillEntry {
  readonly id: string;
  readonly label: string;
  readonly quantity: number;
  readonly unit: string;
  readonly price: Rate | UnitPrice | undefined;
}

/**
 * Multiplies and adds. An entry of quantity 0 is left out; one without a price makes the whole cost unknown, and names
 * itself, because a total that lacks a line is no total.
 */
export function billOf(entries: readonly BillEntry[], placeName: string): Cost {
  const lines: CostLine[] = [];
  const missing: string[] = [];
  for (const entry of entries) {
    if (entry.quantity === 0) continue;
    if (entry.price === undefined) {
      missing.push(`${entry.label} in ${placeName}`);
      continue;
    }
    lines.push({
      id: entry.id,
      label: entry.label,
      quantity: entry.quantity,
      unit: entry.unit,
      unitMicroUsd: entry.price.microUsd,
      monthlyMicroUsd: roundHalfUp(entry.quantity * entry.price.microUsd),
      kind: entry.price.kind,
      source: entry.price.source,
      asOf: entry.price.asOf,
    });
  }
  if (missing.length > 0) return { kind: 'unknown', lines, missing };
  return {
    kind: 'priced',
    lines,
    monthlyMicroUsd: lines.reduce((sum, line) => sum + line.monthlyMicroUsd, 0),
  };
}

/** The cost of what has no nodes: nothing is claimed. */
export function unsizedCost(placeName: string): Cost {
  return { kind: 'unknown', lines: [], missing: [`nodes in ${placeName}`] };
}
