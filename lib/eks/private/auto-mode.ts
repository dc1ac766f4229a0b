import type { Construct } from 'constructs';
import { EksAutoModePool } from '../auto-mode';
import { EksPodAddresses, type EksPodNetworking } from '../pod-networking';
import type { ClusterConfigPart } from './cluster-config';
import type { ClusterRoleProps } from './cluster-roles';
import { ServiceRole } from './service-role';

/** What the props say about Auto Mode. */
export interface AutoModeChoice {
  readonly autoMode?: boolean;
  readonly autoModeNodePools?: readonly EksAutoModePool[];
  readonly podNetworking?: EksPodNetworking;
}

/** The built-in pools of a cluster in Auto Mode, sorted and each once; none without it. */
export function autoModePoolsOf({ autoMode, autoModeNodePools }: AutoModeChoice): readonly EksAutoModePool[] {
  if (autoMode !== true) return [];
  return [...new Set(autoModeNodePools ?? Object.values(EksAutoModePool))].sort();
}

/** What does not go together about Auto Mode; empty when all does. */
export function describeAutoMode({
  autoMode,
  autoModeNodePools,
  podNetworking,
}: AutoModeChoice): readonly string[] {
  const problems: string[] = [];
  if (autoModeNodePools !== undefined && autoMode !== true) {
    problems.push(`'autoModeNodePools' needs 'autoMode: true'; found ${autoMode ?? 'none'}`);
  }
  if (
    autoMode === true &&
    podNetworking !== undefined &&
    (podNetworking.addresses === EksPodAddresses.CUSTOM || podNetworking.addresses === EksPodAddresses.SINGLE)
  ) {
    problems.push(
      `'podNetworking' (${podNetworking.addresses}) does not go with 'autoMode', whose nodes give pods their addresses themselves; use EksPodNetworking.prefixDelegation() or .ipv6(), and a NodeClass for subnets of pods`,
    );
  }
  return problems;
}

/**
 * The three blocks that switch Auto Mode on or off together. EKS refuses a cluster in which they differ, and ignores one that
 * goes away, so a cluster that had Auto Mode says `false` in all three for ever. A cluster that never had it has none.
 */
export function renderAutoMode(
  choice: AutoModeChoice,
  nodeRole: Pick<ServiceRole, 'roleArn' | 'ready'> | undefined,
): ClusterConfigPart {
  const { autoMode: enabled } = choice;
  if (enabled === undefined) return {};
  const pools = autoModePoolsOf(choice);
  return {
    computeConfig: {
      enabled,
      // EKS wants both or neither; the provider lets the role go away, and replaces the cluster for another one
      ...(pools.length === 0 ? {} : { nodePools: [...pools], nodeRoleArn: nodeRole?.roleArn }),
    },
    kubernetesNetworkConfig: { elasticLoadBalancing: { enabled } },
    storageConfig: { blockStorage: { enabled } },
    ...(nodeRole === undefined ? {} : { dependsOn: [...nodeRole.ready] }),
  };
}

/**
 * Policies, by construct id, that the control plane's role needs to run machines, volumes and load balancers itself. They stay when
 * Auto Mode is switched off again: EKS takes its machines away with them.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/auto-cluster-iam-role.html
 */
export const AUTO_MODE_CLUSTER_POLICIES: Readonly<Record<string, string>> = {
  Compute: 'AmazonEKSComputePolicy',
  BlockStorage: 'AmazonEKSBlockStoragePolicy',
  LoadBalancing: 'AmazonEKSLoadBalancingPolicy',
  Networking: 'AmazonEKSNetworkingPolicy',
};

/**
 * The role of the machines in built-in pools: joins and pulls images, and no more. A changed name replaces the cluster. EKS
 * gives it its access entry.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/auto-create-node-role.html
 */
export function defineAutoModeNodeRole(scope: Construct, id: string, props: ClusterRoleProps): ServiceRole {
  const { environment } = props.defaults;
  return new ServiceRole(scope, id, {
    roleName: `${props.namePrefix}-${environment.region}-auto`,
    description: 'Nodes of Auto Mode',
    service: `ec2.${environment.dnsSuffix}`,
    managedPolicies: {
      Worker: environment.managedPolicyArn('AmazonEKSWorkerNodeMinimalPolicy'),
      ImagePull: environment.managedPolicyArn('AmazonEC2ContainerRegistryPullOnly'),
    },
    defaults: props.defaults,
  });
}
