/** The ranges a cluster occupies. Members are tokens or text in CIDR notation; `undefined` where the platform chooses and does not tell before it is running. */
export interface ClusterNetwork {
  /**
   * Range the pods get their addresses from. On EKS pods live in the subnets of the VPC, so this is the VPC's range.
   */
  readonly podCidr: string | undefined;
  /** Range of the virtual addresses of Services. */
  readonly serviceCidr: string | undefined;
  /** Id of the network: a VPC id on AWS, a network self link on Google Cloud; `undefined` on premises. */
  readonly networkId: string | undefined;
}
