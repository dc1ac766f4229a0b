import { formatHours, formatUsd } from '../../values';
import { describeRule, type Rule, rulesOf, without } from './rules';
import { isPossible, part, solve } from './solve';
import type { JointCluster, JointProblem } from './types';

/**
 * Why a problem is impossible, in one sentence: a least set of clusters and rules that cannot hold together, of which none could be
 * left out, and what these clusters could be given.
 */
export function describeConflict(problem: JointProblem): string {
  const clusters = withoutNeedless(
    problem.clusters.map((_cluster, index) => index),
    (members) => isPossible(part(problem, members)) === false,
  );
  const core = part(problem, clusters);
  const rules = withoutNeedless(rulesOf(core), (kept) => isPossible(only(core, kept)) === false);
  const names = core.clusters.map(({ key }) => `'${key}'`);
  const least = leastTotal(only(core, rules), rules);
  return [
    `${names.length === 1 ? `${names[0]} has no place` : `${listed(names)} cannot be placed together`}: ${rules.map((rule) => describeRule(core, rule)).join('; ')}`,
    ...(least === undefined ? [] : [least]),
    ...core.clusters.flatMap((cluster) => describeChoice(cluster, rules)),
  ].join('; ');
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

function only(problem: JointProblem, rules: readonly Rule[]): JointProblem {
  return rulesOf(problem)
    .filter((rule) => !rules.some((kept) => sameRule(kept, rule)))
    .reduce(without, problem);
}

function sameRule(one: Rule, other: Rule): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
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
    ? `they cost at least ${formatUsd(total)}, ${formatUsd(total - limit)} too much`
    : `they take at least ${formatHours(total / 1e6)} hours, ${formatHours((total - limit) / 1e6)} too many`;
}

/** More names than this are a number. */
const MOST_NAMES = 4;

/** What a cluster could be given of that which the rules are about; nothing where budgets alone stand in the way. */
function describeChoice({ key, options }: JointCluster, rules: readonly Rule[]): readonly string[] {
  const separations = new Set(rules.flatMap((rule) => (rule.kind === 'bond' ? [rule.separation] : [])));
  const concerned = rules.some(({ kind }) => kind === 'bond' || kind === 'exclusive');
  if (!concerned) return [];
  const [name, noun] = separations.has('provider')
    ? (['provider', 'providers'] as const)
    : separations.has('jurisdiction')
      ? (['jurisdiction', 'jurisdictions'] as const)
      : (['place', 'places'] as const);
  const values = [...new Set(options.map(({ spot }) => spot[name]))].sort();
  return [`'${key}' could have ${values.length > MOST_NAMES ? `${values.length} ${noun}` : listed(values)}`];
}

function listed(names: readonly string[]): string {
  const last = names[names.length - 1] ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
