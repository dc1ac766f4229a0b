import { ContainerCluster } from '@cdktf/provider-google/lib/container-cluster';
import { ApiAccess, DEFAULT_CONTROL_PLANE_LOGS } from '../../lib/cluster';
import {
  GkeApiAccess,
  GkeLocation,
  GkeMaintenanceWindow,
  GkeMode,
  GkeNetwork,
  GkeReleaseChannel,
  GkeVersionPolicy,
} from '../../lib/gke';
import {
  type AutopilotGiven,
  type AutopilotOptions,
  describeAutopilot,
  renderAutopilot,
  setNewerAutopilot,
} from '../../lib/gke/private/autopilot';
import { renderCluster } from '../../lib/gke/private/cluster-config';
import { KubernetesVersion } from '../../lib/values';
import { synthesize } from '../support/synthesized';
import { googleVersion } from './control-plane-stack';
import { gkeStack, only } from './gke-stack';

const KEY = 'projects/acme-prod/locations/europe-west3/keyRings/prod/cryptoKeys/cluster';
const NETWORK = 'projects/acme-prod/global/networks/prod';
const NODES = 'projects/acme-prod/regions/europe-west3/subnetworks/nodes';
const ACCOUNT = 'prod-nodes@acme-prod.iam.gserviceaccount.com';
const REGION = GkeLocation.region('europe-west3');
const CHANNEL = GkeVersionPolicy.channel(GkeReleaseChannel.REGULAR);
const NODE_SECURITY = { serviceAccountEmail: ACCOUNT, diskKeyId: KEY, resourceLabels: undefined };

/** The resource of an Autopilot cluster in a network that exists. */
function autopilot(options: AutopilotOptions = {}, given: Partial<AutopilotGiven> = {}) {
  const stack = gkeStack();
  const network = GkeNetwork.fromAttributes(stack, 'Network', {
    networkId: NETWORK,
    nodeSubnetworkId: NODES,
    podRangeName: 'pods',
    serviceRangeName: 'services',
  });
  const deletionProtection = given.deletionProtection ?? true;
  const resource = new ContainerCluster(
    stack,
    'Cluster',
    renderCluster(
      {
        clusterName: 'prod',
        project: 'acme-prod',
        location: REGION,
        version: KubernetesVersion.of('1.34'),
        versionPolicy: CHANNEL,
        network,
        apiAccess: GkeApiAccess.addresses(ApiAccess.private()),
        controlPlaneLogs: DEFAULT_CONTROL_PLANE_LOGS,
        maintenance: GkeMaintenanceWindow.daily('03:00'),
        deletionProtection,
        nodeSecurity: NODE_SECURITY,
      },
      renderAutopilot(options, { nodeSecurity: NODE_SECURITY, deletionProtection, ...given }),
    ),
  );
  setNewerAutopilot(resource, options);
  const synthesized = synthesize(stack);
  return { body: only(synthesized, 'google_container_cluster'), provider: googleVersion(synthesized) };
}

