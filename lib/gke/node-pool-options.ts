import type { CapacityType, INodePool, NodePoolOptions, NodePoolSize } from '../cluster';
import type { GkeLocation } from './location';
import type { GkeMachine } from './machine';
import type { GkeVersionPolicy } from './release-channel';

/** Options of a pool added with `GkeCluster.addNodePool()`. */
export interface GkeNodePoolOptions extends NodePoolOptions {
  /** Changing it moves the nodes one by one to the new machines; to or from machines with GPUs it replaces the pool. */
  readonly machine: GkeMachine;
  /**
   * Nodes over all zones of the pool together. A fixed size must be a multiple of the number of zones. The initial
   * size of an autoscaled pool is rounded up to whole nodes per zone, as far as its maximum allows.
   */
  readonly size: NodePoolSize;
  /**
   * On-demand and interruptible pools cannot turn into one another: changing it replaces the pool.
   *
   * @default CapacityType.ON_DEMAND
   */
  readonly capacityType?: CapacityType;
  /**
   * Zones of the cluster's region that the pool stands in.
   *
   * @default - those of the cluster
   */
  readonly zones?: readonly string[];
  /**
   * Size of the boot disk, which also holds images, logs and the pods' scratch space.
   *
   * @default - GKE's own, 100 GiB
   */
  readonly diskSizeGib?: number;
}

/** What pools of a cluster know of each other. */
export interface GkeNodePoolPeer extends INodePool {
  /** Whether the machines carry GPUs. */
  readonly hasGpus: boolean;
  /** Address of the resource, for `depends_on`. */
  readonly _address: string;
}

/** What a node pool must know of its cluster. */
export interface GkeNodePoolHost {
  readonly project: string;
  /** Name of the cluster as a reference to its resource. */
  readonly clusterName: string;
  readonly location: GkeLocation;
  readonly versionPolicy: GkeVersionPolicy;
  readonly serviceAccountEmail: string;
  /** Key of the boot disks. */
  readonly diskKeyId: string;
  /** `undefined` for none. */
  readonly resourceLabels: Readonly<Record<string, string>> | undefined;
  /** All pools of the cluster; it grows after a pool is defined. */
  readonly pools: readonly GkeNodePoolPeer[];
}

/** Props of {@link GkeNodePool}. */
export interface GkeNodePoolProps extends GkeNodePoolOptions {
  readonly poolName: string;
  readonly host: GkeNodePoolHost;
}
