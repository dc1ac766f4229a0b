/** How Config Sync proves who it is to a repository. The values are Google's own words. */
export enum GkeSyncAuthentication {
  /** Not at all: the repository is public. */
  NONE = 'none',
  /** A key of SSH. */
  SSH = 'ssh',
  COOKIE_FILE = 'cookiefile',
  /** A token, or a user and password. */
  TOKEN = 'token',
  /** A service account of Google that the one of Config Sync in the cluster may act as. */
  SERVICE_ACCOUNT = 'gcpserviceaccount',
}

/** What both kinds of sources have in common. */
export interface GkeSyncOptions {
  /**
   * Directory that is kept in the cluster.
   *
   * @default - the whole
   */
  readonly directory?: string;
  /**
   * A secret that it takes lies in the cluster, as `git-creds` in the namespace `config-management-system`: you put it there. The
   * account of the nodes is not offered, since pods do not act as it in a cluster with workload identity.
   *
   * @default GkeSyncAuthentication.NONE
   */
  readonly authentication?: GkeSyncAuthentication;
  /**
   * E-mail address for `GkeSyncAuthentication.SERVICE_ACCOUNT`.
   *
   * @default - none
   */
  readonly serviceAccount?: string;
  /**
   * Seconds between two looks at the repository, 1 to 86400.
   *
   * @default - Google's own, 15
   */
  readonly everySeconds?: number;
  /**
   * Whether nobody else may change what is kept from the repository.
   *
   * @default - Google's own, anybody may and it is put back
   */
  readonly preventDrift?: boolean;
  /**
   * Whether the directory has the fixed shape of `namespaces/`, `cluster/` and so on.
   *
   * @default false
   */
  readonly hierarchical?: boolean;
  /**
   * Whether the cluster stays as it is whatever happens in the repository.
   *
   * @default - it follows
   */
  readonly stopped?: boolean;
  /**
   * Version of Config Sync, such as `1.21.0`, that stays until you change it.
   *
   * @default - Google keeps it up to date
   */
  readonly version?: string;
}

/** A repository of Git. */
export interface GkeGitSource extends GkeSyncOptions {
  /** `https://…`, `ssh://…` or `git@host:path`. */
  readonly repository: string;
  /** @default - Google's own, master */
  readonly branch?: string;
  /**
   * Tag or hash of a commit.
   *
   * @default - the newest of the branch
   */
  readonly revision?: string;
  /**
   * URL of a proxy for HTTPS.
   *
   * @default - none
   */
  readonly proxy?: string;
}

/** An image that holds objects of Kubernetes. */
export interface GkeOciSource extends GkeSyncOptions {
  /** `<location>-docker.pkg.dev/<project>/<repository>/<package>:<tag>`. */
  readonly image: string;
}

/**
 * What Config Sync keeps in a cluster.
 *
 * @see https://cloud.google.com/kubernetes-engine/config-sync/docs/overview
 */
export class GkeConfigSync {
  public static git(source: GkeGitSource): GkeConfigSync {
    return new GkeConfigSync(source, source, undefined);
  }

  public static oci(source: GkeOciSource): GkeConfigSync {
    return new GkeConfigSync(source, undefined, source);
  }

  /** Config Sync is there, and objects in the cluster say what it keeps. */
  public static installed(options: Pick<GkeSyncOptions, 'version' | 'preventDrift'> = {}): GkeConfigSync {
    return new GkeConfigSync(options, undefined, undefined);
  }

  private constructor(
    public readonly options: GkeSyncOptions,
    public readonly gitSource: GkeGitSource | undefined,
    public readonly ociSource: GkeOciSource | undefined,
  ) {}
}
