import {
  GkeAutoProvisioning,
  type GkeAutopilotClusterProps,
  GkeCluster,
  type GkeClusterProps,
  GkeHardening,
  GkeMachine,
  GkeMode,
} from '../../lib/gke';
import { brokenIn, GKE_RULES, type Resources } from '../support/gke-rules';
import { synthesize } from '../support/synthesized';
import { gkeStack, MINIMAL, POOL, synthesizeGke } from './gke-stack';

const { nodePools: _, ...PLACE } = MINIMAL;
const CLUSTER = 'google_container_cluster.Prod_7A5F3219';
const GENERAL = 'google_container_node_pool.Prod_NodePools_general_8BBA8D4F';
const GROUP = { securityGroup: 'gke-security-groups@example.com' };
const N2D = { ...POOL, machine: GkeMachine.ofType('n2d-standard-4') };

function resourcesOf(props: Partial<GkeClusterProps> = {}): Resources {
  return synthesizeGke(props).resource ?? {};
}

function autopilotResources(props: Partial<GkeAutopilotClusterProps> = {}): Resources {
  const stack = gkeStack();
  new GkeCluster(stack, 'Prod', { ...PLACE, mode: GkeMode.autopilot(), ...props });
  return synthesize(stack).resource ?? {};
}

/** What the cases below have broken. */
const tried = new Set<string>();
/** A cluster that breaks none. */
const hardened = resourcesOf({
  hardening: GkeHardening.hardened(GROUP),
  nodePools: { 'default-pool': N2D, general: N2D },
});

