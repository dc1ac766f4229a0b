import { Testing } from 'cdktf';
import { ApiAccess, CapacityType, ClusterOutputs, NodePoolSize } from '../../lib/cluster';
import {
  GkeAddOn,
  GkeApiAccess,
  GkeAutoProvisioning,
  type GkeAutopilotClusterProps,
  GkeCluster,
  type GkeClusterProps,
  GkeDataplane,
  GkeDeletionPolicy,
  GkeDns,
  GkeGpuSharing,
  GkeHardening,
  GkeIdentity,
  GkeLocation,
  GkeMachine,
  GkeMaintenanceExclusion,
  GkeMetric,
  GkeMode,
  GkeNetwork,
  GkeNetworkTier,
  GkeNodeImage,
  GkeNodeUpgrade,
  GkeNotifications,
  GkeReleaseChannel,
  GkeSharedVpcGrants,
  GkeVersionPolicy,
} from '../../lib/gke';
import { GkeExclusionScope } from '../../lib/gke/maintenance-exclusion';
import { KubernetesVersion } from '../../lib/values';
import { defineGke, gkeStack, MINIMAL, POOL } from './gke-stack';

const { nodePools: _, ...PLACE } = MINIMAL;
const N2D = { ...POOL, machine: GkeMachine.ofType('n2d-standard-4') };
const N2 = { ...POOL, machine: GkeMachine.ofType('n2-standard-8') };

/** What a cluster in either mode can be told of its control plane, its security and its running. */
const COMMON = {
  tags: { team: 'platform' },
  administrators: { Platform: 'group:platform@example.com' },
  apiAccess: GkeApiAccess.addresses(ApiAccess.private(), {
    dnsEndpoint: { serviceAccountTokens: true, clientCertificates: true },
  }),
  versionPolicy: GkeVersionPolicy.channel(GkeReleaseChannel.REGULAR, {
    acceleratedPatches: true,
    controlPlaneSoakHours: 24,
  }),
  emulatedVersion: KubernetesVersion.of('1.33'),
  maintenanceExclusions: {
    sale: GkeMaintenanceExclusion.between({ start: '2026-11-20T00:00:00Z', end: '2026-11-30T00:00:00Z' }),
    season: GkeMaintenanceExclusion.untilEndOfSupport({
      start: '2026-12-01T00:00:00Z',
      scope: GkeExclusionScope.NO_MINOR_UPGRADES,
    }),
  },
  upgradeSpacing: { minorDays: 60, patchDays: 7 },
  notifications: GkeNotifications.own({ encrypted: true }),
  timeouts: { createMinutes: 60 },
  binaryAuthorization: true,
  securityGroup: 'gke-security-groups@example.com',
  secretManager: { enabled: true, rotationMinutes: 10, sync: true, syncRotationMinutes: 10 },
  keyRotationDays: 30,
  networkTier: GkeNetworkTier.PREMIUM,
  gatewayApi: true,
  metrics: [GkeMetric.SYSTEM, GkeMetric.APISERVER],
  dataplaneObservability: { metrics: true, relay: true },
  usageExport: { datasetId: 'gke_usage' },
  backupPlans: { daily: { retainDays: 14, restore: {} } },
} as const;

/** A Standard cluster that asks for much, and for all that newer providers have for one. */
export const FULL: Partial<GkeClusterProps> = {
  ...COMMON,
  deletionPolicy: GkeDeletionPolicy.DELETE,
  defaultComputeClass: true,
  mode: GkeMode.standard({
    autoProvisioning: GkeAutoProvisioning.within({ cpu: { max: 64 }, memoryGib: { max: 256 } }),
    nodeLocalDnsCache: true,
    statefulHighAvailability: true,
  }),
  autoIpam: true,
  dns: GkeDns.cloudDns(),
  fqdnNetworkPolicy: true,
  multiNetworking: true,
  interNodeEncryption: true,
  firewall: { webhookPorts: [8443], explicitEgress: true },
  addOns: {
    [GkeAddOn.FILESTORE_CSI]: { enabled: true },
    [GkeAddOn.HORIZONTAL_POD_AUTOSCALING]: { enabled: true },
  },
  verticalPodAutoscaling: true,
  fleet: { lightweight: true },
  nodePools: {
    general: { ...N2, upgrade: GkeNodeUpgrade.surge(2), labels: { tier: 'web' }, networkTags: ['nodes'] },
    sandboxed: {
      ...N2,
      sandbox: true,
      respectDisruptionBudgetsOnDelete: true,
      deletionPolicy: GkeDeletionPolicy.DELETE,
    },
    spot: {
      ...N2,
      size: NodePoolSize.autoscaled({ min: 0, max: 20 }),
      capacityType: CapacityType.INTERRUPTIBLE,
      upgrade: GkeNodeUpgrade.blueGreen({ batchPercent: 20, batchSoakMinutes: 5 }),
      kubelet: { podPids: 4096 },
      linux: { sysctls: { 'net.core.somaxconn': '4096' }, hugePages2Mib: 128 },
      imageStreaming: true,
      gvnic: true,
    },
    gpus: {
      machine: GkeMachine.ofType('g2-standard-4'),
      size: NodePoolSize.autoscaled({ min: 0, max: 4 }),
      gpu: { sharing: GkeGpuSharing.timeShared(4) },
    },
    windows: { ...N2, image: GkeNodeImage.WINDOWS_2022 },
  },
};