describe('a cluster whose nodes are Google’s', () => {
  it('is private, hardened and protected, and says nothing of what Google decides', () => {
    const { body, provider } = autopilot();
    expect(body).toEqual({
      name: 'prod',
      project: 'acme-prod',
      location: 'europe-west3',
      network: NETWORK,
      subnetwork: NODES,
      networking_mode: 'VPC_NATIVE',
      ip_allocation_policy: {
        cluster_secondary_range_name: 'pods',
        services_secondary_range_name: 'services',
      },

      enable_autopilot: true,
      allow_net_admin: false,
      cluster_autoscaling: {
        auto_provisioning_defaults: {
          service_account: ACCOUNT,
          oauth_scopes: ['https://www.googleapis.com/auth/cloud-platform'],
          boot_disk_kms_key: KEY,
        },
      },
      node_pool_auto_config: {
        node_kubelet_config: { insecure_kubelet_readonly_port_enabled: 'FALSE' },
      },
      enable_l4_ilb_subsetting: true,

      release_channel: { channel: 'REGULAR' },
      min_master_version: '1.34',
      maintenance_policy: { daily_maintenance_window: { start_time: '03:00' } },

      private_cluster_config: {
        enable_private_nodes: true,
        enable_private_endpoint: true,
        master_global_access_config: { enabled: true },
      },
      master_authorized_networks_config: {
        gcp_public_cidrs_access_enabled: false,
        cidr_blocks: [
          { cidr_block: '10.0.0.0/8' },
          { cidr_block: '172.16.0.0/12' },
          { cidr_block: '192.168.0.0/16' },
        ],
      },
      control_plane_endpoints_config: {
        dns_endpoint_config: { allow_external_traffic: false },
        ip_endpoints_config: { enabled: true },
      },

      workload_identity_config: { workload_pool: 'acme-prod.svc.id.goog' },
      database_encryption: { state: 'ENCRYPTED', key_name: KEY },
      enable_legacy_abac: false,
      master_auth: { client_certificate_config: { issue_client_certificate: false } },
      anonymous_authentication_config: { mode: 'LIMITED' },
      rbac_binding_config: {
        enable_insecure_binding_system_authenticated: false,
        enable_insecure_binding_system_unauthenticated: false,
      },
      service_external_ips_config: { enabled: false },
      security_posture_config: { mode: 'BASIC' },

      logging_config: { enable_components: ['APISERVER', 'SYSTEM_COMPONENTS', 'WORKLOADS'] },
      monitoring_config: {
        enable_components: ['SYSTEM_COMPONENTS'],
        managed_prometheus: { enabled: true },
      },
      cost_management_config: { enabled: true },

      deletion_protection: true,
      lifecycle: {
        prevent_destroy: true,
        ignore_changes: ['node_config', 'node_pool', 'database_encryption[0].state'],
      },
    });
    expect(provider).toBe('6.50.0');
  });

  it('keeps what replaces it: the mode, and the key of the nodes’ disks, which is part of the cluster here', () => {
    const { body } = autopilot();
    expect([
      body.enable_autopilot,
      body.enable_l4_ilb_subsetting,
      (body.cluster_autoscaling as { auto_provisioning_defaults: object }).auto_provisioning_defaults,
    ]).toEqual([true, true, expect.objectContaining({ boot_disk_kms_key: KEY })]);
  });

  it('lets a plan destroy it where nothing protects it', () => {
    const { body } = autopilot({}, { deletionProtection: false });
    expect(body.lifecycle).toEqual({
      ignore_changes: ['node_config', 'node_pool', 'database_encryption[0].state'],
    });
  });

  it('gives its machines tags of both kinds, and its pods NET_ADMIN', () => {
    const { body } = autopilot(
      { allowNetAdmin: true, networkTags: ['web', 'egress', 'web'] },
      { resourceManagerTags: { 'tagKeys/1': 'tagValues/2' } },
    );
    expect(body.allow_net_admin).toBe(true);
    expect(body.node_pool_auto_config).toEqual({
      node_kubelet_config: { insecure_kubelet_readonly_port_enabled: 'FALSE' },
      network_tags: { tags: ['egress', 'web'] },
      resource_manager_tags: { 'tagKeys/1': 'tagValues/2' },
    });
  });

  it.each<[AutopilotOptions, object, string]>([
    [
      { privilegedAllowlists: ['gs://acme/agents', 'gke://partner/agent'] },
      { autopilot_privileged_admission: ['gs://acme/agents', 'gke://partner/agent'] },
      '7.27.0',
    ],
    [{ privilegedAllowlists: [] }, { autopilot_privileged_admission: [''] }, '7.27.0'],
    [
      { clusterPolicy: { noSystemMutation: true, noUnsafeWebhooks: false } },
      { autopilot_cluster_policy_config: { no_system_mutation: true, no_unsafe_webhooks: false } },
      '7.28.0',
    ],
    [
      { clusterPolicy: { noSystemImpersonation: true, noStandardNodePools: true } },
      {
        autopilot_cluster_policy_config: { no_system_impersonation: true, no_standard_node_pools: true },
      },
      '7.28.0',
    ],
  ])('needs a newer provider for %j', (options, expected, since) => {
    const { body, provider } = autopilot(options);
    expect(body).toMatchObject(expected);
    expect(provider).toBe(`>= ${since}, < 8.0.0`);
  });

  it('says nothing of a policy that says nothing', () => {
    const { body, provider } = autopilot({ clusterPolicy: {} });
    expect(body).not.toHaveProperty('autopilot_cluster_policy_config');
    expect(provider).toBe('6.50.0');
  });
});

describe('what Autopilot refuses', () => {
  const PLACE = { location: REGION, versionPolicy: CHANNEL };

  it('is nothing of a cluster in a region and a channel', () => {
    const options = GkeMode.autopilot({ networkTags: ['web'], privilegedAllowlists: ['gs://acme/x'] });
    expect(describeAutopilot(options.options, { ...PLACE, nodePools: {} })).toEqual([]);
  });

  it.each([
    [
      { location: GkeLocation.zone('europe-west3-a') },
      "'location' (europe-west3-a) is a zone, and Autopilot is in regions only; say GkeLocation.region('europe-west3')",
    ],
    [
      { versionPolicy: GkeVersionPolicy.pinned('1.34.1-gke.1829001') },
      "'versionPolicy' pins a version, and Autopilot is in a release channel always; say GkeVersionPolicy.channel()",
    ],
    [
      { nodePools: { general: {}, batch: {} } },
      "'nodePools' (general, batch) are for GkeMode.standard(); Autopilot makes nodes by itself",
    ],
  ])('is a place that it is not in (%#)', (place, problem) => {
    expect(describeAutopilot({}, { ...PLACE, ...place })).toEqual([problem]);
  });

  it('is a tag or a path that is none', () => {
    expect(
      describeAutopilot({ networkTags: ['Web', 'a'.repeat(64)], privilegedAllowlists: ['acme'] }, PLACE),
    ).toEqual([
      "'networkTags' holds 'Web', which must be 1 to 63 lower-case letters, digits and hyphens, starting with a letter",
      `'networkTags' holds '${'a'.repeat(64)}', which must be 1 to 63 lower-case letters, digits and hyphens, starting with a letter`,
      "'privilegedAllowlists' holds 'acme', which must start with 'gs://' or 'gke://'",
    ]);
  });
});
