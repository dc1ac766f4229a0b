/** An application that is protected as one: an object of kind ProtectedApplication in the cluster. */
export interface GkeProtectedApplication {
  readonly namespace: string;
  readonly name: string;
}

/** What of a cluster is backed up. */
export class GkeBackupScope {
  /** All namespaces, also those to come. */
  public static everything(): GkeBackupScope {
    return new GkeBackupScope(undefined, undefined);
  }

  public static namespaces(...names: readonly string[]): GkeBackupScope {
    return new GkeBackupScope(names, undefined);
  }

  public static applications(...applications: readonly GkeProtectedApplication[]): GkeBackupScope {
    return new GkeBackupScope(undefined, applications);
  }

  private constructor(
    public readonly selectedNamespaces: readonly string[] | undefined,
    public readonly selectedApplications: readonly GkeProtectedApplication[] | undefined,
  ) {}
}
