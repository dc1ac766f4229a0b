/**
 * Node pools that Auto Mode brings along. Both take On-Demand machines of current families, and replace each after three weeks
 * at most.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/set-builtin-node-pools.html
 */
export enum EksAutoModePool {
  /** For workloads; `amd64` only. */
  GENERAL_PURPOSE = 'general-purpose',
  /** For add-ons that tolerate its taint `CriticalAddonsOnly`; `amd64` and `arm64`. */
  SYSTEM = 'system',
}
