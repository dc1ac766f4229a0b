import { compareText } from '../values';
import type { Judged } from './assess';
import { describeFailures, describeLoss, failuresOf } from './reasons';
import type { Assessment, Finding } from './types';

/** A candidate that is not feasible, with what it fails. */
interface Failed {
  readonly item: Judged;
  readonly failures: readonly Finding[];
}

/**
 * The feasible by objective, then money, hours and id; after them the rest by the number of constraints they fail, then
 * objective (unknown last) and id. A total order that depends on each candidate alone: adding or removing one never
 * changes the order of the others.
 */
export function rank(judged: readonly Judged[]): readonly Assessment[] {
  const feasible = judged.filter((item) => item.feasible).sort(compareFeasible);
  const rest = judged
    .filter((item) => !item.feasible)
    .map((item): Failed => ({ item, failures: failuresOf(item.findings) }))
    .sort(compareFailed);
  const [winner] = feasible;
  return [
    ...feasible.map((item, index) => ({
      ...item,
      rank: index + 1,
      lostBecause: winner === undefined || item === winner ? '' : describeLoss(item, winner),
    })),
    ...rest.map(({ item, failures }) => ({
      ...item,
      rank: undefined,
      lostBecause: describeFailures(failures),
    })),
  ];
}

function compareFeasible(left: Judged, right: Judged): number {
  return (
    compareNumbers(left.objectiveMicroUsd, right.objectiveMicroUsd) ||
    compareNumbers(moneyOf(left), moneyOf(right)) ||
    compareNumbers(left.hours.hoursPerMonth, right.hours.hoursPerMonth) ||
    compareText(left.candidate.id, right.candidate.id)
  );
}

function compareFailed(left: Failed, right: Failed): number {
  return (
    left.failures.length - right.failures.length ||
    compareNumbers(left.item.objectiveMicroUsd, right.item.objectiveMicroUsd) ||
    compareText(left.item.candidate.id, right.item.candidate.id)
  );
}

function moneyOf({ cost }: Judged): number | undefined {
  return cost.kind === 'priced' ? cost.monthlyMicroUsd : undefined;
}

/** Less first, unknown last. */
function compareNumbers(left: number | undefined, right: number | undefined): number {
  if (left === right) return 0;
  if (left === undefined) return 1;
  if (right === undefined) return -1;
  return left - right;
}
