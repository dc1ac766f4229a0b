import { Token } from 'cdktf';
import { ValidationError } from '../values';

const NAMESPACE = /^(?=.{1,63}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?|[a-z0-9][a-z0-9-]*\*|\*)$/;

/**
 * Policies of EKS that an access entry can be given; AWS maintains what is in them.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html
 */
export enum EksAccessPolicy {
  /** Everything, as `cluster-admin`. */
  CLUSTER_ADMIN = 'AmazonEKSClusterAdminPolicy',
  /** Nearly everything inside namespaces, without changing quotas or the namespaces themselves. */
  ADMIN = 'AmazonEKSAdminPolicy',
  /** Reads everything, Secrets too. */
  ADMIN_VIEW = 'AmazonEKSAdminViewPolicy',
  /** Changes workloads. */
  EDIT = 'AmazonEKSEditPolicy',
  /** Reads workloads, but no Secrets. */
  VIEW = 'AmazonEKSViewPolicy',
}

/** Where a policy holds. */
export class EksAccessScope {
  /** In the whole cluster. */
  public static cluster(): EksAccessScope {
    return new EksAccessScope([]);
  }

  /**
   * In these namespaces only; a trailing `*` stands for any ending.
   *
   * @throws ValidationError when there is none, or one is no name of a namespace.
   */
  public static namespaces(...namespaces: string[]): EksAccessScope {
    if (namespaces.length === 0) {
      throw new ValidationError(
        `'scope' needs at least one namespace such as 'shop'; for all use EksAccessScope.cluster()`,
      );
    }
    const bad = namespaces.find((name) => !Token.isUnresolved(name) && !NAMESPACE.test(name));
    if (bad !== undefined) {
      throw new ValidationError(
        `'scope' namespace '${bad}' must be 1 to 63 lower-case letters, digits and hyphens, or end in '*'`,
      );
    }
    return new EksAccessScope([...new Set(namespaces)].sort());
  }

  private constructor(
    /** Sorted; empty for the whole cluster. */
    public readonly namespaces: readonly string[],
  ) {}
}

/** A policy, and where it holds. */
export interface EksAccessGrant {
  readonly policy: EksAccessPolicy;
  /**
   * Where the policy holds. Changing it changes the grant in place.
   *
   * @default EksAccessScope.cluster()
   */
  readonly scope?: EksAccessScope;
}
