import type { FigureKind, MicroUsd } from '../../catalog/types';
import { roundHalfUp } from '../money';
import type { Cost, CostLine } from '../types';
import { rangeOf, type UnitPrice } from './range';

/** A line before it is known whether it has a price. */
export interface BillEntry {
  readonly id: string;
  readonly label: string;
  readonly quantity: number;
  readonly unit: string;
  readonly price: UnitPrice | undefined;
  /** Price on demand of what is bought as spare capacity: what it costs when none is to be had. */
  readonly onDemandMicroUsd?: MicroUsd;
}

/** The four sums of a bill, or of a part of one. */
export interface Sums {
  readonly monthly: MicroUsd;
  readonly low: MicroUsd;
  readonly high: MicroUsd;
  /** With everything on demand. */
  readonly withoutSpot: MicroUsd;
}

/** Lines that belong together, added up: bills of one region share those that do not differ. */
export interface Part extends Sums {
  readonly lines: readonly CostLine[];
  /** What has no known price, in words. */
  readonly missing: readonly string[];
  readonly oldestAsOf: string | undefined;
}

const NO_LINES: readonly never[] = [];

export const NOTHING_DUE: Part = {
  lines: NO_LINES,
  missing: NO_LINES,
  monthly: 0,
  low: 0,
  high: 0,
  withoutSpot: 0,
  oldestAsOf: undefined,
};

/**
 * Multiplies and adds: each line is quantity times unit price, rounded once. An entry of quantity 0 is left out; one
 * without a price is missing by name, because a total that lacks a line is no total.
 */
export function partOf(entries: readonly BillEntry[], placeName: string, planDate: string): Part {
  const lines: CostLine[] = [];
  const missing: string[] = [];
  let withoutSpot = 0;
  for (const { id, label, quantity, unit, price, onDemandMicroUsd } of entries) {
    if (quantity === 0) continue;
    if (price === undefined) {
      missing.push(`${label} in ${placeName}`);
      continue;
    }
    const { microUsd, kind, source, asOf } = price;
    const monthlyMicroUsd = roundHalfUp(quantity * microUsd);
    const onDemand =
      onDemandMicroUsd === undefined ? monthlyMicroUsd : roundHalfUp(quantity * onDemandMicroUsd);
    const range =
      onDemandMicroUsd === undefined
        ? rangeOf(quantity, price, planDate)
        : { low: monthlyMicroUsd, high: Math.max(monthlyMicroUsd, onDemand) };
    lines.push({
      id,
      label,
      quantity,
      unit,
      unitMicroUsd: microUsd,
      monthlyMicroUsd,
      range,
      kind,
      source,
      asOf,
    });
    withoutSpot += onDemand;
  }
  return addUp(lines, missing, withoutSpot);
}

/**
 * What somebody pays for already, or is given: as much of `due` as `limit` covers, so that it never brings a part below
 * nothing. Its range is what it comes to where prices are low and where they are high.
 */
export function creditPart(
  { id, label }: { readonly id: string; readonly label: string },
  limit: MicroUsd,
  due: Sums,
  planDate: string,
): Part {
  const covered = (amount: MicroUsd): MicroUsd => -Math.min(limit, amount);
  if (limit <= 0 || due.high <= 0) return NOTHING_DUE;
  const monthlyMicroUsd = covered(due.monthly);
  const line: CostLine = {
    id,
    label,
    quantity: 1,
    unit: 'month',
    unitMicroUsd: monthlyMicroUsd,
    monthlyMicroUsd,
    range: { low: covered(due.low), high: covered(due.high) },
    kind: 'user',
    source: 'request',
    asOf: planDate,
  };
  return addUp([line], NO_LINES, covered(due.withoutSpot));
}

function addUp(lines: readonly CostLine[], missing: readonly string[], withoutSpot: MicroUsd): Part {
  let monthly = 0;
  let low = 0;
  let high = 0;
  let oldestAsOf: string | undefined;
  for (const line of lines) {
    monthly += line.monthlyMicroUsd;
    low += line.range.low;
    high += line.range.high;
    if (line.kind !== 'user') oldestAsOf = older(oldestAsOf, firstDate(line.asOf));
  }
  return { lines, missing, monthly, low, high, withoutSpot, oldestAsOf };
}

/** One part of several, in their order. */
export function joined(parts: readonly Part[]): Part {
  const lines: CostLine[] = [];
  let missing: readonly string[] | undefined;
  let monthly = 0;
  let low = 0;
  let high = 0;
  let withoutSpot = 0;
  let oldestAsOf: string | undefined;
  for (const part of parts) {
    lines.push(...part.lines);
    if (part.missing.length > 0) missing = [...(missing ?? NO_LINES), ...part.missing];
    monthly += part.monthly;
    low += part.low;
    high += part.high;
    withoutSpot += part.withoutSpot;
    if (part.oldestAsOf !== undefined) oldestAsOf = older(oldestAsOf, part.oldestAsOf);
  }
  return { lines, missing: missing ?? NO_LINES, monthly, low, high, withoutSpot, oldestAsOf };
}

/** The bill of all parts. */
export function costOf(parts: readonly Part[]): Cost {
  const { lines, missing, monthly, low, high, withoutSpot, oldestAsOf } = joined(parts);
  if (missing.length > 0) return { kind: 'unknown', lines, missing };
  return {
    kind: 'priced',
    lines,
    monthlyMicroUsd: monthly,
    range: { low, high },
    withoutSpotMicroUsd: withoutSpot,
    oldestAsOf,
  };
}

/** The cost of what has no nodes: nothing is claimed. */
export function unsizedCost(placeName: string): Cost {
  return { kind: 'unknown', lines: [], missing: [`nodes in ${placeName}`] };
}

/** A price that the request names, or nothing at all where it names none. */
export function userPrice(microUsd: MicroUsd, planDate: string): UnitPrice {
  const kind: FigureKind = 'user';
  return { microUsd, kind, source: 'request', asOf: planDate };
}

/** Dates are written with the year first, so that text order is their order; one without a day counts as its first. */
function older(left: string | undefined, right: string): string {
  return left !== undefined && left <= right ? left : right;
}

/** Of a span such as `2024-01 .. 2026-04`, where it begins. */
function firstDate(asOf: string): string {
  const end = asOf.indexOf(' ');
  return end < 0 ? asOf : asOf.slice(0, end);
}
