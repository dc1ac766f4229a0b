/**
 * How long Terraform waits for Google before it gives up, in whole minutes of 1 to 1440. Giving up stops nothing: Google goes on, and
 * the next plan shows what came of it.
 */
export interface GkeTimeouts {
  /** @default - the provider's own: 40 for a cluster, 30 for a pool, 120 for a pool from hashicorp/google 7.42 */
  readonly createMinutes?: number;
  /**
   * Upgrades are waited for too.
   *
   * @default - the provider's own: 60 for a cluster, 30 or 120 for a pool
   */
  readonly updateMinutes?: number;
  /** @default - the provider's own: 40 for a cluster, 30 or 120 for a pool */
  readonly deleteMinutes?: number;
}
