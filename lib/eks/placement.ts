import { ValidationError } from '../values';

/** How machines of a pool lie to each other, in EC2's own words. */
export enum EksPlacementStrategy {
  CLUSTER = 'cluster',
  SPREAD = 'spread',
  PARTITION = 'partition',
}

/**
 * Where in a zone the machines of a pool stand, by a placement group of the pool's own. Free of charge. Changing it replaces the
 * nodes one after the other.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/placement-groups.html
 */
export class EksPlacement {
  /** As near to each other as can be, in one zone: for training and simulation that talk all the time. Sells out sooner, fails together. */
  public static cluster(): EksPlacement {
    return new EksPlacement(EksPlacementStrategy.CLUSTER, undefined);
  }

  /** Each on hardware of its own; at most 7 in each zone. */
  public static spread(): EksPlacement {
    return new EksPlacement(EksPlacementStrategy.SPREAD, undefined);
  }

  /**
   * In groups that share no hardware with each other, for software that keeps copies apart by itself.
   *
   * @throws ValidationError when it is no whole number of 1 to 7.
   */
  public static partitions(count: number): EksPlacement {
    if (!Number.isInteger(count) || count < 1 || count > 7) {
      throw new ValidationError(`'placement' of ${count} partitions must be a whole number of 1 to 7`);
    }
    return new EksPlacement(EksPlacementStrategy.PARTITION, count);
  }

  private constructor(
    public readonly strategy: EksPlacementStrategy,
    /** Set by {@link partitions} only. */
    public readonly partitionCount: number | undefined,
  ) {}
}
