import { allocatable, machinePrices, ratesOf } from '../../catalog';
import { HOURS_PER_MONTH, type MicroUsd, type ProviderId, type RegionRates } from '../../catalog/types';
import { compareText } from '../../values';
import type { ClusterRequest } from '../request/types';
import type { Candidate, ClusterContext, SizedPool, Sizing } from '../types';
import { cheapestMix } from './cheapest-mix';
import {
  add,
  describeResources,
  multiply,
  NOTHING,
  needPerDomain,
  needsSpareNode,
  type Resources,
  subtract,
  toMib,
  toMilliCpu,
} from './demand';
import type { Mix, NodeShape } from './mix';

/** What the sizing of a managed platform needs to know of it. */
export interface NodeFacts {
  readonly provider: ProviderId;
  /** Whose reserve formula holds. */
  readonly platform: 'eks' | 'gke' | 'aks' | 'self-managed-ec2';
  /**
   * Tells apart what is sized differently on one platform, such as Auto Mode or a cluster without NAT: candidates of one platform, key,
   * region and number of zones share one result.
   */
  readonly key: string;
  readonly maxPodsPerNode: number;
  readonly daemonSets: Resources;
  /** Size of the disk that each node is defined with. */
  readonly rootDiskGib: number;
  /** A month's fee for all nodes together: so much for each node up to a most, as Cloud NAT charges. Other forms are not understood. */
  sharedFee(nodes: number, rates: RegionRates | undefined): MicroUsd;
  /** What the platform adds to an hour of a machine by its list price on demand, however the machine is bought. Default nothing. */
  surcharge?(onDemandMicroUsd: MicroUsd): MicroUsd;
}

/** Names of the pools of a decision, in the order of their machine types. Part of Terraform addresses. */
const POOL_NAMES = ['main', 'second'] as const;

/**
 * The cheapest nodes of at most two machine types that hold the demand in a region, in all money that depends on nodes:
 * machine, root disk, a NAT fee for each machine. A rate that is not known counts nothing here and makes the cost unknown
 * later.
 */
export function sizeInRegion(candidate: Candidate, context: ClusterContext, facts: NodeFacts): Sizing {
  const { cluster, catalog } = context;
  const region = candidate.place.id;
  const prices = machinePrices(catalog, facts.provider, region);
  if (prices.length === 0) {
    return { kind: 'unknown', reason: `no machine price is known for ${facts.provider} ${region}` };
  }
  const shapes = nodeShapes(candidate, context, facts);
  if (shapes.length === 0) {
    return {
      kind: 'too-small',
      reason: `no machine type of ${cluster.capacity.machineClasses.join(', ')} on ${cluster.capacity.architectures.join(', ')} has a price in ${region}`,
    };
  }
  const rates = ratesOf(catalog, facts.provider, region);
  const mix = cheapestMix(
    {
      zones: candidate.zones,
      need: needPerDomain(cluster, candidate.zones),
      spareNode: needsSpareNode(cluster, candidate.zones),
      largestPod: largestPodOf(cluster),
      feeOf: (nodes) => facts.sharedFee(nodes, rates),
    },
    shapes,
  );
  if (mix === undefined) return { kind: 'too-small', reason: tooLargeAPod(cluster, shapes) };
  return sizingOf(mix, candidate.zones, (machineType) => {
    return prices.find((price) => price.type === machineType)?.onDemand ?? 0;
  });
}

/** Machine types that may be used: priced here, of a class and an architecture asked for, in code-unit order. */
function nodeShapes(candidate: Candidate, context: ClusterContext, facts: NodeFacts): readonly NodeShape[] {
  const region = candidate.place.id;
  const diskGibMonth = ratesOf(context.catalog, facts.provider, region)?.storageGibMonth?.microUsd ?? 0;
  const machines = usableMachines(context, facts);
  const shapes: NodeShape[] = [];
  for (const { type, onDemand } of machinePrices(context.catalog, facts.provider, region)) {
    const machine = machines.get(type);
    if (machine === undefined) continue;
    shapes.push({
      machineType: type,
      architecture: machine.architecture,
      offers: machine.offers,
      monthlyMicroUsd: onDemand * HOURS_PER_MONTH + facts.rootDiskGib * diskGibMonth,
    });
  }
  return shapes.sort((left, right) => compareText(left.machineType, right.machineType));
}

type UsableMachine = Pick<NodeShape, 'architecture' | 'offers'>;

/** What a provider's machines offer does not depend on the region: reckoned once for each cluster, forgotten with it. */
const usable = new WeakMap<ClusterContext, Map<string, ReadonlyMap<string, UsableMachine>>>();

function usableMachines(context: ClusterContext, facts: NodeFacts): ReadonlyMap<string, UsableMachine> {
  const known = usable.get(context) ?? new Map<string, ReadonlyMap<string, UsableMachine>>();
  usable.set(context, known);
  const found = known.get(facts.platform);
  if (found !== undefined) return found;

  const { machineClasses, architectures } = context.cluster.capacity;
  const machines = new Map(
    context.catalog.machineTypes
      .filter(
        (machine) =>
          machine.provider === facts.provider &&
          machineClasses.includes(machine.class) &&
          architectures.includes(machine.architecture),
      )
      .map((machine): [string, UsableMachine] => [
        machine.type,
        {
          architecture: machine.architecture,
          offers: subtract(allocatable(facts.platform, machine, facts.maxPodsPerNode), facts.daemonSets),
        },
      ]),
  );
  known.set(facts.platform, machines);
  return machines;
}

export function largestPodOf({ capacity }: ClusterRequest): Resources | undefined {
  if (capacity.largestPod === undefined) return undefined;
  return {
    milliCpu: toMilliCpu(capacity.largestPod.cpu),
    memoryMib: toMib(capacity.largestPod.memoryGib),
    pods: 1,
  };
}

function tooLargeAPod(cluster: ClusterRequest, shapes: readonly NodeShape[]): string {
  const largest = shapes.reduce((best, shape) =>
    shape.offers.memoryMib > best.offers.memoryMib ? shape : best,
  );
  return `the largest pod (${describeResources(largestPodOf(cluster) ?? NOTHING)}) fits no machine type; ${largest.machineType} offers ${describeResources(largest.offers)}`;
}

function sizingOf(mix: Mix, zones: number, hourlyPrice: (machineType: string) => MicroUsd): Sizing {
  const perZone = mix.entries
    .map((entry) => multiply(entry.shape.offers, entry.perZone))
    .reduce(add, NOTHING);
  const all = multiply(perZone, zones);
  return {
    kind: 'sized',
    pools: mix.entries.map(
      ({ shape, perZone: nodesPerZone }, index): SizedPool => ({
        name: POOL_NAMES[index] ?? `pool-${index + 1}`,
        machineType: shape.machineType,
        architecture: shape.architecture,
        nodesPerZone,
        nodes: nodesPerZone * zones,
        microUsdPerHour: hourlyPrice(shape.machineType),
      }),
    ),
    allocatable: all,
    // with one zone, what can be lost and borne is the largest node
    afterZoneLoss: zones > 1 ? subtract(all, perZone) : subtract(all, largestNode(mix)),
  };
}

/** The greatest of each resource over the types of a mix: whichever node is lost, no more than this is. */
function largestNode(mix: Mix): Resources {
  const offers = mix.entries.map((entry) => entry.shape.offers);
  return {
    milliCpu: Math.max(...offers.map((offer) => offer.milliCpu)),
    memoryMib: Math.max(...offers.map((offer) => offer.memoryMib)),
    pods: Math.max(...offers.map((offer) => offer.pods)),
  };
}
