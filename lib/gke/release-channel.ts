import { type KubernetesVersion, ValidationError } from '../values';

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
   */
  public static channel(channel: GkeReleaseChannel): GkeVersionPolicy {
    return new GkeVersionPolicy(channel, undefined);
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
    return new GkeVersionPolicy(undefined, version);
  }

  private constructor(
    /** `undefined` when the version is pinned. */
    public readonly releaseChannel: GkeReleaseChannel | undefined,
    /** `undefined` when a channel decides. */
    public readonly pinnedVersion: string | undefined,
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
