import { nodeRules } from './node-rules';
import type { ProviderRule } from './rule';

/*
 * What hashicorp/google refuses of a cluster, from ConflictsWith, ExactlyOneOf, AtLeastOneOf and ValidateFunc of its schema and from its
 * own checks of plans.
 *
 * https://github.com/hashicorp/terraform-provider-google/blob/main/google/services/container/resource_container_cluster.go
 */

/** Members of one block, with the block before them. */
const of = (block: string, ...members: readonly string[]) => members.map((member) => `${block}.${member}`);
const oneOf = (path: string, ...values: readonly string[]): ProviderRule => ({
  kind: 'one of',
  path,
  values,
});
const single = (path: string): ProviderRule => ({ kind: 'at most', path, count: 1 });

/** What the provider refuses in the same resource as `enable_autopilot`, whether that is true or false. */
const NOT_BESIDE_AUTOPILOT = [
  ...of('addons_config', 'network_policy_config', 'dns_cache_config', 'stateful_ha_config'),
  ...of('cluster_autoscaling', 'enabled', 'resource_limits'),
  'binary_authorization.enabled',
  'enable_shielded_nodes',
  'network_policy',
  'node_pool',
  'default_max_pods_per_node',
  'remove_default_node_pool',
  'enable_intranode_visibility',
];

const RANGE_NAMES = of(
  'ip_allocation_policy',
  'cluster_secondary_range_name',
  'services_secondary_range_name',
);
const RANGE_CIDRS = of('ip_allocation_policy', 'cluster_ipv4_cidr_block', 'services_ipv4_cidr_block');
const MADE = 'cluster_autoscaling.auto_provisioning_defaults';
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

