/**
 * Capacity of the control plane that is there at all times, rather than after EKS has seen the load. Each tier above `STANDARD`
 * serves more requests at once, schedules more pods in a second and is billed by the hour beside the cluster's own
 * price. Changed in place, both ways.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/eks-provisioned-control-plane.html
 */
export enum EksControlPlaneTier {
  /** EKS scales the control plane by itself, without a further price. */
  STANDARD = 'standard',
  TIER_XL = 'tier-xl',
  TIER_2XL = 'tier-2xl',
  TIER_4XL = 'tier-4xl',
  TIER_8XL = 'tier-8xl',
}
