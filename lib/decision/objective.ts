import type { MicroUsd } from '../catalog/types';
import { roundHalfUp, USD } from './money';
import type { ClusterRequest } from './request/types';
import type { Assessed } from './types';

/** Money plus hours times their rate, a month. `undefined` without a price: an unknown is not compared with a known. */
export function objectiveOf(
  { cost, hours }: Pick<Assessed, 'cost' | 'hours'>,
  { budget }: Pick<ClusterRequest, 'budget'>,
): MicroUsd | undefined {
  if (cost.kind === 'unknown') return undefined;
  return cost.monthlyMicroUsd + peopleOf(hours.hoursPerMonth, budget.usdPerHour);
}

/** What hours cost at a rate. */
export function peopleOf(hours: number, usdPerHour: number): MicroUsd {
  return roundHalfUp(hours * usdPerHour * USD);
}
