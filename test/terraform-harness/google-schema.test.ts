import { BindingsPackage } from '../support/terraform/private/bindings-package';
import { schemaFromBindings } from '../support/terraform/private/schema-from-bindings';
import { type Notation, notation, pick } from './schema-notation';

const bindings = BindingsPackage.find('google');

function resource(type: string): Notation {
  return notation(schemaFromBindings(bindings.resourceSource(type) ?? ''));
}

describe('schemas of hashicorp/google, rebuilt from its bindings', () => {
  test('rebuilds google_compute_router_nat', () => {
    expect(resource('google_compute_router_nat')).toEqual({
      auto_network_tier: 'string optional computed',
      drain_nat_ips: 'set(string) optional computed',
      enable_dynamic_port_allocation: 'bool optional computed',
      enable_endpoint_independent_mapping: 'bool optional computed',
      endpoint_types: 'list(string) optional computed',
      icmp_idle_timeout_sec: 'number optional',
      id: 'string optional computed',
      initial_nat_ips: 'set(string) optional',
      max_ports_per_vm: 'number optional',
      min_ports_per_vm: 'number optional computed',
      name: 'string required',
      nat_ip_allocate_option: 'string optional',
      nat_ips: 'set(string) optional computed',
      project: 'string optional computed',
      region: 'string optional computed',
      router: 'string required',
      source_subnetwork_ip_ranges_to_nat: 'string required',
      source_subnetwork_ip_ranges_to_nat64: 'string optional',
      tcp_established_idle_timeout_sec: 'number optional',
      tcp_time_wait_timeout_sec: 'number optional',
      tcp_transitory_idle_timeout_sec: 'number optional',
      type: 'string optional',
      udp_idle_timeout_sec: 'number optional',
      log_config: {
        '#': 'list 0..1',
        enable: 'bool required',
        filter: 'string required',
      },
      nat64_subnetwork: {
        '#': 'set 0..n',
        name: 'string required',
      },
      rules: {
        '#': 'set 0..n',
        description: 'string optional',
        match: 'string required',
        rule_number: 'number required',
        action: {
          '#': 'list 0..1',
          source_nat_active_ips: 'set(string) optional',
          source_nat_active_ranges: 'set(string) optional',
          source_nat_drain_ips: 'set(string) optional',
          source_nat_drain_ranges: 'set(string) optional',
        },
      },
      subnetwork: {
        '#': 'set 0..n',
        name: 'string required',
        secondary_ip_range_names: 'set(string) optional',
        source_ip_ranges_to_nat: 'set(string) required',
      },
      timeouts: {
        '#': 'single',
        create: 'string optional',
        delete: 'string optional',
        update: 'string optional',
      },
    });
  });

  test('rebuilds google_container_cluster, whose bindings are split over several files', () => {
    expect(
      pick(
        resource('google_container_cluster'),
        'name',
        'endpoint',
        'deletion_protection',
        'node_locations',
        'effective_labels',
        'master_auth',
        'ip_allocation_policy',
        'private_cluster_config',
        'maintenance_policy',
        'workload_identity_config',
        'timeouts',
      ),
    ).toEqual({
      name: 'string required',
      endpoint: 'string computed',
      deletion_protection: 'bool optional',
      node_locations: 'set(string) optional computed',
      effective_labels: 'map(string) computed',
      master_auth: {
        '#': 'list 0..1',
        client_certificate: 'string computed',
        client_key: 'string computed',
        cluster_ca_certificate: 'string computed',
        client_certificate_config: {
          '#': 'list 1..1',
          issue_client_certificate: 'bool required',
        },
      },
      ip_allocation_policy: {
        '#': 'list 0..1',
        cluster_ipv4_cidr_block: 'string optional computed',
        cluster_secondary_range_name: 'string optional computed',
        services_ipv4_cidr_block: 'string optional computed',
        services_secondary_range_name: 'string optional computed',
        stack_type: 'string optional',
        additional_ip_ranges_config: {
          '#': 'list 0..n',
          pod_ipv4_range_names: 'list(string) optional',
          subnetwork: 'string required',
        },
        additional_pod_ranges_config: {
          '#': 'list 0..1',
          pod_range_names: 'set(string) required',
        },
        pod_cidr_overprovision_config: {
          '#': 'list 0..1',
          disabled: 'bool required',
        },
      },
      private_cluster_config: {
        '#': 'list 0..1',
        enable_private_endpoint: 'bool optional',
        enable_private_nodes: 'bool optional',
        master_ipv4_cidr_block: 'string optional computed',
        peering_name: 'string computed',
        private_endpoint: 'string computed',
        private_endpoint_subnetwork: 'string optional',
        public_endpoint: 'string computed',
        master_global_access_config: {
          '#': 'list 0..1',
          enabled: 'bool required',
        },
      },
      maintenance_policy: {
        '#': 'list 0..1',
        daily_maintenance_window: {
          '#': 'list 0..1',
          duration: 'string computed',
          start_time: 'string required',
        },
        maintenance_exclusion: {
          '#': 'set 0..n',
          end_time: 'string required',
          exclusion_name: 'string required',
          start_time: 'string required',
          exclusion_options: {
            '#': 'list 0..1',
            scope: 'string required',
          },
        },
        recurring_window: {
          '#': 'list 0..1',
          end_time: 'string required',
          recurrence: 'string required',
          start_time: 'string required',
        },
      },
      workload_identity_config: {
        '#': 'list 0..1',
        workload_pool: 'string optional',
      },
      timeouts: {
        '#': 'single',
        create: 'string optional',
        delete: 'string optional',
        read: 'string optional',
        update: 'string optional',
      },
    });
  });

  test('rebuilds google_container_node_pool', () => {
    expect(
      pick(
        resource('google_container_node_pool'),
        'cluster',
        'instance_group_urls',
        'node_locations',
        'autoscaling',
        'management',
        'upgrade_settings',
      ),
    ).toEqual({
      cluster: 'string required',
      instance_group_urls: 'list(string) computed',
      node_locations: 'set(string) optional computed',
      autoscaling: {
        '#': 'list 0..1',
        location_policy: 'string optional computed',
        max_node_count: 'number optional',
        min_node_count: 'number optional',
        total_max_node_count: 'number optional',
        total_min_node_count: 'number optional',
      },
      management: {
        '#': 'list 0..1',
        auto_repair: 'bool optional',
        auto_upgrade: 'bool optional',
      },
      upgrade_settings: {
        '#': 'list 0..1',
        max_surge: 'number optional computed',
        max_unavailable: 'number optional computed',
        strategy: 'string optional',
        blue_green_settings: {
          '#': 'list 0..1',
          node_pool_soak_duration: 'string optional computed',
          standard_rollout_policy: {
            '#': 'list 1..1',
            batch_node_count: 'number optional computed',
            batch_percentage: 'number optional computed',
            batch_soak_duration: 'string optional computed',
          },
        },
      },
    });
  });

  test('rebuilds the taints of google_container_node_pool: what is asked for and what holds', () => {
    expect(
      pick(
        resource('google_container_node_pool').node_config as Notation,
        '#',
        'effective_taints',
        'taint',
        'labels',
        'oauth_scopes',
      ),
    ).toEqual({
      '#': 'list 0..1',
      effective_taints: 'list({ effect: string, key: string, value: string }) computed',
      taint: {
        '#': 'list 0..n',
        effect: 'string required',
        key: 'string required',
        value: 'string required',
      },
      labels: 'map(string) optional computed',
      oauth_scopes: 'set(string) optional computed',
    });
  });
});
