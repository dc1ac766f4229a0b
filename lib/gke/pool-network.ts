import { whenResolved } from '../cluster/private/tokens';
import { ValidationError } from '../values';

const RANGE_NAME = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** Where the pods of one pool get their addresses. Changing it replaces the pool. */
export class GkePoolPodRange {
  /**
   * A secondary range that the subnetwork has already.
   *
   * @throws ValidationError when the name is malformed.
   */
  public static existing(rangeName: string): GkePoolPodRange {
    assertRangeName(rangeName);
    return new GkePoolPodRange(rangeName, false, undefined);
  }

  /**
   * A secondary range that GKE adds to the subnetwork, and takes away with the pool. Terraform sees a subnetwork with a range that is not
   * its own: with a network of this library, let that define the range and name it with {@link existing}.
   *
   * @param cidr the range, or its mask (`/20`) for one that GKE picks
   * @throws ValidationError when the name or range is malformed.
   */
  public static made(rangeName: string, cidr: string): GkePoolPodRange {
    assertRangeName(rangeName);
    whenResolved(cidr, (value) => {
      if (/^(\d{1,3}(\.\d{1,3}){3})?\/\d{1,2}$/.test(value)) return;
      throw new ValidationError(
        `'podRange' cidr '${value}' must be a range such as '10.8.0.0/20', or a mask such as '/20'`,
      );
    });
    return new GkePoolPodRange(rangeName, true, cidr);
  }

  private constructor(
    public readonly rangeName: string,
    /** Whether GKE makes it. */
    public readonly isMade: boolean,
    /** Set by {@link made} only. */
    public readonly cidr: string | undefined,
  ) {}
}

/** A further interface of every node, for pods that ask for it. Changing it replaces the pool. */
export interface GkeNodeInterface {
  /** Another network than the cluster's. */
  readonly networkId: string;
  /** A subnetwork of that network, in the cluster's region. */
  readonly subnetworkId: string;
  /**
   * Secondary range of the subnetwork for pods that have an interface of their own there.
   *
   * @default - none: a pod takes the whole interface
   */
  readonly podRangeName?: string;
  /**
   * Most pods of a node with an interface there. Only with `podRangeName`.
   *
   * @default - the pool's
   */
  readonly maxPods?: number;
}

function assertRangeName(rangeName: string): void {
  whenResolved(rangeName, (value) => {
    if (RANGE_NAME.test(value)) return;
    throw new ValidationError(
      `'podRange' name '${value}' must be 1 to 63 lower-case letters, digits and hyphens, starting with a letter`,
    );
  });
}
