import { whenResolved } from '../cluster/private/tokens';
import { ValidationError } from '../values';

const SECURITY_GROUP = /^gke-security-groups@[a-z0-9.-]+\.[a-z]{2,}$/;

/** What the hardened form cannot know by itself. */
export interface GkeHardenedOptions {
  /** Google group that holds the groups of RBAC, `gke-security-groups@…` by Google's own rule. */
  readonly securityGroup: string;
  /**
   * Whether memory of nodes is encrypted. Leaves only machine series that can (N2D, C2D, C3D, C3, C4D), for good.
   *
   * @default true
   */
  readonly confidentialNodes?: boolean;
  /**
   * Whether pods of every pool but the one named `default-pool` run in gVisor. Needs hashicorp/google 7.22.
   *
   * @default true
   */
  readonly sandbox?: boolean;
}

/**
 * How far a cluster is shut by default. The baseline has what harms nobody. The hardened form also has what costs money, time or
 * machines, and refuses props that contradict it.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/cis-benchmarks
 */
export class GkeHardening {
  public static baseline(): GkeHardening {
    return new GkeHardening(undefined);
  }

  /**
   * Passes every constraint that Google's own hardened organization policies put on GKE.
   *
   * @throws ValidationError when the group is none that GKE takes.
   */
  public static hardened(options: GkeHardenedOptions): GkeHardening {
    whenResolved(options.securityGroup, (securityGroup) => {
      if (SECURITY_GROUP.test(securityGroup)) return;
      throw new ValidationError(
        `'securityGroup' (${securityGroup}) must be 'gke-security-groups@' and your domain, the only name that GKE takes`,
      );
    });
    return new GkeHardening(options);
  }

  private constructor(
    /** `undefined` for the baseline. */
    public readonly hardenedOptions: GkeHardenedOptions | undefined,
  ) {}
}
