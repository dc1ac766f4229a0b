import { allocatable } from '../../catalog';
import { compareText } from '../../values';
import type { ClusterRequest, Machine, Site } from '../request/types';
import type { Candidate, ClusterContext, Sizing } from '../types';
import { ON_PREM_DAEMON_SETS, ON_PREM_MAX_PODS_PER_NODE } from './daemon-sets';
import { add, describeGap, describeResources, holds, NOTHING, type Resources, subtract } from './demand';
import { packs } from './first-fit';
import type { Bins } from './packing';
import { siteDemand } from './site-demand';
import { largestPodOf } from './workload-pods';

interface Worker {
  readonly name: string;
  readonly rack: string;
  readonly architecture: 'amd64' | 'arm64';
  readonly offers: Resources;
}

/**
 * The workers of a site as they are: nothing is bought and nothing left idle, but that architectures are never mixed, so
 * of a mixed site only the workers of one are used. Their sum must hold the demand of the end of the horizon, with any one
 * rack gone if that was asked for; with a single rack, with any one machine gone. Pods, where the request gives them, must
 * also find room one by one.
 *
 * Accelerators are unknown: a site's machines do not say whether they have any.
 */
export function sizeOnSite(candidate: Candidate, context: ClusterContext): Sizing {
  if (candidate.place.kind !== 'site') {
    return { kind: 'unknown', reason: `${candidate.place.id} is no site with machines` };
  }
  const { site } = candidate.place;
  const { gpus, workloads } = context.cluster.capacity;
  if ((gpus?.count ?? 0) > 0 || Object.values(workloads).some((workload) => workload.gpus > 0)) {
    return { kind: 'unknown', reason: 'the machines of a site do not say what accelerators they have' };
  }
  if (!Object.values(site.machines).some((machine) => machine.role === 'control-plane')) {
    return { kind: 'too-small', reason: 'the site has no control-plane machine' };
  }
  return (
    attemptOn(site, context)?.sizing ?? {
      kind: 'too-small',
      reason: `the site has no worker on ${context.cluster.capacity.architectures.join(', ')}`,
    }
  );
}

/** Distinct racks of the workers that {@link sizeOnSite} uses; none when no worker has an architecture that is asked for. */
export function racksUsed(site: Site, context: ClusterContext): readonly string[] {
  return racksOf(attemptOn(site, context)?.workers ?? []);
}

interface Attempt {
  readonly workers: readonly Worker[];
  readonly sizing: Sizing;
}

/**
 * The workers of one architecture and what they hold. Of several architectures: the first by name that holds the demand
 * over racks enough, else that holds it, else that there is.
 */
function attemptOn(site: Site, context: ClusterContext): Attempt | undefined {
  const { capacity, availability } = context.cluster;
  const attempts = capacity.architectures
    .toSorted(compareText)
    .map((architecture) => workersOf(site, architecture))
    .filter((workers) => workers.length > 0)
    .map((workers): Attempt => ({ workers, sizing: sizeWith(workers, context) }));
  const sized = attempts.filter(({ sizing }) => sizing.kind === 'sized');
  return (
    sized.find(({ workers }) => racksOf(workers).length >= availability.zones) ?? sized[0] ?? attempts[0]
  );
}

function racksOf(workers: readonly Worker[]): readonly string[] {
  return [...new Set(workers.map((worker) => worker.rack))].sort(compareText);
}

function workersOf(site: Site, architecture: 'amd64' | 'arm64'): readonly Worker[] {
  return Object.entries(site.machines)
    .filter(([, machine]) => machine.role === 'worker' && machine.architecture === architecture)
    .sort(([left], [right]) => compareText(left, right))
    .map(([name, machine]) => ({ name, rack: machine.rack, architecture, offers: offersOf(machine) }));
}

function offersOf(machine: Machine): Resources {
  const shape = {
    vcpu: machine.cpu,
    memoryMib: Math.floor(machine.memoryGib * 1024),
    architecture: machine.architecture,
  };
  return subtract(allocatable('on-prem', shape, ON_PREM_MAX_PODS_PER_NODE), ON_PREM_DAEMON_SETS);
}

