import { constraintsFor } from './constraints/all';
import { passes } from './constraints/finding';
import { keptFor } from './memory';
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

  const findings = findingsOf(assessed, context, constraints);
  const merits = meritsOf(candidate, context);
  const judged: Judged = {
    ...assessed,
    ...findings,
    objectiveMicroUsd: objectiveOf(assessed, context.cluster),
    merits,
  };
  const score = scoreOf(assessed, merits, context.cluster);
  return score === undefined ? judged : { ...judged, scorePpm: score };
}

/** What is known of all candidates of a place before any is looked at. */
interface FindingsOfPlace {
  /** Each where its constraint stands in the list; the rest is empty. */
  readonly findings: readonly Finding[];
  /** Where what depends on the candidate stands. */
  readonly open: readonly number[];
  /** Whether all that is known passes. */
  readonly passes: boolean;
}

interface FindingsOfPlaces {
  readonly constraints: readonly Constraint[];
  readonly places: Map<Place, FindingsOfPlace>;
  /** The same by name: whoever brings a platform may make a new object of a place each time. */
  readonly names: Map<string, FindingsOfPlace>;
}

function findingsOf(
  assessed: Assessed,
  context: ClusterContext,
  constraints: readonly Constraint[],
): Pick<Judged, 'findings' | 'feasible'> {
  const known = findingsOfPlace(assessed, context, constraints);
  const findings = known.findings.slice();
  const { open } = known;
  let feasible = known.passes;
  // counted by hand, for this runs tens of thousands of times
  for (let index = 0; index < open.length; index++) {
    const at = open[index];
    const constraint = at === undefined ? undefined : constraints[at];
    if (at === undefined || constraint === undefined) continue;
    const finding = evaluate(constraint, assessed, context);
    if (finding.verdict !== 'proven') feasible = feasible && passes(constraint, finding);
    findings[at] = finding;
  }
  return { findings, feasible };
}

const byPlace = keptFor((): { latest: FindingsOfPlaces } => ({
  latest: { constraints: [], places: new Map(), names: new Map() },
}));

function findingsOfPlace(
  assessed: Assessed,
  context: ClusterContext,
  constraints: readonly Constraint[],
): FindingsOfPlace {
  const { place } = assessed.candidate;
  const memory = byPlace(context);
  if (!areSame(memory.latest.constraints, constraints)) {
    memory.latest = { constraints, places: new Map(), names: new Map() };
  }
  const known = memory.latest;
  let findings = known.places.get(place);
  if (findings === undefined) {
    // a site may be called what a region is called
    const name = place.kind === 'site' ? `site/${place.id}` : `${place.provider}/${place.id}`;
    findings = known.names.get(name) ?? settle(assessed, context, constraints);
    known.names.set(name, findings);
    known.places.set(place, findings);
  }
  return findings;
}

/** What the request settles, and what depends on the place alone: one candidate of it speaks for all. */
function settle(
  assessed: Assessed,
  context: ClusterContext,
  constraints: readonly Constraint[],
): FindingsOfPlace {
  const findings: Finding[] = new Array(constraints.length);
  const open: number[] = [];
  let feasible = true;
  for (let index = 0; index < constraints.length; index++) {
    const constraint = constraints[index];
    if (constraint === undefined) continue;
    const found =
      constraint.settledBy?.(context) ??
      (constraint.dependsOn === 'place' ? Object.freeze(evaluate(constraint, assessed, context)) : undefined);
    if (found === undefined) {
      open.push(index);
      continue;
    }
    findings[index] = found;
    feasible = feasible && passes(constraint, found);
  }
  return { findings, open, passes: feasible };
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
