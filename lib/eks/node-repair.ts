import { ValidationError } from '../values';

/** What EKS does with a node that it holds for broken. */
export enum EksRepairAction {
  REBOOT = 'Reboot',
  REPLACE = 'Replace',
  NONE = 'NoAction',
}

/** A number of nodes, or a share of those that are broken (or of all, where the prop says so). */
export class EksShare {
  /** @throws ValidationError when it is no whole number of at least 1. */
  public static nodes(nodes: number): EksShare {
    if (!Number.isInteger(nodes) || nodes < 1) {
      throw new ValidationError(`'nodes' of a share (${nodes}) must be a whole number of at least 1`);
    }
    return new EksShare(nodes, undefined);
  }

  /** @throws ValidationError when it is no whole number of 1 to 100. */
  public static percent(percent: number): EksShare {
    if (!Number.isInteger(percent) || percent < 1 || percent > 100) {
      throw new ValidationError(`'percent' of a share (${percent}) must be a whole number of 1 to 100`);
    }
    return new EksShare(undefined, percent);
  }

  private constructor(
    /** Set by {@link nodes} only. */
    public readonly count: number | undefined,
    /** Set by {@link percent} only. */
    public readonly percentage: number | undefined,
  ) {}
}

/**
 * What is done for one condition and reason of the node monitoring agent in place of what EKS would do. Without that add-on no such
 * condition is ever reported.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/node-health-nma.html
 */
export interface EksRepairOverride {
  /** Condition such as `AcceleratedHardwareReady`. */
  readonly condition: string;
  /** Reason such as `NvidiaXID13Error`. */
  readonly reason: string;
  /** Minutes that the condition must last, at least 1. */
  readonly waitMinutes: number;
  readonly action: EksRepairAction;
}

/**
 * How EKS repairs nodes by itself. Repairs stop while too many nodes are broken at once, for then the cause is elsewhere.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/node-repair.html
 */
export interface EksNodeRepair {
  /**
   * Whether broken nodes are replaced or restarted. On Linux only.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Broken nodes that are repaired at the same time; as a share, of the broken ones.
   *
   * @default - EKS's own
   */
  readonly maxParallel?: EksShare;
  /**
   * Broken nodes above which nothing is repaired any more; as a share, of all nodes of the pool.
   *
   * @default - EKS's own
   */
  readonly maxUnhealthy?: EksShare;
  /**
   * Exceptions by condition and reason.
   *
   * @default [] what EKS does for each condition
   */
  readonly overrides?: readonly EksRepairOverride[];
}
