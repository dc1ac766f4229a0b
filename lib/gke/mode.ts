import type { GkeAutoProvisioning, GkeAutoscalingProfile } from './auto-provisioning';
import type { GkeClusterPolicy } from './cluster-policy';
import type { GkeDataplane } from './dataplane';

/** What only a cluster with nodes of yours can be told. */
export interface GkeStandardOptions {
  /**
   * Changing it replaces the cluster.
   *
   * @default GkeDataplane.V2
   */
  readonly dataplane?: GkeDataplane;
  /**
   * Most pods of a node, 8 to 256, where a pool says nothing else. Each node takes twice as many addresses, rounded up to a
   * power of two. Changing it replaces the cluster.
   *
   * @default 110
   */
  readonly maxPodsPerNode?: number;
  /**
   * Whether traffic between pods of one node passes the network, where flow logs and firewalls see it.
   *
   * @default true
   */
  readonly intranodeVisibility?: boolean;
  /**
   * A cache of DNS on each node. Switching it starts every node anew.
   *
   * @default - none
   */
  readonly nodeLocalDnsCache?: boolean;
  /**
   * Whether GKE moves replicas of StatefulSets with disks in two zones to the other one when a zone fails.
   *
   * @default - not
   */
  readonly statefulHighAvailability?: boolean;
  /**
   * Node pools that GKE makes by itself, beside yours or in place of them.
   *
   * @default - none
   */
  readonly autoProvisioning?: GkeAutoProvisioning;
  /** @default - GKE's own, BALANCED */
  readonly autoscalingProfile?: GkeAutoscalingProfile;
}

/** What only a cluster with nodes of Google's can be told. */
export interface GkeAutopilotOptions {
  /**
   * Whether pods may have the capability NET_ADMIN, as service meshes need.
   *
   * @default false
   */
  readonly allowNetAdmin?: boolean;
  /**
   * Paths of allowlists (`gs://…` or `gke://…`) of workloads that may run privileged; empty for none at all, not even those of Google's
   * partners. Needs hashicorp/google 7.27.
   *
   * @default - those of Google's partners
   */
  readonly privilegedAllowlists?: readonly string[];
  /**
   * What else is refused in the cluster. Needs hashicorp/google 7.28.
   *
   * @default - GKE's own
   */
  readonly clusterPolicy?: GkeClusterPolicy;
  /**
   * Network tags of the machines, for firewalls of yours.
   *
   * @default []
   */
  readonly networkTags?: readonly string[];
}

/** Made by {@link GkeMode.standard}. */
export interface GkeStandardMode {
  readonly kind: 'standard';
  readonly options: GkeStandardOptions;
}

/** Made by {@link GkeMode.autopilot}. */
export interface GkeAutopilotMode {
  readonly kind: 'autopilot';
  readonly options: GkeAutopilotOptions;
}

/**
 * Who runs the nodes. What the other mode refuses cannot be written. Changing the mode replaces the cluster.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/choose-cluster-mode
 */
export class GkeMode {
  /** You: node pools of machines that you choose, paid by the machine. */
  public static standard(options: GkeStandardOptions = {}): GkeStandardMode {
    return { kind: 'standard', options };
  }

  /**
   * Google: machines come and go with the pods, paid by what pods request. Regional only, with Dataplane V2, and without pods that
   * are privileged or use the host's network or files, except those on an allowlist.
   */
  public static autopilot(options: GkeAutopilotOptions = {}): GkeAutopilotMode {
    return { kind: 'autopilot', options };
  }

  private constructor() {}
}
