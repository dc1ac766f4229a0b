import { whenResolved } from '../cluster/private/tokens';
import { ValidationError } from '../values';

/** Kinds of disks that nodes boot from. The values are Compute Engine's own words. */
export enum GkeBootDiskType {
  STANDARD = 'pd-standard',
  BALANCED = 'pd-balanced',
  SSD = 'pd-ssd',
  /** The only one that takes `iops` and `throughputMibps`. Newer machine series boot from nothing else. */
  HYPERDISK_BALANCED = 'hyperdisk-balanced',
}

/** The disk that a node boots from; its size is `diskSizeGib`. Changing it starts the nodes anew, one by one. */
export interface GkeBootDisk {
  /** @default - Hyperdisk on machines that take nothing else, otherwise GKE's own, balanced */
  readonly type?: GkeBootDiskType;
  /**
   * Operations in a second, paid beyond 3,000. Hyperdisk only.
   *
   * @default - 3,000
   */
  readonly iops?: number;
  /**
   * MiB in a second, paid beyond 140. Hyperdisk only.
   *
   * @default - 140
   */
  readonly throughputMibps?: number;
}

/** What local disks are for. */
export enum GkeLocalSsdUse {
  EPHEMERAL = 'ephemeral',
  RAW = 'raw',
}

/** Options of {@link GkeLocalSsd.ephemeral}. */
export interface GkeEphemeralSsdOptions {
  /**
   * Further disks that cache persistent ones. Needs GKE 1.32.3.
   *
   * @default 0
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/data-cache
   */
  readonly dataCacheCount?: number;
}

/**
 * Disks in the server itself: fast, and gone with the node. 375 GiB each, as a rule. Machine types that bring some bring a fixed
 * number, which must be the one given. Changing it replaces the pool.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/local-ssd
 */
export class GkeLocalSsd {
  /**
   * For what pods write without a volume, and for images, in place of the boot disk.
   *
   * @throws ValidationError when a count is no whole number, or nothing is left of both.
   */
  public static ephemeral(count: number, options: GkeEphemeralSsdOptions = {}): GkeLocalSsd {
    assertCount('count', count, options.dataCacheCount === undefined ? 1 : 0);
    assertCount('dataCacheCount', options.dataCacheCount, 1);
    return new GkeLocalSsd(GkeLocalSsdUse.EPHEMERAL, count, options.dataCacheCount);
  }

  /**
   * As block devices that pods or a provisioner of yours format themselves.
   *
   * @throws ValidationError when the count is no whole number of at least 1.
   */
  public static raw(count: number): GkeLocalSsd {
    assertCount('count', count, 1);
    return new GkeLocalSsd(GkeLocalSsdUse.RAW, count, undefined);
  }

  private constructor(
    public readonly use: GkeLocalSsdUse,
    public readonly count: number,
    /** Set by {@link ephemeral} only. */
    public readonly dataCacheCount: number | undefined,
  ) {}
}

/** What a further boot disk is for. The values are GKE's own words. */
export enum GkeSecondaryDiskMode {
  /** Images of containers, which then need not be pulled. */
  CONTAINER_IMAGE_CACHE = 'CONTAINER_IMAGE_CACHE',
}

/**
 * A disk with something on it already, attached to every node. Paid for each node.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/data-container-image-preloading
 */
export interface GkeSecondaryBootDisk {
  /** Disk image as `projects/…/global/images/…`. */
  readonly image: string;
  /** @default - data, which pods mount themselves */
  readonly mode?: GkeSecondaryDiskMode;
}

function assertCount(name: string, count: number | undefined, least: number): void {
  whenResolved(count, (value) => {
    if (Number.isInteger(value) && value >= least) return;
    throw new ValidationError(`'localSsd' ${name} (${value}) must be a whole number of at least ${least}`);
  });
}
