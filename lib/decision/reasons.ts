import { formatHours, formatUsd } from '../values';
import type { Assessment, Finding } from './types';

type Compared = Pick<
  Assessment,
  'candidate' | 'cost' | 'hours' | 'objectiveMicroUsd' | 'merits' | 'scorePpm'
>;

/**
 * The constraints that stand in the way of a candidate: what is refuted before what is not known, each in the order of the
 * list. What the request overrides, what only advises and what follows from another of them is not among them.
 */
export function failuresOf(findings: readonly Finding[]): readonly Finding[] {
  let failures = known.get(findings);
  if (failures === undefined) {
    failures = pick(findings);
    known.set(findings, failures);
  }
  return failures;
}

/** Ranking, explanation, lock and page all ask for them. */
const known = new WeakMap<readonly Finding[], readonly Finding[]>();

function pick(findings: readonly Finding[]): readonly Finding[] {
  const refuted: Finding[] = [];
  let unknown: Finding[] | undefined;
  // counted by hand, for this looks at tens of thousands
  for (let index = 0; index < findings.length; index++) {
    const finding = findings[index];
    if (finding === undefined || finding.verdict === 'proven' || !standsInTheWay(finding)) continue;
    if (finding.verdict === 'refuted') {
      refuted.push(finding);
    } else {
      unknown ??= [];
      unknown.push(finding);
    }
  }
  return unknown === undefined ? refuted : refuted.concat(unknown);
}

/** By itself: not one that the request overrides, that only advises, or that another failure leaves nothing to look at. */
export function standsInTheWay({ verdict, advisory, overridden, follows }: Finding): boolean {
  return verdict !== 'proven' && advisory === undefined && overridden === undefined && follows === undefined;
}

/** `zones (needs at least 3 zones; found: 2 zones)`, one after the other. */
export function describeFailures(failures: readonly Finding[]): string {
  let text = '';
  for (const failure of failures)
    text += text === '' ? describeFailure(failure) : `; ${describeFailure(failure)}`;
  return text;
}

/** Many candidates share a finding. */
const described = new WeakMap<Finding, string>();

function describeFailure(failure: Finding): string {
  let text = described.get(failure);
  if (text === undefined) {
    const { constraint, required, observed } = failure;
    text = `${constraint} (needs ${required}; found: ${observed})`;
    described.set(failure, text);
  }
  return text;
}

/** Why a candidate that passes everything came after the winner. */
export function describeLoss(loser: Compared, winner: Compared): string {
  return loser.scorePpm === undefined || winner.scorePpm === undefined
    ? describeDearer(loser, winner)
    : describeLowerScore(loser, loser.scorePpm, winner, winner.scorePpm);
}

/** `money +$395.60, hours -0.3`: by how much the one exceeds the other. */
export function describeDifference(one: Compared, other: Compared): string {
  const money = moneyOf(one) - moneyOf(other);
  const hours = one.hours.hoursPerMonth - other.hours.hoursPerMonth;
  return `money ${money < 0 ? '' : '+'}${formatUsd(money)}, hours ${hours < 0 ? '' : '+'}${formatHours(hours)}`;
}

/** `71.2345`: a score as points of a hundred. All its digits, since the last one may decide. */
export function formatScore(ppm: number): string {
  return `${Math.floor(ppm / 10_000)}.${String(ppm % 10_000).padStart(4, '0')}`;
}

function describeDearer(loser: Compared, winner: Compared): string {
  const more = (loser.objectiveMicroUsd ?? 0) - (winner.objectiveMicroUsd ?? 0);
  if (more === 0)
    return `costs the same as ${winner.candidate.id}, which comes first by ${tieBreak(loser, winner)}`;
  const sameHours = loser.hours.hoursPerMonth === winner.hours.hoursPerMonth;
  return `${formatUsd(more)} a month dearer${sameHours ? '' : `: ${describeDifference(loser, winner)}`}`;
}

function describeLowerScore(loser: Compared, score: number, winner: Compared, best: number): string {
  if (score === best) {
    const by =
      loser.objectiveMicroUsd === winner.objectiveMicroUsd ? tieBreak(loser, winner) : 'money plus hours';
    return `scores the same as ${winner.candidate.id}, which comes first by ${by}`;
  }
  return `scores ${formatScore(score)} of 100, ${formatScore(best - score)} less: ${describeDifference(loser, winner)}`;
}

/** What decides between equal objectives, in the order of the ranking. */
function tieBreak(loser: Compared, winner: Compared): string {
  if (moneyOf(loser) !== moneyOf(winner)) return 'money';
  if (loser.hours.hoursPerMonth !== winner.hours.hoursPerMonth) return 'hours';
  if (loser.merits.resilience !== winner.merits.resilience) return 'resilience';
  return loser.merits.carbonGramsPerKwh === winner.merits.carbonGramsPerKwh ? 'name' : 'carbon';
}

function moneyOf({ cost }: Compared): number {
  return cost.kind === 'priced' ? cost.monthlyMicroUsd : 0;
}
