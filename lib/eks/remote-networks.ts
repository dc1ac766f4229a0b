/**
 * Networks of nodes outside AWS, reached by VPN or Direct Connect. They have to route to the VPC, which routes back: neither is
 * defined here. Changed in place.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-networking.html
 */
export interface EksRemoteNetworks {
  /** Ranges of the nodes, at most 15, private (RFC 1918 or 100.64.0.0/10), disjoint from all others of the cluster. */
  readonly nodeCidrs: readonly string[];
  /**
   * Ranges of pods on these nodes, at most 15, routed to the VPC. Without them the control plane reaches no webhook that runs there,
   * nor do pods in AWS reach pods there.
   *
   * @default []
   */
  readonly podCidrs?: readonly string[];
}
