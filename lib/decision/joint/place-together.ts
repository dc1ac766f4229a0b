import type { Catalog, MicroUsd } from '../../catalog/types';
import { formatHours, formatUsd } from '../../values';
import type { Request } from '../request/types';
import type { Assessment, JointDecision } from '../types';
import { type Conflict, conflictOf } from './conflict';
import { componentsOf, networkOf } from './network';
import { problemOf, type Undecided } from './problem-of';
import { breaks, describeRule, rulesOf } from './rules';
import { isPossible, part, solve } from './solve';
import { type JointAnswer, type JointOption, type JointProblem, NODE_LIMIT } from './types';

/** What several clusters are given. */
export interface Together {
  /** By cluster key; a cluster without an entry has no place. */
  readonly chosen: Readonly<Record<string, Assessment>>;
  /** By cluster key: why it did not get what is best for itself, or anything. */
  readonly notes: Readonly<Record<string, string>>;
  /** Absent where nothing ties the clusters to each other. */
  readonly joint?: JointDecision;
}

/**
 * Chooses for all clusters so that what they must not share is not shared, at the least total. Where that cannot be, the
 * clusters of the contradiction have no place, but for those that run already, if these do not contradict each other; all others
 * are decided without them.
 */
export function placeTogether(request: Request, catalog: Catalog, clusters: readonly Undecided[]): Together {
  const notes: Record<string, string> = {};
  const conflicts: string[] = [];
  let left = clusters.filter(({ options }) => options.length > 0);
  let problem = problemOf(request, catalog, left);
  let answer = solve(problem);
  while (answer.kind !== 'found') {
    const { text, members } = failureOf(problem);
    conflicts.push(text);
    for (const index of blamed(problem, members, left)) notes[left[index]?.clusterKey ?? ''] = text;
    left = left.filter(({ clusterKey }) => !Object.hasOwn(notes, clusterKey));
    problem = problemOf(request, catalog, left);
    answer = solve(problem);
  }
  const chosen: Record<string, Assessment> = {};
  const found = answer.chosen;
  left.forEach(({ clusterKey, options }, index) => {
    const assessment = options.find(({ candidate }) => candidate.id === found[index]?.id);
    if (assessment === undefined) return;
    chosen[clusterKey] = assessment;
    if (assessment !== options[0]) notes[clusterKey] = describeYielding(problem, found, index, options);
  });
  const isTied = request.relations.length > 0 || hasTotals(problem) || Object.keys(notes).length > 0;
  if (!isTied) return { chosen, notes };
  return { chosen, notes, joint: jointOf({ problem, answer, conflicts, left, all: clusters, chosen }) };
}

function hasTotals({ limits }: JointProblem): boolean {
  return limits.money !== undefined || limits.hours !== undefined;
}

/** Why there is no answer, and which clusters it is about. */
function failureOf(problem: JointProblem): Pick<Conflict, 'members' | 'text'> {
  const all = problem.clusters.map((_cluster, index) => index);
  const untied = { ...problem, limits: {}, quotas: {} };
  const members =
    componentsOf(networkOf(problem)).find((component) => isPossible(part(untied, component)) !== true) ?? all;
  const failed = part(problem, members);
  if (isPossible(failed) !== false) return { members, text: gaveUp(failed) };
  const conflict = conflictOf(failed);
  return {
    text: conflict.text,
    members: conflict.members.flatMap((member) => members[member] ?? []),
  };
}

/** Of a part that has no answer, the clusters that get no place: those that run stay, unless they contradict each other. */
function blamed(
  problem: JointProblem,
  failed: readonly number[],
  clusters: readonly Undecided[],
): readonly number[] {
  const pinned = failed.filter((index) => clusters[index]?.pinned === true);
  const others = failed.filter((index) => !pinned.includes(index));
  return others.length > 0 && isPossible(part(problem, pinned)) === true ? others : failed;
}

function gaveUp(problem: JointProblem): string {
  const names = problem.clusters.map(({ key }) => `'${key}'`).join(', ');
  return `no combination for ${names} was found within ${NODE_LIMIT} steps; that there is none is not proven`;
}

/** Why a cluster does not get its own best: what that would break among the others as they are. */
function describeYielding(
  problem: JointProblem,
  chosen: readonly JointOption[],
  index: number,
  options: readonly Assessment[],
): string {
  const best = options[0];
  const given = options.find(({ candidate }) => candidate.id === chosen[index]?.id);
  const wanted = problem.clusters[index]?.options[0];
  const instead = chosen.map((option, position) => (position === index ? (wanted ?? option) : option));
  const broken = rulesOf(problem).filter((rule) => breaks(problem, instead, rule));
  const difference = (given?.objectiveMicroUsd ?? 0) - (best?.objectiveMicroUsd ?? 0);
  const price = difference > 0 ? `, ${formatUsd(difference)} a month less,` : '';
  const rules = broken.map((rule) => describeRule(problem, rule)).join('; ');
  return `${best?.candidate.id} is first for this cluster alone${price} but ${rules === '' ? 'together this is less' : rules}`;
}

interface Outcome {
  readonly problem: JointProblem;
  readonly answer: Extract<JointAnswer, { kind: 'found' }>;
  readonly conflicts: readonly string[];
  readonly left: readonly Undecided[];
  readonly all: readonly Undecided[];
  readonly chosen: Readonly<Record<string, Assessment>>;
}

function jointOf({ problem, answer, conflicts, left, all, chosen }: Outcome): JointDecision {
  const price = left.reduce<MicroUsd>((sum, { clusterKey, options }) => {
    const best = options[0]?.objectiveMicroUsd ?? 0;
    return sum + (chosen[clusterKey]?.objectiveMicroUsd ?? best) - best;
  }, 0);
  const unpriced = left.filter(({ clusterKey }) => chosen[clusterKey]?.cost.kind === 'unknown');
  const homeless = all.filter(({ options }) => options.length === 0);
  return {
    outcome: conflicts.length === 0 ? 'decided' : 'infeasible',
    notes: [
      ...conflicts,
      ...homeless.map(
        ({ clusterKey }) =>
          `nothing passes for '${clusterKey}': the others are placed as if it did not exist`,
      ),
      ...(hasTotals(problem) && left.length > 0 ? [describeTotals(problem, answer.chosen)] : []),
      ...(hasTotals(problem)
        ? unpriced.map(
            ({ clusterKey }) => `the total does not hold '${clusterKey}', whose price is not known`,
          )
        : []),
      ...(answer.proven
        ? []
        : [`a better combination may exist: the search was ended after ${NODE_LIMIT} steps`]),
    ],
    priceMicroUsd: price,
  };
}

function describeTotals({ limits }: JointProblem, chosen: readonly JointOption[]): string {
  const money = chosen.reduce((sum, option) => sum + option.money, 0);
  const hours = chosen.reduce((sum, option) => sum + option.hours, 0) / 1e6;
  const of = (limit: string | undefined): string => (limit === undefined ? '' : ` of ${limit}`);
  return `together: ${formatUsd(money)}${of(limits.money === undefined ? undefined : formatUsd(limits.money))} a month, ${formatHours(hours)}${of(limits.hours === undefined ? undefined : formatHours(limits.hours / 1e6))} hours`;
}
