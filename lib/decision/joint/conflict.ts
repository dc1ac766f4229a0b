import { formatHours, formatUsd } from '../../values';
import { upToCent, upToTenth } from '../money';
import type { Separation } from '../request/types';
import { describeRule, type Rule, rulesOf, without } from './rules';
import { isPossible, part, solve } from './solve';
import type { JointCluster, JointProblem } from './types';

/** A contradiction: no cluster and no rule of it could be left out. */
export interface Conflict {
  /** Indexes of the clusters. */
  readonly members: readonly number[];
  readonly rules: readonly Rule[];
  /** What cannot hold, by how much a budget is too small, and what the clusters could be given: one sentence. */
  readonly text: string;
}

/**
 * A least contradiction of a problem that is impossible. A budget that is too small is too small for all, so it is said of all clusters and
 * no smaller part is looked for.
 */
export function conflictOf(problem: JointProblem): Conflict {
  const sums = rulesOf(problem).filter(isSum);
  const untied = sums.reduce(without, problem);
  return sums.length > 0 && isPossible(untied) === true
    ? conflictOfSums(problem, sums)
    : conflictOfBonds(untied);
}

function conflictOfSums(problem: JointProblem, sums: readonly Rule[]): Conflict {
  const rules = withoutNeedless(sums, (kept) => isPossible(only(problem, sums, kept)) === false);
  const all = problem.clusters.map((_cluster, index) => index);
  if (rules.some(({ kind }) => kind !== 'quota')) {
    return { members: all, rules, text: textOf(only(problem, sums, rules), rules) };
  }
  const tied = only(problem, sums, rules);
  const members = withoutNeedless(all, (fewer) => isPossible(part(tied, fewer)) === false);
  return { members, rules, text: textOf(part(tied, members), rules) };
}

function conflictOfBonds(problem: JointProblem): Conflict {
  const members = withoutNeedless(
    problem.clusters.map((_cluster, index) => index),
    (fewer) => isPossible(part(problem, fewer)) === false,
  );
  const core = part(problem, members);
  const bonds = rulesOf(core);
  const rules = withoutNeedless(bonds, (kept) => isPossible(only(core, bonds, kept)) === false);
  return { members, rules, text: textOf(core, rules) };
}

/** Whether a rule is about what all clusters come to, and not about two of them. */
function isSum({ kind }: Rule): boolean {
  return kind === 'money' || kind === 'hours' || kind === 'quota';
}

function textOf(problem: JointProblem, rules: readonly Rule[]): string {
  const names = problem.clusters.map(({ key }) => `'${key}'`);
  const subject =
    names.length === 1 ? `${names[0]} has no place` : `${listed(names)} cannot be placed together`;
  const least = leastTotal(problem, rules);
  return [
    `${subject}: ${describeRules(problem, rules).join('; ')}`,
    ...(least === undefined ? [] : [least]),
    ...describeChoices(problem.clusters, rules),
  ].join('; ');
}

/** Three and more clusters of which each pair is apart are said in one word. */
function describeRules(problem: JointProblem, rules: readonly Rule[]): readonly string[] {
  const count = problem.clusters.length;
  const pairs = (separation: Separation): number =>
    rules.filter((rule) => rule.kind === 'bond' && rule.separation === separation).length;
  const said = new Set<Separation>();
  return rules.flatMap((rule) => {
    if (rule.kind !== 'bond' || count < 3 || pairs(rule.separation) < (count * (count - 1)) / 2) {
      return [describeRule(problem, rule)];
    }
    if (said.has(rule.separation)) return [];
    said.add(rule.separation);
    return [`no two of them may share a ${rule.separation}`];
  });
}

/** Takes out one after the other what is not needed for the whole to stay as it is. */
function withoutNeedless<T>(items: readonly T[], holds: (kept: readonly T[]) => boolean): readonly T[] {
  let kept = items;
  for (const item of items) {
    const fewer = kept.filter((other) => other !== item);
    if (holds(fewer)) kept = fewer;
  }
  return kept;
}

/** The problem without those of the rules that are not kept. */
function only(problem: JointProblem, rules: readonly Rule[], kept: readonly Rule[]): JointProblem {
  return rules.filter((rule) => !kept.includes(rule)).reduce(without, problem);
}

/** The least that the clusters can do with of a budget that is too small for them, when it is that one alone. */
function leastTotal(problem: JointProblem, rules: readonly Rule[]): string | undefined {
  const budgets = rules.filter((rule): rule is Rule & { kind: 'money' | 'hours' } => {
    return rule.kind === 'money' || rule.kind === 'hours';
  });
  const [budget] = budgets;
  if (budget === undefined || budgets.length > 1) return undefined;
  const cheapest = solve({
    ...without(problem, budget),
    clusters: problem.clusters.map(({ key, options }) => ({
      key,
      options: options.map((option) => ({ ...option, cost: option[budget.kind] })),
    })),
  });
  if (cheapest.kind !== 'found' || !cheapest.proven) return undefined;
  const total = cheapest.chosen.reduce((sum, option) => sum + option[budget.kind], 0);
  const limit = problem.limits[budget.kind] ?? 0;
  return budget.kind === 'money'
    ? `they cost at least ${formatUsd(upToCent(total))}, ${formatUsd(upToCent(total - limit))} too much`
    : `they take at least ${formatHours(upToTenth(total / 1e6))} hours, ${formatHours(upToTenth((total - limit) / 1e6))} too many`;
}

/** More names than this are a number. */
const MOST_NAMES = 4;

/** What the clusters could be given of that which the rules are about; nothing where only sums stand in the way. */
function describeChoices(clusters: readonly JointCluster[], rules: readonly Rule[]): readonly string[] {
  if (!rules.some(({ kind }) => kind === 'bond' || kind === 'exclusive')) return [];
  const separations = new Set(rules.flatMap((rule) => (rule.kind === 'bond' ? [rule.separation] : [])));
  const [name, noun] = separations.has('provider')
    ? (['provider', 'providers'] as const)
    : separations.has('jurisdiction')
      ? (['jurisdiction', 'jurisdictions'] as const)
      : (['place', 'places'] as const);
  const choices = clusters.map(({ key, options }) => {
    const values = [...new Set(options.map(({ spot }) => spot[name].replace(/^.*\//, '')))].sort();
    return [key, values.length > MOST_NAMES ? `${values.length} ${noun}` : listed(values)] as const;
  });
  const [first] = choices;
  return choices.every(([, values]) => values === first?.[1])
    ? [`each could have ${first?.[1] ?? ''}`]
    : choices.map(([key, values]) => `'${key}' could have ${values}`);
}

function listed(names: readonly string[]): string {
  const last = names[names.length - 1] ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
