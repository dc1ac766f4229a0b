/**
 * Ranges that GKE itself adds to the node subnetwork, in place of ranges with names. GKE takes them away with the cluster. Changing
 * one replaces the cluster.
 *
 * Terraform must not manage the secondary ranges of that subnetwork, or it takes them away again.
 */
export interface GkeMadeRanges {
  /** Range of the pods such as `10.96.0.0/14`, or its mask such as `/14`, for a range that GKE picks. */
  readonly podCidr: string;
  /** Range of the Services, or its mask. */
  readonly serviceCidr: string;
}
