import fc from 'fast-check';
import { ApiAccess, CapacityType, ControlPlaneLog, NodePoolSize, TaintEffect } from '../../lib/cluster';
import {
  GkeAddOn,
  GkeApiAccess,
  GkeAutoProvisioning,
  type GkeAutopilotClusterProps,
  GkeAutoscalingProfile,
  GkeCapacityReservation,
  type GkeClusterProps,
  type GkeCommonProps,
  GkeDataplane,
  GkeDns,
  GkeEvent,
  GkeKeyProtection,
  GkeLocation,
  GkeMachine,
  GkeMaintenanceExclusion,
  GkeMaintenanceWindow,
  GkeMetric,
  GkeMode,
  GkeNetworkTier,
  GkeNodeIdentity,
  GkeNodeImage,
  type GkeNodePoolOptions,
  GkeNodeUpgrade,
  GkeNotifications,
  GkeReleaseChannel,
  GkeSecurityPosture,
  GkeSizeUnit,
  GkeVersionPolicy,
  GkeZoneBalance,
} from '../../lib/gke';
import { KubernetesVersion } from '../../lib/values';

/** Any of some members, each there or not. */
export const some = <T>(members: { [K in keyof T]?: fc.Arbitrary<Exclude<T[K], undefined>> }) =>
  fc.record(members as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [] }) as fc.Arbitrary<
    Partial<T>
  >;

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/);
const names = fc.dictionary(name, name, { maxKeys: 2 });

const size = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 5 }))
  .map(([nodes, more]) =>
    more === 0 ? NodePoolSize.fixed(3 * nodes) : NodePoolSize.autoscaled({ min: nodes, max: nodes + more }),
  );

const upgrade = fc.oneof(
  fc.integer({ min: 1, max: 5 }).map((nodes) => GkeNodeUpgrade.surge(nodes)),
  fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 60 }))
    .map(([batchNodes, batchSoakMinutes]) => GkeNodeUpgrade.blueGreen({ batchNodes, batchSoakMinutes })),
);

/** A pool that GKE takes, in any place. */
const pool: fc.Arbitrary<GkeNodePoolOptions> = fc
  .tuple(
    size,
    some<GkeNodePoolOptions>({
      capacityType: fc.constantFrom(CapacityType.ON_DEMAND, CapacityType.INTERRUPTIBLE),
      diskSizeGib: fc.integer({ min: 20, max: 500 }),
      image: fc.constantFrom(GkeNodeImage.CONTAINER_OPTIMIZED, GkeNodeImage.UBUNTU),
      upgrade,
      labels: names,
      taints: fc.constantFrom([], [{ key: 'dedicated', value: 'data', effect: TaintEffect.NO_SCHEDULE }]),
      networkTags: fc.uniqueArray(name, { maxLength: 3 }),
      kubelet: fc.constantFrom({ podPids: 4096 }, { containerLogFiles: 3, cpuLimits: false }),
      linux: fc.constantFrom({ sysctls: { 'net.core.somaxconn': '4096' } }, { hugePages2Mib: 128 }),
      gvnic: fc.boolean(),
      imageStreaming: fc.boolean(),
      minCpuPlatform: fc.constant('Intel Cascade Lake'),
      capacityReservation: fc.constantFrom(GkeCapacityReservation.any(), GkeCapacityReservation.none()),
      maxPodsPerNode: fc.constantFrom(32, 64),
      respectDisruptionBudgetsOnDelete: fc.boolean(),
      maxThroughputLogging: fc.boolean(),
      timeouts: fc.constant({ createMinutes: 45 }),
    }),
  )
  .map(([count, others]) => ({ machine: GkeMachine.ofType('n2-standard-4'), size: count, ...others }));

/** A pool, and what depends on how it grows. */
const sizedPool = fc
  .tuple(pool, fc.constantFrom(...Object.values(GkeSizeUnit)), fc.boolean())
  .map(([options, sizePer, ignoreResize]): GkeNodePoolOptions => {
    if (options.size.min === options.size.max) return { ...options, ignoreResize };
    return { ...options, sizePer, zoneBalance: GkeZoneBalance.ANY };
  });

