import { whenResolved } from '../cluster/private/tokens';
import { ValidationError } from '../values';

const GROUP = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** How a label of a sole-tenant node is compared. The values are Compute Engine's own words. */
export enum GkeAffinityOperator {
  IN = 'IN',
  NOT_IN = 'NOT_IN',
}

/** One demand on the labels of a sole-tenant node. */
export interface GkeNodeAffinity {
  /** Such as `compute.googleapis.com/node-group-name`, or a label of yours. */
  readonly key: string;
  readonly operator: GkeAffinityOperator;
  readonly values: readonly string[];
}

/** Options of {@link GkeSoleTenancy.affinity}. */
export interface GkeSoleTenancyOptions {
  /**
   * Least vCPUs that a machine may be given for each it was promised, so that more machines fit on one server.
   *
   * @default - no overcommitment
   */
  readonly minCpus?: number;
}

/**
 * Physical servers that nobody else's machines run on. They are yours already, as a node group of Compute Engine, and paid by the
 * server. Changing it replaces the pool.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/sole-tenancy
 */
export class GkeSoleTenancy {
  /**
   * A node group by name.
   *
   * @throws ValidationError when the name is malformed.
   */
  public static group(nodeGroup: string): GkeSoleTenancy {
    whenResolved(nodeGroup, (value) => {
      if (GROUP.test(value)) return;
      throw new ValidationError(
        `'soleTenancy' group '${value}' must be the name of a node group: 1 to 63 lower-case letters, digits and hyphens`,
      );
    });
    return new GkeSoleTenancy(nodeGroup, [], undefined);
  }

  /**
   * Whatever servers have these labels.
   *
   * @throws ValidationError when there is no demand, one has no value, or the vCPUs are no whole number of at least 1.
   */
  public static affinity(
    affinities: readonly GkeNodeAffinity[],
    options: GkeSoleTenancyOptions = {},
  ): GkeSoleTenancy {
    if (affinities.length === 0) {
      throw new ValidationError(`'soleTenancy' affinity must name at least one label; found none`);
    }
    for (const { key, values } of affinities) {
      if (values.length > 0) continue;
      throw new ValidationError(
        `'soleTenancy' affinity of '${key}' must name at least one value; found none`,
      );
    }
    whenResolved(options.minCpus, (value) => {
      if (Number.isInteger(value) && value >= 1) return;
      throw new ValidationError(`'soleTenancy' minCpus (${value}) must be a whole number of at least 1`);
    });
    return new GkeSoleTenancy(undefined, affinities, options.minCpus);
  }

  private constructor(
    /** Set by {@link group} only. */
    public readonly nodeGroup: string | undefined,
    /** Empty with {@link group}. */
    public readonly affinities: readonly GkeNodeAffinity[],
    public readonly minCpus: number | undefined,
  ) {}
}
