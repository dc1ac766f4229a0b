import { compareText } from '../values';
import type { Judged } from './assess';
import { describeFailures, describeLoss, failuresOf } from './reasons';
import type { Assessment, Finding, Place } from './types';

/** What the order of the feasible looks at. */
export type Ranked = Pick<
  Judged,
  'candidate' | 'cost' | 'hours' | 'objectiveMicroUsd' | 'merits' | 'scorePpm'
>;

/** A candidate that is not feasible, with what it fails. */
interface Failed {
  readonly item: Judged;
  readonly failures: readonly Finding[];
}

/**
 * The feasible in the order of {@link compareRanked}; after them the rest by the number of constraints they fail, then
 * objective (unknown last) and id. A total order that depends on each candidate alone: adding or removing one never
 * changes the order of the others.
 */
export function rank(judged: readonly Judged[]): readonly Assessment[] {
  const feasible = judged.filter((item) => item.feasible).sort(compareRanked);
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
      // put into words when somebody reads it: there are a thousand, and a page shows twenty
      get lostBecause() {
        return describeFailures(failures);
      },
    })),
  ];
}

/**
 * Negative when the left one comes first: by the higher score where the request gives weights, then by the lower objective.
 * Equal ones by less money, less hours, more failure domains, less carbon, provider and id; so whatever comes first without weights is
 * beaten by nothing in all of these together.
 */
export function compareRanked(left: Ranked, right: Ranked): number {
  return (
    compareNumbers(negative(left.scorePpm), negative(right.scorePpm)) ||
    compareNumbers(left.objectiveMicroUsd, right.objectiveMicroUsd) ||
    compareNumbers(moneyOf(left), moneyOf(right)) ||
    compareNumbers(left.hours.hoursPerMonth, right.hours.hoursPerMonth) ||
    right.merits.resilience - left.merits.resilience ||
    compareNumbers(left.merits.carbonGramsPerKwh, right.merits.carbonGramsPerKwh) ||
    compareText(providerOf(left.candidate.place), providerOf(right.candidate.place)) ||
    compareText(left.candidate.id, right.candidate.id)
  );
}

/** The cloud that a place belongs to; `own` for every site. */
export function providerOf(place: Place): string {
  return place.kind === 'site' ? 'own' : place.provider;
}

function compareFailed(left: Failed, right: Failed): number {
  return (
    left.failures.length - right.failures.length ||
    compareNumbers(left.item.objectiveMicroUsd, right.item.objectiveMicroUsd) ||
    compareText(left.item.candidate.id, right.item.candidate.id)
  );
}

/** The monthly bill; `undefined` without a price. */
export function moneyOf({ cost }: Pick<Ranked, 'cost'>): number | undefined {
  return cost.kind === 'priced' ? cost.monthlyMicroUsd : undefined;
}

function negative(score: number | undefined): number | undefined {
  return score === undefined ? undefined : -score;
}

/** Less first, unknown last. */
function compareNumbers(left: number | undefined, right: number | undefined): number {
  if (left === right) return 0;
  if (left === undefined) return 1;
  if (right === undefined) return -1;
  return left - right;
}