const place = fc.constantFrom(
  GkeLocation.region('europe-west3'),
  GkeLocation.region('europe-west3', { nodeZones: ['europe-west3-a', 'europe-west3-b', 'europe-west3-c'] }),
);
const zone = fc.constantFrom(
  GkeLocation.zone('europe-west3-a'),
  GkeLocation.zone('europe-west3-a', { moreNodeZones: ['europe-west3-b', 'europe-west3-c'] }),
);

/** What may be said in every mode, in any company. */
const common: fc.Arbitrary<Partial<GkeCommonProps>> = some<GkeCommonProps>({
  tags: names,
  apiAccess: fc.constantFrom<ApiAccess | GkeApiAccess>(
    ApiAccess.private(),
    ApiAccess.public(),
    ApiAccess.restricted('203.0.113.0/24', '198.51.100.7/32'),
    GkeApiAccess.identityGated(),
    GkeApiAccess.identityGated({ serviceAccountTokens: true }),
    GkeApiAccess.addresses(ApiAccess.private(), { fromAllRegions: false, dnsEndpoint: {} }),
  ),
  controlPlaneLogs: fc.uniqueArray(fc.constantFrom(...Object.values(ControlPlaneLog)), { minLength: 1 }),
  deletionProtection: fc.boolean(),
  administrators: fc.dictionary(name, fc.constant('group:platform@example.com'), { maxKeys: 1 }),
  versionPolicy: fc.constantFrom(
    ...Object.values(GkeReleaseChannel).map((channel) => GkeVersionPolicy.channel(channel)),
    GkeVersionPolicy.channel(GkeReleaseChannel.STABLE, { controlPlaneSoakHours: 24 }),
  ),
  maintenance: fc.constantFrom(
    GkeMaintenanceWindow.daily('23:30'),
    GkeMaintenanceWindow.recurring({
      start: '2026-01-03T02:00:00Z',
      end: '2026-01-03T14:00:00Z',
      recurrence: 'FREQ=WEEKLY;BYDAY=SA,SU',
    }),
  ),
  maintenanceExclusions: fc.constant({
    sale: GkeMaintenanceExclusion.between({ start: '2026-11-20T00:00:00Z', end: '2026-11-30T00:00:00Z' }),
  }),
  upgradeSpacing: fc.constantFrom({ minorDays: 60 }, { minorDays: 30, patchDays: 7 }),
  notifications: fc.constantFrom(
    GkeNotifications.own(),
    GkeNotifications.own({ events: [GkeEvent.UPGRADE], encrypted: true }),
    GkeNotifications.topic('projects/acme-prod/topics/gke', [GkeEvent.SECURITY_BULLETIN]),
    GkeNotifications.none(),
  ),
  timeouts: fc.record({ createMinutes: fc.integer({ min: 1, max: 1440 }) }),
  binaryAuthorization: fc.boolean(),
  securityGroup: fc.constant('gke-security-groups@example.com'),
  securityPosture: fc.constantFrom(...Object.values(GkeSecurityPosture)),
  secretManager: fc.constantFrom({ enabled: false }, { enabled: true, rotationMinutes: 10 }),
  nodeIdentity: fc.constantFrom(
    GkeNodeIdentity.own({ imageProjects: ['acme-images'] }),
    GkeNodeIdentity.existing('nodes@acme-prod.iam.gserviceaccount.com'),
  ),
  keyRotationDays: fc.integer({ min: 1, max: 365 }),
  keyDeletionDays: fc.integer({ min: 1, max: 120 }),
  keyProtection: fc.constantFrom(...Object.values(GkeKeyProtection)),
  gatewayApi: fc.boolean(),
  loadBalancerFirewalls: fc.boolean(),
  networkTier: fc.constantFrom(...Object.values(GkeNetworkTier)),
  firewall: fc.record({ webhookPorts: fc.constantFrom([8443], [9443, 15017]), explicitEgress: fc.boolean() }),
  metrics: fc
    .uniqueArray(fc.constantFrom(GkeMetric.APISERVER, GkeMetric.SCHEDULER, GkeMetric.STORAGE))
    .map((more) => [GkeMetric.SYSTEM, ...more]),
  dataplaneObservability: fc.record({ metrics: fc.constant(true), relay: fc.boolean() }),
  costAllocation: fc.boolean(),
  usageExport: fc.record({ datasetId: fc.constant('gke_usage'), egress: fc.boolean() }),
  backupPlans: fc.dictionary(name, fc.record({ retainDays: fc.integer({ min: 1, max: 360 }) }), {
    maxKeys: 2,
  }),
  fleet: fc.constantFrom({}, { project: 'acme-fleet' }),
});

