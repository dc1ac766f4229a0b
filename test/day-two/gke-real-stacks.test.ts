import { Testing } from 'cdktf';
import { ApiAccess, CapacityType, EncryptionKey, NodePoolSize } from '../../lib/cluster';
import { compareStacks, GOOGLE_REPLACEMENTS, parseStack, type StackDocument } from '../../lib/day-two';
import { concerned } from '../../lib/day-two/private/changed-arguments';
import { argumentAt } from '../../lib/day-two/stack-document';
import {
  GkeApiAccess,
  GkeAutoProvisioning,
  type GkeAutopilotClusterProps,
  GkeCluster,
  type GkeClusterProps,
  GkeLocalSsd,
  GkeMachine,
  GkeMode,
  type GkeNodePoolOptions,
  GkeNodeUpgrade,
  GkePlacement,
  GkePoolPodRange,
  GkeReleaseChannel,
  GkeVersionPolicy,
} from '../../lib/gke';
import { KubernetesVersion } from '../../lib/values';
import { gkeStack, MINIMAL, POOL } from '../gke/gke-stack';

/** What a change of props is said to do, of a stack that our constructs define. */
function documentOf(props: Partial<GkeClusterProps>): StackDocument {
  return parsed({ ...MINIMAL, ...props });
}

function autopilot(props: Partial<GkeAutopilotClusterProps> = {}): StackDocument {
  const { nodePools: _, ...place } = MINIMAL;
  return parsed({ ...place, mode: GkeMode.autopilot(), ...props });
}

function parsed(props: GkeClusterProps | GkeAutopilotClusterProps): StackDocument {
  const stack = gkeStack();
  new GkeCluster(stack, 'Prod', props);
  const document = parseStack(Testing.synth(stack));
  if (document === undefined) throw new Error('not a stack');
  return document;
}

function found(before: StackDocument, after: StackDocument): readonly (readonly (string | undefined)[])[] {
  return compareStacks(before, after).findings.map(({ kind, address, path }) => [
    kind,
    address.replace(/_[0-9A-F]{8}$/, ''),
    path,
  ]);
}

function pool(options: Partial<GkeNodePoolOptions>): StackDocument {
  return documentOf({ nodePools: { general: { ...POOL, ...options } } });
}

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

