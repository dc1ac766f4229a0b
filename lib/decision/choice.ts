import type { MicroUsd } from '../catalog/types';
import { formatUsd, type PlatformId } from '../values';
import { type Acceptance, judgeAcceptance } from './acceptance';
import type { LockedCluster } from './lock';
import { movingCost, paysBackAfter } from './moving';
import { describePayBack } from './pay-back';
import { describeDifference, describeFailures, failuresOf } from './reasons';
import type { Assessment, Choice, ClusterContext } from './types';

/** What a cluster may become, before the others are looked at. */
export type Domain =
  | { readonly kind: 'none'; readonly choice?: Choice }
  | {
      readonly kind: 'some';
      /** At least one, the best for the cluster itself first. */
      readonly options: readonly Assessment[];
      /** Whether it is built already and does not make room for others. */
      readonly pinned: boolean;
      readonly choice: Choice;
    };

/** What can come before the ranking. */
export interface Precedence {
  readonly override: PlatformId | undefined;
  readonly locked: LockedCluster | undefined;
  readonly accepted: Acceptance | undefined;
  /** What sizing the locked candidate afresh would save a month, when the lock keeps other pools; `undefined` when it keeps none. */
  readonly freshPoolsSave: MicroUsd | undefined;
}

/**
 * What was accepted; then the lock, unless the override names another platform than the locked one; then the override; then all that
 * passes. `ranked` is in the order of the record.
 */
export function domainOf(
  ranked: readonly Assessment[],
  { override, locked, accepted, freshPoolsSave }: Precedence,
  context: ClusterContext,
): Domain {
  if (accepted !== undefined) return accept(ranked, accepted, context);
  if (locked !== undefined && (override === undefined || override === platformOf(locked))) {
    return keepLocked(ranked, locked, freshPoolsSave, context);
  }
  if (override !== undefined) return overrideWith(ranked, override);
  const options = ranked.filter(({ feasible }) => feasible);
  return options.length === 0
    ? { kind: 'none' }
    : { kind: 'some', options, pinned: false, choice: { by: 'ranking' } };
}

/** First segment of the id, which is public API: the platform of a candidate that may be gone. */
function platformOf({ candidate }: LockedCluster): PlatformId {
  return candidate.split('/')[0] ?? candidate;
}

function accept(ranked: readonly Assessment[], acceptance: Acceptance, context: ClusterContext): Domain {
  const choice = { by: 'accepted', reason: acceptance.reason } as const;
  const accepted = judgeAcceptance(acceptance, ranked, context.cluster);
  return accepted.kind === 'accepted'
    ? { kind: 'some', options: [accepted.assessment], pinned: false, choice }
    : { kind: 'none', choice };
}

/**
 * What passes on a platform. When nothing does, the one that fails least of those that can be defined, or else of those that can be
 * sized at all, and whatever fails the same, so that several clusters can still be apart; the failures stay in the record.
 */
function overrideWith(ranked: readonly Assessment[], platform: PlatformId): Domain {
  const choice = { by: 'override', requested: platform } as const;
  const there = ranked.filter(
    ({ candidate, sizing }) => candidate.platform === platform && sizing.kind === 'sized',
  );
  const passing = there.filter(({ feasible }) => feasible);
  const best = there.find(isDefined) ?? there[0];
  const options =
    passing.length > 0 || best === undefined
      ? passing
      : there.filter((other) => failedIds(other) === failedIds(best));
  return options.length === 0 ? { kind: 'none', choice } : { kind: 'some', options, pinned: false, choice };
}

function failedIds({ findings }: Assessment): string {
  return failuresOf(findings)
    .map(({ constraint }) => constraint)
    .join();
}

function isDefined({ findings }: Assessment): boolean {
  return findings.every(
    ({ constraint, verdict }) => constraint !== 'construct-available' || verdict === 'proven',
  );
}

function keepLocked(
  ranked: readonly Assessment[],
  locked: LockedCluster,
  freshPoolsSave: MicroUsd | undefined,
  context: ClusterContext,
): Domain {
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
  if (locked.acceptedReason !== undefined) notes.push(`accepted because ${locked.acceptedReason}`);
  const unknown = failures.filter(
    ({ verdict, constraint }) => verdict === 'unknown' && !locked.unknown?.includes(constraint),
  );
  if (unknown.length > 0) {
    notes.push(`kept although not everything is known any more: ${describeFailures(unknown)}`);
  }
  if (freshPoolsSave !== undefined) {
    notes.push(
      `kept with the pools of the lock; sized afresh they would cost ${formatUsd(freshPoolsSave)} a month less`,
    );
  }
  const [winner] = ranked;
  if (winner?.feasible === true && winner !== kept) notes.push(describeAlternative(winner, kept, context));
  return {
    kind: 'some',
    options: [kept],
    pinned: true,
    choice:
      notes.length === 0 ? { by: 'ranking' } : { by: 'lock', note: `locked to ${id}: ${notes.join('; ')}` },
  };
}

function describeAlternative(winner: Assessment, kept: Assessment, context: ClusterContext): string {
  const { id } = winner.candidate;
  if (kept.cost.kind === 'unknown') return `${id} would be chosen today`;
  const saving = (kept.objectiveMicroUsd ?? 0) - (winner.objectiveMicroUsd ?? 0);
  if (saving > 0) {
    return `${id} would be chosen today and save ${formatUsd(saving)} a month (${describeDifference(winner, kept)}); ${describeMove(saving, winner, kept, context)}`;
  }
  if (winner.scorePpm !== undefined && saving < 0) return `${id} would be chosen today for its score`;
  return `${id} would be chosen today, ${kept.feasible ? 'at the same cost' : 'since it passes everything'}`;
}

function describeMove(
  saving: MicroUsd,
  winner: Assessment,
  kept: Assessment,
  context: ClusterContext,
): string {
  const cost = movingCost(kept.candidate, winner, context);
  const months = paysBackAfter(saving, cost);
  if (cost.totalMicroUsd === undefined || months === undefined) return 'what moving costs is not known';
  return `moving costs ${formatUsd(cost.totalMicroUsd)} once and ${describePayBack(months, context.cluster.planning.horizonMonths)}`;
}

function broken(note: string): Domain {
  return { kind: 'none', choice: { by: 'lock', note } };
}
