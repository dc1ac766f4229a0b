/**
 * What an Autopilot cluster is held to beyond what Autopilot refuses by itself. Needs hashicorp/google 7.28. What is left out stays as it
 * is; say `false` to lift one.
 */
export interface GkeClusterPolicy {
  /**
   * Whether objects of GKE's own are safe from changes.
   *
   * @default - GKE's own
   */
  readonly noSystemMutation?: boolean;
  /**
   * Whether nobody may act as accounts of GKE's own.
   *
   * @default - GKE's own
   */
  readonly noSystemImpersonation?: boolean;
  /**
   * Whether webhooks that intercept what the cluster lives on are refused.
   *
   * @default - GKE's own
   */
  readonly noUnsafeWebhooks?: boolean;
  /**
   * Whether node pools of machines that you choose are refused.
   *
   * @default - GKE's own
   */
  readonly noStandardNodePools?: boolean;
}
