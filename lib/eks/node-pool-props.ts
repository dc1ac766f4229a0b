import type { ITerraformDependable } from 'cdktf';
import type { KubernetesVersion } from '../values';
import type { EksNodePoolOptions } from './node-pool-options';
import type { EksPodNetworking } from './pod-networking';
import type { AwsEnvironment } from './private/aws-environment';

/** What a pool must know of its cluster for security groups, images and disks of its own. */
export interface EksNodePoolCluster {
  /** URL of the API. */
  readonly endpoint: string;
  readonly caCertificateBase64: string;
  readonly serviceCidr: string;
  /** The security group that EKS puts on all nodes. */
  readonly securityGroupId: string;
  readonly environment: AwsEnvironment;
}

/** Props of {@link EksNodePool}; `EksCluster.addNodePool` fills in what belongs to the cluster. */
export interface EksNodePoolProps extends EksNodePoolOptions {
  readonly poolName: string;
  /** Stem of the names of machines and launch template. */
  readonly namePrefix: string;
  /** Name of the cluster, as a token that ties the nodes to it. */
  readonly clusterName: string;
  /** Version of the nodes. */
  readonly version: KubernetesVersion;
  /**
   * Version of the control plane, which that of the nodes is held against.
   *
   * @default - not compared
   */
  readonly clusterVersion?: KubernetesVersion;
  readonly nodeRoleArn: string;
  readonly subnetIds: readonly string[];
  /**
   * Private subnets of the cluster's network, which `subnetIds` is held against.
   *
   * @default - not compared
   */
  readonly networkSubnetIds?: readonly string[];
  /**
   * How pods get their addresses, which decides how many a node takes.
   *
   * @default EksPodNetworking.prefixDelegation()
   */
  readonly podNetworking?: EksPodNetworking;
  /**
   * The cluster, for pools that ask for more than a name of it.
   *
   * @default - such pools are refused
   */
  readonly cluster?: EksNodePoolCluster;
  /** What the nodes need before they start. */
  readonly dependsOn: readonly ITerraformDependable[];
  readonly tags: Readonly<Record<string, string>>;
}
