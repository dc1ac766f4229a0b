/** The machines of the control plane. etcd runs on them, beside the API servers. */
export interface OnPremControlPlaneOptions {
  /**
   * Names from `hosts`: 3, 5 or 7, or 1 with `availability: ControlPlaneAvailability.SINGLE`. Their order means nothing; they
   * join one after the other in the order of their names, and whichever finds no cluster begins it.
   */
  readonly hosts: readonly string[];
  /**
   * Whether ordinary pods may run on them. Saves machines in a small cluster; a pod that takes all memory then takes etcd's too.
   * Decided when a control plane joins: changing it later is done with `kubectl taint`.
   *
   * @default false
   */
  readonly schedulable?: boolean;
}
