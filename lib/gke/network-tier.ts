/** Whose lines traffic of public addresses takes. The values are Google's own words. */
export enum GkeNetworkTier {
  /** Google's, up to the edge nearest to the other side. */
  PREMIUM = 'NETWORK_TIER_PREMIUM',
  /** The Internet's, from the region on: cheaper and slower, and not for load balancers over several regions. */
  STANDARD = 'NETWORK_TIER_STANDARD',
}
