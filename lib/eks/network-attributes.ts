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
  /**
   * IPv6 range of the VPC. Every subnet of an IPv6 cluster needs a range of its own from it.
   *
   * @default - a VPC without IPv6
   */
  readonly vpcIpv6Cidr?: string;
  /**
   * Further IPv4 ranges of the VPC, kept apart from the Services and from other networks.
   *
   * @default []
   */
  readonly secondaryCidrs?: readonly string[];
  /**
   * Subnets that pods alone take addresses from, one for each zone of the private subnets, for `EksPodNetworking.custom()`.
   *
   * @default []
   */
  readonly podSubnets?: readonly EksPodSubnet[];
  /**
   * Whether Terraform reads the VPC and its subnets while it plans and refuses what a cluster would fail in: DNS switched
   * off, a range or a zone that differs from what stands here, subnets of another VPC, all in one zone. What is
   * only doubtful (private subnets that give machines public addresses, or lack the tag for internal load balancers) is a
   * warning of the plan. Changes nothing; needs `ec2:DescribeVpcs`, `ec2:DescribeVpcAttribute`, `ec2:DescribeRouteTables`,
   * `ec2:DescribeSubnets`.
   *
   * @default true
   */
  readonly verify?: boolean;
}
