import { whenResolved } from '../cluster/private/tokens';
import { ValidationError } from '../values';

const TOPOLOGY = /^\d+x\d+(x\d+)?$/;
const POLICY = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;

/**
 * How near to each other the machines of a pool stand. Free of charge. In one zone only, so they fail together. Changing it
 * replaces the pool.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/compact-placement
 */
export class GkePlacement {
  /**
   * As near as can be, for nodes that talk to each other all the time. Sells out sooner.
   *
   * @param tpuTopology of a slice of TPUs that spans the pool, such as `4x4`
   * @throws ValidationError when the topology is malformed.
   */
  public static compact(tpuTopology?: string): GkePlacement {
    whenResolved(tpuTopology, (value) => {
      if (TOPOLOGY.test(value)) return;
      throw new ValidationError(
        `'placement' topology '${value}' must be a topology such as '4x4' or '2x2x4'`,
      );
    });
    return new GkePlacement(undefined, tpuTopology);
  }

  /**
   * By a resource policy that exists in the region, such as one of the workload policies that A4 and newer machines come with.
   *
   * @throws ValidationError when the name is malformed.
   */
  public static policy(policyName: string): GkePlacement {
    whenResolved(policyName, (value) => {
      if (POLICY.test(value)) return;
      throw new ValidationError(
        `'placement' policy '${value}' must be the name of a resource policy: 1 to 63 lower-case letters, digits and hyphens`,
      );
    });
    return new GkePlacement(policyName, undefined);
  }

  private constructor(
    /** Set by {@link policy} only. */
    public readonly policyName: string | undefined,
    /** Set by {@link compact} only. */
    public readonly tpuTopology: string | undefined,
  ) {}
}
