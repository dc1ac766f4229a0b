import { ratesOf } from '../../catalog';
import { keptFor } from '../memory';
import type { ClusterRequest } from '../request/types';
import type { Candidate, ClusterContext, SizedPool, Sizing } from '../types';
import { cheapestPools, type PoolProblem, type Pools, type SharedFee } from './cheapest-pools';
import {
  add,
  ceilDivide,
  describeResources,
  holds,
  multiply,
  NOTHING,
  type Resources,
  subtract,
} from './demand';
import { lowerBound } from './lower-bound';
import type { Mix, NodeShape } from './mix';
import type { AddressRoom } from './most-nodes';
import type { NodeFacts } from './node-facts';
import { canHoldEveryPod } from './packed-mix';
import { mostOn, type PodGroup } from './packing';
import { nodePriceOf, pricedMachines, regionShapes } from './region-machines';
import { type Role, type RoleDemand, roleDemands } from './role-demand';

export type { NodeFacts } from './node-facts';

/** Names of the pools of a role, in the order of their machine types. Part of Terraform addresses. */
const POOL_NAMES: Readonly<Record<Role, readonly string[]>> = {
  steady: ['main', 'second'],
  interruptible: ['spot', 'second-spot'],
  accelerated: ['gpu', 'second-gpu'],
};

/** More nodes than any cluster has: a fee that is capped at all is capped here. */
const VERY_MANY_NODES = 1e9;

/** Results by cluster, then by platform, key, region and zones: candidates that differ in NAT alone share theirs. */
const sized = keptFor(() => new Map<string, Sizing>());

/**
 * The cheapest nodes of at most two machine types for each role that hold the demand in a region, in all money that depends on
 * nodes: machine as `pricePerHour` says, surcharge, root disk, a NAT fee for each machine. A rate that is not known
 * counts nothing here and makes the cost unknown later. Of spend that was promised to a provider and is not used, nothing is known
 * here either: as long as the machines cost less than that, the bill could be lower with dearer machines and fewer disks.
 *
 * Roles are those of `roleDemands`: pools `main` and `second` are steady, `spot` and `second-spot` interruptible, `gpu` and
 * `second-gpu` have accelerators.
 */
