import type { IConstruct } from 'constructs';
import type { KubernetesVersion, PlatformId } from '../values';
import type { ClusterCapabilities } from './capabilities';
import type { ClusterConnection } from './connection';
import type { ControlPlaneLog } from './control-plane';
import type { ClusterNetwork } from './network';
import type { INodePool } from './node-pool';

/**
 * A Kubernetes cluster on any platform: what all of them truly have, and what an imported one can answer too.
 * No getter throws.
 *
 * Node pools are added on the concrete class (`EksCluster.addNodePool` and its siblings), because machines are
 * ordered by shape or type in a cloud and listed by name on premises.
 */
export interface ICluster extends IConstruct {
  readonly platform: PlatformId;
  readonly clusterName: string;
  readonly kubernetesVersion: KubernetesVersion;
  readonly connection: ClusterConnection;
  readonly network: ClusterNetwork;
  /**
   * Zones (cloud) or racks (on premises) that the nodes are spread over. Tokens when the provider chooses
   * them; empty for an imported cluster whose attributes do not say.
   */
  readonly failureDomains: readonly string[];
  /** The pools defined in this app, as a copy, in the order they were added; empty for an imported cluster. */
  readonly nodePools: readonly INodePool[];
  readonly capabilities: ClusterCapabilities;
}

/** Props that every platform honours. An option that one platform cannot honour is in the props of the others only. */
export interface ClusterProps {
  /**
   * Name of the cluster, 1 to 40 lower-case letters, digits and hyphens, starting with a letter. Also the stem of the names of what belongs to it.
   * Changing it replaces the cluster.
   */
  readonly clusterName: string;
  /** Minor version of Kubernetes. May be raised by one at a time; never lowered. */
  readonly version: KubernetesVersion;
  /**
   * Range of the virtual addresses of Services. Changing it replaces the cluster.
   *
   * @default - a private range that the platform's page names, disjoint from the default pod and node ranges
   */
  readonly serviceCidr?: string;
  /**
   * Parts of the control plane whose logs are kept.
   *
   * @default DEFAULT_CONTROL_PLANE_LOGS; on EKS all that there are
   */
  readonly controlPlaneLogs?: readonly ControlPlaneLog[];
  /**
   * Whether Terraform refuses to destroy the cluster. Switching it off takes an apply of its own before a destroy.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
  /**
   * Tags (AWS), labels (Google Cloud) or node annotations (on premises) of everything that can carry them.
   *
   * @default {}
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** What must be told about a cluster that exists, on every platform. */
export interface ClusterAttributes {
  readonly clusterName: string;
  readonly version: KubernetesVersion;
  /** URL of the Kubernetes API. */
  readonly host: string;
  /** Base64-encoded PEM. @default - the endpoint's certificate is publicly trusted */
  readonly caCertificateBase64?: string;
  /** @default - unknown */
  readonly podCidr?: string;
  /** @default - unknown */
  readonly serviceCidr?: string;
  /** @default [] */
  readonly failureDomains?: readonly string[];
}