describe('the stack of a minimal cluster', () => {
  const document = documentOf({ administrators: { Platform: 'group:platform@example.com' } });
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

describe('a change of props', () => {
  const CLUSTER = 'google_container_cluster.Prod';
  const GENERAL = 'google_container_node_pool.Prod_NodePools_general';
  const key = (name: string): EncryptionKey =>
    EncryptionKey.existing(`projects/p/locations/europe-west3/keyRings/k/cryptoKeys/${name}`);
  const minimal = documentOf({});

  it('to Autopilot replaces the cluster, takes the pools away, and says nothing of what was dropped', () => {
    expect(found(minimal, autopilot())).toEqual([
      ['replaced', CLUSTER, 'enable_autopilot'],
      ['removed', GENERAL, undefined],
    ]);
  });

  it('to another key replaces pools, and a cluster that makes nodes by itself', () => {
    const given = (name: string): StackDocument => documentOf({ secretsEncryption: key(name) });
    expect(found(given('a'), given('b'))).toEqual([['replaced', GENERAL, 'node_config.boot_disk_kms_key']]);
    const made = (name: string): StackDocument => autopilot({ secretsEncryption: key(name) });
    expect(found(made('a'), made('b'))[0]).toEqual([
      'replaced',
      CLUSTER,
      'cluster_autoscaling.auto_provisioning_defaults.boot_disk_kms_key',
    ]);
    const limits = { cpu: { max: 64 }, memoryGib: { max: 256 } };
    const mode = GkeMode.standard({ autoProvisioning: GkeAutoProvisioning.within(limits) });
    const both = (name: string): StackDocument => documentOf({ mode, secretsEncryption: key(name) });
    expect(found(both('a'), both('b')).map(([kind, address]) => [kind, address])).toContainEqual([
      'replaced',
      CLUSTER,
    ]);
  });

  it.each<[string, Partial<GkeNodePoolOptions>]>([
    ['node_config.guest_accelerator', { machine: GkeMachine.ofType('g2-standard-8') }],
    ['node_config.spot', { capacityType: CapacityType.INTERRUPTIBLE }],
    ['node_config.ephemeral_storage_local_ssd_config', { localSsd: GkeLocalSsd.ephemeral(1) }],
    ['node_config.min_cpu_platform', { minCpuPlatform: 'Intel Ice Lake' }],
    ['network_config.pod_range', { podRange: GkePoolPodRange.existing('pods') }],
    ['max_pods_per_node', { maxPodsPerNode: 64 }],
    ['placement_policy', { placement: GkePlacement.policy('near') }],
  ])('to %s replaces the pool', (path, options) => {
    const basis = { machine: GkeMachine.ofType('n2-standard-4'), zones: ['europe-west3-a'] };
    expect(found(pool(basis), pool({ ...basis, ...options }))).toEqual([['replaced', GENERAL, path]]);
  });

  it.each<[string, Partial<GkeNodePoolOptions>]>([
    ['a larger machine', { machine: GkeMachine.ofType('e2-standard-8') }],
    ['another size', { size: NodePoolSize.fixed(6) }],
    ['image streaming', { imageStreaming: true }],
    ['blue and green', { upgrade: GkeNodeUpgrade.blueGreen({ batchNodes: 1 }) }],
    ['labels', { labels: { a: 'b' } }],
  ])('to %s is made in place', (_name, options) => {
    expect(found(minimal, pool(options))).toEqual([]);
  });

  it('to the API by its name warns who is cut off', () => {
    const named = documentOf({ apiAccess: GkeApiAccess.identityGated() });
    const paths = [
      ['api-moves', CLUSTER, 'control_plane_endpoints_config.ip_endpoints_config.enabled'],
      ['api-moves', CLUSTER, 'control_plane_endpoints_config.dns_endpoint_config.allow_external_traffic'],
    ];
    const addresses = documentOf({ apiAccess: GkeApiAccess.addresses(ApiAccess.private()) });
    expect(found(addresses, named)).toEqual(paths);
  });

  it('from a channel to a pinned version, and back, is made in place', () => {
    const pinned = documentOf({ versionPolicy: GkeVersionPolicy.pinned('1.34.1-gke.1829001') });
    expect(found(minimal, pinned)).toEqual([]);
    expect(found(pinned, minimal)).toEqual([]);
  });

  it('to two versions more warns in a channel, and is refused when pinned', () => {
    const severities = (before: StackDocument, after: StackDocument): readonly string[] =>
      compareStacks(before, after).findings.map(({ kind, severity }) => `${kind} ${severity}`);
    const at = (version: string): StackDocument =>
      documentOf({
        version: KubernetesVersion.of(version),
        versionPolicy: GkeVersionPolicy.channel(GkeReleaseChannel.STABLE),
      });
    expect(severities(at('1.33'), at('1.34'))).toEqual([]);
    expect(severities(at('1.33'), at('1.35'))).toEqual(['version-skipped warning']);
    const pinned = (version: string): StackDocument =>
      documentOf({
        version: KubernetesVersion.of(version),
        versionPolicy: GkeVersionPolicy.pinned(`${version}.1-gke.1829001`),
      });
    expect(severities(pinned('1.33'), pinned('1.34'))).toEqual([]);
    expect(severities(pinned('1.33'), pinned('1.35'))).toEqual(['version-skipped refused']);
  });

  it('to what only a newer major of the provider knows warns of that step', () => {
    expect(found(minimal, pool({ respectDisruptionBudgetsOnDelete: true }))).toEqual([
      ['provider-major-raised', 'provider.google', undefined],
    ]);
    expect(found(minimal, pool({ sandbox: true }))).toEqual([
      ['provider-major-raised', 'provider.google', undefined],
      ['replaced', GENERAL, 'node_config.sandbox_config'],
    ]);
  });
});
