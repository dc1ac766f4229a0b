import { ratesOf } from '../catalog';
import { HOURS_PER_MONTH, type MicroUsd } from '../catalog/types';
import { roundHalfUp, USD } from './money';
import type { Assessment, Candidate, ClusterContext } from './types';

/** What it costs, once, to move a running cluster. Amounts that are not known are absent, and then so is the total. */
export interface MovingCost {
  /** Of the people who move it. */
  readonly hours: number;
  readonly peopleMicroUsd: MicroUsd;
  /** The new place, while the old one runs still. */
  readonly doubleRunningMicroUsd?: MicroUsd;
  /** What the old place takes for its volumes to leave. */
  readonly egressMicroUsd?: MicroUsd;
  readonly totalMicroUsd?: MicroUsd;
}

/**
 * `planning.moving.hours` at the rate of the request, the bill of the new place for `planning.moving.doubleRunningDays` of a month of 730
 * hours, and `traffic.persistentStorageGib` once at the old region's prices to the internet: what stays inside one cloud costs less.
 * An owned site takes nothing. A stay in the same place moves no volumes.
 */
export function movingCost(
  from: Candidate,
  to: Pick<Assessment, 'candidate' | 'cost'>,
  { cluster, catalog }: ClusterContext,
): MovingCost {
  const { hours, doubleRunningDays } = cluster.planning.moving;
  const peopleMicroUsd = roundHalfUp(hours * cluster.budget.usdPerHour * USD);
  const doubleRunningMicroUsd =
    to.cost.kind === 'unknown'
      ? undefined
      : roundHalfUp((to.cost.monthlyMicroUsd * doubleRunningDays * 24) / HOURS_PER_MONTH);
  const egressMicroUsd = egressOf(from, to.candidate, cluster.traffic.persistentStorageGib, catalog);
  return {
    hours,
    peopleMicroUsd,
    ...(doubleRunningMicroUsd !== undefined && { doubleRunningMicroUsd }),
    ...(egressMicroUsd !== undefined && { egressMicroUsd }),
    ...(doubleRunningMicroUsd !== undefined &&
      egressMicroUsd !== undefined && {
        totalMicroUsd: peopleMicroUsd + doubleRunningMicroUsd + egressMicroUsd,
      }),
  };
}

/** Whole months after which what is saved has paid for the move; `undefined` when it never does. */
export function paysBackAfter(
  savingMicroUsdPerMonth: MicroUsd,
  { totalMicroUsd }: Pick<MovingCost, 'totalMicroUsd'>,
): number | undefined {
  if (totalMicroUsd === undefined || savingMicroUsdPerMonth <= 0) return undefined;
  return Math.ceil(totalMicroUsd / savingMicroUsdPerMonth);
}

function egressOf(
  { place }: Candidate,
  to: Candidate,
  gib: number,
  catalog: ClusterContext['catalog'],
): MicroUsd | undefined {
  const stays = place.kind === to.place.kind && place.id === to.place.id;
  if (gib === 0 || place.kind === 'site' || stays) return 0;
  const tiers = ratesOf(catalog, place.provider, place.id)?.egress ?? [];
  if (tiers.length === 0) return undefined;
  let from = 0;
  let total = 0;
  for (const { uptoGib, rate } of tiers) {
    const upto = Math.min(gib, uptoGib ?? gib);
    if (upto > from) {
      total += roundHalfUp((upto - from) * rate.microUsd);
      from = upto;
    }
  }
  return total;
}
