import { allocatable } from '../../catalog';
import { compareText } from '../../values';
import type { Machine, Site } from '../request/types';
import type { Candidate, ClusterContext, Sizing } from '../types';
import { ON_PREM_DAEMON_SETS, ON_PREM_MAX_PODS_PER_NODE } from './daemon-sets';
import {
  add,
  describeGap,
  describeResources,
  holds,
  NOTHING,
  needPerDomain,
  type Resources,
  subtract,
} from './demand';
import { largestPodOf } from './size-in-region';

interface Worker {
  readonly name: string;
  readonly rack: string;
  readonly architecture: 'amd64' | 'arm64';
  readonly offers: Resources;
}

/**
 * The workers of a site as they are: nothing is bought and nothing left idle, but that architectures are never mixed, so
 * of a mixed site only the workers of one are used. Their sum must hold the demand, with any one rack gone if that was
 * asked for; with a single rack, with any one machine gone.
 */
export function sizeOnSite(candidate: Candidate, context: ClusterContext): Sizing {
  if (candidate.place.kind !== 'site') {
    return { kind: 'unknown', reason: `${candidate.place.id} is no site with machines` };
  }
  const { site } = candidate.place;
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

function sizeWith(workers: readonly Worker[], { cluster }: ClusterContext): Sizing {
  const racks = racksOf(workers);
  const domains = racks.length > 1 ? racks : workers.map((worker) => worker.name);
  const domainOf = (worker: Worker): string => (racks.length > 1 ? worker.rack : worker.name);

  const all = sum(workers);
  const afterLoss = domains
    .map((domain) => ({
      domain,
      left: subtract(all, sum(workers.filter((worker) => domainOf(worker) === domain))),
    }))
    .sort(
      (left, right) => left.left.milliCpu - right.left.milliCpu || compareText(left.domain, right.domain),
    );
  const need = needPerDomain(cluster, 1);

  const pod = largestPodOf(cluster);
  if (pod !== undefined && !workers.some((worker) => holds(worker.offers, pod))) {
    return {
      kind: 'too-small',
      reason: `the largest pod (${describeResources(pod)}) fits no worker of the site`,
    };
  }
  const states = cluster.availability.surviveZoneLoss
    ? afterLoss.map(({ domain, left }) => ({ when: `with ${domain} lost, `, left }))
    : [{ when: '', left: all }];
  const short = states.find(({ left }) => !holds(left, need));
  if (short !== undefined) {
    return {
      kind: 'too-small',
      reason: `${short.when}the workers offer ${describeResources(short.left)} and lack ${describeGap(need, short.left)}`,
    };
  }
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
        machines: workers.map((worker) => worker.name),
      },
    ],
    allocatable: all,
    afterZoneLoss: afterLoss.map(({ left }) => left).reduce(least, all),
  };
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
