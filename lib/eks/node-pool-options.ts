import type { CapacityType, EncryptionKey, NodePoolOptions, NodePoolSize } from '../cluster';
import type { KubernetesVersion } from '../values';
import type { EksCapacityReservation } from './capacity-reservation';
import type { EksMachines } from './machines';
import type { EksNodeImage } from './node-image';
import type { EksNodeRelease } from './node-release';
import type { EksNodeRepair } from './node-repair';
import type { EksNodeUpdate } from './node-update';
import type { EksPlacement } from './placement';
import type { EksUserData } from './user-data';
import type { EksWarmPool } from './warm-pool';

/** Machines, size, image and disk of a pool on EKS. */
export interface EksNodePoolOptions extends NodePoolOptions {
  /** The machines, all of one architecture. Changing them replaces the nodes. */
  readonly machines: EksMachines;
  /** How many nodes, over all zones together. */
  readonly size: NodePoolSize;
  /**
   * Whether AWS may take the nodes back. Changing it replaces the nodes. With `INTERRUPTIBLE`, name several types.
   *
   * @default CapacityType.ON_DEMAND
   */
  readonly capacityType?: CapacityType;
  /**
   * Machines that AWS keeps for this pool. Changing it replaces the nodes.
   *
   * @default - none; what is there at the time
   */
  readonly capacityReservation?: EksCapacityReservation;
  /**
   * The operating system. Changing it replaces the nodes.
   *
   * @default EksNodeImage.amazonLinux2023()
   */
  readonly image?: EksNodeImage;
  /**
   * Version of Kubernetes on the nodes, at most three minors behind the cluster's: to raise the control plane first and the pools one by
   * one. Not for an image of your own, which has its version.
   *
   * @default - the cluster's
   */
  readonly version?: KubernetesVersion;
  /**
   * Release of EKS's image: pinned, or the newest at every plan. Another one replaces the nodes, a share at a time (`update`).
   *
   * @default - the newest when the pool is made; it then stays until the version or the launch template changes
   */
  readonly release?: EksNodeRelease;
  /**
   * Subnets of the nodes, such as those of one zone. Changing them replaces the nodes.
   *
   * @default - all private subnets of the cluster's network
   */
  readonly subnetIds?: readonly string[];
  /**
   * How many nodes are replaced at once.
   *
   * @default EksNodeUpdate.unavailablePercent(33)
   */
  readonly update?: EksNodeUpdate;
  /**
   * Whether an update goes on when a PodDisruptionBudget holds up a node for longer than 15 minutes, and deletes the pods.
   *
   * @default false the update fails
   */
  readonly forceUpdate?: boolean;
  /**
   * What EKS does with broken nodes.
   *
   * @default - it repairs them, by its own thresholds; on Windows it cannot
   */
  readonly repair?: EksNodeRepair;
  /**
   * Machines that wait to become nodes. Needs hashicorp/aws 6.56.
   *
   * @default - none
   */
  readonly warmPool?: EksWarmPool;
  /**
   * Root disk of each node in GiB, 20 to 16384 (Windows from 50): a gp3 volume, encrypted, billed by the GiB. On Bottlerocket, whose own
   * disk stays as it is, the second one.
   *
   * @default 50
   */
  readonly diskSizeGib?: number;
  /**
   * Operations a second of that disk, 3000 to 80000 and at most 500 for each GiB. Above 3000 they are billed.
   *
   * @default - 3000, by gp3
   */
  readonly diskIops?: number;
  /**
   * MiB a second of that disk, 125 to 2000 and at most a quarter of `diskIops`. Above 125 they are billed.
   *
   * @default - 125, by gp3
   */
  readonly diskThroughputMibps?: number;
  /**
   * The key that encrypts the disks. An own one is the pool's, at a dollar a month, and is destroyed with it. The policy of one that exists,
   * named by ARN, must let the role `AWSServiceRoleForAutoScaling` use it and make grants.
   *
   * @default - the account's key for EBS
   */
  readonly diskEncryption?: EncryptionKey;
  /**
   * How many hops an answer of the metadata service travels. With 2, every pod can take on the role of its node: only for software that
   * cannot do without.
   *
   * @default 1 the node itself
   */
  readonly imdsHopLimit?: 1 | 2;
  /**
   * Security groups of the nodes beside the cluster's own, at most four. Never tag one `kubernetes.io/cluster/…`: the load balancer
   * controllers want exactly one such, and the cluster's is it.
   *
   * @default [] the cluster's alone
   */
  readonly securityGroupIds?: readonly string[];
  /**
   * Whether the machines use all their Elastic Fabric Adapters. In one subnet; pods ask for them once their device plugin is installed in
   * the cluster. Best with `EksPlacement.cluster()`.
   *
   * @default false
   */
  readonly efa?: boolean;
  /**
   * How the machines stand to each other.
   *
   * @default - wherever there is room
   */
  readonly placement?: EksPlacement;
  /**
   * Settings of the kubelet in its own words, such as `{ imageGCHighThresholdPercent: 70 }`. Amazon Linux only. With `maxPods`, a node
   * takes another number of pods than 110.
   *
   * @default {}
   * @see https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/
   */
  readonly kubelet?: Readonly<Record<string, unknown>>;
  /**
   * What the machines are told beside.
   *
   * @default - nothing
   */
  readonly userData?: EksUserData;
}
