import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Testing } from 'cdktf';
import { compareStacks, GOOGLE_REPLACEMENTS, parseStack, type StackDocument } from '../../lib/day-two';
import { concerned } from '../../lib/day-two/private/changed-arguments';
import { argumentAt } from '../../lib/day-two/stack-document';
import { defineGke, gkeStack } from '../gke/gke-stack';

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
      const { replaces, inOrder = [], offWhenAbsent = [], keptWhenDropped = [] } = rule;
      expect([type, new Set(keptWhenDropped).size]).toEqual([type, keptWhenDropped.length]);
      if (replaces === 'all') continue;
      expect([type, new Set(replaces).size]).toEqual([type, replaces.length]);
      const strangers = [...inOrder, ...offWhenAbsent].filter((path) => !replaces.includes(path));
      expect([type, strangers]).toEqual([type, []]);
    }
  });
});

/** Every argument of a real stack that the table says replaces, as `address path`. */
function identityOf(document: StackDocument): readonly (readonly [string, string])[] {
  return [...document.resources.values()].flatMap((resource) => {
    const rule = GOOGLE_REPLACEMENTS[resource.type];
    if (rule === undefined) return [];
    return concerned(rule, { previous: resource, next: resource })
      .filter((path) => argumentAt(resource, path) !== undefined)
      .map((path) => [resource.address, path] as const);
  });
}

/** The same stack with another value at one path. */
function changed(document: StackDocument, address: string, path: string): StackDocument {
  const resource = document.resources.get(address);
  if (resource === undefined) throw new Error(`no ${address}`);
  const replace = (value: unknown, [name, ...rest]: readonly string[]): unknown => {
    if (name === undefined) return otherThan(value);
    const members = value as Readonly<Record<string, unknown>>;
    return { ...members, [name]: replace(members[name], rest) };
  };
  const args = replace(resource.arguments, path.split('.')) as typeof resource.arguments;
  return {
    ...document,
    resources: new Map([...document.resources, [address, { ...resource, arguments: args }]]),
  };
}

function otherThan(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  return typeof value === 'number' ? value + 1 : 'another';
}

describe('a real stack', () => {
  const stack = gkeStack();
  defineGke(stack, { administrators: { Platform: 'group:platform@example.com' } });
  const document = parseStack(Testing.synth(stack));
  if (document === undefined) throw new Error('not a stack');
  const identity = identityOf(document);

  it('has these arguments that replace the cluster and its nodes', () => {
    const paths = (type: string): readonly string[] =>
      identity.filter(([address]) => address.startsWith(`${type}.`)).map(([, path]) => path);
    expect(paths('google_container_cluster')).toEqual([
      'name',
      'location',
      'project',
      'network',
      'subnetwork',
      'networking_mode',
      'ip_allocation_policy.cluster_secondary_range_name',
      'ip_allocation_policy.services_secondary_range_name',
      'datapath_provider',
      'default_max_pods_per_node',
      'master_auth.client_certificate_config',
      'private_cluster_config.enable_private_nodes',
      'private_cluster_config.private_endpoint_subnetwork',
    ]);
    expect(paths('google_container_node_pool')).toEqual([
      'name_prefix',
      'cluster',
      'location',
      'project',
      'max_pods_per_node',
      'node_config.service_account',
      'node_config.oauth_scopes',
      'node_config.metadata',
      'node_config.boot_disk_kms_key',
      'node_config.shielded_instance_config',
    ]);
  });

  it.each(identity)('warns when %s changes its %s', (address, path) => {
    const { findings } = compareStacks(document, changed(document, address, path));
    expect(
      findings.filter((finding) => finding.address === address && finding.kind === 'replaced'),
    ).toMatchObject([{ severity: 'warning', path }]);
  });

  it('has no resource of which nothing is known', () => {
    const types = [...document.resources.values()].map(({ type }) => type);
    expect(types.filter((type) => GOOGLE_REPLACEMENTS[type] === undefined)).toEqual([]);
    expect(compareStacks(document, document)).toEqual({ findings: [], steps: [], unjudged: [] });
  });
});
