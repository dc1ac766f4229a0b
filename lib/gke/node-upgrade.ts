import { ValidationError } from '../values';

/** Most nodes that GKE upgrades at once. */
const MOST_AT_ONCE = 20;

/** How a pool is drained batch by batch. Either a number of nodes or a share of them. */
export interface GkeBlueGreenOptions {
  /** Nodes that are drained at once: a number. */
  readonly batchNodes?: number;
  /** Nodes that are drained at once: in percent of the pool, 1 to 100. */
  readonly batchPercent?: number;
  /**
   * Minutes between two batches.
   *
   * @default 0
   */
  readonly batchSoakMinutes?: number;
  /**
   * Minutes that the old nodes are kept after the last one was drained, up to seven days.
   *
   * @default 60
   */
  readonly poolSoakMinutes?: number;
}

const MOST_MINUTES = 7 * 24 * 60;

/**
 * How nodes are replaced when their version, image or machine changes. PodDisruptionBudgets are honoured for an hour.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/node-pool-upgrade-strategies
 */
export class GkeNodeUpgrade {
  /**
   * A few at a time: so many new ones first (`surge`), so many missing meanwhile (`unavailable`).
   *
   * @throws ValidationError when one is no whole number, both are 0, or they come to more than 20.
   */
  public static surge(surge: number, unavailable = 0): GkeNodeUpgrade {
    for (const [name, value] of Object.entries({ surge, unavailable })) {
      if (!Number.isInteger(value) || value < 0) {
        throw new ValidationError(`'upgrade' ${name} (${value}) must be a whole number of at least 0`);
      }
    }
    if (surge + unavailable === 0 || surge + unavailable > MOST_AT_ONCE) {
      throw new ValidationError(
        `'upgrade' surge (${surge}) and unavailable (${unavailable}) must come to 1 to ${MOST_AT_ONCE} together`,
      );
    }
    return new GkeNodeUpgrade(surge, unavailable, undefined);
  }

  /**
   * A second set of nodes beside the first, which is drained batch by batch and kept for a while, so that the way back is short.
   * Both are paid and both take addresses and quota: twice the pool.
   *
   * @throws ValidationError unless exactly one of the batch sizes is given, and everything is within its bounds.
   */
  public static blueGreen(options: GkeBlueGreenOptions): GkeNodeUpgrade {
    const { batchNodes, batchPercent, batchSoakMinutes = 0, poolSoakMinutes = 60 } = options;
    if ((batchNodes === undefined) === (batchPercent === undefined)) {
      throw new ValidationError(`'upgrade' blueGreen needs either 'batchNodes' or 'batchPercent'`);
    }
    assertWithin('batchNodes', batchNodes, 1, Number.MAX_SAFE_INTEGER);
    assertWithin('batchPercent', batchPercent, 1, 100);
    assertWithin('batchSoakMinutes', batchSoakMinutes, 0, MOST_MINUTES);
    assertWithin('poolSoakMinutes', poolSoakMinutes, 0, MOST_MINUTES);
    return new GkeNodeUpgrade(0, 0, { ...options, batchSoakMinutes, poolSoakMinutes });
  }

  private constructor(
    /** Nodes that an upgrade adds to the pool; 0 with blue and green, where it is the pool's size. */
    public readonly surgeNodes: number,
    public readonly unavailableNodes: number,
    /** `undefined` for {@link surge}. */
    public readonly blueGreenOptions: GkeBlueGreenOptions | undefined,
  ) {}

  /** Nodes that a pool of at most this size has at most while it is upgraded, beside its own. */
  public mostExtraNodes(poolSize: number): number {
    return this.blueGreenOptions === undefined ? this.surgeNodes : poolSize;
  }
}

function assertWithin(name: string, value: number | undefined, least: number, most: number): void {
  if (value === undefined || (Number.isInteger(value) && value >= least && value <= most)) return;
  const upTo = most === Number.MAX_SAFE_INTEGER ? `at least ${least}` : `${least} to ${most}`;
  throw new ValidationError(`'upgrade' ${name} (${value}) must be a whole number of ${upTo}`);
}
