import { EKS_ADDRESSES_PER_NODE, EKS_VPC_CIDR, GKE_SURGE_NODES } from '../../catalog/network-defaults';
import { formatCount, groupThousands } from '../../values';
import type { Sized } from '../cost/sized';
import { keptFor } from '../memory';
import type { Candidate, ClusterContext, PlatformFact, SizedPool } from '../types';
import {
  addressesIn,
  blocksIn,
  EKS_SURGE_NODES,
  eksNodesOf,
  eksNodesOfAZone,
  gkeRangesOf,
  prefixOf,
} from './address-rooms';

/** Widest VPC that AWS allows: `/16`. */
const WIDEST_VPC_PREFIX = 16;

/** Candidates that differ in their way out only share a sizing, and so an answer. */
const known = keptFor(() => new Map<Sized, PlatformFact>());

function once(context: ClusterContext, sizing: Sized, reckon: () => PlatformFact): PlatformFact {
  const facts = known(context);
  let fact = facts.get(sizing);
  if (fact === undefined) {
    fact = reckon();
    facts.set(sizing, fact);
  }
  return fact;
}

/**
 * Whether the private subnet of a zone has addresses for its nodes and all the pods that they may run. Of a VPC that
 * exists only its whole range is known, and how it is cut is its owner's.
 */
export function eksAddresses(candidate: Candidate, sizing: Sized, context: ClusterContext): PlatformFact {
  return once(context, sizing, () => inVpc(candidate, sizing, context));
}

function inVpc(candidate: Candidate, sizing: Sized, context: ClusterContext): PlatformFact {
  const { network } = context.cluster;
  const adopted = network.adopt?.eks;
  if (adopted !== undefined) {
    return eksFact(
      nodesWithSurge(sizing.pools, 'nodes', EKS_SURGE_NODES * candidate.zones),
      eksNodesOf(adopted.vpcCidr),
      `the adopted VPC ${adopted.vpcCidr}`,
      'adopt a wider VPC, or ask for fewer nodes',
    );
  }
  const cidr = network.nodeCidr ?? EKS_VPC_CIDR;
  return eksFact(
    nodesWithSurge(sizing.pools, 'nodesPerZone', EKS_SURGE_NODES),
    eksNodesOfAZone(cidr),
    `a zone of the VPC ${cidr}`,
    prefixOf(cidr) > WIDEST_VPC_PREFIX
      ? `give 'network.nodeCidr' a wider range, up to /${WIDEST_VPC_PREFIX}`
      : 'split the workload over several clusters: AWS allows no wider VPC',
  );
}

function eksFact(needed: number, room: number, where: string, fix: string): PlatformFact {
  const observed = `${where} has addresses for ${formatCount(room, 'node')} at ${EKS_ADDRESSES_PER_NODE} addresses each, ${groupThousands(needed)} needed while an upgrade runs`;
  return needed <= room
    ? { verdict: 'proven', observed, sources: [] }
    : { verdict: 'refuted', observed, fix, sources: [] };
}

/** Whether the ranges of nodes and pods have room for all nodes, those that an upgrade adds included. */
export function gkeAddresses(candidate: Candidate, sizing: Sized, context: ClusterContext): PlatformFact {
  return once(context, sizing, () => inGoogleNetwork(candidate, sizing, context));
}

function inGoogleNetwork(candidate: Candidate, sizing: Sized, context: ClusterContext): PlatformFact {
  const { nodeCidr, podCidr, ofNodes, ofPods } = gkeRangesOf(context.cluster);
  if (candidate.nodes === 'pods') return autopilotAddresses(sizing.allocatable.pods, podCidr);
  const needed = nodesWithSurge(sizing.pools, 'nodes', GKE_SURGE_NODES);
  const observed = `room for ${formatCount(Math.min(ofNodes, ofPods), 'node')} in ${nodeCidr} for nodes and ${podCidr} for pods, ${groupThousands(needed)} needed while an upgrade runs`;
  if (needed <= ofNodes && needed <= ofPods) return { verdict: 'proven', observed, sources: [] };
  const wider = [
    ...(needed > ofNodes ? ["'network.nodeCidr'"] : []),
    ...(needed > ofPods ? ["'network.podCidr'"] : []),
  ].join(' and ');
  return { verdict: 'refuted', observed, fix: `give ${wider} a wider range`, sources: [] };
}

/**
 * Autopilot gives each node 64 addresses for up to 32 pods, and says nothing of how many nodes there are: a pod on each
 * at worst, all nodes full at best.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/alias-ips
 */
const AUTOPILOT_ADDRESSES_PER_NODE = 64;
const AUTOPILOT_PODS_PER_NODE = 32;

function autopilotAddresses(pods: number, podCidr: string): PlatformFact {
  const room = Math.floor(addressesIn(podCidr) / AUTOPILOT_ADDRESSES_PER_NODE);
  const least = Math.ceil(pods / AUTOPILOT_PODS_PER_NODE);
  const observed = `room for ${formatCount(room, 'node')} in ${podCidr} for pods; Google packs ${formatCount(pods, 'pod')} on ${least} at least and ${pods} at most`;
  if (pods <= room) return { verdict: 'proven', observed, sources: [] };
  const verdict = least > room ? 'refuted' : 'unknown';
  return { verdict, observed, fix: "give 'network.podCidr' a wider range", sources: [] };
}

/** Whether the range of pods has a block for every machine, the `others` that are in no pool included. */
export function podBlocks(
  sizing: Sized,
  podCidr: string,
  others: number,
  context: ClusterContext,
): PlatformFact {
  return once(context, sizing, () => {
    const room = blocksIn(podCidr);
    const needed = nodesWithSurge(sizing.pools, 'nodes', 0) + others;
    const observed = `room for ${formatCount(room, 'machine')} in ${podCidr} for pods, ${groupThousands(needed)} needed`;
    return needed <= room
      ? { verdict: 'proven', observed, sources: [] }
      : { verdict: 'refuted', observed, fix: "give 'network.podCidr' a wider range", sources: [] };
  });
}

function nodesWithSurge(
  pools: readonly SizedPool[],
  count: 'nodes' | 'nodesPerZone',
  surgePerPool: number,
): number {
  let nodes = 0;
  for (const pool of pools) nodes += pool[count] + surgePerPool;
  return nodes;
}
