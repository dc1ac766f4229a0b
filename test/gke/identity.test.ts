import { Testing } from 'cdktf';
import { KubernetesVersion } from '../../lib/values';
import { resourceAddresses } from '../support/synthesized';
import { defineGke, gkeStack, only, POOL, synthesizeGke } from './gke-stack';

/** A changed line here replaces what users have: an address by its name, an attribute by its value. */
describe('the identity of a GKE cluster', () => {
  it('has these addresses', () => {
    const synthesized = synthesizeGke({
      nodePools: { general: POOL, batch: POOL },
      administrators: { Platform: 'group:platform@example.com' },
    });
    expect(resourceAddresses(synthesized)).toEqual([
      'google_compute_network.Prod_Network_793ECD6F',
      'google_compute_router.Prod_Network_Router_18DAD85C',
      'google_compute_router_nat.Prod_Network_Nat_94890431',
      'google_compute_subnetwork.Prod_Network_ControlPlaneSubnetwork_EB2B9D97',
      'google_compute_subnetwork.Prod_Network_NodeSubnetwork_0C78DA6A',
      'google_container_cluster.Prod_7A5F3219',
      'google_container_node_pool.Prod_NodePools_batch_976AC262',
      'google_container_node_pool.Prod_NodePools_general_8BBA8D4F',
      'google_kms_crypto_key.Prod_Encryption_EF79E7A1',
      'google_kms_crypto_key_iam_member.Prod_Encryption_ComputeGrant_8946F4CC',
      'google_kms_crypto_key_iam_member.Prod_Encryption_ContainerGrant_B08299D8',
      'google_kms_key_ring.Prod_Encryption_KeyRing_AEB1AE6A',
      'google_project_iam_member.Prod_Access_Platform_E5D00BB2',
      'google_project_iam_member.Prod_NodeIdentity_ImagePull_4291A1A8',
      'google_project_iam_member.Prod_NodeIdentity_MetadataWriter_011EF1D7',
      'google_project_iam_member.Prod_NodeIdentity_Role_3EDFCF54',
      'google_pubsub_topic.Prod_Notifications_Topic_983BA7F2',
      'google_service_account.Prod_NodeIdentity_089202E4',
    ]);
  });

  it('keeps the attributes of the cluster that force its replacement', () => {
    const cluster = only(synthesizeGke(), 'google_container_cluster');
    const identity = {
      name: 'prod',
      project: 'acme-prod',
      location: 'europe-west3',
      network: '${google_compute_network.Prod_Network_793ECD6F.self_link}',
      subnetwork: '${google_compute_subnetwork.Prod_Network_NodeSubnetwork_0C78DA6A.self_link}',
      networking_mode: 'VPC_NATIVE',
      ip_allocation_policy: {
        cluster_secondary_range_name: 'pods',
        services_secondary_range_name: 'services',
      },
      datapath_provider: 'ADVANCED_DATAPATH',
      default_max_pods_per_node: 110,
      initial_node_count: 1,
      enable_l4_ilb_subsetting: true,
      master_auth: { client_certificate_config: { issue_client_certificate: false } },
    };
    expect(cluster).toMatchObject(identity);
    expect(cluster.private_cluster_config).toMatchObject({
      enable_private_nodes: true,
      private_endpoint_subnetwork:
        '${google_compute_subnetwork.Prod_Network_ControlPlaneSubnetwork_EB2B9D97.self_link}',
    });
    for (const absent of [
      'description',
      'enable_autopilot',
      'enable_tpu',
      'enable_kubernetes_alpha',
      'cluster_ipv4_cidr',
      'confidential_nodes',
      'user_managed_keys_config',
      'node_pool',
    ]) {
      expect(cluster).not.toHaveProperty(absent);
    }
  });

  it('keeps the attributes of a pool that force its replacement', () => {
    const pool = only(synthesizeGke(), 'google_container_node_pool');
    expect(pool).toMatchObject({ name_prefix: 'general-', max_pods_per_node: 110 });
    expect(pool).not.toHaveProperty('name');
    expect(pool).not.toHaveProperty('initial_node_count');
    expect(pool.node_config).toMatchObject({
      service_account: '${google_service_account.Prod_NodeIdentity_089202E4.email}',
      oauth_scopes: ['https://www.googleapis.com/auth/cloud-platform'],
      metadata: { 'disable-legacy-endpoints': 'true' },
      boot_disk_kms_key: '${google_kms_crypto_key.Prod_Encryption_EF79E7A1.id}',
      shielded_instance_config: { enable_secure_boot: true, enable_integrity_monitoring: true },
    });
    for (const absent of ['spot', 'preemptible', 'min_cpu_platform', 'local_ssd_count', 'gvnic']) {
      expect(pool.node_config).not.toHaveProperty(absent);
    }
  });

  it('keeps the names that cannot be changed in place', () => {
    const synthesized = synthesizeGke();
    expect(only(synthesized, 'google_compute_network').name).toBe('prod');
    expect(only(synthesized, 'google_kms_key_ring').name).toBe('prod');
    expect(only(synthesized, 'google_kms_crypto_key').name).toBe('cluster');
    expect(only(synthesized, 'google_service_account').account_id).toBe('prod-nodes');
    expect(
      Object.values(synthesized.resource?.google_compute_subnetwork ?? {}).map(({ name }) => name),
    ).toEqual(['prod-control-plane', 'prod-nodes']);
  });

  it('keeps every address when version and tags change', () => {
    const changed = synthesizeGke({
      version: KubernetesVersion.of('1.35'),
      tags: { team: 'platform' },
    });
    expect(resourceAddresses(changed)).toEqual(resourceAddresses(synthesizeGke()));
  });

  it('synthesizes the same bytes whatever the order that tags were given in', () => {
    const bytes = (tags: Record<string, string>): string => {
      const stack = gkeStack();
      defineGke(stack, { tags });
      return Testing.synth(stack);
    };
    expect(bytes({ team: 'platform', env: 'prod' })).toBe(bytes({ env: 'prod', team: 'platform' }));
  });

  it('synthesizes the same bytes twice, without a path of the machine', () => {
    const bytes = (): string => {
      const stack = gkeStack();
      defineGke(stack);
      return Testing.synth(stack);
    };
    expect(bytes()).toBe(bytes());
    expect(bytes()).not.toContain(process.cwd());
  });
});
