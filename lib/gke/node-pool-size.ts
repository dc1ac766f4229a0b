/** What the numbers of a pool's `size` count. */
export enum GkeSizeUnit {
  /** Nodes over all zones of the pool together. An autoscaled pool may have all its nodes in one zone. */
  POOL = 'pool',
  /** Nodes in each zone of the pool: the pool has as many times as many as it has zones. */
  ZONE = 'zone',
}

/** Where the autoscaler adds nodes. The values are GKE's own words. */
export enum GkeZoneBalance {
  /** As evenly over the zones as may be, for pods that must outlive a zone. Waits where one zone has no machines. */
  BALANCED = 'BALANCED',
  /** Wherever there are machines: for what is scarce, reserved, or taken back. */
  ANY = 'ANY',
}