const PLACE = {
  version: KubernetesVersion.of('1.34'),
  project: 'acme-prod',
  projectNumber: '123456789012',
};

/** Props of a cluster with nodes of one's own that are all right, in any company. */
export const validProps: fc.Arbitrary<GkeClusterProps> = fc
  .tuple(
    name,
    fc.oneof(place, zone),
    fc.dictionary(name, sizedPool, { minKeys: 1, maxKeys: 3 }),
    common,
    some<GkeClusterProps>({
      mode: fc.constantFrom(
        GkeMode.standard({ maxPodsPerNode: 64, intranodeVisibility: false }),
        GkeMode.standard({ nodeLocalDnsCache: true, statefulHighAvailability: true }),
        GkeMode.standard({ autoscalingProfile: GkeAutoscalingProfile.OPTIMIZE_UTILIZATION }),
        GkeMode.standard({
          autoProvisioning: GkeAutoProvisioning.within({
            cpu: { max: 64 },
            memoryGib: { min: 4, max: 256 },
            zones: ['europe-west3-a'],
          }),
        }),
      ),
      dns: fc.constantFrom(GkeDns.cloudDns(), GkeDns.additive('prod.acme')),
      fqdnNetworkPolicy: fc.boolean(),
      clusterwideNetworkPolicy: fc.boolean(),
      multiNetworking: fc.boolean(),
      interNodeEncryption: fc.boolean(),
      sourceNat: fc.boolean(),
      workloadLogs: fc.boolean(),
      verticalPodAutoscaling: fc.boolean(),
      addOns: some({
        [GkeAddOn.HTTP_LOAD_BALANCING]: fc.constant({ enabled: true }),
        [GkeAddOn.PERSISTENT_DISK_CSI]: fc.record({ enabled: fc.boolean() }),
        [GkeAddOn.FILESTORE_CSI]: fc.record({ enabled: fc.boolean() }),
        [GkeAddOn.CLOUD_STORAGE_FUSE_CSI]: fc.record({ enabled: fc.boolean() }),
      }),
    }),
  )
  .map(([clusterName, location, nodePools, forAll, forThese]) => ({
    ...PLACE,
    clusterName,
    location,
    nodePools,
    ...forAll,
    ...forThese,
  }));

/** Props of a cluster on the other dataplane, which leaves out what only Dataplane V2 can. */
export const calicoProps: fc.Arbitrary<GkeClusterProps> = validProps.map(
  ({ fqdnNetworkPolicy, clusterwideNetworkPolicy, multiNetworking, dataplaneObservability, ...props }) => ({
    ...props,
    interNodeEncryption: false,
    dns: GkeDns.cloudDns(),
    mode: GkeMode.standard({ dataplane: GkeDataplane.CALICO }),
  }),
);

/** Props of a cluster with nodes of Google's that are all right, in any company. */
export const autopilotProps: fc.Arbitrary<GkeAutopilotClusterProps> = fc
  .tuple(
    name,
    common,
    fc.constantFrom(
      GkeMode.autopilot(),
      GkeMode.autopilot({ allowNetAdmin: true, networkTags: ['web', 'nodes'] }),
      GkeMode.autopilot({ privilegedAllowlists: [], clusterPolicy: { noUnsafeWebhooks: true } }),
    ),
  )
  .map(([clusterName, forAll, mode]) => ({
    ...PLACE,
    clusterName,
    location: GkeLocation.region('europe-west3'),
    ...forAll,
    mode,
  }));
