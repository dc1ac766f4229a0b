import type { Catalog } from '../../catalog/types';
import { sumOfMachines } from '../constraints/pool-machines';
import { roundHalfUp, USD } from '../money';
import type { ClusterRequest, Request } from '../request/types';
import type { Assessment } from '../types';
import { spotOf } from './spot';
import type { JointCluster, JointOption, JointProblem } from './types';

/** A cluster with what it may become, the best for itself first. */
export interface Undecided {
  readonly clusterKey: string;
  readonly cluster: ClusterRequest;
  readonly options: readonly Assessment[];
  /** Whether it runs already and stays where it is, so that it is the others that must keep away from it. */
  readonly pinned: boolean;
}

const PPM = 1_000_000;

/** The numbers of a request with several clusters. Only relations between the given clusters are in it. */
export function problemOf(request: Request, catalog: Catalog, clusters: readonly Undecided[]): JointProblem {
  const { usdPerMonth, hoursPerMonth } = request.budget;
  const indexOf = new Map(clusters.map(({ clusterKey }, index) => [clusterKey, index]));
  return {
    clusters: clusters.map((undecided) => jointCluster(undecided, request, catalog)),
    bonds: request.relations.flatMap(({ primary, standby, apart }) => {
      const [one, other] = [indexOf.get(primary), indexOf.get(standby)];
      if (one === undefined || other === undefined) return [];
      return [{ between: one < other ? [one, other] : [other, one], apart }];
    }),
    limits: {
      ...(usdPerMonth !== undefined && { money: roundHalfUp(usdPerMonth * USD) }),
      ...(hoursPerMonth !== undefined && { hours: roundHalfUp(hoursPerMonth * 1e6) }),
    },
    quotas: Object.fromEntries(
      Object.entries(request.accounts.quotas).flatMap(([region, { vcpu, gpus }]) => [
        ...(vcpu === undefined ? [] : [[`${region}/vCPU`, vcpu] as const]),
        ...(gpus === undefined ? [] : [[`${region}/GPUs`, gpus] as const]),
      ]),
    ),
  };
}

function jointCluster(undecided: Undecided, request: Request, catalog: Catalog): JointCluster {
  const { clusterKey, cluster, options } = undecided;
  const usd = Math.max(1, Math.ceil((options[0]?.objectiveMicroUsd ?? 0) / USD));
  return {
    key: clusterKey,
    options: options.map((assessment, index) => ({
      id: assessment.candidate.id,
      rank: index + 1,
      cost: costOf(assessment, usd),
      money: moneyOf(assessment, cluster),
      hours: roundHalfUp(assessment.hours.hoursPerMonth * 1e6),
      spot: spotOf(assessment.candidate.place),
      uses: usesOf(assessment, request, catalog),
    })),
  };
}

/**
 * Money plus hours; where the request weighs by scores, the part of the score that is missing, in whole dollars of what the best
 * of the cluster costs: a tenth of the score counts as a tenth of that. Whole numbers, in the order of the cluster's own ranking.
 */
function costOf({ objectiveMicroUsd, scorePpm }: Assessment, usdOfBest: number): number {
  return scorePpm === undefined ? (objectiveMicroUsd ?? 0) : usdOfBest * (PPM - scorePpm);
}

/** What counts against a budget: the bill without interruptible machines, unless their risk is accepted. Nothing where it is not known. */
export function moneyOf({ cost }: Assessment, { budget }: ClusterRequest): number {
  if (cost.kind === 'unknown') return 0;
  return budget.acceptSpotRisk ? cost.monthlyMicroUsd : cost.withoutSpotMicroUsd;
}

/** What the nodes take of a quota that the request names, unless it overrides that rule for this cluster. */
function usesOf(
  { candidate: { place }, sizing, findings }: Assessment,
  { accounts }: Request,
  catalog: Catalog,
): JointOption['uses'] {
  if (place.kind === 'site' || sizing.kind !== 'sized') return NOTHING;
  const quota = Object.hasOwn(accounts.quotas, place.id) ? accounts.quotas[place.id] : undefined;
  if (quota === undefined || findings.some(isLiftedQuota)) return NOTHING;
  const machines = sumOfMachines(sizing.pools, place.provider, catalog);
  return {
    ...(quota.vcpu !== undefined && { [`${place.id}/vCPU`]: machines?.vcpu ?? 0 }),
    ...(quota.gpus !== undefined && { [`${place.id}/GPUs`]: machines?.gpus ?? 0 }),
  };
}

const NOTHING: JointOption['uses'] = Object.freeze({});

function isLiftedQuota({ constraint, overridden }: Assessment['findings'][number]): boolean {
  return constraint === 'machine-quota' && overridden !== undefined;
}
