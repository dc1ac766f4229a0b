import { ValidationError } from '../values';

/** Which comes first when EKS replaces a node. */
export enum EksUpdateStrategy {
  /** The new node comes up before the old one goes. Pays for both meanwhile. */
  DEFAULT = 'DEFAULT',
  /** The old node goes first: for machines of which there are no more to be had, such as reserved GPUs. */
  MINIMAL = 'MINIMAL',
}

/** Most nodes that EKS replaces at once, whatever the share. */
const MOST_AT_ONCE = 100;

/**
 * How many nodes of a pool are replaced at once when its image, its version or its launch template changes. PodDisruptionBudgets are
 * honoured all the same.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html
 */
export class EksNodeUpdate {
  /**
   * So many nodes.
   *
   * @param strategy needs hashicorp/aws 6.28; left out, EKS's own is in force, which is `DEFAULT`
   * @throws ValidationError when it is no whole number of 1 to 100.
   */
  public static unavailable(nodes: number, strategy?: EksUpdateStrategy): EksNodeUpdate {
    assertShare('nodes', nodes);
    return new EksNodeUpdate(nodes, undefined, strategy);
  }

  /**
   * A share of the pool's nodes, in percent, rounded up to a node.
   *
   * @param strategy needs hashicorp/aws 6.28; left out, EKS's own is in force, which is `DEFAULT`
   * @throws ValidationError when it is no whole number of 1 to 100.
   */
  public static unavailablePercent(percent: number, strategy?: EksUpdateStrategy): EksNodeUpdate {
    assertShare('percent', percent);
    return new EksNodeUpdate(undefined, percent, strategy);
  }

  private constructor(
    /** Set by {@link unavailable} only. */
    public readonly nodes: number | undefined,
    /** Set by {@link unavailablePercent} only. */
    public readonly percent: number | undefined,
    /** `undefined` for what EKS does by itself. */
    public readonly strategy: EksUpdateStrategy | undefined,
  ) {}
}

function assertShare(unit: 'nodes' | 'percent', value: number): void {
  if (!Number.isInteger(value) || value < 1 || value > MOST_AT_ONCE) {
    throw new ValidationError(
      `'update' of ${value} ${unit} must be a whole number of 1 to ${MOST_AT_ONCE} ${unit}`,
    );
  }
}
