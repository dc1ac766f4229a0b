import type { AttributeSchema, BlockSchema, CtyType, NestedBlockSchema } from './terraform/private/schema';

/*
 * What hashicorp/google has up to 7.45 and the bindings, which stop at 6.50, do not: as far as lib/gke writes it. Written by hand: a table
 * made out of the one in lib/gke could not disagree with it. Read in the provider's source: all but what came from 7.24 on and is no
 * secret_sync_config (disruption_budget, autopilot_*, rollback_safe_upgrade, desired_emulated_version, deletion_policy), whose forms are those that
 * its pages are known to have, and for which only a run of that provider is proof.
 *
 * https://registry.terraform.io/providers/hashicorp/google/7.45.0/docs/resources/container_cluster
 * https://registry.terraform.io/providers/hashicorp/google/7.45.0/docs/resources/container_node_pool
 */

type Members = Readonly<Record<string, AttributeSchema | NestedBlockSchema>>;

const NONE = { required: false, optional: false, computed: false };
const required = (type: CtyType = 'string'): AttributeSchema => ({ ...NONE, type, required: true });
const optional = (type: CtyType = 'string'): AttributeSchema => ({ ...NONE, type, optional: true });
const either = (type: CtyType = 'string'): AttributeSchema => ({ ...optional(type), computed: true });

function block(members: Members): BlockSchema {
  const attributes: Record<string, AttributeSchema> = {};
  const blocks: Record<string, NestedBlockSchema> = {};
  for (const [name, member] of Object.entries(members)) {
    if ('block' in member) blocks[name] = member;
    else attributes[name] = member;
  }
  return { attributes, blocks };
}

const many = (members: Members): NestedBlockSchema => ({
  nesting: 'list',
  minItems: 0,
  maxItems: 0,
  block: block(members),
});
const one = (members: Members): NestedBlockSchema => ({ ...many(members), maxItems: 1 });

const ROTATION = one({ enabled: required('bool'), rotation_interval: either() });

const NODES = one({ sandbox_config: one({ sandbox_type: required() }) });

/** For `newerSchema` of a simulation. */
export const GKE_NEWER_SCHEMA: Readonly<Record<string, BlockSchema>> = {
  google_container_cluster: block({
    autopilot_cluster_policy_config: one({
      no_standard_node_pools: optional('bool'),
      no_system_impersonation: optional('bool'),
      no_system_mutation: optional('bool'),
      no_unsafe_webhooks: optional('bool'),
    }),
    autopilot_privileged_admission: optional(['list', 'string']),
    cluster_autoscaling: one({ default_compute_class_enabled: optional('bool') }),
    control_plane_endpoints_config: one({
      dns_endpoint_config: one({
        enable_k8s_certs_via_dns: optional('bool'),
        enable_k8s_tokens_via_dns: optional('bool'),
      }),
    }),
    deletion_policy: optional(),
    desired_emulated_version: optional(),
    fleet: one({ membership_type: optional() }),
    ip_allocation_policy: one({
      auto_ipam_config: one({ enabled: required('bool') }),
      network_tier_config: one({ network_tier: required() }),
    }),
    maintenance_policy: one({
      disruption_budget: one({
        minor_version_disruption_interval: optional(),
        patch_version_disruption_interval: optional(),
      }),
      // without an end, since there can be exclusions that last as long as a version is supported
      maintenance_exclusion: many({
        end_time: optional(),
        exclusion_options: one({ end_time_behavior: optional() }),
      }),
    }),
    node_config: NODES,
    rollback_safe_upgrade: one({ control_plane_soak_duration: optional() }),
    secret_manager_config: one({ rotation_config: ROTATION }),
    secret_sync_config: one({ enabled: required('bool'), rotation_config: ROTATION }),
  }),
  google_container_node_pool: block({
    deletion_policy: optional(),
    node_config: NODES,
    node_drain_config: many({ respect_pdb_during_node_pool_deletion: optional('bool') }),
  }),
};
