import type { ITerraformDependable } from 'cdktf';
import type { IConstruct } from 'constructs';

/** A VPC that a cluster can live in: one defined by {@link EksNetwork}, or one that exists. */
export interface IEksNetwork extends IConstruct {
  readonly vpcId: string;
  /** Range of the VPC; nodes and pods get their addresses from it. */
  readonly vpcCidr: string;
  /** Range of IPv6 addresses, or a token; `undefined` for a VPC without. */
  readonly vpcIpv6Cidr: string | undefined;
  /** Further IPv4 ranges of the VPC, such as the one of the pods; checked against the others. */
  readonly secondaryCidrs: readonly string[];
  /** Subnets of nodes, pods and internal load balancers, one per zone. */
  readonly privateSubnetIds: readonly string[];
  /** Subnets of pods alone by zone, for `EksPodNetworking.custom()`; empty when there are none. */
  readonly podSubnets: readonly EksPodSubnet[];
  /** Subnets of the network interfaces through which the control plane reaches the nodes. */
  readonly intraSubnetIds: readonly string[];
  /** Zones of the private subnets; empty when they are not known. */
  readonly zones: readonly string[];
  /** What a node needs before it starts: its way out, or the endpoints in place of one. Empty for a network that exists. */
  readonly readyForNodes: readonly ITerraformDependable[];
}

/** A subnet that pods take addresses from. */
export interface EksPodSubnet {
  /** Zone such as `eu-west-1a`, or a token. */
  readonly zone: string;
  readonly subnetId: string;
}

/** What must be told about a VPC that exists. */
export interface EksNetworkAttributes {
  readonly vpcId: string;
  /** Range of the VPC in CIDR notation. */
  readonly vpcCidr: string;
  /** At least two, in different zones. They need a way out to the Internet, or endpoints for the AWS services of {@link EksEgress.NONE}. */
  readonly privateSubnetIds: readonly string[];
  /**
   * At least two, in different zones.
   *
   * @default - the private subnets
   */
  readonly intraSubnetIds?: readonly string[];
  /**
   * Zones of the private subnets, in the same order.
   *
   * @default []
   */
  readonly zones?: readonly string[];
}
