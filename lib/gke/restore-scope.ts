import type { GkeProtectedApplication } from './backup-scope';

/** Which namespaces of a backup are restored. */
export class GkeRestoreScope {
  public static everything(): GkeRestoreScope {
    return new GkeRestoreScope({});
  }

  public static namespaces(...names: readonly string[]): GkeRestoreScope {
    return new GkeRestoreScope({ namespaces: names });
  }

  public static allBut(...names: readonly string[]): GkeRestoreScope {
    return new GkeRestoreScope({ excluded: names });
  }

  public static applications(...applications: readonly GkeProtectedApplication[]): GkeRestoreScope {
    return new GkeRestoreScope({ applications });
  }

  /** None: only what is outside of namespaces. */
  public static nothing(): GkeRestoreScope {
    return new GkeRestoreScope({ isNothing: true });
  }

  private constructor(
    /** At most one of them is there. */
    public readonly choice: {
      readonly namespaces?: readonly string[];
      readonly excluded?: readonly string[];
      readonly applications?: readonly GkeProtectedApplication[];
      readonly isNothing?: true;
    },
  ) {}
}

/** A kind of objects. */
export interface GkeGroupKind {
  /** Such as `storage.k8s.io`; empty for the core group. */
  readonly group: string;
  /** Such as `StorageClass`. */
  readonly kind: string;
}

/** Which objects outside of namespaces are restored. */
export class GkeClusterObjects {
  public static all(): GkeClusterObjects {
    return new GkeClusterObjects({ isAll: true });
  }

  public static none(): GkeClusterObjects {
    return new GkeClusterObjects({});
  }

  public static only(...kinds: readonly GkeGroupKind[]): GkeClusterObjects {
    return new GkeClusterObjects({ only: kinds });
  }

  public static allBut(...kinds: readonly GkeGroupKind[]): GkeClusterObjects {
    return new GkeClusterObjects({ excluded: kinds });
  }

  private constructor(
    /** At most one of them is there; none for no objects at all. */
    public readonly choice: {
      readonly isAll?: true;
      readonly only?: readonly GkeGroupKind[];
      readonly excluded?: readonly GkeGroupKind[];
    },
  ) {}
}
