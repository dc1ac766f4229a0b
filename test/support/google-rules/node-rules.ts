import type { ProviderRule } from './rule';

/*
 * What hashicorp/google refuses of nodes, in a pool and in a cluster, from the schema that both share.
 *
 * https://github.com/hashicorp/terraform-provider-google/blob/main/google/services/container/node_config.go
 * https://github.com/hashicorp/terraform-provider-google/blob/main/google/services/container/resource_container_node_pool.go
 */

const ENUMERATIONS: Readonly<Record<string, readonly string[]>> = {
  'guest_accelerator.gpu_driver_installation_config.gpu_driver_version': [
    'GPU_DRIVER_VERSION_UNSPECIFIED',
    'INSTALLATION_DISABLED',
    'DEFAULT',
    'LATEST',
  ],
  'reservation_affinity.consume_reservation_type': [
    'UNSPECIFIED',
    'NO_RESERVATION',
    'ANY_RESERVATION',
    'SPECIFIC_RESERVATION',
  ],
  'taint.effect': ['NO_SCHEDULE', 'PREFER_NO_SCHEDULE', 'NO_EXECUTE'],
  'workload_metadata_config.mode': ['MODE_UNSPECIFIED', 'GCE_METADATA', 'GKE_METADATA'],
  'sandbox_config.sandbox_type': ['gvisor'],
  'kubelet_config.cpu_manager_policy': ['static', 'none', ''],
  'kubelet_config.insecure_kubelet_readonly_port_enabled': ['TRUE', 'FALSE'],
  'linux_node_config.cgroup_mode': ['CGROUP_MODE_UNSPECIFIED', 'CGROUP_MODE_V1', 'CGROUP_MODE_V2'],
  'linux_node_config.transparent_hugepage_enabled': [
    'TRANSPARENT_HUGEPAGE_ENABLED_ALWAYS',
    'TRANSPARENT_HUGEPAGE_ENABLED_MADVISE',
    'TRANSPARENT_HUGEPAGE_ENABLED_NEVER',
    'TRANSPARENT_HUGEPAGE_ENABLED_UNSPECIFIED',
  ],
  'linux_node_config.transparent_hugepage_defrag': [
    'TRANSPARENT_HUGEPAGE_DEFRAG_ALWAYS',
    'TRANSPARENT_HUGEPAGE_DEFRAG_DEFER',
    'TRANSPARENT_HUGEPAGE_DEFRAG_DEFER_WITH_MADVISE',
    'TRANSPARENT_HUGEPAGE_DEFRAG_MADVISE',
    'TRANSPARENT_HUGEPAGE_DEFRAG_NEVER',
    'TRANSPARENT_HUGEPAGE_DEFRAG_UNSPECIFIED',
  ],
  'windows_node_config.osversion': ['OS_VERSION_UNSPECIFIED', 'OS_VERSION_LTSC2019', 'OS_VERSION_LTSC2022'],
  'sole_tenant_config.node_affinity.operator': ['IN', 'NOT_IN'],
  'host_maintenance_policy.maintenance_interval': [
    'MAINTENANCE_INTERVAL_UNSPECIFIED',
    'AS_NEEDED',
    'PERIODIC',
  ],
  'confidential_nodes.confidential_instance_type': ['SEV', 'SEV_SNP', 'TDX'],
  local_ssd_encryption_mode: ['STANDARD_ENCRYPTION', 'EPHEMERAL_KEY_ENCRYPTION'],
  logging_variant: ['DEFAULT', 'MAX_THROUGHPUT'],
};

