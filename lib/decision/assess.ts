import { constraintsFor } from './constraints/all';
import { passes } from './constraints/finding';
import { meritsOf } from './merits';
import { roundHalfUp } from './money';
import { objectiveOf } from './objective';
import { scoreOf } from './score';
import type {
  Assessed,
  Assessment,
  Candidate,
  ClusterContext,
  Constraint,
  Finding,
  HoursLine,
  Place,
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
  const priced: Assessed = {
    candidate,
    sizing,
    cost: profile.price(candidate, sizing, context),
    hours: { lines, hoursPerMonth: sumOfHours(lines) },
  };
  const supportPhase = profile.supportPhase?.(candidate, context);
  const assessed = supportPhase === undefined ? priced : { ...priced, supportPhase };

  const shared = findingsOfPlace(candidate.place, context);
  let feasible = true;
  const findings = constraints.map((constraint) => {
    const finding =
      constraint.dependsOn === 'place'
        ? findOnce(shared, constraint, assessed, context)
        : evaluate(constraint, assessed, context);
    feasible = feasible && passes(constraint, finding);
    return finding;
  });
  const merits = meritsOf(candidate, context);
  const judged: Judged = {
    ...assessed,
    findings,
    feasible,
    objectiveMicroUsd: objectiveOf(assessed, context.cluster),
    merits,
  };
  const score = scoreOf(assessed, merits, context.cluster);
  return score === undefined ? judged : { ...judged, scorePpm: score };
}

/** Findings that do not depend on more than the place, for all candidates there; forgotten with their context. */
const byPlace = new WeakMap<ClusterContext, Map<string, Map<Constraint, Finding>>>();

function findingsOfPlace(place: Place, context: ClusterContext): Map<Constraint, Finding> {
  let places = byPlace.get(context);
  if (places === undefined) {
    places = new Map();
    byPlace.set(context, places);
  }
  // a site may be called what a region is called
  const key = place.kind === 'site' ? `site/${place.id}` : `${place.provider}/${place.id}`;
  let findings = places.get(key);
  if (findings === undefined) {
    findings = new Map();
    places.set(key, findings);
  }
  return findings;
}

function findOnce(
  known: Map<Constraint, Finding>,
  constraint: Constraint,
  assessed: Assessed,
  context: ClusterContext,
): Finding {
  let finding = known.get(constraint);
  if (finding === undefined) {
    finding = Object.freeze(evaluate(constraint, assessed, context));
    known.set(constraint, finding);
  }
  return finding;
}

function evaluate(constraint: Constraint, assessed: Assessed, context: ClusterContext): Finding {
  const finding = constraint.evaluate(assessed, context);
  return constraint.level === 'advisory' && finding.verdict !== 'proven'
    ? { ...finding, advisory: true }
    : finding;
}

/** Added up in millionths, so that the order of the lines cannot show in the last digit. */
function sumOfHours(lines: readonly HoursLine[]): number {
  return lines.reduce((sum, { hoursPerMonth }) => sum + roundHalfUp(hoursPerMonth * 1e6), 0) / 1e6;
}
