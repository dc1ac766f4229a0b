import type { AttributeSchema, BlockSchema, CtyType, NestedBlockSchema } from './terraform/private/schema';

/*
 * What hashicorp/aws has up to 6.66 and the bindings, which stop at 6.25, do not: as far as lib/eks writes it, from the provider's own
 * pages. Written by hand: a table made out of the one in lib/eks could not disagree with it.
 *
 * https://registry.terraform.io/providers/hashicorp/aws/6.66.0/docs/resources/eks_cluster
 * https://registry.terraform.io/providers/hashicorp/aws/6.66.0/docs/resources/eks_node_group
 * https://registry.terraform.io/providers/hashicorp/aws/6.66.0/docs/resources/eks_addon
 * https://registry.terraform.io/providers/hashicorp/aws/6.66.0/docs/resources/eks_pod_identity_association
 * https://registry.terraform.io/providers/hashicorp/aws/6.66.0/docs/resources/arczonalshift_zonal_autoshift_configuration
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

const many = (members: Members, minItems = 0): NestedBlockSchema => ({
  nesting: 'list',
  minItems,
  maxItems: 0,
  block: block(members),
});
const one = (members: Members, minItems = 0): NestedBlockSchema => ({
  ...many(members, minItems),
  maxItems: 1,
});

const ALARM = { alarm_identifier: required(), type: required() };

/** For `newerSchema` of a simulation. */
export const EKS_NEWER_SCHEMA: Readonly<Record<string, BlockSchema>> = {
  aws_arczonalshift_zonal_autoshift_configuration: block({
    allowed_windows: optional(['list', 'string']),
    blocked_dates: optional(['list', 'string']),
    blocked_windows: optional(['list', 'string']),
    blocking_alarms: many(ALARM),
    outcome_alarms: many(ALARM, 1),
    region: either(),
    resource_arn: required(),
    zonal_autoshift_status: required(),
  }),
  aws_eks_addon: block({ namespace_config: one({ namespace: required() }) }),
  aws_eks_cluster: block({
    kube_api_server_config: one({
      event_ttl: either(),
      service_node_port_range: one({ min_port: required('number'), max_port: required('number') }),
    }),
    kube_controller_manager_config: one({
      horizontal_pod_autoscaler_controller_config: one({ horizontal_pod_autoscaler_sync_period: either() }),
      pod_gc_controller_config: one({ terminated_pod_gc_threshold: either('number') }),
    }),
    kube_scheduler_config: one({
      node_resources_fit: one({
        scoring_strategy: one({
          type: either(),
          resource: many({ name: required(), weight: required('number') }),
        }),
      }),
    }),
    outpost_config: one({ etcd_instance_type: either(), etcd_placement: one({ group_name: optional() }) }),
    vpc_config: one({ control_plane_egress_mode: either() }),
  }),
  aws_eks_node_group: block({
    update_config: one({ update_strategy: either() }),
    warm_pool_config: one({
      max_group_prepared_capacity: optional('number'),
      min_size: optional('number'),
      pool_state: optional(),
      reuse_on_scale_in: optional('bool'),
    }),
  }),
  aws_eks_pod_identity_association: block({ policy: optional() }),
};
