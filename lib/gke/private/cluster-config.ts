import type { ContainerClusterConfig } from '@cdktf/provider-google/lib/container-cluster';
import { GKE_MAX_PODS_PER_NODE } from '../../catalog/node-limits';
import type { ControlPlaneLog } from '../../cluster';
import { KubernetesVersion } from '../../values';
import type { GkeApiAccess } from '../api-access';
import type { GkeLocation } from '../location';
import { gkeLoggingComponents } from '../logging';
import type { GkeMaintenanceWindow } from '../maintenance';
import type { IGkeNetwork } from '../network-attributes';
import type { GkeVersionPolicy } from '../release-channel';
import { renderApiEndpoint } from './api-endpoint';
import { renderMaintenancePolicy } from './maintenance-parts';
import { hardenedNodeConfig, type NodeSecurity } from './node-config';

/** GKE refuses the setting on older clusters. */
const FIRST_WITH_LIMITED_ANONYMOUS_AUTH = KubernetesVersion.of('1.32');

/** A cluster with every default resolved. */
export interface ResolvedCluster {
  readonly clusterName: string;
  readonly project: string;
  readonly location: GkeLocation;
  readonly version: KubernetesVersion;
  readonly versionPolicy: GkeVersionPolicy;
  readonly network: IGkeNetwork;
  readonly apiAccess: GkeApiAccess;
  readonly controlPlaneLogs: readonly ControlPlaneLog[];
  readonly maintenance: GkeMaintenanceWindow;
  readonly deletionProtection: boolean;
  readonly nodeSecurity: NodeSecurity;
}

/** Some arguments of the resource. What a part says stands in place of what the base says, argument by argument. */
export type ClusterPart = Partial<ContainerClusterConfig>;

/** The whole resource: the base that every cluster has, and the parts that a cluster was told more about. */
export function renderCluster(
  cluster: ResolvedCluster,
  ...parts: readonly ClusterPart[]
): ContainerClusterConfig {
  let config = renderBase(cluster);
  for (const part of parts) config = { ...config, ...part };
  return config;
}

function renderBase(cluster: ResolvedCluster): ContainerClusterConfig {
  return {
    ...renderIdentity(cluster),
    ...renderVersion(cluster),
    ...renderApiEndpoint(
      cluster.apiAccess,
      cluster.network.controlPlaneSubnetworkId,
      cluster.network.peeredControlPlaneCidr,
    ),
    ...renderHardening(cluster),
    ...renderOperations(cluster),
    ...renderDefaultPool(cluster),
    deletionProtection: cluster.deletionProtection,
    lifecycle: {
      // deletion_protection only stops the apply, half way through a replacement; this stops the plan
      preventDestroy: cluster.deletionProtection ? true : undefined,
      ignoreChanges: [
        // of the throw-away pool; they read as whatever pool comes first
        'node_config',
        'initial_node_count',
        'node_pool',
        // GKE 1.35 answers ALL_OBJECTS_ENCRYPTION_ENABLED, which google 6.50 neither suppresses nor accepts
        'database_encryption[0].state',
      ],
    },
  };
}

/** What replaces the cluster when it changes. */
function renderIdentity({ clusterName, project, location, network }: ResolvedCluster) {
  return {
    name: clusterName,
    project,
    location: location.name,
    network: network.networkId,
    subnetwork: network.nodeSubnetworkId,
    networkingMode: 'VPC_NATIVE',
    ipAllocationPolicy: {
      clusterSecondaryRangeName: network.podRangeName,
      servicesSecondaryRangeName: network.serviceRangeName,
    },
    datapathProvider: 'ADVANCED_DATAPATH',
    defaultMaxPodsPerNode: GKE_MAX_PODS_PER_NODE,
    masterAuth: { clientCertificateConfig: { issueClientCertificate: false } },
    // GKE turns it on by itself in newer versions, and google 6.50 would replace the cluster to turn it off again
    enableL4IlbSubsetting: true,
  };
}

function renderVersion({ version, versionPolicy, location }: ResolvedCluster) {
  return {
    releaseChannel: { channel: versionPolicy.releaseChannel ?? 'UNSPECIFIED' },
    minMasterVersion: versionPolicy.pinnedVersion ?? version.toString(),
    nodeLocations: location.nodeZones === undefined ? undefined : [...location.nodeZones],
  };
}

function renderHardening({ project, version, nodeSecurity }: ResolvedCluster) {
  return {
    workloadIdentityConfig: { workloadPool: `${project}.svc.id.goog` },
    databaseEncryption: { state: 'ENCRYPTED', keyName: nodeSecurity.diskKeyId },
    enableShieldedNodes: true,
    enableLegacyAbac: false,
    enableIntranodeVisibility: true,
    anonymousAuthenticationConfig: version.isAtLeast(FIRST_WITH_LIMITED_ANONYMOUS_AUTH)
      ? { mode: 'LIMITED' }
      : undefined,
    rbacBindingConfig: {
      enableInsecureBindingSystemAuthenticated: false,
      enableInsecureBindingSystemUnauthenticated: false,
    },
    serviceExternalIpsConfig: { enabled: false },
    securityPostureConfig: { mode: 'BASIC' },
    nodePoolDefaults: { nodeConfigDefaults: { insecureKubeletReadonlyPortEnabled: 'FALSE' } },
  };
}

function renderOperations(cluster: ResolvedCluster) {
  const { maintenance } = cluster;
  return {
    loggingConfig: { enableComponents: [...gkeLoggingComponents(cluster.controlPlaneLogs)] },
    monitoringConfig: { enableComponents: ['SYSTEM_COMPONENTS'], managedPrometheus: { enabled: true } },
    costManagementConfig: { enabled: true },
    maintenancePolicy: renderMaintenancePolicy(maintenance),
    resourceLabels: copy(cluster.nodeSecurity.resourceLabels),
  };
}

/**
 * GKE makes no cluster without a pool. The one it makes is removed at once, and is hardened all the same: an
 * organization's policies judge it too.
 */
function renderDefaultPool({ nodeSecurity }: ResolvedCluster) {
  return {
    removeDefaultNodePool: true,
    initialNodeCount: 1,
    nodeConfig: hardenedNodeConfig(nodeSecurity),
  };
}

function copy(labels: Readonly<Record<string, string>> | undefined): Record<string, string> | undefined {
  return labels === undefined ? undefined : { ...labels };
}
