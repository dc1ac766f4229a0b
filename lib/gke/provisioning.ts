import { Token } from 'cdktf';
import { ValidationError } from '../values';

/** Seven days: the longest that Google lends machines that it hands out when it has them. */
const MOST_HOURS = 168;

/** How machines of a pool come about, where it is not at once and for good. */
export enum GkeProvisioningKind {
  FLEX_START = 'flex-start',
  QUEUED = 'queued',
  LIMITED = 'limited',
}

/** For how long machines are lent. */
export interface GkeLoanOptions {
  /**
   * Hours until each machine is taken back, 1 to 168.
   *
   * @default - GKE's own, seven days
   */
  readonly maxRunHours?: number;
}

/**
 * How machines come and when they go. Changing it replaces the pool.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/dws
 */
export class GkeProvisioning {
  /**
   * Scarce machines such as those with GPUs, when there are some, node by node, cheaper than on demand. The pool starts with none and
   * grows with the pods that wait; GKE does not repair its nodes. Needs GKE 1.32.2.
   *
   * @throws ValidationError when the hours are no whole number of 1 to 168.
   */
  public static flexStart(options: GkeLoanOptions = {}): GkeProvisioning {
    return new GkeProvisioning(GkeProvisioningKind.FLEX_START, checked(options.maxRunHours));
  }

  /**
   * The same, but all nodes of a job at once or none, asked for by a ProvisioningRequest in the cluster, as Kueue writes them.
   *
   * @throws ValidationError when the hours are no whole number of 1 to 168.
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/provisioningrequest
   */
  public static queued(options: GkeLoanOptions = {}): GkeProvisioning {
    return new GkeProvisioning(GkeProvisioningKind.QUEUED, checked(options.maxRunHours));
  }

  /**
   * Machines as usual that Compute Engine ends after so many hours each, with whatever runs on them.
   *
   * @throws ValidationError when the hours are no whole number of 1 to 168.
   */
  public static limited(options: { readonly maxRunHours: number }): GkeProvisioning {
    return new GkeProvisioning(GkeProvisioningKind.LIMITED, checked(options.maxRunHours));
  }

  private constructor(
    public readonly kind: GkeProvisioningKind,
    public readonly maxRunHours: number | undefined,
  ) {}

  /** Whether Google hands the machines out when it has them, and not when they are asked for. */
  public get waitsForMachines(): boolean {
    return this.kind !== GkeProvisioningKind.LIMITED;
  }
}

function checked(hours: number | undefined): number | undefined {
  if (hours === undefined) return undefined;
  if (Token.isUnresolved(hours)) {
    throw new ValidationError(
      `'provisioning' maxRunHours must be known at synthesis, since it is reckoned in seconds; write a number`,
    );
  }
  if (Number.isInteger(hours) && hours >= 1 && hours <= MOST_HOURS) return hours;
  throw new ValidationError(
    `'provisioning' maxRunHours (${hours}) must be a whole number of 1 to ${MOST_HOURS}`,
  );
}