describe('the constraints of Google’s hardened dataset', () => {
  it('are 36, 14 of them managed, and no two of one id', () => {
    const ids = GKE_RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(36);
    expect(ids.filter((id) => id.startsWith('container.managed.'))).toHaveLength(14);
    expect(ids.filter((id) => id.startsWith('custom.gke'))).toHaveLength(22);
  });

  it('are broken by the smallest cluster exactly here', () => {
    expect(brokenIn(resourcesOf())).toEqual([
      `container.managed.enableGoogleGroupsRBAC: ${CLUSTER}`,
      `custom.gkeRequireConfidentialNodes: ${CLUSTER}`,
      `custom.gkeRequireMasterAuthorizedNetworks: ${CLUSTER}`,
      `custom.gkeRequireNodePoolSandbox: ${GENERAL}`,
    ]);
  });

  it('are broken by the smallest Autopilot cluster exactly here', () => {
    expect(brokenIn(autopilotResources())).toEqual([
      `container.managed.enableGoogleGroupsRBAC: ${CLUSTER}`,
      `custom.gkeRequireConfidentialNodes: ${CLUSTER}`,
      `custom.gkeRequireMasterAuthorizedNetworks: ${CLUSTER}`,
    ]);
  });

  it('hold in a hardened cluster, all', () => {
    const hardening = GkeHardening.hardened(GROUP);
    const nodePools = { 'default-pool': N2D, general: N2D };
    expect(brokenIn(resourcesOf({ hardening, nodePools }))).toEqual([]);
  });

  it('hold in a hardened Autopilot cluster, but one that Autopilot has by compute classes alone', () => {
    const hardening = GkeHardening.hardened({ ...GROUP, confidentialNodes: false });
    expect(brokenIn(autopilotResources({ hardening }))).toEqual([
      `custom.gkeRequireConfidentialNodes: ${CLUSTER}`,
    ]);
  });

  it('are broken by pools that GKE makes no more than by those of the cluster', () => {
    const autoProvisioning = GkeAutoProvisioning.within({ cpu: { max: 100 }, memoryGib: { max: 400 } });
    const broken = brokenIn(resourcesOf({ mode: GkeMode.standard({ autoProvisioning }) }));
    expect(broken.filter((finding) => !brokenIn(resourcesOf()).includes(finding))).toEqual([
      `custom.gkeRequireNodePoolSandbox: ${CLUSTER} (made pool)`,
    ]);
  });

  const COS = ['custom.gkeAllowedNodePoolImages', 'custom.gkeRequireCOSImage'];
  const ABAC = ['container.managed.disableABAC', 'custom.gkeDisableLegacyAbac'];
  const EVENTS = { enabled: true, filter: { event_type: ['UPGRADE_EVENT'] } };
  // what breaks each of them in a cluster that breaks none
  it.each<[readonly string[], string, unknown]>([
    [ABAC, 'enable_legacy_abac', true],
    [
      ['container.managed.disableLegacyClientCertificateIssuance'],
      'master_auth.client_certificate_config.issue_client_certificate',
      true,
    ],
    [
      ['container.managed.disableRBACSystemBindings'],
      'rbac_binding_config.enable_insecure_binding_system_authenticated',
      true,
    ],
    [['container.managed.disableRBACSystemBindings'], 'rbac_binding_config', undefined],
    [['container.managed.enableBinaryAuthorization'], 'binary_authorization.evaluation_mode', 'DISABLED'],
    [['container.managed.enableCloudLogging'], 'logging_config.enable_components', []],
    [['container.managed.enableGoogleGroupsRBAC'], 'authenticator_groups_config', undefined],
    [
      ['container.managed.enableNetworkPolicy', 'custom.gkeRequireDataplaneV2'],
      'datapath_provider',
      'LEGACY_DATAPATH',
    ],
    [['container.managed.enablePrivateNodes'], 'private_cluster_config.enable_private_nodes', false],
    [['container.managed.enableSecretsEncryption'], 'database_encryption.state', 'DECRYPTED'],
    [['container.managed.enableSecurityBulletinNotifications'], 'notification_config.pubsub', EVENTS],
    [['container.managed.enableSecurityBulletinNotifications'], 'notification_config', undefined],
    [['container.managed.enableShieldedNodes'], 'enable_shielded_nodes', false],
    [['container.managed.enableWorkloadIdentityFederation'], 'workload_identity_config', undefined],
    [['custom.gkeAllowedReleaseChannels'], 'release_channel.channel', 'RAPID'],
    [['custom.gkeDisableAlphaCluster'], 'enable_kubernetes_alpha', true],
    [
      ['custom.gkeDisableKubernetesDashboard'],
      'addons_config',
      [{ kubernetes_dashboard: { disabled: false } }],
    ],
    [['custom.gkeRequireConfidentialNodes'], 'confidential_nodes.enabled', false],
    [['custom.gkeRequireIntraNodeVisibility'], 'enable_intranode_visibility', false],
    [['custom.gkeRequireMasterAuthorizedNetworks'], 'master_authorized_networks_config', undefined],
    [['custom.gkeRequireMonitoring'], 'monitoring_config.enable_components', ['POD']],
    [['custom.gkeRequirePrivateEndpoint'], 'private_cluster_config.enable_private_endpoint', false],
    [['custom.gkeRequireRegionalClusters'], 'location', 'europe-west3-a'],
    [['custom.gkeRequireVPCNativeCluster'], 'ip_allocation_policy', undefined],
    [COS, 'pool.node_config.image_type', 'UBUNTU_CONTAINERD'],
    [
      ['container.managed.disableInsecureKubeletReadOnlyPort'],
      'pool.node_config.kubelet_config.insecure_kubelet_readonly_port_enabled',
      'TRUE',
    ],
    [
      ['container.managed.disallowDefaultComputeServiceAccount'],
      'pool.node_config.service_account',
      '123456789012-compute@developer.gserviceaccount.com',
    ],
    [
      ['container.managed.disallowDefaultComputeServiceAccount'],
      'pool.node_config.service_account',
      undefined,
    ],
    [
      ['custom.gkeDisableLegacyMetadataEndpoints'],
      'pool.node_config.metadata',
      { 'disable-legacy-endpoints': 'false' },
    ],
    [
      ['custom.gkeRequireGKEMetadataServer'],
      'pool.node_config.workload_metadata_config.mode',
      'GCE_METADATA',
    ],
    [
      ['custom.gkeRequireIntegrityMonitoring'],
      'pool.node_config.shielded_instance_config.enable_integrity_monitoring',
      false,
    ],
    [['custom.gkeRequireNodePoolAutoRepair'], 'pool.management.auto_repair', false],
    [['custom.gkeRequireNodePoolAutoUpgrade'], 'pool.management.auto_upgrade', false],
    [['custom.gkeRequireNodePoolCMEKEncryption'], 'pool.node_config.boot_disk_kms_key', undefined],
    [['custom.gkeRequireNodePoolSandbox'], 'pool.node_config.sandbox_config', undefined],
    [['custom.gkeRequireSecureBoot'], 'pool.node_config.shielded_instance_config.enable_secure_boot', false],
  ])('%j are broken by %s %j', (ids, path, value) => {
    const resources = structuredClone(hardened);
    const at = path.startsWith('pool.') ? GENERAL : CLUSTER;
    const [type = '', name = ''] = at.split('.');
    put(resources[type]?.[name] ?? {}, path.replace('pool.', '').split('.'), value);
    expect(brokenIn(resources)).toEqual(ids.map((id) => `${id}: ${at}`));
    for (const id of ids) tried.add(id);
  });

  it('are each broken by one of these', () => {
    expect(GKE_RULES.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
  });
});

/** Sets a value in a body, or takes it away. */
function put(body: object, [name = '', ...rest]: readonly string[], value: unknown): void {
  const members = body as Record<string, unknown>;
  if (rest.length > 0) put(members[name] as object, rest, value);
  else if (value === undefined) delete members[name];
  else members[name] = value;
}
