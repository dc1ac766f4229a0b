import {
  AWS_RESERVED_ADDRESSES,
  EKS_ADDRESSES_PER_NODE,
  EKS_PRIVATE_SUBNET_BITS,
  EKS_VPC_CIDR,
  GCP_RESERVED_ADDRESSES,
  GKE_NODE_CIDR,
  GKE_POD_ADDRESSES_PER_NODE,
  GKE_POD_CIDR,
  GKE_SURGE_NODES,
} from '../../catalog/network-defaults';
import type { AddressRoom } from '../capacity/most-nodes';
import type { ClusterRequest } from '../request/types';
import type { Candidate } from '../types';

const IPV4_BITS = 32;

/**
 * Nodes that EKS may add in one zone to replace those of a group.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html
 */
export const EKS_SURGE_NODES = 1;

/**
 * Addresses of pods that Kubernetes itself gives each node where no cloud does: a `/24`, by its own default and that of
 * AKS.
 */
const POD_BLOCK = 256;

/** The request is checked: its ranges have masks. */
export function prefixOf(cidr: string): number {
  return Number(cidr.slice(cidr.indexOf('/') + 1));
}

/** Addresses in a range. */
export function addressesIn(cidr: string): number {
  return 2 ** (IPV4_BITS - prefixOf(cidr));
}

/** Nodes with their pods in the private subnet that a VPC has for each zone. */
export function eksNodesOfAZone(vpcCidr: string): number {
  const addresses = addressesIn(vpcCidr) / 2 ** EKS_PRIVATE_SUBNET_BITS - AWS_RESERVED_ADDRESSES;
  return Math.floor(addresses / EKS_ADDRESSES_PER_NODE);
}

/** Nodes with their pods in all of a VPC that exists: how it is cut is its owner's. */
export function eksNodesOf(vpcCidr: string): number {
  return Math.floor(addressesIn(vpcCidr) / EKS_ADDRESSES_PER_NODE);
}

/** What the VPC of a request, or the one that EKS is defined with, has addresses for. */
export function eksRoom({ zones }: Candidate, { network }: ClusterRequest): AddressRoom {
  const adopted = network.adopt?.eks;
  return {
    nodes:
      adopted === undefined
        ? zones * eksNodesOfAZone(network.nodeCidr ?? EKS_VPC_CIDR)
        : eksNodesOf(adopted.vpcCidr),
    eachPool: zones * EKS_SURGE_NODES,
  };
}

/** Nodes that the range of nodes has addresses for, and nodes of which the range of pods has those of the pods. */
export interface GkeRanges {
  readonly nodeCidr: string;
  readonly podCidr: string;
  readonly ofNodes: number;
  readonly ofPods: number;
}

export function gkeRangesOf({ network }: ClusterRequest): GkeRanges {
  const { nodeCidr = GKE_NODE_CIDR, podCidr = GKE_POD_CIDR } = network.adopt?.gke ?? network;
  return {
    nodeCidr,
    podCidr,
    ofNodes: addressesIn(nodeCidr) - GCP_RESERVED_ADDRESSES,
    ofPods: Math.floor(addressesIn(podCidr) / GKE_POD_ADDRESSES_PER_NODE),
  };
}

export function gkeRoom(_candidate: Candidate, cluster: ClusterRequest): AddressRoom {
  const { ofNodes, ofPods } = gkeRangesOf(cluster);
  return { nodes: Math.min(ofNodes, ofPods), eachPool: GKE_SURGE_NODES };
}

/** Machines that a range of pods has a block for. */
export function blocksIn(podCidr: string): number {
  return Math.floor(addressesIn(podCidr) / POD_BLOCK);
}

/** The same beside machines that are in no pool. Blocks of machines that an upgrade adds are not counted. */
export function podBlockRoom(podCidr: string, others: number): AddressRoom {
  return { nodes: blocksIn(podCidr) - others, eachPool: 0 };
}
