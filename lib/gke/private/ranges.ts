import { Token } from 'cdktf';
import {
  GCP_RESERVED_ADDRESSES,
  GKE_POD_ADDRESSES_PER_NODE,
  GKE_SURGE_NODES,
} from '../../catalog/network-defaults';
import type { NodePoolSize } from '../../cluster';
import { Cidr, describeOverlaps, type NamedCidr, readNamedCidr, ValidationError } from '../../values';

const RESERVED_ADDRESSES = BigInt(GCP_RESERVED_ADDRESSES);
/** Nodes that an upgrade adds to a pool while it runs: `max_surge` of every pool. */
export const SURGE_NODES = GKE_SURGE_NODES;

/** What GKE takes from the pod range for one node: twice its pods, rounded up to a power of two. */
export const POD_ADDRESSES_PER_NODE = GKE_POD_ADDRESSES_PER_NODE;

/** Masks that Google accepts for each range, widest to narrowest. */
const MASKS: Readonly<Record<string, readonly [number, number]>> = {
  nodeCidr: [8, 29],
  podCidr: [9, 24],
  serviceCidr: [16, 27],
  controlPlaneCidr: [8, 28],
};

/**
 * Refuses ranges that Google would refuse minutes later: malformed, IPv6, of a wrong size, or overlapping.
 * Ranges that are tokens are left to Terraform.
 *
 * @throws ValidationError with all problems at once.
 */
export function assertRanges(
  ranges: Readonly<Record<string, string | undefined>>,
  scope: { readonly node: { readonly path: string } },
): void {
  const problems: string[] = [];
  const parsed: NamedCidr[] = [];
  for (const [name, text] of Object.entries(ranges)) {
    if (text === undefined || Token.isUnresolved(text)) continue;
    const read = readNamedCidr(name, text);
    if (typeof read === 'string') {
      problems.push(read);
      continue;
    }
    const { cidr } = read;
    parsed.push(read);
    const [widest, narrowest] = MASKS[name] ?? [0, 32];
    if (cidr.version !== 4) {
      problems.push(`'${name}' (${cidr}) must be an IPv4 range`);
    } else if (cidr.prefix < widest || cidr.prefix > narrowest) {
      problems.push(`'${name}' (${cidr}) must have a mask of /${widest} to /${narrowest}`);
    }
  }
  problems.push(...describeOverlaps(parsed));
  if (problems.length > 0) throw new ValidationError(problems.join('; '), scope);
}

/** The part of a node pool that takes addresses. */
export interface AddressedPool {
  readonly poolName: string;
  readonly size: NodePoolSize;
}

/**
 * One sentence for each range too small for the pools at their largest, surge nodes of an upgrade included.
 * Other clusters that share the ranges are not counted: they are not known here.
 */
export function describeCapacity(
  network: { readonly nodeCidr: string | undefined; readonly podCidr: string | undefined },
  pools: readonly AddressedPool[],
): readonly string[] {
  const needed = pools.reduce((sum, pool) => sum + pool.size.max + SURGE_NODES, 0);
  const problems: string[] = [];
  const pods = known(network.podCidr);
  if (pods !== undefined) {
    const room = pods.size / BigInt(POD_ADDRESSES_PER_NODE);
    if (room < BigInt(needed)) {
      problems.push(
        `'podCidr' (${pods}) has room for ${room} nodes of ${POD_ADDRESSES_PER_NODE} addresses, but the node pools may grow to ${needed} (surge included); widen it, or let the pools grow less`,
      );
    }
  }
  const nodes = known(network.nodeCidr);
  if (nodes !== undefined) {
    const room = nodes.size - RESERVED_ADDRESSES;
    if (room < BigInt(needed)) {
      problems.push(
        `'nodeCidr' (${nodes}) has room for ${room} nodes, but the node pools may grow to ${needed} (surge included); widen it, or let the pools grow less`,
      );
    }
  }
  return problems;
}

function known(text: string | undefined): Cidr | undefined {
  return text === undefined || Token.isUnresolved(text) ? undefined : Cidr.parse(text);
}
