/**
 * Least time between two upgrades of the control plane that Google makes by itself, in whole days of 0 to 90. Upgrades of
 * yours do not wait for it. At least one of the two must be given.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/cluster-disruption-budget
 */
export interface GkeUpgradeSpacing {
  /** @default - GKE's own, 30 */
  readonly minorDays?: number;
  /** @default - GKE's own, 1 */
  readonly patchDays?: number;
}
