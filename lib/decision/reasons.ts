import { formatHours, formatUsd } from '../values';
import type { Assessment, Finding } from './types';

type Compared = Pick<Assessment, 'candidate' | 'cost' | 'hours' | 'objectiveMicroUsd'>;

/** The constraints that a candidate does not pass: what is refuted before what is not known, each in the order of the list. */
export function failuresOf(findings: readonly Finding[]): readonly Finding[] {
  return [
    ...findings.filter((finding) => finding.verdict === 'refuted'),
    ...findings.filter((finding) => finding.verdict === 'unknown'),
  ];
}

/** `zones (needs at least 3 zones; found: 2 zones)`, one after the other. */
export function describeFailures(failures: readonly Finding[]): string {
  return failures
    .map(({ constraint, required, observed }) => `${constraint} (needs ${required}; found: ${observed})`)
    .join('; ');
}

/** Why a candidate that passes everything came after the winner. */
export function describeLoss(loser: Compared, winner: Compared): string {
  const more = (loser.objectiveMicroUsd ?? 0) - (winner.objectiveMicroUsd ?? 0);
  if (more === 0)
    return `costs the same as ${winner.candidate.id}, which comes first by ${tieBreak(loser, winner)}`;
  const sameHours = loser.hours.hoursPerMonth === winner.hours.hoursPerMonth;
  return `${formatUsd(more)} a month dearer${sameHours ? '' : `: ${describeDifference(loser, winner)}`}`;
}

/** `money +$395.60, hours -0.3`: by how much the one exceeds the other. */
export function describeDifference(one: Compared, other: Compared): string {
  const money = moneyOf(one) - moneyOf(other);
  const hours = one.hours.hoursPerMonth - other.hours.hoursPerMonth;
  return `money ${money < 0 ? '' : '+'}${formatUsd(money)}, hours ${hours < 0 ? '' : '+'}${formatHours(hours)}`;
}

function tieBreak(loser: Compared, winner: Compared): string {
  if (moneyOf(loser) !== moneyOf(winner)) return 'money';
  return loser.hours.hoursPerMonth === winner.hours.hoursPerMonth ? 'name' : 'hours';
}

function moneyOf({ cost }: Compared): number {
  return cost.kind === 'priced' ? cost.monthlyMicroUsd : 0;
}
