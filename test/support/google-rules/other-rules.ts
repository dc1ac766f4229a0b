import type { ProviderRule, ProviderRules } from './rule';

/*
 * What hashicorp/google refuses of networks, keys and all else that stands beside a cluster, from the provider's own pages.
 *
 * https://registry.terraform.io/providers/hashicorp/google/latest/docs
 */

const NAME: ProviderRule = { kind: 'form', path: 'name', form: /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/ };
const oneOf = (path: string, ...values: readonly string[]): ProviderRule => ({
  kind: 'one of',
  path,
  values,
});

export const OTHER_RULES: ProviderRules = {
  google_compute_network: [
    NAME,
    oneOf('routing_mode', 'REGIONAL', 'GLOBAL'),
    { kind: 'range', path: 'mtu', min: 1300, max: 8896 },
  ],
  google_compute_subnetwork: [
    NAME,
    { kind: 'network', path: 'ip_cidr_range', min: 4, max: 29 },
    { kind: 'network', path: 'secondary_ip_range.ip_cidr_range', min: 4, max: 29 },
    oneOf('stack_type', 'IPV4_ONLY', 'IPV4_IPV6', 'IPV6_ONLY'),
    oneOf('ipv6_access_type', 'EXTERNAL', 'INTERNAL'),
    oneOf('log_config.metadata', 'EXCLUDE_ALL_METADATA', 'INCLUDE_ALL_METADATA', 'CUSTOM_METADATA'),
    oneOf(
      'log_config.aggregation_interval',
      ...['INTERVAL_5_SEC', 'INTERVAL_30_SEC', 'INTERVAL_1_MIN'],
      ...['INTERVAL_5_MIN', 'INTERVAL_10_MIN', 'INTERVAL_15_MIN'],
    ),
    { kind: 'range', path: 'log_config.flow_sampling', min: 0, max: 1 },
    { kind: 'at most', path: 'secondary_ip_range', count: 30 },
  ],
  google_compute_router: [NAME],
  google_compute_router_nat: [
    NAME,
    oneOf('nat_ip_allocate_option', 'MANUAL_ONLY', 'AUTO_ONLY'),
    oneOf(
      'source_subnetwork_ip_ranges_to_nat',
      'ALL_SUBNETWORKS_ALL_IP_RANGES',
      'ALL_SUBNETWORKS_ALL_PRIMARY_IP_RANGES',
      'LIST_OF_SUBNETWORKS',
    ),
    oneOf('log_config.filter', 'ERRORS_ONLY', 'TRANSLATIONS_ONLY', 'ALL'),
    { kind: 'all', block: 'log_config', members: ['enable', 'filter'] },
  ],
  google_compute_firewall: [
    NAME,
    { kind: 'exactly one', block: '', members: ['allow', 'deny'] },
    oneOf('direction', 'INGRESS', 'EGRESS'),
    oneOf('log_config.metadata', 'EXCLUDE_ALL_METADATA', 'INCLUDE_ALL_METADATA'),
    { kind: 'conflicts', path: 'destination_ranges', others: ['source_ranges', 'source_tags'] },
    {
      kind: 'conflicts',
      path: 'target_tags',
      others: ['source_service_accounts', 'target_service_accounts'],
    },
    { kind: 'range', path: 'priority', min: 0, max: 65535 },
  ],
  google_dns_managed_zone: [oneOf('visibility', 'private', 'public')],
  google_kms_crypto_key: [
    oneOf('purpose', 'ENCRYPT_DECRYPT', 'ASYMMETRIC_SIGN', 'ASYMMETRIC_DECRYPT', 'MAC'),
    { kind: 'form', path: 'rotation_period', form: /^(86[4-9]\d{2}|8[7-9]\d{3}|9\d{4}|\d{6,})s$/ },
    { kind: 'form', path: 'destroy_scheduled_duration', form: /^\d+s$/ },
    oneOf('version_template.protection_level', 'SOFTWARE', 'HSM', 'EXTERNAL', 'EXTERNAL_VPC'),
    { kind: 'all', block: 'version_template', members: ['algorithm'] },
  ],
  google_service_account: [{ kind: 'form', path: 'account_id', form: /^[a-z](?:[-a-z0-9]{4,28}[a-z0-9])$/ }],
  google_gke_backup_backup_plan: [
    {
      kind: 'exactly one',
      block: 'backup_config',
      members: ['all_namespaces', 'selected_namespaces', 'selected_applications'],
    },
    { kind: 'at most one', block: 'backup_schedule', members: ['cron_schedule', 'rpo_config'] },
    { kind: 'range', path: 'retention_policy.backup_delete_lock_days', min: 0, max: 90 },
    { kind: 'range', path: 'retention_policy.backup_retain_days', min: 0, max: 365 },
  ],
  google_gke_backup_restore_plan: [
    {
      kind: 'exactly one',
      block: 'restore_config',
      members: [
        'all_namespaces',
        'excluded_namespaces',
        'selected_namespaces',
        'selected_applications',
        'no_namespaces',
      ],
    },
    oneOf(
      'restore_config.namespaced_resource_restore_mode',
      ...['DELETE_AND_RESTORE', 'FAIL_ON_CONFLICT', 'MERGE_SKIP_ON_CONFLICT'],
      ...['MERGE_REPLACE_VOLUME_ON_CONFLICT', 'MERGE_REPLACE_ON_CONFLICT'],
    ),
    oneOf(
      'restore_config.volume_data_restore_policy',
      'RESTORE_VOLUME_DATA_FROM_BACKUP',
      'REUSE_VOLUME_HANDLE_FROM_BACKUP',
      'NO_VOLUME_DATA_RESTORATION',
    ),
    oneOf('restore_config.cluster_resource_conflict_policy', 'USE_EXISTING_VERSION', 'USE_BACKUP_VERSION'),
  ],
};
