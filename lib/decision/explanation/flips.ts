import type { MicroUsd } from '../../catalog/types';
import { roundHalfUp, USD } from '../money';
import { objectiveOf, peopleOf } from '../objective';
import { compareRanked, moneyOf, providerOf, type Ranked } from '../ranking';
import type { ClusterRequest } from '../request/types';
import { anchorsOf, scoreOf } from '../score';
import type { Assessment } from '../types';
import { leastThat } from './least-that';
import type { Flip } from './types';

/** Hours are searched in hundredths up to more than anybody spends on one cluster, rates in cents up to more than anybody costs. */
const MOST_HUNDREDTH_HOURS = 1_000_000;
const MOST_CENTS = 1_000_000;

/**
 * What would take the first place from the winner, each by itself and everything else as it is: its own bill, against the next and
 * against the next of another provider; the hours that it takes; and, where there are no weights, the rate of an hour. Each figure is
 * the least that does it, in millionths of a dollar, hundredths of an hour and cents an hour. A winner that is over a budget is first
 * no more, however much dearer the next is. What nothing flips is left out, as is the money of a winner that costs none.
 */
export function flipsOf(feasible: readonly Assessment[], cluster: ClusterRequest): readonly Flip[] {
  const [winner, next, ...rest] = feasible;
  if (winner === undefined || next === undefined) return [];
  const provider = providerOf(winner.candidate.place);
  const foreign = [next, ...rest].find(({ candidate }) => providerOf(candidate.place) !== provider);
  return [
    ...moneyFlip('money', winner, next, cluster),
    ...(foreign === undefined ? [] : moneyFlip('money-against-provider', winner, foreign, cluster)),
    ...hoursFlip(winner, next, cluster),
    ...(cluster.weights === undefined ? rateFlips(winner, [next, ...rest], cluster.budget.usdPerHour) : []),
  ];
}

function moneyFlip(
  of: 'money' | 'money-against-provider',
  winner: Assessment,
  rival: Assessment,
  cluster: ClusterRequest,
): readonly Flip[] {
  const money = moneyOf(winner) ?? 0;
  if (money <= 0) return [];
  // beyond both, the winner is dearer and its money counts nothing any more
  const untilDearer = (rival.objectiveMicroUsd ?? 0) - (winner.objectiveMicroUsd ?? 0);
  const untilWorst = cluster.weights === undefined ? 0 : anchorsOf(cluster).money.worst - money;
  const rise = leastThat(
    Math.max(untilDearer, untilWorst, 0) + 1,
    (more) => compareRanked(changed(winner, more, 0, cluster), rival) > 0,
  );
  const least = leastOf(rise, overMoneyBudget(winner, cluster));
  if (least === undefined) return [];
  const percent = Math.ceil((least * 10_000) / money) / 100;
  return [{ of, to: rival.candidate.id, percent, microUsd: least, ...(least !== rise && OVER_BUDGET) }];
}

function hoursFlip(winner: Assessment, next: Assessment, cluster: ClusterRequest): readonly Flip[] {
  const rise = leastThat(
    MOST_HUNDREDTH_HOURS,
    (more) => compareRanked(changed(winner, 0, more, cluster), next) > 0,
  );
  const least = leastOf(rise, overHoursBudget(winner, cluster));
  if (least === undefined) return [];
  return [{ of: 'hours', to: next.candidate.id, hours: least / 100, ...(least !== rise && OVER_BUDGET) }];
}

const OVER_BUDGET = { overBudget: true } as const;

/** The least rise of its bill that the money budget does not hold; `undefined` without one. */
function overMoneyBudget({ cost }: Assessment, { budget }: ClusterRequest): number | undefined {
  if (budget.usdPerMonth === undefined || cost.kind === 'unknown') return undefined;
  const counted = budget.acceptSpotRisk ? cost.monthlyMicroUsd : cost.withoutSpotMicroUsd;
  return roundHalfUp(budget.usdPerMonth * USD) - counted + 1;
}

/** The same of hours, in hundredths. */
function overHoursBudget({ hours }: Assessment, { budget }: ClusterRequest): number | undefined {
  if (budget.hoursPerMonth === undefined) return undefined;
  return Math.floor(Math.round((budget.hoursPerMonth - hours.hoursPerMonth) * 1e6) / 1e4) + 1;
}

function leastOf(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}

/** The winner with a dearer bill and more hours, compared anew. */
function changed(
  winner: Assessment,
  moreMicroUsd: MicroUsd,
  moreHundredthHours: number,
  cluster: ClusterRequest,
): Ranked {
  const { cost, hours } = winner;
  if (cost.kind === 'unknown') return winner;
  const dearer = {
    cost: { ...cost, monthlyMicroUsd: cost.monthlyMicroUsd + moreMicroUsd },
    hours: {
      ...hours,
      hoursPerMonth: (Math.round(hours.hoursPerMonth * 1e6) + moreHundredthHours * 1e4) / 1e6,
    },
  };
  return {
    candidate: winner.candidate,
    merits: winner.merits,
    ...dearer,
    objectiveMicroUsd: objectiveOf(dearer, cluster),
    scorePpm: scoreOf(dearer, winner.merits, cluster),
  };
}

/** The nearest rates above and below that of the request at which the winner is not first. */
function rateFlips(winner: Assessment, others: readonly Assessment[], usdPerHour: number): readonly Flip[] {
  const loses = (cents: number): boolean =>
    others.some((other) => {
      const more = objectiveAt(other, cents) - objectiveAt(winner, cents);
      return more < 0 || (more === 0 && compareRanked(equalised(other), equalised(winner)) < 0);
    });
  const flipAt = (cents: number): Flip => ({
    of: 'hour-rate',
    to: firstAt(others, cents),
    usdPerHour: cents / 100,
  });

  const above = Math.floor(usdPerHour * 100) + 1;
  const more = leastThat(Math.max(0, MOST_CENTS - above), (step) => loses(above + step));
  const below = Math.ceil(usdPerHour * 100) - 1;
  const less = below < 0 ? undefined : leastThat(below, (step) => loses(below - step));
  return [
    ...(more === undefined ? [] : [flipAt(above + more)]),
    ...(less === undefined ? [] : [flipAt(below - less)]),
  ];
}

function objectiveAt(assessment: Assessment, cents: number): MicroUsd {
  return (moneyOf(assessment) ?? 0) + peopleOf(assessment.hours.hoursPerMonth, cents / 100);
}

function equalised(assessment: Assessment): Ranked {
  return { ...assessment, objectiveMicroUsd: 0 };
}

function firstAt(others: readonly Assessment[], cents: number): string {
  const [first] = others
    .map((other): Ranked => ({ ...other, objectiveMicroUsd: objectiveAt(other, cents) }))
    .sort(compareRanked);
  return first?.candidate.id ?? '';
}
