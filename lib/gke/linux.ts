/** Version of control groups. The values are GKE's own words. */
export enum GkeCgroups {
  /** Superseded; new minors of Kubernetes do without. */
  V1 = 'CGROUP_MODE_V1',
  V2 = 'CGROUP_MODE_V2',
}

/** Whether the kernel hands out large pages by itself. The values are GKE's own words. */
export enum GkeTransparentHugePages {
  ALWAYS = 'TRANSPARENT_HUGEPAGE_ENABLED_ALWAYS',
  /** To processes that ask for it. */
  MADVISE = 'TRANSPARENT_HUGEPAGE_ENABLED_MADVISE',
  NEVER = 'TRANSPARENT_HUGEPAGE_ENABLED_NEVER',
}

/** How hard the kernel tries to find room for large pages. The values are GKE's own words. */
export enum GkeHugePageDefrag {
  /** At once; whoever asked waits. */
  ALWAYS = 'TRANSPARENT_HUGEPAGE_DEFRAG_ALWAYS',
  /** Later, in the background. */
  DEFER = 'TRANSPARENT_HUGEPAGE_DEFRAG_DEFER',
  DEFER_WITH_MADVISE = 'TRANSPARENT_HUGEPAGE_DEFRAG_DEFER_WITH_MADVISE',
  MADVISE = 'TRANSPARENT_HUGEPAGE_DEFRAG_MADVISE',
  NEVER = 'TRANSPARENT_HUGEPAGE_DEFRAG_NEVER',
}

/**
 * Settings of the kernel. Not on Windows. Changing one starts the nodes anew, one by one.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/node-system-config
 */
export interface GkeLinuxOptions {
  /**
   * Kernel parameters by name, such as `{ 'net.core.somaxconn': '4096' }`, for the node and all its pods.
   *
   * @default {}
   */
  readonly sysctls?: Readonly<Record<string, string>>;
  /** @default - what the image comes with */
  readonly cgroups?: GkeCgroups;
  /**
   * Pages of 2 MiB that are set aside. With those of 1 GiB they may take 60 percent of the memory, or 80 on machines of 30 GiB and more.
   *
   * @default 0
   */
  readonly hugePages2Mib?: number;
  /**
   * Pages of 1 GiB that are set aside. Only some series have them: A3, C2D, C3, C3D, C4, C4A, C4D, CT5E, CT5LP, CT6E, H3, M2, M3, M4, Z3.
   *
   * @default 0
   */
  readonly hugePages1Gib?: number;
  /** @default - what the image comes with */
  readonly transparentHugePages?: GkeTransparentHugePages;
  /** @default - what the image comes with */
  readonly hugePageDefrag?: GkeHugePageDefrag;
}
