import { machinePrices } from '../../catalog';
import { formatCount, groupThousands } from '../../values';
import { describeResources, needPerDomain } from '../capacity/demand';
import { MOST_NODES } from '../capacity/most-nodes';
import { siteDemand } from '../capacity/site-demand';
import { keptFor } from '../memory';
import type { Candidate, ClusterContext, Constraint, Finding, Sizing } from '../types';
import { finding } from './finding';
import { sumOfMachines } from './pool-machines';

export const capacity: Constraint = {
  id: 'capacity',
  title: 'Nodes that hold the demand, also after the loss asked for',
  rationale:
    'Allocatable counts, not nominal size: the system and the agents on every node come off before the workload, and a reason holds no pod.',
  level: 'hard',
  dependsOn: 'candidate',
  evaluate({ candidate, sizing }, context) {
    const last = known.get(sizing);
    if (last !== undefined && speaksFor(last, candidate, context)) return last.found;
    const found = judge(candidate, sizing, context);
    known.set(sizing, { context, place: candidate.place.id, zones: candidate.zones, found });
    return found;
  },
};

interface Known {
  readonly context: ClusterContext;
  readonly place: string;
  readonly zones: number;
  readonly found: Finding;
}

/** Candidates that differ in their way out share a size, and the finding about it. */
const known = new WeakMap<Sizing, Known>();

function speaksFor(last: Known, { place, zones }: Candidate, context: ClusterContext): boolean {
  return last.context === context && last.place === place.id && last.zones === zones;
}

function judge(candidate: Candidate, sizing: Sizing, context: ClusterContext): Finding {
  const { place } = candidate;
  const { surviveZoneLoss } = context.cluster.availability;
  const required = demandInWords(candidate, context);
  switch (sizing.kind) {
    case 'sized': {
      const nodes = sizing.pools.reduce((sum, pool) => sum + pool.nodes, 0);
      if (nodes > MOST_NODES) {
        return finding(capacity.id, required, {
          verdict: 'refuted',
          observed: `${groupThousands(nodes)} nodes, and Kubernetes is designed for ${groupThousands(MOST_NODES)} at most`,
          fix: 'split it into several clusters',
        });
      }
      const left = surviveZoneLoss ? sizing.afterZoneLoss : sizing.allocatable;
      return finding(capacity.id, required, {
        verdict: 'proven',
        observed: `${describeResources(left)}${describeGpus(sizing, candidate, context)}`,
      });
    }
    case 'too-small':
      return finding(capacity.id, required, {
        verdict: 'refuted',
        observed: sizing.reason,
        fix:
          place.kind === 'site'
            ? `add machines to '${place.id}', or lower 'capacity'`
            : "allow more 'capacity.machineClasses' or 'capacity.architectures', or a smaller 'capacity.largestPod'",
      });
    case 'unknown':
      return finding(capacity.id, required, {
        verdict: 'unknown',
        observed: sizing.reason,
        fix: waysToKnow(candidate, context),
      });
  }
}

/** What nobody knows is a price, or something about machines that have one. */
function waysToKnow({ place, nodes }: Candidate, { cluster, catalog }: ClusterContext): string {
  const { architectures, gpus } = cluster.capacity;
  if (place.kind === 'site') return "take the accelerators out of 'capacity', or allow regions";
  if (nodes === 'pods') {
    return architectures.includes('amd64')
      ? "take the accelerators out of 'capacity', or allow candidates with nodes of their own"
      : "allow amd64 in 'capacity.architectures', or candidates with nodes of their own";
  }
  const isAnyPriced = machinePrices(catalog, place.provider, place.id).length > 0;
  if (isAnyPriced && gpus !== undefined) {
    const model = gpus.model === undefined ? '' : "allow another 'capacity.gpus.model', or ";
    return `${model}add prices of machines with such accelerators in ${place.id} to the catalogue`;
  }
  if (isAnyPriced && cluster.security.tenancy === 'confidential') {
    return `allow more 'capacity.machineClasses', or add machines of ${place.id} that encrypt their memory to the catalogue`;
  }
  return `add machine prices for ${place.id} to the catalogue`;
}

const demands = keptFor(() => new Map<string, string>());

/** The demand in words is the same wherever the same kind of thing may be lost. */
function demandInWords(candidate: Candidate, context: ClusterContext): string {
  const words = demands(context);
  const isSite = candidate.place.kind === 'site';
  const key = `${isSite ? 'site ' : ''}${lossOf(candidate)}`;
  const known = words.get(key) ?? describeDemand(lossOf(candidate), isSite, context);
  words.set(key, known);
  return known;
}

function lossOf({ place, zones }: Candidate): string {
  if (zones <= 1) return 'node';
  return place.kind === 'site' ? 'rack' : 'zone';
}

/** `24.00 vCPU, 96.0 GiB, 200 pods, 2 GPUs, with one zone lost`: what must be held, and through what. */
function describeDemand(loss: string, isSite: boolean, { cluster }: ClusterContext): string {
  const { gpus, interruptiblePercent } = cluster.capacity;
  // what is owned must last to the end of the horizon
  const need = isSite ? siteDemand(cluster, { steadyOnly: false }).need : needPerDomain(cluster, 1);
  return [
    describeResources(need),
    ...(gpus === undefined
      ? []
      : [`${formatCount(gpus.count, 'GPU')}${gpus.model === undefined ? '' : ` (${gpus.model})`}`]),
    ...(cluster.availability.surviveZoneLoss ? [`with one ${loss} lost`] : []),
    ...(interruptiblePercent > 0 ? ['all but what may be interrupted'] : []),
  ].join(', ');
}

/** GPUs of all nodes, before any loss; the sizing keeps the reserve of them. */
function describeGpus(
  { pools }: Extract<Sizing, { kind: 'sized' }>,
  { place }: Candidate,
  { cluster, catalog }: ClusterContext,
): string {
  if (cluster.capacity.gpus === undefined || place.kind === 'site') return '';
  const gpus = sumOfMachines(pools, place.provider, catalog)?.gpus;
  return gpus === undefined ? '' : `, ${formatCount(gpus, 'GPU')} before the loss`;
}
