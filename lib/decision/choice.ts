import type { MicroUsd } from '../catalog/types';
import { formatUsd, type PlatformId } from '../values';
import type { LockedCluster } from './lock';
import { describeDifference, describeFailures, failuresOf } from './reasons';
import type { Assessment, ClusterDecision } from './types';

/** What is built, and how it came to be chosen. */
export type Chosen = Pick<ClusterDecision, 'outcome' | 'chosen' | 'choice'>;

/** What can come before the ranking. */
export interface Precedence {
  readonly override: PlatformId | undefined;
  readonly locked: LockedCluster | undefined;
  /** What sizing the locked candidate afresh would save a month, when the lock keeps other pools; `undefined` when it keeps none. */
  readonly freshPoolsSave: MicroUsd | undefined;
}

/**
 * The lock, unless the override names another platform than the locked one; then the override; then the ranking. `ranked`
 * is in the order of the record.
 */
export function choose(
  ranked: readonly Assessment[],
  { override, locked, freshPoolsSave }: Precedence,
): Chosen {
  if (locked !== undefined && (override === undefined || override === platformOf(locked))) {
    return keepLocked(ranked, locked, freshPoolsSave);
  }
  if (override !== undefined) return overrideWith(ranked, override);
  const [winner] = ranked;
  return winner?.feasible === true
    ? { outcome: 'decided', chosen: winner.candidate.id, choice: { by: 'ranking' } }
    : { outcome: 'infeasible' };
}

/** First segment of the id, which is public API: the platform of a candidate that may be gone. */
function platformOf({ candidate }: LockedCluster): PlatformId {
  return candidate.split('/')[0] ?? candidate;
}

/** The best of a platform: the first feasible, else the first that can be built at all, its failures staying in the record. */
function overrideWith(ranked: readonly Assessment[], platform: PlatformId): Chosen {
  const best = ranked.find(
    ({ candidate, sizing }) => candidate.platform === platform && sizing.kind === 'sized',
  );
  const choice = { by: 'override', requested: platform } as const;
  return best === undefined
    ? { outcome: 'infeasible', choice }
    : { outcome: 'decided', chosen: best.candidate.id, choice };
}

function keepLocked(
  ranked: readonly Assessment[],
  locked: LockedCluster,
  freshPoolsSave: MicroUsd | undefined,
): Chosen {
  const id = locked.candidate;
  const kept = ranked.find(({ candidate }) => candidate.id === id);
  if (kept === undefined) {
    return broken(`locked to ${id}, which is no candidate any more: its site, region or platform is gone`);
  }
  const failures = failuresOf(kept.findings);
  const refuted = failures.filter(
    (finding) => finding.verdict === 'refuted' && !locked.accepted.includes(finding.constraint),
  );
  if (refuted.length > 0) {
    return broken(`locked to ${id}, which does not pass any more: ${describeFailures(refuted)}`);
  }
  if (kept.sizing.kind !== 'sized') {
    return broken(`locked to ${id}, which cannot be sized any more: ${kept.sizing.reason}`);
  }

  const notes: string[] = [];
  const unknown = failures.filter((finding) => finding.verdict === 'unknown');
  if (unknown.length > 0) {
    notes.push(`kept although not everything is known any more: ${describeFailures(unknown)}`);
  }
  if (freshPoolsSave !== undefined) {
    notes.push(
      `kept with the pools of the lock; sized afresh they would cost ${formatUsd(freshPoolsSave)} a month less`,
    );
  }
  const [winner] = ranked;
  if (winner?.feasible === true && winner !== kept) notes.push(describeAlternative(winner, kept));
  return {
    outcome: 'decided',
    chosen: id,
    choice:
      notes.length === 0 ? { by: 'ranking' } : { by: 'lock', note: `locked to ${id}: ${notes.join('; ')}` },
  };
}

function describeAlternative(winner: Assessment, kept: Assessment): string {
  const { id } = winner.candidate;
  if (kept.cost.kind === 'unknown') return `${id} would be chosen today`;
  const saving = (kept.objectiveMicroUsd ?? 0) - (winner.objectiveMicroUsd ?? 0);
  if (saving > 0) {
    return `${id} would be chosen today and save ${formatUsd(saving)} a month (${describeDifference(winner, kept)}); what moving costs is not counted`;
  }
  return `${id} would be chosen today, ${kept.feasible ? 'at the same cost' : 'since it passes everything'}`;
}

function broken(note: string): Chosen {
  return { outcome: 'infeasible', choice: { by: 'lock', note } };
}
