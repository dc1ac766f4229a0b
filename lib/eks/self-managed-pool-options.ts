import type { CapacityType, NodePoolOptions, NodePoolSize } from '../cluster';
import type { EksDiskType } from './disk-type';
import type { EksMachines } from './machines';
import type { EksNodeImage } from './node-image';

/** Machines, size and image of a pool that EKS does not manage. */
export interface EksSelfManagedPoolOptions extends NodePoolOptions {
  /** An image of your own, by `EksNodeImage.custom`. Naming another one replaces the machines, a third at a time. */
  readonly image: EksNodeImage;
  /** The machines, all of one architecture, which must be that of the image. The first types are preferred. */
  readonly machines: EksMachines;
  /** How many nodes, over all zones together. */
  readonly size: NodePoolSize;
  /**
   * Whether AWS may take the nodes back.
   *
   * @default CapacityType.ON_DEMAND
   */
  readonly capacityType?: CapacityType;
  /**
   * Disk of each node in GiB, 20 to 16384: a volume encrypted with the account's key for EBS, billed by the GiB.
   *
   * @default 50
   */
  readonly diskSizeGib?: number;
  /**
   * Kind of that disk. On an Outpost there is `GP2` only.
   *
   * @default EksDiskType.GP3
   */
  readonly diskType?: EksDiskType;
  /**
   * Subnets of the nodes, such as those of one zone, or of an Outpost of the cluster's VPC. Those of an Outpost must not be among the subnets
   * that the cluster itself was given; machines there must be of types that the Outpost has, on demand.
   *
   * @default - all private subnets of the cluster's network
   */
  readonly subnetIds?: readonly string[];
}
