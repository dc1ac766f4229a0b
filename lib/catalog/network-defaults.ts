import { EKS_MAX_PODS_PER_NODE, GKE_MAX_PODS_PER_NODE } from './node-limits';

// What the constructs define when nobody says otherwise, and the decision reckons with: one place for both.

/** Range of the VPC that is defined for a cluster on EKS. */
export const EKS_VPC_CIDR = '10.0.0.0/16';

/** Range of the Services on EKS; one of the two that EKS itself picks from. */
export const EKS_SERVICE_CIDR = '172.20.0.0/16';

/** The private subnet of a zone is an eighth of the VPC: so many bits longer is its mask. */
export const EKS_PRIVATE_SUBNET_BITS = 3;

/**
 * Addresses that AWS keeps of every subnet: the first four and the last.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
export const AWS_RESERVED_ADDRESSES = 5;

const PREFIX_ADDRESSES = 16;

/**
 * What a node takes from its subnet with prefix delegation when it is full: an address of its own, and its pods' in
 * blocks of sixteen.
 *
 * @see https://docs.aws.amazon.com/eks/latest/best-practices/prefix-mode-linux.html
 */
export const EKS_ADDRESSES_PER_NODE =
  1 + PREFIX_ADDRESSES * Math.ceil(EKS_MAX_PODS_PER_NODE / PREFIX_ADDRESSES);

/**
 * AWS services that nodes and add-ons call, by the id of the interface endpoint that reaches them where there is no way
 * out. Each costs by the hour in each zone.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html
 */
export const EKS_ENDPOINT_SERVICES = {
  Autoscaling: 'autoscaling',
  Ec2: 'ec2',
  EcrApi: 'ecr.api',
  EcrDkr: 'ecr.dkr',
  Eks: 'eks',
  EksAuth: 'eks-auth',
  ElasticLoadBalancing: 'elasticloadbalancing',
  Kms: 'kms',
  Logs: 'logs',
  Sts: 'sts',
} as const;

/** Range of the nodes on GKE: room for 4,092 of them. */
export const GKE_NODE_CIDR = '10.0.0.0/20';

/** Range of the pods on GKE: room for 1,024 nodes. */
export const GKE_POD_CIDR = '10.4.0.0/14';

/** Range of the Services on GKE. */
export const GKE_SERVICE_CIDR = '10.8.0.0/20';

/** Range that the private address of GKE's control plane comes from. */
export const GKE_CONTROL_PLANE_CIDR = '172.16.0.0/28';

/** Addresses that Google keeps of a primary range: the first two and the last two. */
export const GCP_RESERVED_ADDRESSES = 4;

/** What GKE takes from the pod range for one node: twice its pods, rounded up to a power of two. */
export const GKE_POD_ADDRESSES_PER_NODE = 2 ** Math.ceil(Math.log2(2 * GKE_MAX_PODS_PER_NODE));

/** Nodes that an upgrade adds to a pool on GKE while it runs: `max_surge` of every pool. */
export const GKE_SURGE_NODES = 1;

/** Ranges on own machines: disjoint from each other and from those that most sites number their machines with. */
export const ON_PREM_POD_CIDR = '10.244.0.0/16';
export const ON_PREM_SERVICE_CIDR = '10.96.0.0/16';