export const CLUSTER_RULES: readonly ProviderRule[] = [
  { kind: 'form', path: 'name', form: /^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/ },
  ...NOT_BESIDE_AUTOPILOT.map(
    (path): ProviderRule => ({ kind: 'conflicts', path, others: ['enable_autopilot'] }),
  ),
  { kind: 'conflicts', path: 'cluster_ipv4_cidr', others: ['ip_allocation_policy'] },
  ...RANGE_NAMES.map((path): ProviderRule => ({ kind: 'conflicts', path, others: RANGE_CIDRS })),
  {
    kind: 'conflicts',
    path: 'binary_authorization.enabled',
    others: ['binary_authorization.evaluation_mode'],
  },
  // a check of the plan: the first pool, which node_version is for, is gone
  { kind: 'conflicts', path: 'node_version', others: ['remove_default_node_pool'] },
  {
    kind: 'at least one',
    block: 'addons_config',
    members: [
      'http_load_balancing',
      'horizontal_pod_autoscaling',
      'network_policy_config',
      'cloudrun_config',
      'gcp_filestore_csi_driver_config',
      'dns_cache_config',
      'gce_persistent_disk_csi_driver_config',
      'gke_backup_agent_config',
      'config_connector_config',
      'gcs_fuse_csi_driver_config',
      'stateful_ha_config',
      'ray_operator_config',
      'parallelstore_csi_driver_config',
      'lustre_csi_driver_config',
    ],
  },
  {
    kind: 'at least one',
    block: 'private_cluster_config',
    members: [
      'enable_private_endpoint',
      'enable_private_nodes',
      'master_ipv4_cidr_block',
      'private_endpoint_subnetwork',
      'master_global_access_config',
    ],
  },
  {
    kind: 'at least one',
    block: `${MADE}.shielded_instance_config`,
    members: ['enable_secure_boot', 'enable_integrity_monitoring'],
  },
  {
    kind: 'exactly one',
    block: 'maintenance_policy',
    members: ['daily_maintenance_window', 'recurring_window'],
  },
  {
    kind: 'exactly one',
    block: `${MADE}.upgrade_settings.blue_green_settings.standard_rollout_policy`,
    members: ['batch_percentage', 'batch_node_count'],
  },
  { kind: 'all', block: 'cluster_autoscaling.resource_limits', members: ['resource_type', 'maximum'] },
  { kind: 'all', block: 'notification_config', members: ['pubsub'] },
  { kind: 'all', block: 'notification_config.pubsub.filter', members: ['event_type'] },
  { kind: 'all', block: 'resource_usage_export_config', members: ['bigquery_destination'] },
  { kind: 'all', block: 'ip_allocation_policy.additional_pod_ranges_config', members: ['pod_range_names'] },
  { kind: 'at most', path: 'maintenance_policy.maintenance_exclusion', count: 20 },
  ...['addons_config', 'ip_allocation_policy', 'dns_config', 'fleet', 'monitoring_config'].map(single),
  { kind: 'network', path: 'master_authorized_networks_config.cidr_blocks.cidr_block', min: 0, max: 32 },
  { kind: 'network', path: 'private_cluster_config.master_ipv4_cidr_block', min: 28, max: 28 },
  { kind: 'range', path: 'cluster_autoscaling.resource_limits.maximum', min: 1 },
  { kind: 'range', path: `${MADE}.disk_size`, min: 10 },
  {
    kind: 'form',
    path: 'maintenance_policy.daily_maintenance_window.start_time',
    form: /^([01]?\d|2[0-3]):[0-5]\d$/,
  },
  ...of('maintenance_policy', 'recurring_window', 'maintenance_exclusion').flatMap((block) =>
    of(block, 'start_time', 'end_time').map((path): ProviderRule => ({ kind: 'form', path, form: TIME })),
  ),
  oneOf(
    'maintenance_policy.maintenance_exclusion.exclusion_options.scope',
    'NO_UPGRADES',
    'NO_MINOR_UPGRADES',
    'NO_MINOR_OR_NODE_UPGRADES',
  ),
  oneOf(
    'maintenance_policy.maintenance_exclusion.exclusion_options.end_time_behavior',
    'UNTIL_END_OF_SUPPORT',
  ),
  oneOf('release_channel.channel', 'UNSPECIFIED', 'RAPID', 'REGULAR', 'STABLE', 'EXTENDED'),
  oneOf('binary_authorization.evaluation_mode', 'DISABLED', 'PROJECT_SINGLETON_POLICY_ENFORCE'),
  oneOf(
    'logging_config.enable_components',
    ...['SYSTEM_COMPONENTS', 'APISERVER', 'CONTROLLER_MANAGER', 'SCHEDULER', 'WORKLOADS'],
    ...['KCP_CONNECTION', 'KCP_SSHD', 'KCP_HPA'],
  ),
  oneOf(
    'monitoring_config.enable_components',
    ...['SYSTEM_COMPONENTS', 'APISERVER', 'SCHEDULER', 'CONTROLLER_MANAGER', 'STORAGE', 'HPA', 'POD'],
    ...['DAEMONSET', 'DEPLOYMENT', 'STATEFULSET', 'KUBELET', 'CADVISOR', 'DCGM', 'JOBSET'],
  ),
  oneOf('monitoring_config.managed_prometheus.auto_monitoring_config.scope', 'ALL', 'NONE'),
  oneOf(
    'notification_config.pubsub.filter.event_type',
    ...['UPGRADE_AVAILABLE_EVENT', 'UPGRADE_EVENT', 'SECURITY_BULLETIN_EVENT', 'UPGRADE_INFO_EVENT'],
  ),
  oneOf('security_posture_config.mode', 'DISABLED', 'BASIC', 'ENTERPRISE', 'MODE_UNSPECIFIED'),
  oneOf('confidential_nodes.confidential_instance_type', 'SEV', 'SEV_SNP', 'TDX'),
  oneOf('network_policy.provider', 'PROVIDER_UNSPECIFIED', 'CALICO'),
  oneOf('pod_autoscaling.hpa_profile', 'NONE', 'PERFORMANCE'),
  oneOf('ip_allocation_policy.stack_type', 'IPV4', 'IPV4_IPV6'),
  oneOf('networking_mode', 'VPC_NATIVE', 'ROUTES'),
  oneOf('database_encryption.state', 'ENCRYPTED', 'DECRYPTED'),
  oneOf('datapath_provider', 'DATAPATH_PROVIDER_UNSPECIFIED', 'LEGACY_DATAPATH', 'ADVANCED_DATAPATH'),
  oneOf('dns_config.cluster_dns', ...['PROVIDER_UNSPECIFIED', 'PLATFORM_DEFAULT', 'CLOUD_DNS', 'KUBE_DNS']),
  oneOf('dns_config.cluster_dns_scope', 'DNS_SCOPE_UNSPECIFIED', 'CLUSTER_SCOPE', 'VPC_SCOPE'),
  oneOf('gateway_api_config.channel', 'CHANNEL_DISABLED', 'CHANNEL_EXPERIMENTAL', 'CHANNEL_STANDARD'),
  oneOf('fleet.membership_type', 'LIGHTWEIGHT'),
  oneOf(
    'in_transit_encryption_config',
    'IN_TRANSIT_ENCRYPTION_CONFIG_UNSPECIFIED',
    'IN_TRANSIT_ENCRYPTION_DISABLED',
    'IN_TRANSIT_ENCRYPTION_INTER_NODE_TRANSPARENT',
  ),
  oneOf('anonymous_authentication_config.mode', 'ENABLED', 'LIMITED'),
  oneOf('cluster_autoscaling.autoscaling_profile', 'BALANCED', 'OPTIMIZE_UTILIZATION'),
  oneOf(`${MADE}.disk_type`, 'pd-standard', 'pd-ssd', 'pd-balanced'),
  oneOf(`${MADE}.image_type`, 'COS_CONTAINERD', 'COS', 'UBUNTU_CONTAINERD', 'UBUNTU'),
  oneOf('node_pool_auto_config.node_kubelet_config.insecure_kubelet_readonly_port_enabled', 'TRUE', 'FALSE'),
  oneOf(
    'node_pool_auto_config.linux_node_config.cgroup_mode',
    ...['CGROUP_MODE_UNSPECIFIED', 'CGROUP_MODE_V1', 'CGROUP_MODE_V2'],
  ),
  ...nodeRules(),
];
