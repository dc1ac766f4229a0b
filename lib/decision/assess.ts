import type { MicroUsd } from '../catalog/types';
import { constraintsFor } from './constraints/all';
import { roundHalfUp, USD } from './money';
import type {
  Assessed,
  Assessment,
  Candidate,
  ClusterContext,
  Constraint,
  PlatformProfile,
  Sizing,
} from './types';

/** A candidate judged, before it is known how it compares with the others. */
export type Judged = Omit<Assessment, 'rank' | 'lostBecause'>;

/** Every candidate of every platform, each once. A second one of the same id, as from a region listed twice, is left out. */
export function candidatesOf(
  context: ClusterContext,
): readonly { readonly profile: PlatformProfile; readonly candidate: Candidate }[] {
  const byId = new Map<string, { readonly profile: PlatformProfile; readonly candidate: Candidate }>();
  for (const profile of context.profiles) {
    for (const candidate of profile.candidates(context)) {
      if (!byId.has(candidate.id)) byId.set(candidate.id, { profile, candidate });
    }
  }
  return [...byId.values()];
}

/** Sizes, prices and judges: all constraints, whatever the first ones say. */
export function judge(
  profile: PlatformProfile,
  candidate: Candidate,
  context: ClusterContext,
  sizing: Sizing = profile.size(candidate, context),
  constraints: readonly Constraint[] = constraintsFor(context.cluster),
): Judged {
  const lines = profile.hours(candidate, context);
  const supportPhase = profile.supportPhase?.(candidate, context);
  const assessed: Assessed = {
    candidate,
    sizing,
    cost: profile.price(candidate, sizing, context),
    hours: { lines, hoursPerMonth: sumOfHours(lines.map((line) => line.hoursPerMonth)) },
    ...(supportPhase !== undefined && { supportPhase }),
  };
  const findings = constraints.map((constraint) => constraint.evaluate(assessed, context));
  return {
    ...assessed,
    findings,
    feasible: findings.every((finding) => finding.verdict === 'proven'),
    objectiveMicroUsd: objective(assessed, context),
  };
}

/** Money plus hours times their rate, a month. `undefined` without a price: an unknown is not compared with a known. */
function objective({ cost, hours }: Assessed, { cluster }: ClusterContext): MicroUsd | undefined {
  if (cost.kind === 'unknown') return undefined;
  return cost.monthlyMicroUsd + roundHalfUp(hours.hoursPerMonth * cluster.budget.usdPerHour * USD);
}

/** Added up in millionths, so that the order of the lines cannot show in the last digit. */
function sumOfHours(hours: readonly number[]): number {
  return hours.reduce((sum, amount) => sum + roundHalfUp(amount * 1e6), 0) / 1e6;
}
