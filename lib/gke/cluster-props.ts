import type { ApiAccess, ClusterProps, EncryptionKey } from '../cluster';
import type { GkeApiAccess } from './api-access';
import type { GkeControlPlaneProps } from './control-plane-props';
import type { GkeLocation } from './location';
import type { GkeMaintenanceWindow } from './maintenance';
import type { GkeAutopilotMode, GkeStandardMode } from './mode';
import type { IGkeNetwork } from './network-attributes';
import type { GkeNodePoolOptions } from './node-pool-options';
import type { GkeNodeProps } from './node-props';
import type { GkeOperationsProps } from './operations-props';
import type { GkeVersionPolicy } from './release-channel';
import type { GkeSecurityProps } from './security-props';
import type { GkeTrafficProps } from './traffic-props';

/** Props of {@link GkeCluster} in every mode. */
export interface GkeCommonProps
  extends ClusterProps,
    GkeControlPlaneProps,
    GkeSecurityProps,
    GkeTrafficProps,
    GkeNodeProps,
    GkeOperationsProps {
  /** Id of the project. The cluster's name must be unique in it, since network and node account are named after it. Changing it replaces the cluster. */
  readonly project: string;
  /**
   * Number of the project. Google's service agents are named after it, and they must be granted the cluster's own key.
   *
   * @default - none; to be given unless `secretsEncryption` is a key that exists
   */
  readonly projectNumber?: string;
  /** Region (control plane over three zones) or zone (one control plane). Changing it replaces the cluster. */
  readonly location: GkeLocation;
  /**
   * Who reaches the Kubernetes API. By default it has no address at all, but a name that answers from everywhere to whom IAM lets in; say
   * `ApiAccess.private()` for an API that only the network reaches.
   *
   * @default GkeApiAccess.identityGated()
   */
  readonly apiAccess?: ApiAccess | GkeApiAccess;
  /**
   * Key of Kubernetes secrets and of the nodes' boot disks. A key of its own rotates every 90 days unless told otherwise. A new key for
   * secrets is taken in place; the node pools are replaced, one beside the other.
   *
   * @default EncryptionKey.own()
   */
  readonly secretsEncryption?: EncryptionKey;
  /**
   * Changing it replaces the cluster.
   *
   * @default - a network of its own, with the cluster's name and the default ranges of GkeNetwork
   */
  readonly network?: IGkeNetwork;
  /**
   * IAM members that may do everything on and in this cluster, under a name that stands in the Terraform address.
   * You can also add them with `cluster.access.addAdministrator()`.
   *
   * @default {}
   */
  readonly administrators?: Readonly<Record<string, string>>;
  /**
   * Who moves the cluster to new versions.
   *
   * @default GkeVersionPolicy.channel(GkeReleaseChannel.REGULAR)
   */
  readonly versionPolicy?: GkeVersionPolicy;
  /** @default GkeMaintenanceWindow.daily('03:00') */
  readonly maintenance?: GkeMaintenanceWindow;
}

/** Props of a cluster with nodes of Google's. Node pools have no place in them. */
export interface GkeAutopilotClusterProps extends GkeCommonProps {
  /** Changing it replaces the cluster. */
  readonly mode: GkeAutopilotMode;
  readonly nodePools?: never;
}

/** Props of a cluster with nodes of yours. */
export interface GkeClusterProps extends GkeCommonProps {
  /**
   * Changing it replaces the cluster.
   *
   * @default GkeMode.standard()
   */
  readonly mode?: GkeStandardMode;
  /**
   * Node pools by name. You can also add them with `cluster.addNodePool()`.
   *
   * @default {} - a cluster that has no pool in the end fails at synthesis, unless GKE makes nodes by `autoProvisioning`
   */
  readonly nodePools?: Readonly<Record<string, GkeNodePoolOptions>>;
}
