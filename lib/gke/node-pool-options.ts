import type { ITerraformDependable } from 'cdktf';
import type { CapacityType, INodePool, NodePoolOptions, NodePoolSize } from '../cluster';
import type { GkeCapacityReservation } from './capacity-reservation';
import type { GkeConfidential } from './confidential';
import type { GkeDeletionPolicy } from './deletion-policy';
import type { GkeBootDisk, GkeLocalSsd, GkeSecondaryBootDisk } from './disks';
import type { GkeEgressBandwidth } from './egress-bandwidth';
import type { GkeGpuOptions } from './gpu';
import type { GkeKubeletOptions } from './kubelet';
import type { GkeLinuxOptions } from './linux';
import type { GkeLocation } from './location';
import type { GkeMachine } from './machine';
import type { GkeNodeImage } from './node-image';
import type { GkeSizeUnit, GkeZoneBalance } from './node-pool-size';
import type { GkeNodeUpgrade } from './node-upgrade';
import type { GkePlacement } from './placement';
import type { GkeNodeInterface, GkePoolPodRange } from './pool-network';
import type { GkeProvisioning } from './provisioning';
import type { GkeRegistryCertificate } from './registry-certificates';
import type { GkeVersionPolicy } from './release-channel';
import type { GkeSoleTenancy } from './sole-tenancy';
import type { GkeTimeouts } from './timeouts';