/** What a block cannot be without. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  advanced_machine_features: ['threads_per_core'],
  guest_accelerator: ['type', 'count'],
  'guest_accelerator.gpu_driver_installation_config': ['gpu_driver_version'],
  'guest_accelerator.gpu_sharing_config': ['gpu_sharing_strategy', 'max_shared_clients_per_gpu'],
  reservation_affinity: ['consume_reservation_type'],
  taint: ['key', 'value', 'effect'],
  ephemeral_storage_local_ssd_config: ['local_ssd_count'],
  local_nvme_ssd_block_config: ['local_ssd_count'],
  secondary_boot_disks: ['disk_image'],
  sole_tenant_config: ['node_affinity'],
  'sole_tenant_config.node_affinity': ['key', 'operator', 'values'],
  'containerd_config.private_registry_access_config': ['enabled'],
};

const RANGES: Readonly<Record<string, { readonly min?: number; readonly max?: number }>> = {
  disk_size_gb: { min: 10 },
  'boot_disk.size_gb': { min: 10 },
  local_ssd_count: { min: 0 },
  'ephemeral_storage_local_ssd_config.local_ssd_count': { min: 0 },
  'ephemeral_storage_local_ssd_config.data_cache_count': { min: 0 },
  'local_nvme_ssd_block_config.local_ssd_count': { min: 0 },
};

/** Of nodes, wherever they stand. */
export function nodeRules(block = 'node_config'): readonly ProviderRule[] {
  const at = (path: string) => `${block}.${path}`;
  return [
    ...Object.entries(ENUMERATIONS).map(
      ([path, values]): ProviderRule => ({ kind: 'one of', path: at(path), values }),
    ),
    ...Object.entries(REQUIRED).map(
      ([path, members]): ProviderRule => ({ kind: 'all', block: at(path), members }),
    ),
    ...Object.entries(RANGES).map(
      ([path, range]): ProviderRule => ({ kind: 'range', path: at(path), ...range }),
    ),
    { kind: 'at most', path: at('secondary_boot_disks'), count: 127 },
  ];
}

export const NODE_POOL_RULES: readonly ProviderRule[] = [
  ...nodeRules(),
  // what its own checks and its pages forbid
  { kind: 'conflicts', path: 'name_prefix', others: ['name'] },
  // 26 more characters are added, and a name has 40 at most
  { kind: 'form', path: 'name_prefix', form: /^[a-z][-a-z0-9]{0,13}$/ },
  {
    kind: 'conflicts',
    path: 'autoscaling.total_min_node_count',
    others: ['autoscaling.min_node_count', 'autoscaling.max_node_count'],
  },
  {
    kind: 'conflicts',
    path: 'autoscaling.total_max_node_count',
    others: ['autoscaling.min_node_count', 'autoscaling.max_node_count'],
  },
  { kind: 'conflicts', path: 'node_count', others: ['autoscaling'] },
  { kind: 'all', block: 'placement_policy', members: ['type'] },
  { kind: 'all', block: 'queued_provisioning', members: ['enabled'] },
  {
    kind: 'all',
    block: 'upgrade_settings.blue_green_settings',
    members: ['standard_rollout_policy'],
  },
  { kind: 'one of', path: 'autoscaling.location_policy', values: ['BALANCED', 'ANY'] },
  { kind: 'one of', path: 'upgrade_settings.strategy', values: ['SURGE', 'BLUE_GREEN'] },
  ...['min_node_count', 'max_node_count', 'total_min_node_count', 'total_max_node_count'].map(
    (limit): ProviderRule => ({ kind: 'range', path: `autoscaling.${limit}`, min: 0 }),
  ),
  { kind: 'range', path: 'node_count', min: 0 },
  { kind: 'range', path: 'upgrade_settings.max_surge', min: 0 },
  { kind: 'range', path: 'upgrade_settings.max_unavailable', min: 0 },
  {
    kind: 'range',
    path: 'upgrade_settings.blue_green_settings.standard_rollout_policy.batch_percentage',
    min: 0,
    max: 1,
  },
  ...[
    'autoscaling',
    'placement_policy',
    'upgrade_settings',
    'management',
    'network_config',
    'queued_provisioning',
  ].map((path): ProviderRule => ({ kind: 'at most', path, count: 1 })),
];
