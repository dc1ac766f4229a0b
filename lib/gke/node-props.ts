/** What a cluster is told of all its nodes, those of pools that GKE makes included. */
export interface GkeNodeProps {
  /**
   * Secure tags of all machines, `tagKeys/…` to `tagValues/…`, for firewall policies and organization policies; those of a pool stand
   * beside them. GKE's service agent needs `roles/resourcemanager.tagUser` on them. At most five on a machine.
   *
   * @default {}
   */
  readonly resourceManagerTags?: Readonly<Record<string, string>>;
  /**
   * Whether pods that choose no compute class get the one named `default`, which you define in the cluster. With GkeMode.standard() it
   * needs `autoProvisioning`. Needs hashicorp/google 7.0.
   *
   * @default - GKE's own, not
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/default-compute-class
   */
  readonly defaultComputeClass?: boolean;
}
