import { whenResolved } from '../cluster/private/tokens';
import { ValidationError } from '../values';

const MOST_CLIENTS = 48;

/** Which driver GKE installs. The values are GKE's own words. */
export enum GkeGpuDriver {
  /** The one that belongs to the version of the nodes. */
  DEFAULT = 'DEFAULT',
  /** The newest one for the version of the nodes; Container-Optimized OS only. */
  LATEST = 'LATEST',
  /** None: something of yours in the cluster does it, such as NVIDIA's GPU operator. Until then GPUs cannot be used. */
  NONE = 'INSTALLATION_DISABLED',
}

/** How pods share a GPU. The values are GKE's own words. */
export enum GkeGpuSharingStrategy {
  TIME_SHARING = 'TIME_SHARING',
  MPS = 'MPS',
}

/**
 * Several pods on one GPU. A pod then asks for one share, and GKE limits neither memory nor time of it by itself.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/timesharing-gpus
 */
export class GkeGpuSharing {
  /**
   * One after the other in quick succession, each with the whole GPU: for work that comes in bursts.
   *
   * @throws ValidationError unless a whole number of 2 to 48.
   */
  public static timeShared(podsPerGpu: number): GkeGpuSharing {
    return new GkeGpuSharing(GkeGpuSharingStrategy.TIME_SHARING, checked(podsPerGpu));
  }

  /**
   * At the same time, by NVIDIA's Multi-Process Service: for small work that would leave the GPU idle. One that crashes may take the
   * others with it.
   *
   * @throws ValidationError unless a whole number of 2 to 48.
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/nvidia-mps-gpus
   */
  public static mps(podsPerGpu: number): GkeGpuSharing {
    return new GkeGpuSharing(GkeGpuSharingStrategy.MPS, checked(podsPerGpu));
  }

  private constructor(
    public readonly strategy: GkeGpuSharingStrategy,
    public readonly podsPerGpu: number,
  ) {}
}

/** GPUs beside the machine; the others bring theirs with their type. */
export interface GkeAttachedGpus {
  /** Such as `nvidia-tesla-t4`. */
  readonly type: string;
  /** Of one machine: 1, 2, 4 or 8, as the type allows. */
  readonly count: number;
}

/** What a pool does with its GPUs. All of it is identity: a change replaces the pool. */
export interface GkeGpuOptions {
  /**
   * GPUs to attach. Only machines of the N1 series take some.
   *
   * @default - those that the machine type comes with
   */
  readonly attach?: GkeAttachedGpus;
  /** @default GkeGpuDriver.DEFAULT */
  readonly driver?: GkeGpuDriver;
  /**
   * Cuts each GPU into parts of this size that share nothing, such as `1g.5gb`; a pod then asks for one part. A100, H100 and newer.
   *
   * @default - whole GPUs
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/gpus-multi
   */
  readonly partition?: string;
  /** @default - one pod for each GPU or part */
  readonly sharing?: GkeGpuSharing;
}

function checked(podsPerGpu: number): number {
  whenResolved(podsPerGpu, (value) => {
    if (Number.isInteger(value) && value >= 2 && value <= MOST_CLIENTS) return;
    throw new ValidationError(
      `'gpu' sharing between ${value} pods must be a whole number of 2 to ${MOST_CLIENTS}`,
    );
  });
  return podsPerGpu;
}
