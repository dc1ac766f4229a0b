import type { MicroUsd } from '../../catalog/types';
import { roundHalfUp } from '../money';
import { peopleOf } from '../objective';
import type { Assessment, ClusterContext, Cost, PlatformProfile } from '../types';
import { DEMAND_LEVELS, demandFactors, isBeyondOneCluster, withDemand } from './demand-levels';
import type { RegretPlan, RegretTable, RegretWorld } from './types';

/** Plans that are reckoned through: so many of the best in the ranking, and the whole Pareto front. */
const CONSIDERED = 20;
const SHOWN = 5;

const PRICE_LEVELS = ['low', 'high'] as const;
const HOUR_LEVELS = [
  ['low', 0.5],
  ['high', 1.5],
] as const;

/**
 * How much worse it is to have too little than too much, and how fast it gets worse: the defaults of Netflix’ capacity models.
 *
 * @see https://github.com/Netflix-Skunkworks/service-capacity-modeling
 */
const UNDER_PROVISION = 1.25;
const EXPONENT = 1.2;

/** A candidate in one world. */
interface Played {
  /** With the nodes it was planned with, and the penalty where they are too few. */
  readonly asPlanned: MicroUsd;
  /** With the nodes that are best there; never more than `asPlanned`. */
  readonly atBest: MicroUsd;
}

/**
 * What each plan costs more, a month, than whoever knew the world beforehand would pay, in money plus hours at their rate. A plan is a
 * feasible candidate with the nodes of its assessment. The worlds are a fixed grid, and each counts the same in the mean: demand low,
 * mid and high (see `demandFactors`), every price at the low or the high of its range, hours halved or half as many again.
 *
 * A plan pays its own nodes whatever is needed. Where it needs more, it pays a penalty on its bill: with `s` percent of the bill missing
 * to the nodes that the world asks for, `(1.25 × s) ^ 1.2` percent, and never less than `s`. (Netflix raise dollars to that power; percent
 * give the same table in every currency.) A plan that cannot be sized for the demand at all has no figure in that world; a world
 * that no plan can be sized for is left out. Constraints are not asked again: a world may be dearer than the budget.
 *
 * Of more than 20 feasible candidates the 20 best and all of the Pareto front are reckoned through, for each costs two sizings.
 */
export function regretOf(
  feasible: readonly Assessment[],
  front: readonly Assessment[],
  context: ClusterContext,
  profiles: readonly PlatformProfile[],
): RegretTable | undefined {
  const [winner] = feasible;
  if (winner === undefined) return undefined;
  const onFront = new Set(front);
  const plans = feasible.filter((plan, index) => index < CONSIDERED || onFront.has(plan));

  const worlds: RegretWorld[] = [];
  const regrets = plans.map((): (MicroUsd | undefined)[] => []);
  for (const [level, factor] of demandFactors(context.cluster.planning).entries()) {
    const costs = costsAt(plans, factor, context, profiles);
    for (const prices of PRICE_LEVELS) {
      for (const [hours, hourFactor] of HOUR_LEVELS) {
        const played = plans.map((plan, index) =>
          play(plan, costs[index], prices, hourFactor, context.cluster.budget.usdPerHour),
        );
        const best = bestOf(played);
        if (best === undefined) continue;
        worlds.push({
          name: `demand ${DEMAND_LEVELS[level]}, prices ${prices}, hours ${hours}`,
          best: plans[best.index]?.candidate.id ?? '',
        });
        for (const [index, one] of played.entries()) {
          regrets[index]?.push(one && one.asPlanned - best.microUsd);
        }
      }
    }
  }
  const rows = plans.map((plan, index) => planOf(plan, regrets[index] ?? []));
  return { worlds, plans: leastRegretted(rows, winner.candidate.id) };
}

/** The bill of each plan with nodes for another demand. As asked, it is the one that was decided about. */
function costsAt(
  plans: readonly Assessment[],
  factor: number,
  context: ClusterContext,
  profiles: readonly PlatformProfile[],
): readonly (Cost | undefined)[] {
  if (factor === 1) return plans.map(({ cost }) => cost);
  const world = withDemand(context, factor);
  if (isBeyondOneCluster(world.cluster.capacity)) return plans.map(() => undefined);
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  return plans.map(({ candidate }) => {
    const profile = byId.get(candidate.platform);
    const sizing = profile?.size(candidate, world);
    return sizing?.kind === 'sized' ? profile?.price(candidate, sizing, world) : undefined;
  });
}

function play(
  { cost, hours }: Assessment,
  there: Cost | undefined,
  prices: 'low' | 'high',
  hourFactor: number,
  usdPerHour: number,
): Played | undefined {
  if (cost.kind === 'unknown' || there === undefined || there.kind === 'unknown') return undefined;
  const people = peopleOf(hours.hoursPerMonth * hourFactor, usdPerHour);
  const planned = cost.range[prices];
  const needed = there.range[prices];
  return {
    asPlanned: planned + penaltyOf(planned, needed - planned) + people,
    atBest: needed + people,
  };
}

/** What is missing, at its price or worse. Without a bill there is nothing to take percent of. */
function penaltyOf(planned: MicroUsd, missing: MicroUsd): MicroUsd {
  if (missing <= 0) return 0;
  if (planned <= 0) return missing;
  const percent = (missing * 100) / planned;
  return Math.max(missing, roundHalfUp((planned * (UNDER_PROVISION * percent) ** EXPONENT) / 100));
}

/** The least that anybody pays in a world, and who; the earlier of equal ones. */
function bestOf(
  played: readonly (Played | undefined)[],
): { readonly index: number; readonly microUsd: MicroUsd } | undefined {
  let best: { readonly index: number; readonly microUsd: MicroUsd } | undefined;
  for (const [index, one] of played.entries()) {
    if (one !== undefined && (best === undefined || one.atBest < best.microUsd)) {
      best = { index, microUsd: one.atBest };
    }
  }
  return best;
}

function planOf({ candidate }: Assessment, regrets: readonly (MicroUsd | undefined)[]): RegretPlan {
  let sum: MicroUsd | undefined = 0;
  let worst: MicroUsd | undefined = 0;
  for (const regret of regrets) {
    sum = sum === undefined || regret === undefined ? undefined : sum + regret;
    worst = worst === undefined || regret === undefined ? undefined : Math.max(worst, regret);
  }
  return {
    candidate: candidate.id,
    regretMicroUsd: regrets,
    meanMicroUsd: sum === undefined ? undefined : roundHalfUp(sum / Math.max(1, regrets.length)),
    worstMicroUsd: worst,
  };
}

/** By the worst, then the mean, then the ranking; the winner takes the last place shown when it is not among them. */
function leastRegretted(rows: readonly RegretPlan[], winner: string): readonly RegretPlan[] {
  const sorted = rows.toSorted(
    (left, right) =>
      lessFirst(left.worstMicroUsd, right.worstMicroUsd) || lessFirst(left.meanMicroUsd, right.meanMicroUsd),
  );
  const shown = sorted.slice(0, SHOWN);
  if (shown.some(({ candidate }) => candidate === winner)) return shown;
  return [...shown.slice(0, SHOWN - 1), ...sorted.filter(({ candidate }) => candidate === winner)];
}

function lessFirst(left: MicroUsd | undefined, right: MicroUsd | undefined): number {
  if (left === right) return 0;
  if (left === undefined) return 1;
  if (right === undefined) return -1;
  return left - right;
}
