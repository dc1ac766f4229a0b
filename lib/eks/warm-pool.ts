/** What machines in a warm pool do while they wait. */
export enum EksWarmPoolState {
  /** Shut down: their disks are paid for. */
  STOPPED = 'STOPPED',
  /** Running: paid for like nodes, and there soonest. */
  RUNNING = 'RUNNING',
  /** Memory written to the disk, which must have room for it. Some types only; not on Bottlerocket. */
  HIBERNATED = 'HIBERNATED',
}

/**
 * Machines that have booted once and wait to become nodes. For pools that grow suddenly and whose machines take long to start. Costs what
 * their state says. EKS's own images only, and no machines that may be taken back.
 *
 * Nodes in it have not joined the cluster: an autoscaler sees no difference but time.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/warm-pools-managed-node-groups.html
 */
export interface EksWarmPool {
  /** @default EksWarmPoolState.STOPPED */
  readonly state?: EksWarmPoolState;
  /**
   * Machines that wait at least.
   *
   * @default 0
   */
  readonly minSize?: number;
  /**
   * Machines that wait and nodes together at most. At least the largest `minSize` of pool and warm pool.
   *
   * @default - the largest size of the pool
   */
  readonly maxPrepared?: number;
  /**
   * Whether a node that is no longer needed goes back to wait. Not on Bottlerocket.
   *
   * @default false
   */
  readonly reuseOnScaleIn?: boolean;
}
