import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GOOGLE_REPLACEMENTS } from '../../lib/day-two';

const GKE = join(__dirname, '../../lib/gke');

/** Resource types that our constructs define, by the bindings they import. */
function definedTypes(): readonly string[] {
  const texts = readdirSync(GKE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  const imported = texts.flatMap((text) =>
    [
      ...text.matchAll(
        /^(?:import|\}) .*from '@cdktf\/provider-google\/lib\/(?!data-|provider')([a-z0-9-]+)'/gm,
      ),
    ].map(([, folder = '']) => `google_${folder.replaceAll('-', '_')}`),
  );
  return [...new Set(imported)].sort();
}

describe('what is known of replacements on Google Cloud', () => {
  it('covers every resource type that the constructs define', () => {
    const types = definedTypes();
    expect(types).toContain('google_container_cluster');
    expect(types).toContain('google_compute_subnetwork');
    expect(types.filter((type) => GOOGLE_REPLACEMENTS[type] === undefined)).toEqual([]);
  });

  it('of a cluster is this', () => {
    const { replaces, turnedOffReplaces, loses } = GOOGLE_REPLACEMENTS.google_container_cluster ?? {};
    expect({ replaces, turnedOffReplaces, loses }).toEqual({
      replaces: [
        'name',
        'location',
        'project',
        'description',
        'network',
        'subnetwork',
        'networking_mode',
        'cluster_ipv4_cidr',
        'ip_allocation_policy.cluster_ipv4_cidr_block',
        'ip_allocation_policy.services_ipv4_cidr_block',
        'ip_allocation_policy.cluster_secondary_range_name',
        'ip_allocation_policy.services_secondary_range_name',
        'ip_allocation_policy.pod_cidr_overprovision_config',
        'datapath_provider',
        'default_max_pods_per_node',
        'enable_autopilot',
        'enable_kubernetes_alpha',
        'enable_tpu',
        'initial_node_count',
        'confidential_nodes',
        'master_auth.client_certificate_config',
        'private_cluster_config.enable_private_nodes',
        'private_cluster_config.master_ipv4_cidr_block',
        'private_cluster_config.private_endpoint_subnetwork',
        'user_managed_keys_config.aggregation_ca',
        'user_managed_keys_config.cluster_ca',
        'user_managed_keys_config.etcd_api_ca',
        'user_managed_keys_config.etcd_peer_ca',
        'cluster_autoscaling.auto_provisioning_defaults.boot_disk_kms_key',
      ],
      turnedOffReplaces: ['enable_l4_ilb_subsetting', 'enable_fqdn_network_policy'],
      loses: 'the cluster and all that runs in it',
    });
  });

  it('names each argument once, and makes exceptions only of arguments that replace', () => {
    for (const [type, rule] of Object.entries(GOOGLE_REPLACEMENTS)) {
      const { replaces, inOrder = [], absentMeans = {}, keptWhenDropped = [] } = rule;
      expect([type, new Set(keptWhenDropped).size]).toEqual([type, keptWhenDropped.length]);
      if (replaces === 'all') continue;
      expect([type, new Set(replaces).size]).toEqual([type, replaces.length]);
      const strangers = [...inOrder, ...Object.keys(absentMeans)].filter((path) => !replaces.includes(path));
      expect([type, strangers]).toEqual([type, []]);
    }
  });
});
