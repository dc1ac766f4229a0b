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
  const priced: Assessed = {
    candidate,
    sizing,
    cost: profile.price(candidate, sizing, context),
    hours: hoursOf(profile.hours(candidate, context)),
  };
  const supportPhase = profile.supportPhase?.(candidate, context);
  const assessed = supportPhase === undefined ? priced : { ...priced, supportPhase };

  const ofPlace = findingsOfPlace(candidate.place, context, constraints);
  const findings: Finding[] = [];
  let feasible = true;
  // counted by hand, for this runs tens of thousands of times
  let index = 0;
  for (const constraint of constraints) {
    let finding = ofPlace[index];
    if (finding === undefined) {
      finding = evaluate(constraint, assessed, context);
      if (constraint.dependsOn === 'place') ofPlace[index] = Object.freeze(finding);
    }
    feasible = feasible && passes(constraint, finding);
    findings.push(finding);
    index += 1;
  }
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

type FindingsOfPlace = (Finding | undefined)[];

interface FindingsOfPlaces {
  readonly constraints: readonly Constraint[];
  readonly places: Map<Place, FindingsOfPlace>;
  /** The same by name: whoever brings a platform may make a new object of a place each time. */
  readonly names: Map<string, FindingsOfPlace>;
}

/**
 * Findings that do not depend on more than the place, each where its constraint stands in the list, for all candidates there;
 * forgotten with their context.
 */
const byPlace = new WeakMap<ClusterContext, FindingsOfPlaces>();

function findingsOfPlace(
  place: Place,
  context: ClusterContext,
  constraints: readonly Constraint[],
): FindingsOfPlace {
  let known = byPlace.get(context);
  if (known === undefined || !areSame(known.constraints, constraints)) {
    known = { constraints, places: new Map(), names: new Map() };
    byPlace.set(context, known);
  }
  let findings = known.places.get(place);
  if (findings === undefined) {
    // a site may be called what a region is called
    const name = place.kind === 'site' ? `site/${place.id}` : `${place.provider}/${place.id}`;
    findings = known.names.get(name) ?? constraints.map(() => undefined);
    known.names.set(name, findings);
    known.places.set(place, findings);
  }
  return findings;
}

function areSame(left: readonly Constraint[], right: readonly Constraint[]): boolean {
  return (
    left === right ||
    (left.length === right.length && left.every((constraint, index) => constraint === right[index]))
  );
}

/** What only advises says so; the same object where the finding is the same. */
const advised = new WeakMap<Finding, Finding>();

function evaluate(constraint: Constraint, assessed: Assessed, context: ClusterContext): Finding {
  const finding = constraint.evaluate(assessed, context);
  if (constraint.level !== 'advisory' || finding.verdict === 'proven') return finding;
  let advice = advised.get(finding);
  if (advice === undefined) {
    advice = { ...finding, advisory: true };
    advised.set(finding, advice);
  }
  return advice;
}

/** Platforms give the same lines to many candidates, and these share what they come to. */
const hours = new WeakMap<readonly HoursLine[], Assessed['hours']>();

function hoursOf(lines: readonly HoursLine[]): Assessed['hours'] {
  let sum = hours.get(lines);
  if (sum === undefined) {
    sum = { lines, hoursPerMonth: sumOfHours(lines) };
    hours.set(lines, sum);
  }
  return sum;
}

/** Added up in millionths, so that the order of the lines cannot show in the last digit. */
function sumOfHours(lines: readonly HoursLine[]): number {
  return lines.reduce((sum, { hoursPerMonth }) => sum + roundHalfUp(hoursPerMonth * 1e6), 0) / 1e6;
}
