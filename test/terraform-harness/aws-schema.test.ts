import { BindingsPackage } from '../support/terraform/private/bindings-package';
import { schemaFromBindings } from '../support/terraform/private/schema-from-bindings';
import { type Notation, notation, pick } from './schema-notation';

const bindings = BindingsPackage.find('hashicorp/aws');

function resource(type: string): Notation {
  return notation(schemaFromBindings(bindings.resourceSource(type) ?? ''));
}

function dataSource(type: string): Notation {
  return notation(schemaFromBindings(bindings.dataSourceSource(type) ?? ''));
}

function provider(): Notation {
  return notation(schemaFromBindings(bindings.providerSource() ?? ''));
}

describe('schemas of hashicorp/aws, rebuilt from its bindings', () => {
  test('rebuilds aws_eks_cluster', () => {
    expect(resource('aws_eks_cluster')).toEqual({
      arn: 'string computed',
      bootstrap_self_managed_addons: 'bool optional',
      certificate_authority: 'list({ data: string }) computed',
      cluster_id: 'string computed',
      created_at: 'string computed',
      deletion_protection: 'bool optional computed',
      enabled_cluster_log_types: 'set(string) optional',
      endpoint: 'string computed',
      force_update_version: 'bool optional',
      id: 'string optional computed',
      identity: 'list({ oidc: list({ issuer: string }) }) computed',
      name: 'string required',
      platform_version: 'string computed',
      region: 'string optional computed',
      role_arn: 'string required',
      status: 'string computed',
      tags: 'map(string) optional',
      tags_all: 'map(string) optional computed',
      version: 'string optional computed',
      access_config: {
        '#': 'list 0..1',
        authentication_mode: 'string optional computed',
        bootstrap_cluster_creator_admin_permissions: 'bool optional',
      },
      compute_config: {
        '#': 'list 0..1',
        enabled: 'bool optional computed',
        node_pools: 'set(string) optional',
        node_role_arn: 'string optional',
      },
      control_plane_scaling_config: {
        '#': 'list 0..1',
        tier: 'string optional computed',
      },
      encryption_config: {
        '#': 'list 0..1',
        resources: 'set(string) required',
        provider: {
          '#': 'list 1..1',
          key_arn: 'string required',
        },
      },
      kubernetes_network_config: {
        '#': 'list 0..1',
        ip_family: 'string optional computed',
        service_ipv4_cidr: 'string optional computed',
        service_ipv6_cidr: 'string computed',
        elastic_load_balancing: {
          '#': 'list 0..1',
          enabled: 'bool optional computed',
        },
      },
      outpost_config: {
        '#': 'list 0..1',
        control_plane_instance_type: 'string required',
        outpost_arns: 'set(string) required',
        control_plane_placement: {
          '#': 'list 0..1',
          group_name: 'string required',
        },
      },
      remote_network_config: {
        '#': 'list 0..1',
        remote_node_networks: {
          '#': 'list 1..1',
          cidrs: 'set(string) optional',
        },
        remote_pod_networks: {
          '#': 'list 0..1',
          cidrs: 'set(string) optional',
        },
      },
      storage_config: {
        '#': 'list 0..1',
        block_storage: {
          '#': 'list 0..1',
          enabled: 'bool optional computed',
        },
      },
      timeouts: {
        '#': 'single',
        create: 'string optional',
        delete: 'string optional',
        update: 'string optional',
      },
      upgrade_policy: {
        '#': 'list 0..1',
        support_type: 'string optional computed',
      },
      vpc_config: {
        '#': 'list 1..1',
        cluster_security_group_id: 'string computed',
        endpoint_private_access: 'bool optional',
        endpoint_public_access: 'bool optional',
        public_access_cidrs: 'set(string) optional computed',
        security_group_ids: 'set(string) optional',
        subnet_ids: 'set(string) required',
        vpc_id: 'string computed',
      },
      zonal_shift_config: {
        '#': 'list 0..1',
        enabled: 'bool optional',
      },
    });
  });

  test('rebuilds aws_subnet', () => {
    expect(resource('aws_subnet')).toEqual({
      arn: 'string computed',
      assign_ipv6_address_on_creation: 'bool optional',
      availability_zone: 'string optional computed',
      availability_zone_id: 'string optional computed',
      cidr_block: 'string optional',
      customer_owned_ipv4_pool: 'string optional',
      enable_dns64: 'bool optional',
      enable_lni_at_device_index: 'number optional',
      enable_resource_name_dns_a_record_on_launch: 'bool optional',
      enable_resource_name_dns_aaaa_record_on_launch: 'bool optional',
      id: 'string optional computed',
      ipv6_cidr_block: 'string optional',
      ipv6_cidr_block_association_id: 'string computed',
      ipv6_native: 'bool optional',
      map_customer_owned_ip_on_launch: 'bool optional',
      map_public_ip_on_launch: 'bool optional',
      outpost_arn: 'string optional',
      owner_id: 'string computed',
      private_dns_hostname_type_on_launch: 'string optional computed',
      region: 'string optional computed',
      tags: 'map(string) optional',
      tags_all: 'map(string) optional computed',
      vpc_id: 'string required',
      timeouts: {
        '#': 'single',
        create: 'string optional',
        delete: 'string optional',
      },
    });
  });

  test('rebuilds aws_kms_key', () => {
    expect(resource('aws_kms_key')).toEqual({
      arn: 'string computed',
      bypass_policy_lockout_safety_check: 'bool optional',
      custom_key_store_id: 'string optional',
      customer_master_key_spec: 'string optional',
      deletion_window_in_days: 'number optional',
      description: 'string optional computed',
      enable_key_rotation: 'bool optional',
      id: 'string optional computed',
      is_enabled: 'bool optional',
      key_id: 'string computed',
      key_usage: 'string optional',
      multi_region: 'bool optional computed',
      policy: 'string optional computed',
      region: 'string optional computed',
      rotation_period_in_days: 'number optional computed',
      tags: 'map(string) optional',
      tags_all: 'map(string) optional computed',
      xks_key_id: 'string optional',
      timeouts: {
        '#': 'single',
        create: 'string optional',
      },
    });
  });

  test('rebuilds aws_launch_template', () => {
    expect(
      pick(
        resource('aws_launch_template'),
        'latest_version',
        'ebs_optimized',
        'user_data',
        'vpc_security_group_ids',
        'block_device_mappings',
        'hibernation_options',
        'instance_market_options',
        'metadata_options',
        'tag_specifications',
      ),
    ).toEqual({
      latest_version: 'number computed',
      ebs_optimized: 'string optional',
      user_data: 'string optional',
      vpc_security_group_ids: 'set(string) optional',
      block_device_mappings: {
        '#': 'list 0..n',
        device_name: 'string optional',
        no_device: 'string optional',
        virtual_name: 'string optional',
        ebs: {
          '#': 'list 0..1',
          delete_on_termination: 'string optional',
          encrypted: 'string optional',
          iops: 'number optional computed',
          kms_key_id: 'string optional',
          snapshot_id: 'string optional',
          throughput: 'number optional computed',
          volume_initialization_rate: 'number optional computed',
          volume_size: 'number optional computed',
          volume_type: 'string optional computed',
        },
      },
      hibernation_options: {
        '#': 'list 0..1',
        configured: 'bool required',
      },
      instance_market_options: {
        '#': 'list 0..1',
        market_type: 'string optional',
        spot_options: {
          '#': 'list 0..1',
          block_duration_minutes: 'number optional',
          instance_interruption_behavior: 'string optional',
          max_price: 'string optional',
          spot_instance_type: 'string optional',
          valid_until: 'string optional computed',
        },
      },
      metadata_options: {
        '#': 'list 0..1',
        http_endpoint: 'string optional computed',
        http_protocol_ipv6: 'string optional computed',
        http_put_response_hop_limit: 'number optional computed',
        http_tokens: 'string optional computed',
        instance_metadata_tags: 'string optional computed',
      },
      tag_specifications: {
        '#': 'list 0..n',
        resource_type: 'string optional',
        tags: 'map(string) optional',
      },
    });
  });

  test('tells arguments of an object type from blocks', () => {
    expect(pick(resource('aws_security_group'), 'ingress', 'timeouts', 'vpc_id')).toEqual({
      ingress:
        'set({ cidr_blocks: list(string), description: string, from_port: number, ipv6_cidr_blocks: list(string), prefix_list_ids: list(string), protocol: string, security_groups: set(string), self: bool, to_port: number }) optional computed',
      timeouts: {
        '#': 'single',
        create: 'string optional',
        delete: 'string optional',
      },
      vpc_id: 'string optional computed',
    });
  });

  test('rebuilds the data source aws_availability_zones', () => {
    expect(dataSource('aws_availability_zones')).toEqual({
      all_availability_zones: 'bool optional',
      exclude_names: 'set(string) optional',
      exclude_zone_ids: 'set(string) optional',
      group_names: 'set(string) computed',
      id: 'string optional computed',
      names: 'list(string) computed',
      region: 'string optional computed',
      state: 'string optional',
      zone_ids: 'list(string) computed',
      filter: {
        '#': 'set 0..n',
        name: 'string required',
        values: 'set(string) required',
      },
      timeouts: {
        '#': 'single',
        read: 'string optional',
      },
    });
  });

  test('rebuilds the data source aws_iam_policy_document', () => {
    expect(dataSource('aws_iam_policy_document')).toEqual({
      id: 'string optional computed',
      json: 'string computed',
      minified_json: 'string computed',
      override_json: 'string optional',
      override_policy_documents: 'list(string) optional',
      policy_id: 'string optional',
      source_json: 'string optional',
      source_policy_documents: 'list(string) optional',
      version: 'string optional',
      statement: {
        '#': 'list 0..n',
        actions: 'set(string) optional',
        effect: 'string optional',
        not_actions: 'set(string) optional',
        not_resources: 'set(string) optional',
        resources: 'set(string) optional',
        sid: 'string optional',
        condition: {
          '#': 'set 0..n',
          test: 'string required',
          values: 'list(string) required',
          variable: 'string required',
        },
        not_principals: {
          '#': 'set 0..n',
          identifiers: 'set(string) required',
          type: 'string required',
        },
        principals: {
          '#': 'set 0..n',
          identifiers: 'set(string) required',
          type: 'string required',
        },
      },
    });
  });

  test('rebuilds the provider configuration, whose nested types have no class', () => {
    expect(
      pick(provider(), 'region', 'allowed_account_ids', 'default_tags', 'assume_role_with_web_identity'),
    ).toEqual({
      region: 'string optional',
      allowed_account_ids: 'set(string) optional',
      default_tags: {
        '#': 'list 0..n',
        tags: 'map(string) optional',
      },
      assume_role_with_web_identity: {
        '#': 'list 0..n',
        duration: 'string optional',
        policy: 'string optional',
        policy_arns: 'set(string) optional',
        role_arn: 'string optional',
        session_name: 'string optional',
        web_identity_token: 'string optional',
        web_identity_token_file: 'string optional',
      },
    });
  });
});
