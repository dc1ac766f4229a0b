import { moneyOf } from '../ranking';
import type { Assessment } from '../types';

/** What is compared; less is better in all four. */
type Point = readonly [money: number, hours: number, carbon: number, fragility: number];

/**
 * The feasible that no other one beats: none is as good in money, hours, resilience and carbon and better in one of them. Equal ones
 * all stay. What is not known counts as the worst. In the order they came in.
 */
export function paretoFront(feasible: readonly Assessment[]): readonly Assessment[] {
  const points = feasible.map((assessment) => ({ assessment, point: pointOf(assessment) }));
  // whoever beats another comes before it in this order, so that each needs to be held against the front alone
  const sorted = points.toSorted((left, right) => compare(left.point, right.point));
  const front: Point[] = [];
  const unbeaten = new Set<Assessment>();
  for (const { assessment, point } of sorted) {
    if (front.some((other) => beats(other, point))) continue;
    front.push(point);
    unbeaten.add(assessment);
  }
  return feasible.filter((assessment) => unbeaten.has(assessment));
}

function pointOf(assessment: Assessment): Point {
  const { merits, hours } = assessment;
  return [
    moneyOf(assessment) ?? Number.POSITIVE_INFINITY,
    hours.hoursPerMonth,
    merits.carbonGramsPerKwh ?? Number.POSITIVE_INFINITY,
    -merits.resilience,
  ];
}

function beats(left: Point, right: Point): boolean {
  return (
    left[0] <= right[0] &&
    left[1] <= right[1] &&
    left[2] <= right[2] &&
    left[3] <= right[3] &&
    compare(left, right) !== 0
  );
}

/** By the first coordinate that differs. Not by difference, as of two infinities there is none. */
function compare(left: Point, right: Point): number {
  for (const [index, value] of left.entries()) {
    const other = right[index] ?? value;
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}
