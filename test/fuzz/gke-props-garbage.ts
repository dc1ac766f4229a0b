import fc from 'fast-check';
import { ApiAccess, EncryptionKey, NodePoolSize } from '../../lib/cluster';
import {
  GkeApiAccess,
  GkeAutoProvisioning,
  GkeCapacityReservation,
  type GkeClusterProps,
  GkeDns,
  GkeGpuSharing,
  GkeHardening,
  GkeLocation,
  GkeMachine,
  GkeMaintenanceExclusion,
  GkeMaintenanceWindow,
  GkeMode,
  GkeNodeIdentity,
  type GkeNodePoolOptions,
  GkeNodeUpgrade,
  GkeNotifications,
  GkePlacement,
  GkePoolPodRange,
  GkeProvisioning,
  GkeReleaseChannel,
  GkeSoleTenancy,
  GkeVersionPolicy,
} from '../../lib/gke';
import { some, validProps } from './gke-props';

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('', ' ', '10.0.0.0/8', '0.0.0.0/0', 'group:x@y', '${a.b.c}', '__proto__', 'goog-x', 'a/b'),
  fc.constantFrom('europe-west3-a', '2026-01-01T00:00:00Z', 'projects/p/topics/t', 'CPU', '5m', '10%'),
);
const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, -1, 0.5, 1, 8, Number.NaN, 1e9));
const texts = fc.array(text, { maxLength: 3 });
const map = fc.dictionary(text, text, { maxKeys: 2 });

/** A value that is made only when the props are, since making it may be refused. */
type Made<T> = fc.Arbitrary<() => T>;
const made = <A, T>(of: fc.Arbitrary<A>, make: (value: A) => T): Made<T> =>
  of.map((value) => () => make(value));
const plain = <T>(of: fc.Arbitrary<T>): Made<T> => made(of, (value) => value);
const pairs = fc.tuple(text, text);
const limits = fc.record({ min: number, max: number });

/** Members of a pool, each of the right type and of any content. */
const POOL: { [K in keyof GkeNodePoolOptions]?: Made<GkeNodePoolOptions[K]> } = {
  machine: made(text, GkeMachine.ofType),
  size: made(fc.tuple(number, number), ([min, max]) => NodePoolSize.autoscaled({ min, max })),
  zones: plain(texts),
  diskSizeGib: plain(number),
  upgrade: made(fc.record({ batchNodes: number, batchSoakMinutes: number }), GkeNodeUpgrade.blueGreen),
  provisioning: made(number, (maxRunHours) => GkeProvisioning.limited({ maxRunHours })),
  gpu: made(fc.tuple(text, number), ([type, count]) => ({
    attach: { type, count },
    sharing: GkeGpuSharing.timeShared(count),
  })),
  placement: made(text, GkePlacement.policy),
  capacityReservation: made(text, GkeCapacityReservation.named),
  soleTenancy: made(text, GkeSoleTenancy.group),
  minCpuPlatform: plain(text),
  kubelet: plain(
    some({
      podPids: number,
      cpuLimitPeriod: text,
      containerLogSize: text,
      containerLogFiles: number,
      parallelImagePulls: number,
      allowedUnsafeSysctls: texts,
      imageCollection: fc.record({ highPercent: number, lowPercent: number, minAge: text, maxAge: text }),
      eviction: fc.record({
        soft: fc.record({ memoryAvailable: text }),
        gracePeriods: fc.record({ memoryAvailable: text }),
        maxPodGraceSeconds: number,
      }),
    }),
  ),
  linux: plain(some({ sysctls: map, hugePages2Mib: number, hugePages1Gib: number })),
  bootDisk: plain(some({ iops: number, throughputMibps: number })),
  secondaryBootDisks: plain(texts.map((images) => images.map((image) => ({ image })))),
  storagePools: plain(texts),
  registryCertificates: plain(fc.record({ domains: texts, secretVersion: text }).map((one) => [one])),
  maxPodsPerNode: plain(number),
  podRange: made(pairs, ([range, cidr]) => GkePoolPodRange.made(range, cidr)),
  moreNetworks: plain(
    fc
      .record({ networkId: text, subnetworkId: text, podRangeName: text, maxPods: number })
      .map((one) => [one]),
  ),
  networkTags: plain(texts),
  resourceManagerTags: plain(map),
  labels: plain(map),
  timeouts: plain(some({ createMinutes: number, updateMinutes: number, deleteMinutes: number })),
};

const fullPool: GkeNodePoolOptions = {
  machine: GkeMachine.ofType('n2-standard-4'),
  size: NodePoolSize.fixed(3),
};

