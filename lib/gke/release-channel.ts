import { type KubernetesVersion, ValidationError } from '../values';
import { describeWholeNumber } from './private/whole-number';

/** How soon a cluster gets new versions. The values are GKE's own words. */
export enum GkeReleaseChannel {
  /** Weeks after the upstream release; not for production by Google's own advice. */
  RAPID = 'RAPID',
  /** Two to three months after RAPID. */
  REGULAR = 'REGULAR',
  /** Two to three months after REGULAR. */
  STABLE = 'STABLE',
  /** As REGULAR, and a minor version may be kept for 24 months. The extra months cost a fee per cluster and hour. */
  EXTENDED = 'EXTENDED',
}

/** What a channel can be told. */
export interface GkeChannelOptions {
  /**
   * Whether patches come as soon as they are out and not weeks later, with the others of the channel. For certifications such as
   * FedRAMP that set a term. Terraform can switch it on only: leaving it out later, or `false`, changes nothing.
   *
   * @default false
   */
  readonly acceleratedPatches?: boolean;
  /**
   * Hours, 6 to 168, in which the control plane can go back after an upgrade to a new minor version: it runs the new one and behaves
   * like the old one. Needs hashicorp/google 7.42 and Kubernetes 1.33.
   *
   * @default - an upgrade is one step, without a way back
   */
  readonly controlPlaneSoakHours?: number;
}

const LEAST_SOAK_HOURS = 6;
const MOST_SOAK_HOURS = 7 * 24;
const PINNED = /^1\.(\d{1,3})\.\d{1,3}-gke\.\d{1,10}$/;

/**
 * Who moves the cluster to new versions: Google, within a channel, or you, one by one.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/release-channels
 */
export class GkeVersionPolicy {
  /**
   * Google upgrades control plane and nodes, within the maintenance window. The cluster's `version` is a floor:
   * raising it upgrades at the next apply, and an upgrade that Google made is never taken back.
   *
   * @throws ValidationError when the hours are no whole number of 6 to 168.
   */
  public static channel(channel: GkeReleaseChannel, options: GkeChannelOptions = {}): GkeVersionPolicy {
    const { controlPlaneSoakHours } = options;
    const problem = describeWholeNumber(
      `'versionPolicy' controlPlaneSoakHours`,
      controlPlaneSoakHours,
      LEAST_SOAK_HOURS,
      MOST_SOAK_HOURS,
    );
    if (problem !== undefined) throw new ValidationError(problem);
    return new GkeVersionPolicy(
      channel,
      undefined,
      options.acceleratedPatches ?? false,
      controlPlaneSoakHours,
    );
  }

  /**
   * Exactly this version on control plane and nodes, no channel, no automatic node upgrades. Somebody has to raise it
   * in time: GKE still upgrades a version by force at the end of its support.
   *
   * @throws ValidationError when the text is no full GKE version such as `1.34.1-gke.1829001`.
   */
  public static pinned(version: string): GkeVersionPolicy {
    if (!PINNED.test(version)) {
      throw new ValidationError(
        `'versionPolicy' pinned version '${version}' must be a full GKE version such as '1.34.1-gke.1829001'`,
      );
    }
    return new GkeVersionPolicy(undefined, version, false, undefined);
  }

  private constructor(
    /** `undefined` when the version is pinned. */
    public readonly releaseChannel: GkeReleaseChannel | undefined,
    /** `undefined` when a channel decides. */
    public readonly pinnedVersion: string | undefined,
    /** Whether patches come as soon as they are out. */
    public readonly acceleratedPatches: boolean,
    /** `undefined` when an upgrade is one step. */
    public readonly controlPlaneSoakHours: number | undefined,
  ) {}

  /** Whether Google upgrades the nodes. */
  public get upgradesNodes(): boolean {
    return this.releaseChannel !== undefined;
  }

  /** A sentence when the policy contradicts the minor version asked for; `undefined` when they agree. */
  public validateVersion(version: KubernetesVersion): string | undefined {
    const minor = this.pinnedVersion === undefined ? undefined : PINNED.exec(this.pinnedVersion)?.[1];
    if (minor === undefined || Number(minor) === version.minor) return undefined;
    return `'versionPolicy' pins '${this.pinnedVersion}' but 'version' is '${version}'; give both the same minor version`;
  }
}
