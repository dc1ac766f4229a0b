/*
 * The constraints for GKE in the hardened dataset of Google's own landing zone, as data: 22 custom ones and 14 managed ones. Each looks
 * at a cluster or a node pool as the API of GKE has it, and these look at it as Terraform has it, so each says itself when it holds.
 * A condition that names a field which the provider does not know is kept: an override could still set it.
 *
 * https://github.com/GoogleCloudPlatform/cloud-foundation-fabric/tree/master/fast/stages/0-org-setup/datasets/hardened/organization
 */

type Body = Readonly<Record<string, unknown>>;

/** Every resource of a stack, by type and logical id. */
export type Resources = Readonly<Record<string, Readonly<Record<string, Body>>>>;

export interface GkeRule {
  readonly id: string;
  readonly sentence: string;
  /** Of pools: Autopilot sees to it, and nobody can say anything. */
  readonly autopilots?: true;
  holds(body: Body): boolean;
}

/** A block of a body, however CDKTF renders it, or what an absent one holds. */
function blockOf(body: unknown, ...path: readonly string[]): Body {
  let found: unknown = body;
  for (const name of ['', ...path]) {
    if (name !== '') found = (found as Body)[name] ?? {};
    if (Array.isArray(found)) found = found[0] ?? {};
  }
  return found as Body;
}

