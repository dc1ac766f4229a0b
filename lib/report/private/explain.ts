import type { ClusterDecision } from '../../decision/types';
import { formatCount, formatHours, formatUsd, groupThousands } from '../../values';
import type { ChosenRecord, NoticeRecord, OptionRecord } from '../record';

/** What was chosen and why, in one sentence. */
export function headlineOf(
  decision: ClusterDecision,
  options: readonly OptionRecord[],
  chosen: ChosenRecord | undefined,
  usdPerHour: number,
): string {
  const feasible = options.filter((option) => option.rank !== undefined).length;
  if (chosen === undefined) {
    return feasible === 0
      ? `Nothing passes: none of ${formatCount(options.length, 'candidate')} satisfies every rule.`
      : `Nothing is decided, although ${formatCount(feasible, 'candidate')} of ${groupThousands(options.length)} would pass.`;
  }
  return `${chosen.id}, ${chosen.placeName}: ${priceOf(chosen, usdPerHour)}, ${reasonOf(decision, feasible, options.length)}.`;
}

function priceOf(chosen: ChosenRecord, usdPerHour: number): string {
  const hours = `${formatHours(chosen.hoursPerMonth)} hours of people`;
  if (chosen.monthlyMicroUsd === undefined) return `price not known, ${hours} a month`;
  const together =
    chosen.objectiveMicroUsd === undefined
      ? ''
      : ` (together ${formatUsd(chosen.objectiveMicroUsd)} at ${formatUsd(Math.round(usdPerHour * 1_000_000))} an hour)`;
  return `${formatUsd(chosen.monthlyMicroUsd)} and ${hours} a month${together}`;
}

function reasonOf(decision: ClusterDecision, feasible: number, examined: number): string {
  switch (decision.choice?.by) {
    case 'override':
      return `because platform '${decision.choice.requested}' was asked for`;
    case 'lock':
      return 'because the lock file holds it';
    case 'accepted':
      return 'because it was accepted by name';
    case 'relations':
      return 'the least that all clusters together can have';
    default:
      return feasible === 1
        ? `the only one of ${formatCount(examined, 'candidate')} that passes every rule`
        : `the least of the ${formatCount(feasible, 'candidate')} that pass every rule, of ${groupThousands(examined)} examined`;
  }
}

/** Said above everything else when somebody or something other than the ranking decided. */
export function noticeOf(
  decision: ClusterDecision,
  options: readonly OptionRecord[],
  chosen: ChosenRecord | undefined,
): NoticeRecord | undefined {
  const { choice } = decision;
  if (choice === undefined || choice.by === 'ranking') return undefined;
  const broken = chosen?.obstacles ?? [];
  if (choice.by === 'relations') return { kind: 'relations', text: choice.note, broken };
  if (choice.by === 'accepted') {
    const reason = choice.reason === undefined ? '' : ` (${choice.reason})`;
    return {
      kind: 'accepted',
      text:
        chosen === undefined
          ? `accepted by name${reason}, and it cannot be built`
          : `accepted by name${reason}; ${comparedWithBest(options, chosen)}`,
      broken,
    };
  }
  if (choice.by === 'lock') {
    return { kind: chosen === undefined ? 'blocked' : 'lock', text: choice.note.replace(/\.$/, ''), broken };
  }
  if (chosen === undefined) {
    return {
      kind: 'blocked',
      text: options.some(({ platform }) => platform === choice.requested)
        ? `platform '${choice.requested}' was asked for, and none of its candidates can be built`
        : `platform '${choice.requested}' was asked for, and the request names no place where it could run`,
      broken,
    };
  }
  return {
    kind: 'override',
    text: `platform '${choice.requested}' was asked for; ${comparedWithBest(options, chosen)}`,
    broken,
  };
}

function comparedWithBest(options: readonly OptionRecord[], chosen: ChosenRecord): string {
  const best = options.find((option) => option.best);
  if (best === undefined) return 'the ranking alone would choose nothing';
  if (best.id === chosen.id) return 'the ranking alone would choose the same';
  const saving = best.dearerMicroUsd === undefined ? undefined : -best.dearerMicroUsd;
  if (saving === undefined || saving === 0) return `the ranking alone would choose ${best.id}`;
  return saving > 0
    ? `the ranking alone would choose ${best.id}, which saves ${formatUsd(saving)} a month in money and hours`
    : `the ranking alone would choose ${best.id}, because what is chosen does not pass every rule; it costs ${formatUsd(-saving)} a month more in money and hours`;
}