export function sizeInRegion(candidate: Candidate, context: ClusterContext, facts: NodeFacts): Sizing {
  const known = sized(context);
  const key = `${facts.platform} ${facts.key} ${candidate.place.id} ${candidate.zones}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const sizing = solve(candidate, context, facts);
  known.set(key, sizing);
  return sizing;
}

interface RoleProblem extends PoolProblem {
  readonly demand: RoleDemand;
}

function solve(candidate: Candidate, context: ClusterContext, facts: NodeFacts): Sizing {
  const { place, zones } = candidate;
  const { cluster, catalog } = context;
  const region = place.id;
  if (pricedMachines(catalog, facts.provider, region).length === 0) {
    return { kind: 'unknown', reason: `no machine price is known for ${facts.provider} ${region}` };
  }
  const shapes = regionShapes(context, facts, region);
  const problems = roleDemands(cluster, zones, shapes.interruptible.length > 0).map(
    (demand): RoleProblem => ({ demand, problem: { zones, ...demand }, shapes: shapes[demand.role] }),
  );
  const without = problems.find((problem) => problem.shapes.length === 0);
  if (without !== undefined) return noMachines(without.demand.role, cluster, region);

  const stuck = problems.find(({ problem, shapes: own }) => !canHold(problem, own));
  if (stuck !== undefined) return { kind: 'too-small', reason: tooLargeAPod(stuck) };

  const rates = ratesOf(catalog, facts.provider, region);
  const fee = { eachNode: facts.sharedFee(1, rates), most: facts.sharedFee(VERY_MANY_NODES, rates) };
  const pools = withinRoom(problems, fee, facts.addressRoom?.(candidate, cluster));
  if (pools === undefined) return { kind: 'too-small', reason: `no machines of ${region} hold the demand` };
  return sizingOf(problems, pools, zones, (machineType, role) => {
    const price = nodePriceOf(context, facts, region, machineType, role);
    return { microUsdPerHour: price?.microUsd ?? 0, interruptible: price?.kind === 'spot' };
  });
}

/**
 * The cheapest pools that the network has addresses for. Where none fit, the cheapest of all, for whoever refuses them to say how many
 * addresses they would take.
 */
function withinRoom(
  problems: readonly RoleProblem[],
  fee: SharedFee,
  room: AddressRoom | undefined,
): Pools | undefined {
  const cheapest = cheapestPools(problems, fee);
  if (cheapest === undefined || room === undefined) return cheapest;
  const pools = cheapest.mixes.reduce((sum, { entries }) => sum + entries.length, 0);
  if (cheapest.nodes + pools * room.eachPool <= room.nodes) return cheapest;
  return cheapestPools(problems, fee, room) ?? cheapest;
}

function noMachines(role: Role, { capacity, security }: ClusterRequest, region: string): Sizing {
  const architectures = capacity.architectures.join(', ');
  if (role === 'accelerated') {
    const model = capacity.gpus?.model;
    const what = model === undefined ? 'accelerators' : `'${model}' accelerators`;
    // such machines may be sold there all the same
    return {
      kind: 'unknown',
      reason: `no price of a machine with ${what} on ${architectures} is known in ${region}`,
    };
  }
  const classes = capacity.machineClasses.join(', ');
  if (security.tenancy === 'confidential') {
    return {
      kind: 'unknown',
      reason: `no machine type of ${classes} on ${architectures} with a price in ${region} is known to encrypt its memory`,
    };
  }
  return {
    kind: 'too-small',
    reason: `no machine type of ${classes} on ${architectures} has a price in ${region}`,
  };
}

function canHold(problem: RoleProblem['problem'], shapes: readonly NodeShape[]): boolean {
  return problem.packings === undefined
    ? shapes.some((shape) => holdsAnything(shape) && holdsLargest(problem, shape))
    : canHoldEveryPod(problem, problem.packings, shapes);
}

function holdsAnything({ offers }: NodeShape): boolean {
  return offers.milliCpu > 0 && offers.memoryMib > 0 && offers.pods > 0;
}

/** Whether enough of them alone would do, however many that are. */
function holdsLargest({ largestPod, gpus = 0 }: RoleProblem['problem'], shape: NodeShape): boolean {
  return (
    (gpus === 0 || (shape.gpus ?? 0) > 0) && (largestPod === undefined || holds(shape.offers, largestPod))
  );
}

/** Why a role has no mix: something is larger than every machine. */
function tooLargeAPod({ demand, shapes }: RoleProblem): string {
  const largest = shapes.reduce<NodeShape | undefined>(
    (best, shape) => (best !== undefined && best.offers.memoryMib >= shape.offers.memoryMib ? best : shape),
    undefined,
  );
  const offer = largest && `; ${largest.machineType} offers ${describeResources(largest.offers)}`;
  const pods = demand.packings?.flatMap(({ groups }) => groups) ?? [];
  const fitting = (group: PodGroup): boolean =>
    shapes.some(({ offers, gpus = 0 }) => mostOn({ ...offers, gpus }, group) > 0);
  const misfits = pods.filter((group) => !fitting(group));
  const names = [...new Set((misfits.length > 0 ? misfits : pods).map(({ name }) => `'${name}'`))];
  const more = names.length > MOST_NAMES ? ` or ${names.length - MOST_NAMES} more` : '';
  const which = `${names.slice(0, MOST_NAMES).join(', ')}${more}`;
  if (names.length === 0) {
    return `the largest pod (${describeResources(demand.largestPod ?? NOTHING)}) fits no machine type${offer ?? ''}`;
  }
  return misfits.length > 0
    ? `a pod of ${which} fits no machine type${offer ?? ''}`
    : `pods of ${which} fit no two machine types of one architecture together${offer ?? ''}`;
}

/** Workloads that a reason names. */
const MOST_NAMES = 5;

function sizingOf(
  problems: readonly RoleProblem[],
  result: Pools,
  zones: number,
  priceOf: (machineType: string, role: Role) => Pick<SizedPool, 'microUsdPerHour' | 'interruptible'>,
): Sizing {
  const pools: SizedPool[] = [];
  let perZone = NOTHING;
  let largestNode = NOTHING;
  let bound = 0;
  for (const [index, { demand, problem, shapes }] of problems.entries()) {
    const { role } = demand;
    bound += lowerBound(problem, shapes);
    for (const [position, { shape, perZone: nodesPerZone }] of (
      result.mixes[index]?.entries ?? []
    ).entries()) {
      pools.push({
        name: POOL_NAMES[role][position] ?? `${role}-${position + 1}`,
        machineType: shape.machineType,
        architecture: shape.architecture,
        nodesPerZone,
        nodes: nodesPerZone * zones,
        ...priceOf(shape.machineType, role),
      });
      // nothing of totals is placed on machines with accelerators, so what they offer is not there for them
      if (role === 'accelerated' && demand.packings === undefined) continue;
      perZone = add(perZone, multiply(shape.offers, nodesPerZone));
      largestNode = greatest(largestNode, shape.offers);
    }
  }
  const all = multiply(perZone, zones);
  const packing = packingOf(problems, result.mixes);
  return {
    kind: 'sized',
    pools,
    lowerBoundMicroUsd: bound,
    nodesMicroUsd: result.monthlyMicroUsd,
    allocatable: all,
    // with one zone, what can be lost and borne is the largest node
    afterZoneLoss: subtract(all, zones > 1 ? perZone : largestNode),
    ...(packing !== undefined && { packing }),
  };
}

function greatest(left: Resources, right: Resources): Resources {
  return {
    milliCpu: Math.max(left.milliCpu, right.milliCpu),
    memoryMib: Math.max(left.memoryMib, right.memoryMib),
    pods: Math.max(left.pods, right.pods),
  };
}

/** How many nodes there are, and how few of these types the sums alone would ask for; only where pods were packed. */
function packingOf(
  problems: readonly RoleProblem[],
  mixes: readonly Mix[],
): Extract<Sizing, { kind: 'sized' }>['packing'] {
  if (!problems.some(({ demand }) => demand.packings !== undefined)) return undefined;
  let lowerBoundNodes = 0;
  let nodes = 0;
  for (const [index, { problem }] of problems.entries()) {
    const mix = mixes[index];
    if (mix === undefined) continue;
    nodes += mix.nodes;
    lowerBoundNodes += problem.zones * fewestNodes(problem, mix);
  }
  const searched = mixes.some((mix) => mix.searched === 'best-found') ? 'best-found' : 'all';
  return { lowerBoundNodes, nodes, searched };
}

function fewestNodes({ need, gpus, spareNode }: RoleProblem['problem'], { entries }: Mix): number {
  const most = (of: (shape: NodeShape) => number): number =>
    Math.max(1, ...entries.map(({ shape }) => of(shape)));
  const enough = Math.max(
    1,
    ceilDivide(
      need.milliCpu,
      most(({ offers }) => offers.milliCpu),
    ),
    ceilDivide(
      need.memoryMib,
      most(({ offers }) => offers.memoryMib),
    ),
    ceilDivide(
      need.pods,
      most(({ offers }) => offers.pods),
    ),
    ceilDivide(
      gpus ?? 0,
      most((shape) => shape.gpus ?? 0),
    ),
  );
  return enough + (spareNode ? 1 : 0);
}