/** Options of a pool added with `GkeCluster.addNodePool()`. */
export interface GkeNodePoolOptions extends NodePoolOptions {
  /** Changing it moves the nodes one by one to the new machines; to or from machines with GPUs it replaces the pool. */
  readonly machine: GkeMachine;
  /**
   * Nodes over all zones of the pool together. A fixed size must be a multiple of the number of zones. The initial
   * size of an autoscaled pool is rounded up to whole nodes per zone, as far as its maximum allows.
   * `sizePer: GkeSizeUnit.ZONE` counts the nodes of each zone instead, and then none of this applies.
   */
  readonly size: NodePoolSize;
  /**
   * What the numbers of `size` count.
   *
   * @default GkeSizeUnit.POOL
   */
  readonly sizePer?: GkeSizeUnit;
  /**
   * Where the autoscaler adds nodes. Only of an autoscaled pool.
   *
   * @default - GkeZoneBalance.BALANCED; ANY where machines are interruptible, reserved, or handed out when Google has some
   */
  readonly zoneBalance?: GkeZoneBalance;
  /**
   * Whether a fixed size is only that of the beginning: whoever changes it since then is not corrected, nor is it by a new `size`.
   *
   * @default false
   */
  readonly ignoreResize?: boolean;
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
  /**
   * What the nodes run.
   *
   * @default GkeNodeImage.CONTAINER_OPTIMIZED
   */
  readonly image?: GkeNodeImage;
  /**
   * How nodes are replaced when their version, image or machine changes.
   *
   * @default GkeNodeUpgrade.surge(1)
   */
  readonly upgrade?: GkeNodeUpgrade;
  /**
   * When machines come and when they go. Changing it replaces the pool.
   *
   * @default - at once, and for good
   */
  readonly provisioning?: GkeProvisioning;
  /** @default - those of the machine type, with the driver that GKE picks */
  readonly gpu?: GkeGpuOptions;
  /**
   * How near to each other the machines stand. Changing it replaces the pool.
   *
   * @default - wherever Google puts them
   */
  readonly placement?: GkePlacement;
  /**
   * Which reserved machines the pool takes. Changing it replaces the pool.
   *
   * @default - GKE's own, any that are open to all; none where Google hands machines out when it has some
   */
  readonly capacityReservation?: GkeCapacityReservation;
  /**
   * Physical servers that nobody else's machines run on. Changing it replaces the pool.
   *
   * @default - shared ones
   */
  readonly soleTenancy?: GkeSoleTenancy;
  /**
   * Oldest processor that will do, as Google names it: `Intel Ice Lake`. Changing it replaces the pool.
   *
   * @default - whatever the zone has for the machine type
   */
  readonly minCpuPlatform?: string;
  /**
   * Threads on each core; 1 halves the vCPUs at the same price, for software that is licensed or measured by the core. Changing it
   * replaces the pool.
   *
   * @default - as many as the processor has
   */
  readonly threadsPerCore?: 1 | 2;
  /**
   * Whether machines can be run in the nodes. Not on E2, AMD and Arm. Changing it replaces the pool.
   *
   * @default false
   */
  readonly nestedVirtualization?: boolean;
  /** @default - as GKE has it, but hardened */
  readonly kubelet?: GkeKubeletOptions;
  /** @default - as the image has it */
  readonly linux?: GkeLinuxOptions;
  /**
   * Whether GKE's logging agent may take more of the processor, for more than 100 KiB of logs in a second from each node.
   *
   * @default - GKE's own, not
   */
  readonly maxThroughputLogging?: boolean;
  /** @default - by the machine */
  readonly bootDisk?: GkeBootDisk;
  /** @default - those that the machine type comes with, for what pods write without a volume */
  readonly localSsd?: GkeLocalSsd;
  /**
   * How the processor keeps the nodes' memory from the machine below them. A machine series of few. Changing it replaces the pool.
   *
   * @default - the cluster's
   */
  readonly confidential?: GkeConfidential;
  /**
   * Whether the boot disk is encrypted by hardware of its own. Hyperdisk only, and with a key that a hardware module keeps. Changing it
   * replaces the pool.
   *
   * @default false
   */
  readonly confidentialDisk?: boolean;
  /**
   * A further boot disk with something on it already; hashicorp/google has no place for two. Needs `imageStreaming`. Changing it
   * replaces the pool.
   *
   * @default []
   */
  readonly secondaryBootDisks?: readonly GkeSecondaryBootDisk[];
  /**
   * Storage pools that the boot disks come from, as `projects/…/zones/…/storagePools/…`, one for each zone. Hyperdisk only.
   *
   * @default []
   */
  readonly storagePools?: readonly string[];
  /**
   * Whether pods start before their image is pulled as a whole, from Artifact Registry only. Needs the API `containerfilesystem.googleapis.com`.
   *
   * @default - GKE's own, not
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/image-streaming
   */
  readonly imageStreaming?: boolean;
  /** @default [] */
  readonly registryCertificates?: readonly GkeRegistryCertificate[];
  /**
   * Whether the network card is Google's own, faster one. Newer machine series have no other.
   *
   * @default - as the machine series has it
   */
  readonly gvnic?: boolean;
  /**
   * Whether GPUs of several nodes talk faster over TCP (NCCL Fast Socket). Needs `gvnic`.
   *
   * @default - not
   */
  readonly fastSocket?: boolean;
  /**
   * How much machines may send. Needs `gvnic`.
   *
   * @default - as much as the machine type may without a further price
   */
  readonly egressBandwidth?: GkeEgressBandwidth;
  /**
   * Most pods of a node, 8 to 256 (110 on Windows). A node takes twice as many addresses, rounded up to a power of two. Changing it
   * replaces the pool.
   *
   * @default - the cluster's, 110
   */
  readonly maxPodsPerNode?: number;
  /**
   * Where the pods get their addresses. Changing it replaces the pool.
   *
   * @default - the cluster's ranges
   */
  readonly podRange?: GkePoolPodRange;
  /**
   * Further interfaces of every node. Needs the cluster's `multiNetworking`. Changing it replaces the pool.
   *
   * @default []
   */
  readonly moreNetworks?: readonly GkeNodeInterface[];
  /**
   * Network tags of the machines, for firewall rules of yours.
   *
   * @default []
   */
  readonly networkTags?: readonly string[];
  /**
   * Secure tags of the machines, `tagKeys/…` to `tagValues/…`, for firewall policies and organization policies. GKE's service agent
   * needs `roles/resourcemanager.tagUser` on them.
   *
   * @default {}
   */
  readonly resourceManagerTags?: Readonly<Record<string, string>>;
  /**
   * Whether pods that ask for it run in gVisor, a kernel of their own in user space; GKE taints the nodes
   * `sandbox.gke.io/runtime=gvisor:NoSchedule`. Not for every pool of a cluster. Needs hashicorp/google 7.22. Changing it replaces the pool.
   *
   * @default false
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/sandbox-pods
   */
  readonly sandbox?: boolean;
  /**
   * Whether a destroy of the pool waits for PodDisruptionBudgets, up to an hour. Needs hashicorp/google 7.17.
   *
   * @default - not
   */
  readonly respectDisruptionBudgetsOnDelete?: boolean;
  /**
   * What a destroy of the pool does. Needs hashicorp/google 7.45.
   *
   * @default - deletes
   */
  readonly deletionPolicy?: GkeDeletionPolicy;
  /** @default - the provider's, 30 minutes each */
  readonly timeouts?: GkeTimeouts;
}

/** What pools of a cluster know of each other. */
export interface GkeNodePoolPeer extends INodePool {
  /** Whether the machines carry GPUs. */
  readonly hasGpus: boolean;
  /** Whether the nodes run Windows. */
  readonly isWindows: boolean;
  /** Whether pods on the nodes run in gVisor. */
  readonly isSandboxed: boolean;
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
  /** Number of `project`, which secrets may be named after. */
  readonly projectNumber?: string;
  /** Secure tags of all nodes of the cluster. */
  readonly resourceManagerTags?: Readonly<Record<string, string>>;
  /** Most pods of a node where a pool says nothing else; 110 when left out. */
  readonly maxPodsPerNode?: number;
  /** Whether nodes may have further interfaces; not when left out. */
  readonly multiNetworking?: boolean;
  /** How memory is kept where a pool says nothing else. */
  readonly confidentialNodes?: GkeConfidential;
  /** Secondary ranges that pods may use; `undefined` where they are not known. */
  readonly podRangeNames?: readonly string[];
  /** What must be there before the first node is. */
  readonly notBefore?: readonly ITerraformDependable[];
}

/** Props of {@link GkeNodePool}. */
export interface GkeNodePoolProps extends GkeNodePoolOptions {
  readonly poolName: string;
  readonly host: GkeNodePoolHost;
}
