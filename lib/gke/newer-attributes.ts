import type { TerraformResource } from 'cdktf';
import type { IConstruct } from 'constructs';
import { requireProvider } from '../cluster/private/provider-floor';

/** A span of time as the provider takes it: seconds with an `s`, such as `604800s`. */
type DurationText = string;

/** What each newer attribute holds, in the provider's own words. */
export interface GkeNewerValues {
  readonly defaultComputeClass: boolean;
  readonly secretRotation: { readonly enabled: boolean; readonly rotation_interval?: DurationText };
  readonly autoIpam: boolean;
  readonly serviceAccountTokensViaDns: boolean;
  readonly clientCertificatesViaDns: boolean;
  readonly fleetMembershipType: 'LIGHTWEIGHT';
  readonly networkTier: 'NETWORK_TIER_PREMIUM' | 'NETWORK_TIER_STANDARD';
  readonly privilegedAdmission: readonly string[];
  readonly clusterPolicy: {
    readonly no_system_mutation?: boolean;
    readonly no_system_impersonation?: boolean;
    readonly no_unsafe_webhooks?: boolean;
    readonly no_standard_node_pools?: boolean;
  };
  readonly disruptionBudget: {
    readonly minor_version_disruption_interval?: DurationText;
    readonly patch_version_disruption_interval?: DurationText;
  };
  /** The whole set, because one block of it cannot be addressed. */
  readonly maintenanceExclusions: readonly {
    readonly exclusion_name: string;
    readonly start_time: string;
    readonly end_time?: string;
    readonly exclusion_options?: {
      readonly scope: string;
      readonly end_time_behavior?: 'UNTIL_END_OF_SUPPORT';
    };
  }[];
  readonly rollbackSafeUpgrade: { readonly control_plane_soak_duration: DurationText };
  readonly desiredEmulatedVersion: string;
  readonly secretSync: {
    readonly enabled: boolean;
    readonly rotation_config?: { readonly enabled: boolean; readonly rotation_interval?: DurationText };
  };
  readonly clusterDeletionPolicy: 'DELETE' | 'PREVENT' | 'ABANDON';
  readonly poolDeletionPolicy: 'DELETE' | 'PREVENT' | 'ABANDON';
  readonly nodeDrain: { readonly respect_pdb_during_node_pool_deletion: boolean };
  readonly sandbox: { readonly sandbox_type: 'gvisor' };
}

/** An attribute that hashicorp/google has and the bindings, which stop at 6.50, do not. */
export interface GkeNewerAttribute {
  readonly resourceType: 'google_container_cluster' | 'google_container_node_pool';
  /** Place in the resource, blocks separated by dots. */
  readonly path: string;
  /** The first provider version that is known to have it. */
  readonly since: string;
}

/**
 * All attributes that are written past the bindings: the only place that knows them. When the bindings catch up, an entry
 * goes away and its user writes the prop.
 *
 * @see https://github.com/hashicorp/terraform-provider-google/blob/main/CHANGELOG.md
 */
export const GKE_NEWER_ATTRIBUTES: Readonly<Record<keyof GkeNewerValues, GkeNewerAttribute>> = {
  defaultComputeClass: ofCluster('cluster_autoscaling.default_compute_class_enabled', '7.0.0'),
  secretRotation: ofCluster('secret_manager_config.rotation_config', '7.0.0'),
  autoIpam: ofCluster('ip_allocation_policy.auto_ipam_config.enabled', '7.4.0'),
  serviceAccountTokensViaDns: ofCluster(
    'control_plane_endpoints_config.dns_endpoint_config.enable_k8s_tokens_via_dns',
    '7.9.0',
  ),
  clientCertificatesViaDns: ofCluster(
    'control_plane_endpoints_config.dns_endpoint_config.enable_k8s_certs_via_dns',
    '7.9.0',
  ),
  fleetMembershipType: ofCluster('fleet.membership_type', '7.9.0'),
  networkTier: ofCluster('ip_allocation_policy.network_tier_config.network_tier', '7.10.0'),
  maintenanceExclusions: ofCluster('maintenance_policy.maintenance_exclusion', '7.12.0'),
  nodeDrain: ofPool('node_drain_config', '7.17.0'),
  sandbox: ofPool('node_config.sandbox_config', '7.22.0'),
  disruptionBudget: ofCluster('maintenance_policy.disruption_budget', '7.24.0'),
  privilegedAdmission: ofCluster('autopilot_privileged_admission', '7.27.0'),
  clusterPolicy: ofCluster('autopilot_cluster_policy_config', '7.28.0'),
  secretSync: ofCluster('secret_sync_config', '7.33.0'),
  rollbackSafeUpgrade: ofCluster('rollback_safe_upgrade', '7.42.0'),
  desiredEmulatedVersion: ofCluster('desired_emulated_version', '7.42.0'),
  clusterDeletionPolicy: ofCluster('deletion_policy', '7.45.0'),
  poolDeletionPolicy: ofPool('deletion_policy', '7.45.0'),
};

/**
 * Sets an attribute that is newer than the bindings, and raises the version of the provider that its stack asks for to one
 * that has it, which is always a google 7. A stack that uses none keeps the version of the bindings. After it was raised,
 * `terraform init -upgrade` is needed once.
 *
 * The attribute is not checked by the bindings' types but by Terraform, when it validates.
 */
export function setNewerAttribute<K extends keyof GkeNewerValues>(
  resource: TerraformResource,
  name: K,
  value: GkeNewerValues[K],
): void {
  const { path, since } = GKE_NEWER_ATTRIBUTES[name];
  resource.addOverride(path, value);
  requireGoogleProvider(resource, since);
}

/** Makes the stack of a construct ask for at least this version of hashicorp/google. The highest that was asked for wins. */
export function requireGoogleProvider(scope: IConstruct, version: string): void {
  requireProvider(scope, { provider: 'google', since: version, below: '8.0.0' });
}

function ofCluster(path: string, since: string): GkeNewerAttribute {
  return { resourceType: 'google_container_cluster', path, since };
}

function ofPool(path: string, since: string): GkeNewerAttribute {
  return { resourceType: 'google_container_node_pool', path, since };
}
