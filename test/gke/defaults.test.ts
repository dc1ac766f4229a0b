import { only, synthesizeGke } from './gke-stack';

const KEY = '${google_kms_crypto_key.Prod_Encryption_EF79E7A1.id}';
const NETWORK = '${google_compute_network.Prod_Network_793ECD6F.self_link}';
const NODE_SUBNETWORK = '${google_compute_subnetwork.Prod_Network_NodeSubnetwork_0C78DA6A.self_link}';

const NODE_HARDENING = {
  service_account: '${google_service_account.Prod_NodeIdentity_089202E4.email}',
  oauth_scopes: ['https://www.googleapis.com/auth/cloud-platform'],
  boot_disk_kms_key: KEY,
  image_type: 'COS_CONTAINERD',
  metadata: { 'disable-legacy-endpoints': 'true' },
  shielded_instance_config: { enable_secure_boot: true, enable_integrity_monitoring: true },
  workload_metadata_config: { mode: 'GKE_METADATA' },
  kubelet_config: { insecure_kubelet_readonly_port_enabled: 'FALSE', cpu_cfs_quota: true },
};

describe('the default GKE cluster', () => {
  const synthesized = synthesizeGke();

  it('is regional, private, hardened and protected', () => {
    expect(only(synthesized, 'google_container_cluster')).toEqual({
      name: 'prod',
      project: 'acme-prod',
      location: 'europe-west3',
      network: NETWORK,
      subnetwork: NODE_SUBNETWORK,
      networking_mode: 'VPC_NATIVE',
      ip_allocation_policy: {
        cluster_secondary_range_name: 'pods',
        services_secondary_range_name: 'services',
      },
      datapath_provider: 'ADVANCED_DATAPATH',
      default_max_pods_per_node: 110,
      enable_l4_ilb_subsetting: true,

      release_channel: { channel: 'REGULAR' },
      min_master_version: '1.34',
      notification_config: {
        pubsub: { enabled: true, topic: '${google_pubsub_topic.Prod_Notifications_Topic_983BA7F2.id}' },
      },
      maintenance_policy: { daily_maintenance_window: { start_time: '03:00' } },

      private_cluster_config: {
        enable_private_nodes: true,
        enable_private_endpoint: true,
        private_endpoint_subnetwork:
          '${google_compute_subnetwork.Prod_Network_ControlPlaneSubnetwork_EB2B9D97.self_link}',
      },
      control_plane_endpoints_config: {
        dns_endpoint_config: { allow_external_traffic: true },
        ip_endpoints_config: { enabled: false },
      },

      workload_identity_config: { workload_pool: 'acme-prod.svc.id.goog' },
      database_encryption: { state: 'ENCRYPTED', key_name: KEY },
      enable_shielded_nodes: true,
      enable_legacy_abac: false,
      master_auth: { client_certificate_config: { issue_client_certificate: false } },
      enable_intranode_visibility: true,
      anonymous_authentication_config: { mode: 'LIMITED' },
      rbac_binding_config: {
        enable_insecure_binding_system_authenticated: false,
        enable_insecure_binding_system_unauthenticated: false,
      },
      service_external_ips_config: { enabled: false },
      security_posture_config: { mode: 'BASIC' },
      binary_authorization: { evaluation_mode: 'PROJECT_SINGLETON_POLICY_ENFORCE' },
      node_pool_defaults: { node_config_defaults: { insecure_kubelet_readonly_port_enabled: 'FALSE' } },

      logging_config: { enable_components: ['APISERVER', 'SYSTEM_COMPONENTS', 'WORKLOADS'] },
      monitoring_config: {
        enable_components: ['SYSTEM_COMPONENTS'],
        managed_prometheus: { enabled: true },
      },
      cost_management_config: { enabled: true },

      remove_default_node_pool: true,
      initial_node_count: 1,
      node_config: NODE_HARDENING,

      deletion_protection: true,
      lifecycle: {
        prevent_destroy: true,
        ignore_changes: ['node_config', 'initial_node_count', 'node_pool', 'database_encryption[0].state'],
      },
      depends_on: [
        'google_kms_crypto_key_iam_member.Prod_Encryption_ContainerGrant_B08299D8',
        'google_kms_crypto_key_iam_member.Prod_Encryption_ComputeGrant_8946F4CC',
        'google_project_iam_member.Prod_NodeIdentity_Role_3EDFCF54',
        'google_project_iam_member.Prod_NodeIdentity_ImagePull_4291A1A8',
        'google_project_iam_member.Prod_NodeIdentity_MetadataWriter_011EF1D7',
        'google_compute_router_nat.Prod_Network_Nat_94890431',
      ],
    });
  });

  it('has a pool of hardened nodes that repairs and upgrades itself', () => {
    expect(only(synthesized, 'google_container_node_pool')).toEqual({
      project: 'acme-prod',
      location: 'europe-west3',
      cluster: '${google_container_cluster.Prod_7A5F3219.name}',
      name_prefix: 'general-',
      max_pods_per_node: 110,
      node_count: 1,
      management: { auto_repair: true, auto_upgrade: true },
      upgrade_settings: { max_surge: 1, max_unavailable: 0 },
      node_config: {
        ...NODE_HARDENING,
        machine_type: 'e2-standard-4',
        labels: { 'kubewhere.dev/pool': 'general' },
      },
      lifecycle: { create_before_destroy: true, ignore_changes: ['initial_node_count'] },
    });
  });

  it('has a key of its own, rotated every 90 days, that only Google’s two agents may use', () => {
    expect(only(synthesized, 'google_kms_key_ring')).toEqual({
      project: 'acme-prod',
      location: 'europe-west3',
      name: 'prod',
    });
    expect(only(synthesized, 'google_kms_crypto_key')).toEqual({
      key_ring: '${google_kms_key_ring.Prod_Encryption_KeyRing_AEB1AE6A.id}',
      name: 'cluster',
      rotation_period: '7776000s',
      lifecycle: { prevent_destroy: true },
    });
    expect(synthesized.resource?.google_kms_crypto_key_iam_member).toEqual({
      Prod_Encryption_ContainerGrant_B08299D8: {
        crypto_key_id: KEY,
        role: 'roles/cloudkms.cryptoKeyEncrypterDecrypter',
        member: 'serviceAccount:service-123456789012@container-engine-robot.iam.gserviceaccount.com',
      },
      Prod_Encryption_ComputeGrant_8946F4CC: {
        crypto_key_id: KEY,
        role: 'roles/cloudkms.cryptoKeyEncrypterDecrypter',
        member: 'serviceAccount:service-123456789012@compute-system.iam.gserviceaccount.com',
      },
    });
  });

  it('has nodes with an account of their own that reports, and pulls images of the project, and no more', () => {
    expect(only(synthesized, 'google_service_account')).toEqual({
      project: 'acme-prod',
      account_id: 'prod-nodes',
      display_name: 'Nodes of the GKE cluster prod',
    });
    const grant = {
      project: 'acme-prod',
      member: 'serviceAccount:${google_service_account.Prod_NodeIdentity_089202E4.email}',
    };
    expect(synthesized.resource?.google_project_iam_member).toEqual({
      Prod_NodeIdentity_Role_3EDFCF54: { ...grant, role: 'roles/container.defaultNodeServiceAccount' },
      Prod_NodeIdentity_ImagePull_4291A1A8: { ...grant, role: 'roles/artifactregistry.reader' },
      Prod_NodeIdentity_MetadataWriter_011EF1D7: {
        ...grant,
        role: 'roles/stackdriver.resourceMetadata.writer',
      },
    });
  });

  it('reads nothing from Google Cloud while planning', () => {
    expect(synthesized.data).toBeUndefined();
  });
});
