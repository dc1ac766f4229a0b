import { Token } from 'cdktf';
import { GCP_RESERVED_ADDRESSES, GKE_SURGE_NODES } from '../../catalog/network-defaults';
import { GKE_MAX_PODS_PER_NODE } from '../../catalog/node-limits';
import { Cidr } from '../../values';
import type { GkePodRange } from '../network-attributes';

const RESERVED_ADDRESSES = BigInt(GCP_RESERVED_ADDRESSES);
/** Nodes that an upgrade adds to a pool while it runs, where the pool says nothing else. */
export const SURGE_NODES = GKE_SURGE_NODES;

/** What GKE takes from a range of pods for one node: twice its pods, rounded up to a power of two. */
export function podAddressesPerNode(maxPods: number): number {
  return 2 ** Math.ceil(Math.log2(2 * maxPods));
}

/** The part of a node pool that takes addresses. */
export interface AddressedPool {
  readonly poolName: string;
  readonly size: { readonly max: number };
  /** Zones for each of which the size counts; 1 where it counts for all together. */
  readonly sizeTimes?: number;
  /** Nodes that an upgrade adds while it runs; one where nothing is said. */
  readonly extraNodes?: number;
  /** Most pods of a node; the cluster's where nothing is said. */
  readonly maxPodsPerNode?: number;
  /** A range of its own for its pods. */
  readonly podRange?: { readonly rangeName: string; readonly cidr?: string };
}

/** The part of a network that addresses are taken from. */
export interface AddressingNetwork {
  readonly nodeCidr: string | undefined;
  readonly podCidr: string | undefined;
  readonly podRangeName?: string;
  readonly morePodRanges?: readonly GkePodRange[];
  /** Further subnetworks: with any, neither nodes nor pods are held against the ranges, whose share of them GKE decides. */
  readonly moreNodeSubnetworks?: readonly unknown[];
}

/** Nodes of one or more pools and the addresses that their pods take. */
interface Demand {
  readonly poolNames: readonly string[];
  readonly nodes: number;
  readonly addresses: bigint;
  /** Addresses of each node; `undefined` where the pools differ. */
  readonly addressesPerNode: number | undefined;
}

/**
 * One sentence for each range too small for the pools at their largest, nodes that an upgrade adds included. Ranges that are not known
 * are not judged. Other clusters that share the ranges are not counted: they are not known here.
 */
export function describeCapacity(
  network: AddressingNetwork,
  pools: readonly AddressedPool[],
  maxPodsPerNode: number = GKE_MAX_PODS_PER_NODE,
): readonly string[] {
  if ((network.moreNodeSubnetworks ?? []).length > 0) return [];
  return [
    ...describeSharedRanges(
      network,
      pools.filter((pool) => !hasRangeOfItsOwn(pool, network)),
      maxPodsPerNode,
    ),
    ...describeOwnRanges(
      network,
      pools.filter((pool) => hasRangeOfItsOwn(pool, network)),
      maxPodsPerNode,
    ),
    ...describeNodeRange(network, pools, maxPodsPerNode),
  ];
}

/**
 * What {@link describeCapacity} would say if nodes that GKE makes by itself took all their processor cores in the smallest machines, of
 * two. An upper bound: for a warning and not for a refusal.
 */
export function describeAutoProvisionedCapacity(
  network: AddressingNetwork,
  pools: readonly AddressedPool[],
  mostCpu: number,
  maxPodsPerNode: number = GKE_MAX_PODS_PER_NODE,
): readonly string[] {
  if (describeCapacity(network, pools, maxPodsPerNode).length > 0) return [];
  const made: AddressedPool = {
    poolName: 'auto-provisioned',
    size: { max: Math.floor(mostCpu / 2) },
    extraNodes: 0,
  };
  return describeCapacity(network, [...pools, made], maxPodsPerNode);
}

