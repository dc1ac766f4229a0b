import type { ReplacementTable } from './replacing-attributes';

const ADDRESS = 'the address that it has on the Internet';
const NODES = 'its nodes, and what runs on them starts anew on others';
const NETWORK = 'everything that lies in it';

/**
 * Arguments of hashicorp/aws whose change replaces, for the resources that are defined here.
 *
 * Read in the provider's source (`ForceNew`, `RequiresReplace`, `CustomizeDiff`) and, for all that version 5.100.0 has, seen
 * in plans of that provider; newer ones by their documentation ("Forces new resource").
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs
 */
export const AWS_REPLACEMENTS: ReplacementTable = {
  // the cluster and its nodes
  aws_eks_cluster: {
    replaces: [
      'name',
      'role_arn',
      'access_config.bootstrap_cluster_creator_admin_permissions',
      'bootstrap_self_managed_addons',
      'kubernetes_network_config.ip_family',
      'kubernetes_network_config.service_ipv4_cidr',
      'outpost_config',
    ],
    removalReplaces: ['encryption_config'],
    loses: 'the cluster and all that runs in it',
  },
  aws_eks_node_group: {
    replaces: [
      'ami_type',
      'capacity_type',
      'cluster_name',
      'disk_size',
      'instance_types',
      'launch_template.id',
      'launch_template.name',
      'node_group_name',
      'node_group_name_prefix',
      'node_role_arn',
      'remote_access',
      'subnet_ids',
    ],
    inOrder: ['instance_types'],
    loses: NODES,
  },
  aws_eks_fargate_profile: { replaces: 'all', loses: 'its pods, which start anew elsewhere' },
  aws_eks_addon: {
    replaces: ['addon_name', 'cluster_name', 'namespace_config'],
    loses: 'what it runs in the cluster, for minutes',
  },
  aws_eks_capability: { replaces: ['capability_name', 'cluster_name', 'type'], loses: 'what it manages' },
  aws_eks_access_entry: { replaces: ['cluster_name', 'principal_arn', 'type'], loses: 'somebody’s way in' },
  aws_eks_access_policy_association: { replaces: 'all' },
  aws_eks_identity_provider_config: { replaces: 'all', loses: 'the way in of its users, for minutes' },
  aws_eks_pod_identity_association: { replaces: ['cluster_name', 'namespace', 'service_account'] },
  aws_launch_template: { replaces: ['name', 'name_prefix'] },
  aws_autoscaling_group: { replaces: ['name', 'name_prefix'], loses: NODES },
  aws_placement_group: { replaces: 'all' },
  aws_arczonalshift_zonal_autoshift_configuration: { replaces: ['resource_arn'] },
  // keys, logs, messages
  aws_kms_key: {
    replaces: ['customer_master_key_spec', 'custom_key_store_id', 'key_usage', 'multi_region', 'xks_key_id'],
    loses: 'all that is encrypted with it, when its waiting time is over',
  },
  aws_kms_alias: { replaces: ['name', 'name_prefix'] },
  aws_cloudwatch_log_group: {
    replaces: ['log_group_class', 'name', 'name_prefix'],
    loses: 'the logs in it, unless it is kept on destroy',
  },
  aws_flow_log: { replaces: 'all' },
  aws_sqs_queue: { replaces: ['fifo_queue', 'name', 'name_prefix'] },
  aws_sqs_queue_policy: { replaces: ['queue_url'] },
  aws_cloudwatch_event_rule: { replaces: ['event_bus_name', 'name', 'name_prefix'] },
  aws_cloudwatch_event_target: { replaces: ['event_bus_name', 'rule', 'target_id'] },
  // rights
  aws_iam_role: { replaces: ['name', 'name_prefix', 'path'] },
  aws_iam_role_policy: { replaces: ['name', 'name_prefix', 'role'] },
  aws_iam_role_policy_attachment: { replaces: 'all' },
  aws_iam_instance_profile: { replaces: ['name', 'name_prefix', 'path'] },
  aws_iam_openid_connect_provider: { replaces: ['url'] },
  aws_ssm_activation: { replaces: 'all', loses: 'the registration of nodes that have not joined yet' },
  aws_rolesanywhere_profile: { replaces: [] },
  // the network
  aws_vpc: {
    replaces: ['cidr_block', 'instance_tenancy', 'ipv4_ipam_pool_id', 'ipv4_netmask_length'],
    loses: NETWORK,
  },
  aws_vpc_ipv4_cidr_block_association: { replaces: 'all', loses: 'the subnets in it' },
  aws_subnet: {
    replaces: [
      'availability_zone',
      'availability_zone_id',
      'cidr_block',
      'ipv6_native',
      'outpost_arn',
      'vpc_id',
    ],
    loses: NETWORK,
  },
  aws_nat_gateway: {
    replaces: [
      'allocation_id',
      'availability_mode',
      'connectivity_type',
      'private_ip',
      'subnet_id',
      'vpc_id',
    ],
    loses: 'the way out of its zones, for minutes',
  },
  aws_eip: {
    replaces: ['address', 'domain', 'ipam_pool_id', 'network_border_group', 'public_ipv4_pool'],
    loses: ADDRESS,
  },
  aws_internet_gateway: { replaces: [] },
  aws_egress_only_internet_gateway: { replaces: ['vpc_id'] },
  aws_route_table: { replaces: ['vpc_id'] },
  aws_route_table_association: { replaces: ['gateway_id', 'subnet_id'] },
  aws_route: {
    replaces: [
      'destination_cidr_block',
      'destination_ipv6_cidr_block',
      'destination_prefix_list_id',
      'route_table_id',
    ],
  },
  aws_security_group: { replaces: ['description', 'name', 'name_prefix', 'vpc_id'] },
  aws_default_security_group: { replaces: ['vpc_id'] },
  aws_vpc_security_group_ingress_rule: { replaces: ['security_group_id'] },
  aws_vpc_endpoint: {
    replaces: [
      'resource_configuration_arn',
      'service_name',
      'service_network_arn',
      'service_region',
      'vpc_endpoint_type',
      'vpc_id',
    ],
  },
  aws_ec2_tag: { replaces: ['key', 'resource_id'] },
};
