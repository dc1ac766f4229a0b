import { type Network, networkOf } from './network';
import { APART, compareOptions } from './spot';
import type { JointCluster, JointOption, JointProblem } from './types';

/** Of how many other clusters each kind can take something away. */
interface Neighbours {
  /** Keep a place away and nothing more. */
  readonly place: number;
  readonly provider: number;
  readonly jurisdiction: number;
  /** Are in the way on exclusive places only. */
  readonly rival: number;
}

/**
 * Takes away the options that no best answer can hold, so that hundreds become a handful. An option goes when enough
 * better ones are left that the other clusters cannot block them all without blocking it too: each blocks at most one
 * place, provider or jurisdiction. The best answer, ties included, is the same as before.
 */
export function reduce(problem: JointProblem): JointProblem {
  const network = networkOf(problem);
  return {
    ...problem,
    clusters: problem.clusters.map((cluster, index) =>
      reduceCluster(cluster, neighboursOf(network, index), problem),
    ),
  };
}

function neighboursOf({ apart, rivals }: Network, index: number): Neighbours {
  const count = { place: 0, provider: 0, jurisdiction: 0, rival: 0 };
  apart[index]?.forEach((bits, other) => {
    if (bits === 0) {
      if (rivals[index]?.[other] === true) count.rival += 1;
      return;
    }
    if ((bits & APART.provider) !== 0) count.provider += 1;
    if ((bits & APART.jurisdiction) !== 0) count.jurisdiction += 1;
    if (bits === APART.place) count.place += 1;
  });
  return count;
}

function reduceCluster(
  { key, options }: JointCluster,
  neighbours: Neighbours,
  problem: JointProblem,
): JointCluster {
  const kept: JointOption[] = [];
  for (const option of [...options].sort(compareOptions)) {
    // what a dropped option is better than, whatever replaces it is better than too
    const better = kept.filter((other) => atLeastAsGood(other, option, problem));
    if (!isReplaceable(option, better, neighbours)) kept.push(option);
  }
  return { key, options: kept };
}

/** Whether one may stand for the other in any answer; the one comes first in {@link compareOptions}. */
function atLeastAsGood(one: JointOption, other: JointOption, { limits, quotas }: JointProblem): boolean {
  if (limits.money !== undefined && one.money > other.money) return false;
  if (limits.hours !== undefined && one.hours > other.hours) return false;
  return Object.keys(quotas).every((quota) => (one.uses[quota] ?? 0) <= (other.uses[quota] ?? 0));
}

function isReplaceable(
  { spot }: JointOption,
  better: readonly JointOption[],
  { place, provider, jurisdiction, rival }: Neighbours,
): boolean {
  const regions = new Set<string>();
  const places = new Set<string>();
  const providers = new Set<string>();
  const jurisdictions = new Set<string>();
  for (const { spot: other } of better) {
    if (other.place === spot.place) return true;
    const sameProvider = provider === 0 || other.provider === spot.provider;
    const sameJurisdiction = jurisdiction === 0 || other.jurisdiction === spot.jurisdiction;
    if (sameProvider && sameJurisdiction) {
      places.add(other.place);
      if (!other.exclusive) regions.add(other.place);
    }
    if (sameProvider) jurisdictions.add(other.jurisdiction);
    if (sameJurisdiction) providers.add(other.provider);
  }
  return (
    regions.size > place ||
    places.size > place + rival ||
    jurisdictions.size > jurisdiction + place + rival ||
    providers.size > provider + place + rival
  );
}