const isAutopilot = ({ enable_autopilot: autopilot }: Body): boolean => autopilot === true;
const nodesOf = (pool: Body): Body => blockOf(pool, 'node_config');
const shieldOf = (pool: Body): Body => blockOf(nodesOf(pool), 'shielded_instance_config');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const CLUSTER_RULES: readonly GkeRule[] = [
  {
    id: 'container.managed.disableABAC',
    sentence: 'Legacy authorization by attributes is off.',
    holds: ({ enable_legacy_abac: abac }) => abac !== true,
  },
  {
    id: 'container.managed.disableLegacyClientCertificateIssuance',
    sentence: 'No client certificate is issued.',
    holds: (body) =>
      blockOf(body, 'master_auth', 'client_certificate_config').issue_client_certificate !== true,
  },
  {
    id: 'container.managed.disableRBACSystemBindings',
    sentence: 'Nothing is bound to everybody, known or unknown.',
    holds: (body) => {
      const bindings = blockOf(body, 'rbac_binding_config');
      return ['authenticated', 'unauthenticated'].every(
        (group) => bindings[`enable_insecure_binding_system_${group}`] === false,
      );
    },
  },
  {
    id: 'container.managed.enableBinaryAuthorization',
    sentence: 'Images must pass the policy of the project.',
    holds: (body) =>
      blockOf(body, 'binary_authorization').evaluation_mode === 'PROJECT_SINGLETON_POLICY_ENFORCE',
  },
  {
    id: 'container.managed.enableCloudLogging',
    sentence: 'Logs go to Cloud Logging.',
    holds: (body) => listOf(blockOf(body, 'logging_config').enable_components).includes('SYSTEM_COMPONENTS'),
  },
  {
    id: 'container.managed.enableGoogleGroupsRBAC',
    sentence: 'Roles can be bound to groups of Google.',
    holds: (body) => typeof blockOf(body, 'authenticator_groups_config').security_group === 'string',
  },
  {
    id: 'container.managed.enableNetworkPolicy',
    sentence: 'Network policies are enforced.',
    holds: (body) =>
      isAutopilot(body) ||
      body.datapath_provider === 'ADVANCED_DATAPATH' ||
      blockOf(body, 'network_policy').enabled === true,
  },
  {
    id: 'container.managed.enablePrivateNodes',
    sentence: 'Nodes have no public address.',
    holds: (body) => blockOf(body, 'private_cluster_config').enable_private_nodes === true,
  },
  {
    id: 'container.managed.enableSecretsEncryption',
    sentence: 'Secrets are encrypted by a key of the customer.',
    holds: (body) => {
      const { state, key_name: key } = blockOf(body, 'database_encryption');
      return state === 'ENCRYPTED' && typeof key === 'string';
    },
  },
  {
    id: 'container.managed.enableSecurityBulletinNotifications',
    sentence: 'Security bulletins are sent to a topic.',
    holds: (body) => {
      const { enabled, filter } = blockOf(body, 'notification_config', 'pubsub');
      const events = filter === undefined ? undefined : listOf(blockOf(filter).event_type);
      return enabled === true && (events === undefined || events.includes('SECURITY_BULLETIN_EVENT'));
    },
  },
  {
    id: 'container.managed.enableShieldedNodes',
    sentence: 'Nodes are shielded.',
    holds: (body) => isAutopilot(body) || body.enable_shielded_nodes === true,
  },
  {
    id: 'container.managed.enableWorkloadIdentityFederation',
    sentence: 'Pods have an identity of their own.',
    holds: (body) => typeof blockOf(body, 'workload_identity_config').workload_pool === 'string',
  },
  {
    id: 'custom.gkeAllowedReleaseChannels',
    sentence: 'The release channel is REGULAR or STABLE.',
    holds: (body) => ['REGULAR', 'STABLE'].includes(String(blockOf(body, 'release_channel').channel)),
  },
  {
    id: 'custom.gkeDisableAlphaCluster',
    sentence: 'The cluster has no alpha features.',
    holds: ({ enable_kubernetes_alpha: alpha }) => alpha !== true,
  },
  {
    id: 'custom.gkeDisableKubernetesDashboard',
    sentence: 'The dashboard is off.',
    holds: (body) => blockOf(body, 'addons_config', 'kubernetes_dashboard').disabled !== false,
  },
  {
    id: 'custom.gkeDisableLegacyAbac',
    sentence: 'Legacy authorization by attributes is off.',
    holds: ({ enable_legacy_abac: abac }) => abac !== true,
  },
  {
    id: 'custom.gkeRequireConfidentialNodes',
    sentence: 'Memory of nodes is encrypted.',
    holds: (body) => blockOf(body, 'confidential_nodes').enabled === true,
  },
  {
    id: 'custom.gkeRequireDataplaneV2',
    sentence: 'The network is Dataplane V2.',
    holds: (body) => isAutopilot(body) || body.datapath_provider === 'ADVANCED_DATAPATH',
  },
  {
    id: 'custom.gkeRequireIntraNodeVisibility',
    sentence: 'Traffic between pods of one node passes the network.',
    // the provider refuses the argument beside enable_autopilot
    holds: (body) => isAutopilot(body) || body.enable_intranode_visibility === true,
  },
  {
    id: 'custom.gkeRequireMasterAuthorizedNetworks',
    sentence: 'The address of the API answers known ranges only.',
    holds: ({ master_authorized_networks_config: networks }) => networks !== undefined,
  },
  {
    id: 'custom.gkeRequireMonitoring',
    sentence: 'Metrics of the system go to Cloud Monitoring.',
    holds: (body) =>
      listOf(blockOf(body, 'monitoring_config').enable_components).includes('SYSTEM_COMPONENTS'),
  },
  {
    id: 'custom.gkeRequirePrivateEndpoint',
    sentence: 'The API has no public address.',
    holds: (body) => blockOf(body, 'private_cluster_config').enable_private_endpoint === true,
  },
  {
    id: 'custom.gkeRequireRegionalClusters',
    sentence: 'The control plane is in a region.',
    holds: ({ location }) => /^[a-z]+(-[a-z, 1-9]+)$/.test(String(location)),
  },
  {
    id: 'custom.gkeRequireVPCNativeCluster',
    sentence: 'Pods have addresses of the network.',
    holds: ({ networking_mode: mode, ip_allocation_policy: ranges }) =>
      mode === 'VPC_NATIVE' && ranges !== undefined,
  },
];

