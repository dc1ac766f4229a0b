/** How nodes without a public address reach the Internet. */
export enum GkeEgress {
  /** Cloud NAT. Costs by the hour for each node and by the gibibyte. */
  NAT = 'nat',
  /** Not at all. Google's APIs and registries stay reachable; images from elsewhere do not. */
  NONE = 'none',
}