/** What is left at one moment, and must do. */
interface State {
  /** Such as `with r1 lost, `. */
  readonly when: string;
  readonly workers: readonly Worker[];
  readonly steadyOnly: boolean;
}

function sizeWith(workers: readonly Worker[], { cluster }: ClusterContext): Sizing {
  const racks = racksOf(workers);
  const domains = racks.length > 1 ? racks : workers.map((worker) => worker.name);
  const domainOf = (worker: Worker): string => (racks.length > 1 ? worker.rack : worker.name);

  const all = sum(workers);
  const afterLoss = domains
    .map((domain) => {
      const rest = workers.filter((worker) => domainOf(worker) !== domain);
      return { domain, rest, left: sum(rest) };
    })
    .sort(
      (left, right) => left.left.milliCpu - right.left.milliCpu || compareText(left.domain, right.domain),
    );

  const pod = largestPodOf(cluster);
  if (pod !== undefined && !workers.some((worker) => holds(worker.offers, pod))) {
    return {
      kind: 'too-small',
      reason: `the largest pod (${describeResources(pod)}) fits no worker of the site`,
    };
  }
  const lost: readonly State[] = cluster.availability.surviveZoneLoss
    ? afterLoss.map(({ domain, rest }) => ({
        when: `with ${domain} lost, `,
        workers: rest,
        steadyOnly: true,
      }))
    : [];
  const states: readonly State[] = [...lost, { when: '', workers, steadyOnly: false }];
  const problem = shortage(cluster, states);
  if (problem !== undefined) return { kind: 'too-small', reason: problem };

  const [first] = workers;
  return {
    kind: 'sized',
    pools: [
      {
        name: 'main',
        machineType: 'owned',
        architecture: first?.architecture ?? 'amd64',
        nodesPerZone: Math.ceil(workers.length / Math.max(1, racks.length)),
        nodes: workers.length,
        microUsdPerHour: 0,
        interruptible: false,
        machines: workers.map((worker) => worker.name),
      },
    ],
    allocatable: all,
    afterZoneLoss: afterLoss.map(({ left }) => left).reduce(least, all),
  };
}

/** What the first state that does not do lacks. */
function shortage(cluster: ClusterRequest, states: readonly State[]): string | undefined {
  const steady = siteDemand(cluster, { steadyOnly: true });
  const everything = siteDemand(cluster, { steadyOnly: false });
  for (const { when, workers, steadyOnly } of states) {
    const { need, groups } = steadyOnly ? steady : everything;
    const offered = sum(workers);
    if (!holds(offered, need)) {
      return `${when}the workers offer ${describeResources(offered)} and lack ${describeGap(need, offered)}`;
    }
    if (groups.length > 0 && !packs(zonesOf(workers), groups)) {
      return `${when}the workers offer ${describeResources(offered)}, which is enough, but not every pod finds room on one of them`;
    }
  }
  return undefined;
}

/** The workers of each rack as bins, the larger first. */
function zonesOf(workers: readonly Worker[]): readonly (readonly Bins[])[] {
  const larger = workers.toSorted(
    (left, right) =>
      right.offers.milliCpu - left.offers.milliCpu ||
      right.offers.memoryMib - left.offers.memoryMib ||
      compareText(left.name, right.name),
  );
  return racksOf(workers).map((rack) =>
    larger
      .filter((worker) => worker.rack === rack)
      .map(({ offers }): Bins => ({ offers, gpus: 0, count: 1 })),
  );
}

function sum(workers: readonly Worker[]): Resources {
  return workers.map((worker) => worker.offers).reduce(add, NOTHING);
}

function least(left: Resources, right: Resources): Resources {
  return {
    milliCpu: Math.min(left.milliCpu, right.milliCpu),
    memoryMib: Math.min(left.memoryMib, right.memoryMib),
    pods: Math.min(left.pods, right.pods),
  };
}
