import { formatHours, formatUsd, groupThousands } from '../../values';
import type { Separation } from '../request/types';
import type { JointOption, JointProblem, Spot } from './types';

/** One thing that clusters must hold together, so that it can be named, tested and left out. */
export type Rule =
  | { readonly kind: 'bond'; readonly between: readonly [number, number]; readonly separation: Separation }
  | { readonly kind: 'exclusive'; readonly place: string }
  | { readonly kind: 'money' | 'hours' }
  | { readonly kind: 'quota'; readonly name: string };

/** All rules of a problem that any of its options can break. */
export function rulesOf({ clusters, bonds, limits, quotas }: JointProblem): readonly Rule[] {
  const exclusive = new Set<string>();
  for (const { options } of clusters) {
    for (const { spot } of options) if (spot.exclusive) exclusive.add(spot.place);
  }
  return [
    ...bonds.flatMap(({ between, apart }) =>
      apart.map((separation) => ({ kind: 'bond' as const, between, separation })),
    ),
    ...[...exclusive].map((place) => ({ kind: 'exclusive' as const, place })),
    ...(limits.money === undefined ? [] : [{ kind: 'money' as const }]),
    ...(limits.hours === undefined ? [] : [{ kind: 'hours' as const }]),
    ...Object.keys(quotas).map((name) => ({ kind: 'quota' as const, name })),
  ];
}

/** The same problem without a rule. */
export function without(problem: JointProblem, rule: Rule): JointProblem {
  switch (rule.kind) {
    case 'bond':
      return {
        ...problem,
        bonds: problem.bonds
          .map((bond) =>
            samePair(bond.between, rule.between)
              ? { ...bond, apart: bond.apart.filter((separation) => separation !== rule.separation) }
              : bond,
          )
          .filter(({ apart }) => apart.length > 0),
      };
    case 'exclusive':
      return {
        ...problem,
        clusters: problem.clusters.map(({ key, options }) => ({
          key,
          options: options.map((option) => shareable(option, rule.place)),
        })),
      };
    case 'money':
    case 'hours': {
      const { [rule.kind]: _gone, ...limits } = problem.limits;
      return { ...problem, limits };
    }
    case 'quota': {
      const { [rule.name]: _gone, ...quotas } = problem.quotas;
      return { ...problem, quotas };
    }
  }
}

function samePair(one: readonly [number, number], other: readonly [number, number]): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

function shareable(option: JointOption, place: string): JointOption {
  return option.spot.place === place ? { ...option, spot: { ...option.spot, exclusive: false } } : option;
}

/** Whether a choice of one option for each cluster breaks a rule. */
export function breaks(problem: JointProblem, chosen: readonly JointOption[], rule: Rule): boolean {
  const sum = (amount: (option: JointOption) => number): number =>
    chosen.reduce((total, option) => total + amount(option), 0);
  switch (rule.kind) {
    case 'bond': {
      const [one, other] = [chosen[rule.between[0]]?.spot, chosen[rule.between[1]]?.spot];
      return one !== undefined && other !== undefined && shared(one, other, rule.separation);
    }
    case 'exclusive':
      return chosen.filter(({ spot }) => spot.exclusive && spot.place === rule.place).length > 1;
    case 'money':
      return sum((option) => option.money) > (problem.limits.money ?? Number.POSITIVE_INFINITY);
    case 'hours':
      return sum((option) => option.hours) > (problem.limits.hours ?? Number.POSITIVE_INFINITY);
    case 'quota':
      return (
        sum((option) => option.uses[rule.name] ?? 0) > (problem.quotas[rule.name] ?? Number.POSITIVE_INFINITY)
      );
  }
}

function shared(one: Spot, other: Spot, separation: Separation): boolean {
  const name = separation === 'region' ? 'place' : separation;
  return one[name] === other[name];
}

/** A rule in words: `'api' and 'standby' must not share a provider`. */
export function describeRule({ clusters, limits, quotas }: JointProblem, rule: Rule): string {
  switch (rule.kind) {
    case 'bond': {
      const [one, other] = rule.between.map((index) => clusters[index]?.key ?? '');
      return `'${one}' and '${other}' must not share a ${rule.separation}`;
    }
    case 'exclusive':
      return `site '${rule.place.slice('site/'.length)}' holds one cluster`;
    case 'money':
      return `all clusters may cost ${formatUsd(limits.money ?? 0)} a month together`;
    case 'hours':
      return `all clusters may take ${formatHours((limits.hours ?? 0) / 1e6)} hours a month together`;
    case 'quota': {
      const [region, unit] = rule.name.split('/');
      return `the quota of ${region} is ${groupThousands(quotas[rule.name] ?? 0)} ${unit} for all clusters`;
    }
  }
}
