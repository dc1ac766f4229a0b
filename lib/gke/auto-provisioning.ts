import { whenResolved } from '../cluster/private/tokens';
import { ValidationError } from '../values';

/** How eagerly the autoscaler takes nodes away. The values are GKE's own words. */
export enum GkeAutoscalingProfile {
  /** Keeps some room for pods that come. */
  BALANCED = 'BALANCED',
  /** Takes nodes away sooner and packs pods tighter: cheaper, and new pods wait for nodes more often. */
  OPTIMIZE_UTILIZATION = 'OPTIMIZE_UTILIZATION',
}

/** How much there may be of something in the whole cluster, pools of yours included. */
export interface GkeResourceLimit {
  /** @default 0 */
  readonly min?: number;
  readonly max: number;
}

/** What {@link GkeAutoProvisioning} is told. */
export interface GkeAutoProvisioningOptions {
  /** Processor cores of all nodes together. */
  readonly cpu: GkeResourceLimit;
  /** Memory of all nodes together. */
  readonly memoryGib: GkeResourceLimit;
  /**
   * Further limits by type, such as `{ 'nvidia-l4': { max: 8 } }`. What is not named is not made.
   *
   * @default {}
   */
  readonly accelerators?: Readonly<Record<string, GkeResourceLimit>>;
  /**
   * Zones that nodes may be made in.
   *
   * @default - those of the cluster
   */
  readonly zones?: readonly string[];
  /**
   * Size of the boot disk of nodes that are made.
   *
   * @default - GKE's own, 100 GiB
   */
  readonly diskSizeGib?: number;
}

const ACCELERATOR = /^(nvidia|ct|tpu)[a-z0-9-]*$/;

/**
 * Node pools that GKE makes and takes away by itself, of machines that fit the pods that wait. They run as the account of the other
 * nodes, shielded, with disks under the cluster's key; that key then stands in the cluster itself: changing it **replaces the cluster**.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/node-auto-provisioning
 */
export class GkeAutoProvisioning {
  /** @throws ValidationError when a limit is no whole number, a minimum exceeds its maximum, a type is malformed, or a disk is too small. */
  public static within(options: GkeAutoProvisioningOptions): GkeAutoProvisioning {
    const { cpu, memoryGib, accelerators = {}, diskSizeGib } = options;
    const problems = [
      ...describeLimit('cpu', cpu),
      ...describeLimit('memoryGib', memoryGib),
      ...Object.entries(accelerators).flatMap(([type, limit]) => [
        ...(ACCELERATOR.test(type)
          ? []
          : [`'accelerators' key '${type}' must be a type such as 'nvidia-l4' or 'tpu-v5-lite-podslice'`]),
        ...describeLimit(`accelerators.${type}`, limit),
      ]),
    ];
    whenResolved(diskSizeGib, (size) => {
      if (Number.isInteger(size) && size >= 10) return;
      problems.push(
        `'diskSizeGib' (${size}) must be a whole number of at least 10, the least that GKE allows`,
      );
    });
    if (problems.length > 0) throw new ValidationError(problems.join('; '));
    return new GkeAutoProvisioning(options);
  }

  private constructor(public readonly options: GkeAutoProvisioningOptions) {}
}

function describeLimit(name: string, { min = 0, max }: GkeResourceLimit): readonly string[] {
  if (!Number.isInteger(max) || max < 1) {
    return [`'${name}' max (${max}) must be a whole number of at least 1`];
  }
  if (!Number.isInteger(min) || min < 0 || min > max) {
    return [`'${name}' min (${min}) must be a whole number of 0 to 'max' (${max})`];
  }
  return [];
}