/** An Autopilot cluster that asks for much, and for all that newer providers have for one. */
export const FULL_AUTOPILOT: Partial<GkeAutopilotClusterProps> = {
  ...COMMON,
  mode: GkeMode.autopilot({
    allowNetAdmin: true,
    networkTags: ['nodes'],
    privilegedAllowlists: ['gke://Example/Agent/*'],
    clusterPolicy: { noSystemMutation: true, noUnsafeWebhooks: true },
  }),
  fleet: { project: 'acme-fleet' },
};

/** A Standard cluster; not protected unless its props say so. */
export function standard(props: Partial<GkeClusterProps> = {}): string {
  const stack = gkeStack();
  const cluster = defineGke(stack, { deletionProtection: false, ...props });
  new ClusterOutputs(stack, 'Outputs', { cluster });
  return Testing.synth(stack, true);
}

/** The full one, with a pod that has rights in Google Cloud. */
export function fullStandard(props: Partial<GkeClusterProps> = {}): string {
  const stack = gkeStack();
  const cluster = defineGke(stack, { deletionProtection: false, ...FULL, ...props });
  const orders = { namespace: 'shop', serviceAccount: 'orders', roles: ['roles/storage.objectViewer'] };
  cluster.workloadIdentity.bind('Orders', { ...orders, as: GkeIdentity.own() });
  return Testing.synth(stack, true);
}

/** An Autopilot cluster; not protected unless its props say so. */
export function autopilot(props: Partial<GkeAutopilotClusterProps> = {}): string {
  const stack = gkeStack();
  new GkeCluster(stack, 'Prod', {
    ...PLACE,
    mode: GkeMode.autopilot(),
    deletionProtection: false,
    ...props,
  });
  return Testing.synth(stack, true);
}

/** A cluster in a network of another project. */
export function adopted(props: Partial<GkeClusterProps> = {}): string {
  const stack = gkeStack();
  const subnetworks = 'projects/acme-net/regions/europe-west3/subnetworks';
  const grants = new GkeSharedVpcGrants(stack, 'Grants', {
    hostProject: 'acme-net',
    serviceProjectNumber: '123456789012',
    region: 'europe-west3',
    subnetworks: { nodes: `${subnetworks}/gke` },
  });
  const network = GkeNetwork.fromAttributes(stack, 'Network', {
    networkId: 'projects/acme-net/global/networks/shared',
    nodeSubnetworkId: `${subnetworks}/gke`,
    podRangeName: 'gke-pods',
    serviceRangeName: 'gke-services',
    controlPlaneSubnetworkId: `${subnetworks}/gke-control-plane`,
    networkProject: 'acme-net',
    readyForNodes: grants.ready,
  });
  defineGke(stack, { deletionProtection: false, network, ...props });
  return Testing.synth(stack, true);
}

/** One stack of each form that a cluster can have. */
export const FORMS: Readonly<Record<string, () => string>> = {
  'the smallest': () => standard(),
  'the full one': () => fullStandard(),
  'the smallest Autopilot': () => autopilot(),
  'the full Autopilot': () => autopilot(FULL_AUTOPILOT),
  'one in an adopted network': () => adopted(),
  'one in a zone': () => standard({ location: GkeLocation.zone('europe-west3-a') }),
  'one with Calico': () => standard({ mode: GkeMode.standard({ dataplane: GkeDataplane.CALICO }) }),
  'one with two stacks': () => standard({ dualStack: true }),
  'one by its name only': () => standard({ apiAccess: GkeApiAccess.identityGated() }),
  'a hardened one': () =>
    standard({
      hardening: GkeHardening.hardened({ securityGroup: 'gke-security-groups@example.com' }),
      nodePools: { 'default-pool': N2D, general: N2D },
    }),
};
