import type { ITerraformDependable } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { GkeMadeRanges } from './made-ranges';

/** A further range that pods get their addresses from, when the first one is full. */
export interface GkePodRange {
  /** Name of a secondary range of the node subnetwork. */
  readonly rangeName: string;
  /** @default - unknown; it counts for nothing when the nodes' pods are held against their ranges */
  readonly cidr?: string;
}

/** A further subnetwork that nodes may stand in, with ranges for their pods. */
export interface GkeNodeSubnetwork {
  /** Self link or `projects/…/regions/…/subnetworks/…`. */
  readonly subnetworkId: string;
  /** Names of secondary ranges of it. */
  readonly podRangeNames: readonly string[];
}

/** A network that a GKE cluster can stand in: one that is defined here, or one that exists. */
export interface IGkeNetwork extends IConstruct {
  /** Self link or `projects/…/global/networks/…`. */
  readonly networkId: string;
  /** Subnetwork of the nodes; self link or `projects/…/regions/…/subnetworks/…`. */
  readonly nodeSubnetworkId: string;
  /** Name of the secondary range of the node subnetwork that pods get their addresses from; `undefined` where GKE makes it. */
  readonly podRangeName: string | undefined;
  /** Name of the secondary range of the node subnetwork that Services get their addresses from; `undefined` where GKE makes it. */
  readonly serviceRangeName: string | undefined;
  /** Ranges that GKE makes; `undefined` where they have names. */
  readonly rangesOfGke: GkeMadeRanges | undefined;
  /** Subnetwork that the control plane's private address comes from; `undefined` to take it from the node subnetwork. */
  readonly controlPlaneSubnetworkId: string | undefined;
  /** `undefined` where it is not known; then no capacity is checked against it. */
  readonly nodeCidr: string | undefined;
  /** `undefined` where it is not known; then no capacity is checked against it. */
  readonly podCidr: string | undefined;
  /** `undefined` where it is not known. */
  readonly serviceCidr: string | undefined;
  /** Range of that subnetwork, or of the control plane's own; `undefined` where it is not known. Firewalls of webhooks need it. */
  readonly controlPlaneCidr: string | undefined;
  /** Range outside the network that the control plane stands in and that Google peers with it; `undefined` for none. */
  readonly peeredControlPlaneCidr?: string;
  /** Project of the network, the host project of a Shared VPC; `undefined` for the cluster's own. */
  readonly networkProject: string | undefined;
  /** Whether the node subnetwork has addresses of IPv6 beside those of IPv4. */
  readonly isDualStack: boolean;
  /** Empty for none. */
  readonly morePodRanges: readonly GkePodRange[];
  /** Empty for none. */
  readonly moreNodeSubnetworks: readonly GkeNodeSubnetwork[];
  /** What a node needs before it starts and until it is gone: its way out, and grants in the project of the network. */
  readonly readyForNodes: readonly ITerraformDependable[];
}

/** What must be told about a network that exists, Shared VPC included. */
export interface GkeNetworkAttributes {
  /** Self link or `projects/…/global/networks/…`. */
  readonly networkId: string;
  /** Self link or `projects/…/regions/…/subnetworks/…`. It needs Private Google Access, and a way out for public images. */
  readonly nodeSubnetworkId: string;
  /**
   * Name of the secondary range for pods.
   *
   * @default - none; to be given unless `rangesOfGke` is
   */
  readonly podRangeName?: string;
  /**
   * Name of the secondary range for Services; another one than that of the pods.
   *
   * @default - none; to be given unless `rangesOfGke` is
   */
  readonly serviceRangeName?: string;
  /**
   * Ranges that GKE adds to the subnetwork, in place of ranges with names.
   *
   * @default - none
   */
  readonly rangesOfGke?: GkeMadeRanges;
  /**
   * What nodes must wait for in this stack, such as the grants of `GkeSharedVpcGrants`.
   *
   * @default []
   */
  readonly readyForNodes?: readonly ITerraformDependable[];
  /**
   * Self link or `projects/…/regions/…/subnetworks/…` of a subnetwork for the control plane's private address.
   *
   * @default - the address comes from the node subnetwork
   */
  readonly controlPlaneSubnetworkId?: string;
  /** @default - unknown; whether the nodes fit is not checked */
  readonly nodeCidr?: string;
  /** @default - unknown; whether the nodes' pods fit is not checked */
  readonly podCidr?: string;
  /** @default - unknown */
  readonly serviceCidr?: string;
  /**
   * Range of IPv4 with a /28, outside the network, for the control plane of a cluster that was made with one and is imported. Changing it
   * replaces the cluster; a new cluster needs none.
   *
   * @default - the control plane has an address of the network
   */
  readonly peeredControlPlaneCidr?: string;
  /** @default - unknown; rules of firewalls that need it are refused */
  readonly controlPlaneCidr?: string;
  /**
   * Project of the network where it is not the cluster's: the host project of a Shared VPC.
   *
   * @default - the cluster's
   */
  readonly networkProject?: string;
  /**
   * Whether the node subnetwork has addresses of IPv6 too.
   *
   * @default false
   */
  readonly isDualStack?: boolean;
  /** @default [] */
  readonly morePodRanges?: readonly GkePodRange[];
  /** @default [] */
  readonly moreNodeSubnetworks?: readonly GkeNodeSubnetwork[];
}