/** One member of something, with the rest as it was. */
function oneOf<T extends object>(members: { [K in keyof T]?: Made<T[K]> }, rest: T): Made<T> {
  const entries = Object.entries(members) as [string, Made<unknown>][];
  return fc.oneof(
    ...entries.map(([member, value]) => made(value, (make) => ({ ...rest, [member]: make() }) as T)),
  );
}

/** Members of a cluster, each of the right type and of any content. */
const CLUSTER: { [K in keyof GkeClusterProps]?: Made<GkeClusterProps[K]> } = {
  clusterName: plain(text),
  project: plain(text),
  projectNumber: plain(text),
  tags: plain(map),
  administrators: plain(map),
  location: fc.oneof(
    made(fc.tuple(text, texts), ([region, nodeZones]) => GkeLocation.region(region, { nodeZones })),
    made(fc.tuple(text, texts), ([zone, moreNodeZones]) => GkeLocation.zone(zone, { moreNodeZones })),
  ),
  apiAccess: fc.oneof(
    made(texts, (cidrs) => ApiAccess.restricted(...cidrs)),
    made(texts, (privateRanges) => GkeApiAccess.addresses(ApiAccess.private(), { privateRanges })),
  ),
  secretsEncryption: made(text, (keyId) => EncryptionKey.existing(keyId)),
  versionPolicy: fc.oneof(
    made(text, GkeVersionPolicy.pinned),
    made(number, (controlPlaneSoakHours) =>
      GkeVersionPolicy.channel(GkeReleaseChannel.REGULAR, { controlPlaneSoakHours }),
    ),
  ),
  maintenance: fc.oneof(
    made(text, GkeMaintenanceWindow.daily),
    made(fc.record({ start: text, end: text, recurrence: text }), GkeMaintenanceWindow.recurring),
  ),
  maintenanceExclusions: made(fc.record({ name: text, start: text, end: text }), ({ name, ...span }) => ({
    [name]: GkeMaintenanceExclusion.between(span),
  })),
  upgradeSpacing: plain(some({ minorDays: number, patchDays: number })),
  notifications: made(text, (topic) => GkeNotifications.topic(topic)),
  controlPlaneKeys: plain(
    some({ clusterCa: text, diskKey: text, etcdBackupKey: text, signingKeyVersions: texts }),
  ),
  timeouts: plain(some({ createMinutes: number, updateMinutes: number, deleteMinutes: number })),
  hardening: made(text, (securityGroup) => GkeHardening.hardened({ securityGroup })),
  securityGroup: plain(text),
  secretManager: plain(
    fc.record({ enabled: fc.boolean(), rotationMinutes: number, syncRotationMinutes: number }),
  ),
  nodeIdentity: fc.oneof(
    made(text, GkeNodeIdentity.existing),
    made(texts, (imageProjects) => GkeNodeIdentity.own({ imageProjects })),
  ),
  keyRotationDays: plain(number),
  keyDeletionDays: plain(number),
  resourceManagerTags: plain(map),
  dns: fc.oneof(
    made(text, GkeDns.additive),
    made(pairs, ([domain, additiveDomain]) => GkeDns.cloudDns({ domain, additiveDomain })),
  ),
  firewall: plain(fc.record({ webhookPorts: fc.array(number, { maxLength: 3 }) })),
  usageExport: plain(fc.record({ datasetId: text })),
  backupPlans: plain(
    fc.dictionary(text, some({ retainDays: number, lockDays: number, location: text }), { maxKeys: 2 }),
  ),
  fleet: plain(some({ project: text })),
  mode: fc.oneof(
    made(number, (maxPodsPerNode) => GkeMode.standard({ maxPodsPerNode })),
    made(fc.record({ cpu: limits, memoryGib: limits, zones: texts, diskSizeGib: number }), (within) =>
      GkeMode.standard({ autoProvisioning: GkeAutoProvisioning.within(within) }),
    ),
  ),
  nodePools: made(fc.tuple(text, oneOf(POOL, fullPool)), ([name, make]) => ({ [name]: make() })),
};

/**
 * Props whose values are of the right type, one of them of any content; one at a time, else the first to be refused hides the
 * others. A pool is as likely as all else.
 */
export const anyProps: Made<GkeClusterProps> = fc
  .tuple(
    validProps,
    fc.oneof(
      ...(Object.entries(CLUSTER) as [string, Made<unknown>][]).map(([member, value]) =>
        value.map((make) => [member, make] as const),
      ),
    ),
    fc.tuple(fc.boolean(), oneOf(POOL, fullPool)),
  )
  .map(([valid, [member, make], [ofPool, makePool]]) => () => {
    if (ofPool) return { ...valid, nodePools: { general: makePool() } };
    return { ...valid, [member]: make() };
  });
