import type { ITerraformDependable } from 'cdktf';
import type { IConstruct } from 'constructs';

/** A network that a GKE cluster can stand in: one that is defined here, or one that exists. */
export interface IGkeNetwork extends IConstruct {
  /** Self link or `projects/…/global/networks/…`. */
  readonly networkId: string;
  /** Subnetwork of the nodes; self link or `projects/…/regions/…/subnetworks/…`. */
  readonly nodeSubnetworkId: string;
  /** Name of the secondary range of the node subnetwork that pods get their addresses from. */
  readonly podRangeName: string;
  /** Name of the secondary range of the node subnetwork that Services get their addresses from. */
  readonly serviceRangeName: string;
  /** Subnetwork that the control plane's private address comes from; `undefined` to take it from the node subnetwork. */
  readonly controlPlaneSubnetworkId: string | undefined;
  /** `undefined` where it is not known; then no capacity is checked against it. */
  readonly nodeCidr: string | undefined;
  /** `undefined` where it is not known; then no capacity is checked against it. */
  readonly podCidr: string | undefined;
  /** `undefined` where it is not known. */
  readonly serviceCidr: string | undefined;
  /** What a node needs before it starts and until it is gone: its way out. Empty for a network that exists. */
  readonly readyForNodes: readonly ITerraformDependable[];
}

/** What must be told about a network that exists, Shared VPC included. */
export interface GkeNetworkAttributes {
  /** Self link or `projects/…/global/networks/…`. */
  readonly networkId: string;
  /** Self link or `projects/…/regions/…/subnetworks/…`. It needs Private Google Access, and a way out for public images. */
  readonly nodeSubnetworkId: string;
  /** Name of the secondary range for pods. */
  readonly podRangeName: string;
  /** Name of the secondary range for Services; another one than that of the pods. */
  readonly serviceRangeName: string;
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
}
