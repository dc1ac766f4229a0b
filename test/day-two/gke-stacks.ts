import type { StackDocument } from '../../lib/day-two';
import { stackOf } from './stacks';

type Resources = Parameters<typeof stackOf>[0];

export const CLUSTER = 'google_container_cluster.Prod';
export const POOL = 'google_container_node_pool.General';
export const NODES = 'google_compute_subnetwork.Nodes';

/** A cluster with one pool, its network and its key, as short as it can be told; a test changes what it is about. */
export function gke(changes: Resources = {}): Resources {
  const resources: Resources = {
    'google_compute_network.Net': { name: 'prod', auto_create_subnetworks: false },
    [NODES]: {
      name: 'prod-nodes',
      network: '${google_compute_network.Net.id}',
      region: 'europe-west3',
      ip_cidr_range: '10.0.0.0/20',
      secondary_ip_range: [
        { range_name: 'pods', ip_cidr_range: '10.4.0.0/14' },
        { range_name: 'services', ip_cidr_range: '10.8.0.0/20' },
      ],
    },
    'google_kms_key_ring.Ring': { name: 'prod', location: 'europe-west3' },
    'google_kms_crypto_key.Key': {
      name: 'cluster',
      key_ring: '${google_kms_key_ring.Ring.id}',
      destroy_scheduled_duration: '2592000s',
      lifecycle: { prevent_destroy: true },
    },
    'google_service_account.Nodes': { account_id: 'prod-nodes' },
    'google_project_iam_member.Role': {
      project: 'acme-prod',
      role: 'roles/container.defaultNodeServiceAccount',
      member: 'serviceAccount:${google_service_account.Nodes.email}',
    },
    [CLUSTER]: {
      name: 'prod',
      location: 'europe-west3',
      network: '${google_compute_network.Net.self_link}',
      subnetwork: '${google_compute_subnetwork.Nodes.self_link}',
      min_master_version: '1.33',
      release_channel: { channel: 'REGULAR' },
      ip_allocation_policy: {
        cluster_secondary_range_name: 'pods',
        services_secondary_range_name: 'services',
      },
      enable_l4_ilb_subsetting: true,
      private_cluster_config: { enable_private_nodes: true, enable_private_endpoint: true },
      master_authorized_networks_config: { cidr_blocks: [{ cidr_block: '10.0.0.0/8' }] },
      control_plane_endpoints_config: { dns_endpoint_config: { allow_external_traffic: false } },
      database_encryption: { state: 'ENCRYPTED', key_name: '${google_kms_crypto_key.Key.id}' },
    },
    [POOL]: {
      cluster: '${google_container_cluster.Prod.name}',
      name_prefix: 'general-',
      upgrade_settings: { max_surge: 2, max_unavailable: 0 },
      node_config: {
        machine_type: 'n2-standard-4',
        service_account: '${google_service_account.Nodes.email}',
        boot_disk_kms_key: '${google_kms_crypto_key.Key.id}',
      },
      lifecycle: { create_before_destroy: true },
    },
  };
  const merged = Object.keys(changes).map((address) => [
    address,
    { ...resources[address], ...changes[address] },
  ]);
  return { ...resources, ...Object.fromEntries(merged) };
}

/** The same, without a release channel and with a version of its nodes. */
export function pinned(control: string, nodes: string = control): Resources {
  return gke({
    [CLUSTER]: { min_master_version: control, release_channel: { channel: 'UNSPECIFIED' } },
    [POOL]: { version: nodes },
  });
}

export function gkeStackOf(changes: Resources = {}): StackDocument {
  return stackOf(gke(changes));
}
