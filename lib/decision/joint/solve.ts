import { componentsOf, networkOf } from './network';
import { reduce } from './reduce';
import { type SearchResult, search } from './search';
import type { JointAnswer, JointOption, JointProblem } from './types';

/**
 * One option for each cluster so that all bonds, exclusive places, limits and quotas hold, at the least sum of costs. Among
 * answers of equal cost the one in which the first cluster ranks best, then the second, and so on. Exact; where a search
 * had to be given up, the answer says so.
 */
export function solve(problem: JointProblem): JointAnswer {
  const apart = solveApart(reduce({ ...problem, limits: {}, quotas: {} }));
  // without limits it is at most as dear: what holds them all the same is the answer
  if (apart.kind !== 'found' || holdsLimits(apart.chosen, problem)) return apart;
  return solveWhole(reduce(problem));
}

/** Whether any combination holds at all; `undefined` when the search ended before it knew. */
export function isPossible(problem: JointProblem): boolean | undefined {
  const free = problem.clusters.map(({ key, options }) => ({
    key,
    options: options.map((option) => ({ ...option, cost: 0 })),
  }));
  const { chosen, complete } = search(reduce({ ...problem, clusters: free }));
  if (chosen !== undefined) return true;
  return complete ? false : undefined;
}

/** Clusters that do not depend on each other are decided for themselves; what belongs together, together. */
function solveApart(problem: JointProblem): JointAnswer {
  const chosen: (JointOption | undefined)[] = problem.clusters.map(() => undefined);
  let proven = true;
  for (const component of componentsOf(networkOf(problem))) {
    const answer = solveWhole(part(problem, component));
    if (answer.kind !== 'found') return answer;
    proven &&= answer.proven;
    component.forEach((cluster, index) => {
      chosen[cluster] = answer.chosen[index];
    });
  }
  return { kind: 'found', chosen: chosen.filter((option) => option !== undefined), proven };
}

/** The problem of some of the clusters. */
export function part(problem: JointProblem, members: readonly number[]): JointProblem {
  const clusters = members.flatMap((member) => problem.clusters[member] ?? []);
  const bonds = problem.bonds.flatMap(({ between, apart }) => {
    const [one, other] = [members.indexOf(between[0]), members.indexOf(between[1])];
    return one === -1 || other === -1 ? [] : [{ between: [one, other] as const, apart }];
  });
  return { ...problem, clusters, bonds };
}

function solveWhole(problem: JointProblem): JointAnswer {
  const first = search(problem);
  if (first.chosen === undefined) return first.complete ? { kind: 'impossible' } : { kind: 'unknown' };
  if (!first.complete) return { kind: 'found', chosen: first.chosen, proven: false };
  return breakTies(problem, { ...first, chosen: first.chosen });
}

/** Of all answers that cost the same, the one whose ranks are least in the order of the clusters. */
function breakTies(
  problem: JointProblem,
  { chosen, cost }: SearchResult & { readonly chosen: readonly JointOption[] },
): JointAnswer {
  let best = chosen;
  let current = problem;
  for (let index = 0; index < problem.clusters.length; index += 1) {
    const options = current.clusters[index]?.options ?? [];
    const rank = best[index]?.rank ?? 0;
    const better = options
      .filter((option) => option.rank < rank)
      .sort((left, right) => left.rank - right.rank);
    for (const option of better) {
      const tried = search(fix(current, index, option), cost + 1);
      if (!tried.complete) return { kind: 'found', chosen: best, proven: false };
      if (tried.chosen === undefined) continue;
      best = tried.chosen;
      break;
    }
    const settled = best[index];
    if (settled !== undefined) current = fix(current, index, settled);
  }
  return { kind: 'found', chosen: best, proven: true };
}

function fix(problem: JointProblem, index: number, option: JointOption): JointProblem {
  return {
    ...problem,
    clusters: problem.clusters.map((cluster, other) =>
      other === index ? { ...cluster, options: [option] } : cluster,
    ),
  };
}

/** Whether all together stay within the limits and quotas. */
export function holdsLimits(chosen: readonly JointOption[], { limits, quotas }: JointProblem): boolean {
  const money = chosen.reduce((sum, option) => sum + option.money, 0);
  const hours = chosen.reduce((sum, option) => sum + option.hours, 0);
  return (
    money <= (limits.money ?? money) &&
    hours <= (limits.hours ?? hours) &&
    Object.entries(quotas).every(
      ([quota, limit]) => chosen.reduce((sum, option) => sum + (option.uses[quota] ?? 0), 0) <= limit,
    )
  );
}
