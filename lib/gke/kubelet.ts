/** Whether pods of whole cores get cores of their own. The values are the kubelet's own words. */
export enum GkeCpuManager {
  NONE = 'none',
  /** Guaranteed pods that ask for whole cores get them alone. Pods on the node start anew when it changes. */
  STATIC = 'static',
}

/** Signals of a node that runs short, each with a quantity (`500Mi`), a percentage (`10%`) or a duration (`90s`). */
export interface GkeEvictionSignals {
  readonly memoryAvailable?: string;
  readonly nodefsAvailable?: string;
  readonly nodefsInodesFree?: string;
  readonly imagefsAvailable?: string;
  readonly imagefsInodesFree?: string;
  readonly pidAvailable?: string;
}

/** When pods are moved off a node that runs short, before the kernel decides. */
export interface GkeEviction {
  /** Where it starts: a quantity for memory, a percentage for the others. */
  readonly soft: GkeEvictionSignals;
  /** How long a signal must last, for each of `soft`, up to five minutes. */
  readonly gracePeriods: GkeEvictionSignals;
  /**
   * How much is freed at least, in percent.
   *
   * @default - as little as takes the signal away
   */
  readonly minimumReclaim?: GkeEvictionSignals;
  /**
   * Most seconds that a pod has to end, 0 to 300.
   *
   * @default - GKE's own, 0
   */
  readonly maxPodGraceSeconds?: number;
}

/** When images that no pod uses are deleted. */
export interface GkeImageCollection {
  /**
   * Percent of the disk above which it always runs, 10 to 85.
   *
   * @default - GKE's own, 85
   */
  readonly highPercent?: number;
  /**
   * Percent of the disk below which it never runs, 10 to 85, and below `highPercent`.
   *
   * @default - GKE's own, 80
   */
  readonly lowPercent?: number;
  /**
   * Least time that an image is unused, such as `90s`, up to `2m`.
   *
   * @default - GKE's own, 2m
   */
  readonly minAge?: string;
  /**
   * Time after which an unused image goes even when there is room, such as `24h`.
   *
   * @default - never
   */
  readonly maxAge?: string;
}

/**
 * Settings of the kubelet. They stand beside those that harden it, which stay. Changing one starts the nodes anew, one by one.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/node-system-config
 */
export interface GkeKubeletOptions {
  /** @default - GKE's own, none; nothing is said */
  readonly cpuManager?: GkeCpuManager;
  /**
   * Whether CPU limits of pods hold.
   *
   * @default true
   */
  readonly cpuLimits?: boolean;
  /**
   * Over which time CPU limits are reckoned, `1ms` to `1s`.
   *
   * @default - GKE's own, 100ms
   */
  readonly cpuLimitPeriod?: string;
  /**
   * Most processes of a pod, 1024 to 4194303.
   *
   * @default - GKE's own, none
   */
  readonly podPids?: number;
  /**
   * Size at which a container's log is rotated, `10Mi` to `500Mi`. All files of a container together may take a hundredth of the disk.
   *
   * @default - GKE's own, 10Mi
   */
  readonly containerLogSize?: string;
  /**
   * Log files of a container, 2 to 10.
   *
   * @default - GKE's own, 5
   */
  readonly containerLogFiles?: number;
  /** @default - GKE's own */
  readonly imageCollection?: GkeImageCollection;
  /**
   * Images pulled at a time, 2 to 5.
   *
   * @default - GKE's own, by the disk
   */
  readonly parallelImagePulls?: number;
  /**
   * Sysctls that pods may set though others on the node feel it: `kernel.shm*`, `kernel.msg*`, `kernel.sem`, `fs.mqueue.*`, `net.*`.
   *
   * @default []
   */
  readonly allowedUnsafeSysctls?: readonly string[];
  /**
   * Whether only the process that ran out of memory ends, and not the whole container.
   *
   * @default - GKE's own, the whole container
   */
  readonly singleProcessOomKill?: boolean;
  /** @default - the kubelet's own hard limits only */
  readonly eviction?: GkeEviction;
}