function describeSharedRanges(
  network: AddressingNetwork,
  pools: readonly AddressedPool[],
  maxPodsPerNode: number,
): readonly string[] {
  const { morePodRanges = [] } = network;
  const first = known(network.podCidr);
  const more = morePodRanges.map(({ cidr }) => known(cidr));
  if (first === undefined || more.includes(undefined)) return [];
  const demand = demandOf(pools, maxPodsPerNode);
  const { addressesPerNode } = demand;
  if (more.length === 0 && addressesPerNode !== undefined) {
    const room = first.size / BigInt(addressesPerNode);
    if (room >= BigInt(demand.nodes)) return [];
    return [
      `'podCidr' (${first}) has room for ${room} nodes of ${addressesPerNode} addresses, but the node pools may grow to ${demand.nodes} (surge included); widen it, or let the pools grow less`,
    ];
  }
  const ranges = [first, ...more.filter((cidr) => cidr !== undefined)];
  const size = ranges.reduce((sum, cidr) => sum + cidr.size, 0n);
  if (size >= demand.addresses) return [];
  const subject =
    ranges.length === 1 ? `'podCidr' (${first}) has` : `the pod ranges (${ranges.join(', ')}) have`;
  return [
    `${subject} ${size} addresses, but pods of the node pools may take ${demand.addresses} (${demand.nodes} nodes, surge included); widen a range, add one, or let the pools grow less`,
  ];
}

function describeOwnRanges(
  network: AddressingNetwork,
  pools: readonly AddressedPool[],
  maxPodsPerNode: number,
): readonly string[] {
  const names = [...new Set(pools.flatMap(({ podRange }) => podRange?.rangeName ?? []))];
  return names.flatMap((name) => {
    const sharers = pools.filter(({ podRange }) => podRange?.rangeName === name);
    const size = sizeOfRange(name, sharers, network);
    const demand = demandOf(sharers, maxPodsPerNode);
    if (size === undefined || size >= demand.addresses) return [];
    return [
      `the pod range '${name}' has ${size} addresses, but pods of '${demand.poolNames.join("', '")}' may take ${demand.addresses} (${demand.nodes} nodes, surge included); widen it, or let them grow less`,
    ];
  });
}

function describeNodeRange(
  network: AddressingNetwork,
  pools: readonly AddressedPool[],
  maxPodsPerNode: number,
): readonly string[] {
  const range = known(network.nodeCidr);
  if (range === undefined) return [];
  const { nodes } = demandOf(pools, maxPodsPerNode);
  const room = range.size - RESERVED_ADDRESSES;
  if (room >= BigInt(nodes)) return [];
  return [
    `'nodeCidr' (${range}) has room for ${room} nodes, but the node pools may grow to ${nodes} (surge included); widen it, or let the pools grow less`,
  ];
}

function demandOf(pools: readonly AddressedPool[], maxPodsPerNode: number): Demand {
  let nodes = 0;
  let addresses = 0n;
  const sizes = new Set<number>();
  for (const pool of pools) {
    const most = pool.size.max * (pool.sizeTimes ?? 1) + (pool.extraNodes ?? SURGE_NODES);
    const each = podAddressesPerNode(pool.maxPodsPerNode ?? maxPodsPerNode);
    nodes += most;
    addresses += BigInt(most) * BigInt(each);
    sizes.add(each);
  }
  const [addressesPerNode, ...others] = sizes.size === 0 ? [podAddressesPerNode(maxPodsPerNode)] : sizes;
  return {
    poolNames: pools.map(({ poolName }) => poolName),
    nodes,
    addresses,
    addressesPerNode: others.length === 0 ? addressesPerNode : undefined,
  };
}

function hasRangeOfItsOwn({ podRange }: AddressedPool, { podRangeName }: AddressingNetwork): boolean {
  return podRange !== undefined && podRange.rangeName !== podRangeName;
}

/** A range that GKE makes for a pool may be told by its mask alone. */
function sizeOfRange(
  name: string,
  pools: readonly AddressedPool[],
  { morePodRanges = [] }: AddressingNetwork,
): bigint | undefined {
  const [told] = pools.flatMap(({ podRange }) => podRange?.cidr ?? []);
  const text = told ?? morePodRanges.find(({ rangeName }) => rangeName === name)?.cidr;
  return known(text?.startsWith('/') ? `0.0.0.0${text}` : text)?.size;
}

function known(text: string | undefined): Cidr | undefined {
  return text === undefined || Token.isUnresolved(text) ? undefined : Cidr.parse(text);
}
