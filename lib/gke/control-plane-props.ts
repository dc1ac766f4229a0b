import type { KubernetesVersion } from '../values';
import type { GkeControlPlaneKeys } from './control-plane-keys';
import type { GkeDeletionPolicy } from './deletion-policy';
import type { GkeMaintenanceExclusion } from './maintenance-exclusion';
import type { GkeNotifications } from './notifications';
import type { GkeTimeouts } from './timeouts';
import type { GkeUpgradeSpacing } from './upgrade-spacing';

/** What the control plane of a GKE cluster can be told beyond its version and who reaches it. All of it changes in place but where said. */
export interface GkeControlPlaneProps {
  /**
   * Stretches of time without upgrades, at most 20, each under a name that GKE keeps.
   *
   * @default {}
   */
  readonly maintenanceExclusions?: Readonly<Record<string, GkeMaintenanceExclusion>>;
  /**
   * Least time between upgrades that disturb pods. Needs hashicorp/google 7.24.
   *
   * @default - GKE's own
   */
  readonly upgradeSpacing?: GkeUpgradeSpacing;
  /**
   * Minor version whose behaviour the control plane has: `version`, or the one before it while an upgrade in two steps may still go back.
   * Saying `version` ends such an upgrade; leaving it out does not. Needs hashicorp/google 7.42.
   *
   * @default - its own
   */
  readonly emulatedVersion?: KubernetesVersion;
  /**
   * Where GKE tells of upgrades and security bulletins. A topic of its own costs nothing while nobody reads it, and needs the API of Pub/Sub in
   * the project. Once said, say `GkeNotifications.none()` to have none: leaving it out changes
   * nothing.
   *
   * @default GkeNotifications.own()
   */
  readonly notifications?: GkeNotifications;
  /**
   * Keys and authorities of the control plane that you keep. Changing an authority replaces the cluster.
   *
   * @default - Google's
   */
  readonly controlPlaneKeys?: GkeControlPlaneKeys;
  /**
   * What a destroy does once `deletionProtection` lets it. Needs hashicorp/google 7.45.
   *
   * @default - it deletes
   */
  readonly deletionPolicy?: GkeDeletionPolicy;
  /** @default - the provider's own, 40, 60 and 40 minutes */
  readonly timeouts?: GkeTimeouts;
}