const POOL_RULES: readonly GkeRule[] = [
  {
    id: 'container.managed.disableInsecureKubeletReadOnlyPort',
    sentence: 'The kubelet tells nobody unknown about its pods.',
    holds: (pool) =>
      blockOf(nodesOf(pool), 'kubelet_config').insecure_kubelet_readonly_port_enabled === 'FALSE',
  },
  {
    id: 'container.managed.disallowDefaultComputeServiceAccount',
    sentence: 'Nodes do not run as the default account of Compute Engine.',
    holds: (pool) => {
      const { service_account: account } = nodesOf(pool);
      return typeof account === 'string' && !/^default$|-compute@developer\./.test(account);
    },
  },
  ...['custom.gkeAllowedNodePoolImages', 'custom.gkeRequireCOSImage'].map(
    (id): GkeRule => ({
      id,
      sentence: 'Nodes run Container-Optimized OS.',
      autopilots: true,
      holds: (pool) => nodesOf(pool).image_type === 'COS_CONTAINERD',
    }),
  ),
  {
    id: 'custom.gkeDisableLegacyMetadataEndpoints',
    sentence: 'The metadata server has no old endpoints.',
    autopilots: true,
    holds: (pool) => blockOf(nodesOf(pool), 'metadata')['disable-legacy-endpoints'] !== 'false',
  },
  {
    id: 'custom.gkeRequireGKEMetadataServer',
    sentence: 'Pods see the metadata of GKE and not those of the machine.',
    autopilots: true,
    holds: (pool) => blockOf(nodesOf(pool), 'workload_metadata_config').mode === 'GKE_METADATA',
  },
  {
    id: 'custom.gkeRequireIntegrityMonitoring',
    sentence: 'What a node starts is measured.',
    autopilots: true,
    holds: (pool) => shieldOf(pool).enable_integrity_monitoring === true,
  },
  {
    id: 'custom.gkeRequireNodePoolAutoRepair',
    sentence: 'Nodes are repaired.',
    autopilots: true,
    holds: (pool) => blockOf(pool, 'management').auto_repair === true,
  },
  {
    id: 'custom.gkeRequireNodePoolAutoUpgrade',
    sentence: 'Nodes are upgraded.',
    autopilots: true,
    holds: (pool) => blockOf(pool, 'management').auto_upgrade === true,
  },
  {
    id: 'custom.gkeRequireNodePoolCMEKEncryption',
    sentence: 'Boot disks are encrypted by a key of the customer.',
    holds: (pool) => typeof nodesOf(pool).boot_disk_kms_key === 'string',
  },
  {
    id: 'custom.gkeRequireNodePoolSandbox',
    sentence: 'Pods run in gVisor, but in a pool with default-pool in its name.',
    autopilots: true,
    holds: (pool) =>
      String(pool.name ?? pool.name_prefix).includes('default-pool') ||
      String(blockOf(nodesOf(pool), 'sandbox_config').sandbox_type).toLowerCase() === 'gvisor',
  },
  {
    id: 'custom.gkeRequireSecureBoot',
    sentence: 'Nodes start only what is signed.',
    autopilots: true,
    holds: (pool) => shieldOf(pool).enable_secure_boot === true,
  },
];

export const GKE_RULES: readonly GkeRule[] = [...CLUSTER_RULES, ...POOL_RULES];

/** What GKE says where a pool of its own making is told nothing, in a release channel. */
const MANAGED = { auto_repair: true, auto_upgrade: true };

/** The pools that come with a cluster and are no resource: the first one, which is removed at once, and those that GKE makes. */
function poolsOf(cluster: Body): Readonly<Record<string, Body>> {
  const made = blockOf(cluster, 'cluster_autoscaling', 'auto_provisioning_defaults');
  const nodes = {
    ...made,
    kubelet_config: blockOf(cluster, 'node_pool_auto_config', 'node_kubelet_config'),
    // GKE's own where pods have identities
    workload_metadata_config: { mode: 'GKE_METADATA' },
  };
  return {
    ...(cluster.remove_default_node_pool === true
      ? { first: { name: 'default-pool', management: MANAGED, node_config: cluster.node_config } }
      : {}),
    ...(isAutopilot(cluster) || blockOf(cluster, 'cluster_autoscaling').enabled === true
      ? { made: { name: 'nap', management: MANAGED, ...made, node_config: nodes } }
      : {}),
  };
}

/** `id: type.logical_id` of everything that breaks a rule, sorted; pools that are no resource stand behind their cluster. */
export function brokenIn(resources: Resources): readonly string[] {
  const clusters = Object.entries(resources.google_container_cluster ?? {});
  const found: string[] = [];
  const judge = (rules: readonly GkeRule[], address: string, body: Body) => {
    for (const { id, holds } of rules) if (!holds(body)) found.push(`${id}: ${address}`);
  };
  for (const [name, cluster] of clusters) {
    judge(CLUSTER_RULES, `google_container_cluster.${name}`, cluster);
    const rules = isAutopilot(cluster)
      ? POOL_RULES.filter(({ autopilots }) => autopilots !== true)
      : POOL_RULES;
    for (const [pool, body] of Object.entries(poolsOf(cluster))) {
      judge(rules, `google_container_cluster.${name} (${pool} pool)`, body);
    }
  }
  for (const [name, pool] of Object.entries(resources.google_container_node_pool ?? {})) {
    judge(POOL_RULES, `google_container_node_pool.${name}`, pool);
  }
  return found.sort();
}
