/**
 * A local cluster: its control plane runs on three machines of an Outpost, whose capacity it takes, and goes on while the
 * Outpost is cut off from its region. Nothing of it can be changed without replacing the cluster.
 *
 * EKS allows such a cluster little: private API only, IPv4 only, no encryption of secrets by a key of yours, no EKS add-ons, no managed
 * node groups, no access entries. Whoever applies becomes its administrator for good; others are let in by the
 * ConfigMap `aws-auth`.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/eks-outposts-local-cluster-overview.html
 */
export interface EksOutpost {
  /** The one Outpost that the control plane runs on; the subnets of `network` must lie on it. */
  readonly outpostArn: string;
  /** Type of the control plane's three machines, such as `m5.large`, which the Outpost must have free. EKS never scales them. */
  readonly controlPlaneInstanceType: string;
  /**
   * Placement group that keeps the control plane's machines on different hosts or racks.
   *
   * @default - none
   */
  readonly placementGroupName?: string;
  /**
   * Type of machines that etcd has to itself. Needs hashicorp/aws 6.66.
   *
   * @default - etcd shares the control plane's machines
   */
  readonly etcdInstanceType?: string;
  /**
   * Placement group of etcd's machines; needs `etcdInstanceType` and hashicorp/aws 6.66.
   *
   * @default - none
   */
  readonly etcdPlacementGroupName?: string;
}
