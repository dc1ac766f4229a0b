import fc from 'fast-check';
import { ApiAccess, CapacityType, NodePoolSize } from '../../lib/cluster';
import {
  EksAddOn,
  EksAddOnVersion,
  type EksClusterProps,
  EksControlPlaneEgress,
  EksControlPlaneTier,
  EksMachines,
  type EksNodePoolOptions,
  EksNodeRelease,
  EksNodeUpdate,
  EksPodNetworking,
  EksSupportTier,
} from '../../lib/eks';
import { KubernetesVersion } from '../../lib/values';

/** Any of some members, each there or not. */
const some = <T>(members: { [K in keyof T]?: fc.Arbitrary<Exclude<T[K], undefined>> }) =>
  fc.record(members as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [] }) as fc.Arbitrary<
    Partial<T>
  >;

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,11}$/);
const tags = fc.dictionary(
  fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,20}$/),
  fc.stringMatching(/^[\w ]{0,20}$/),
  {
    maxKeys: 3,
  },
);

const size = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 5 }))
  .map(([min, more]) =>
    more === 0 ? NodePoolSize.fixed(min) : NodePoolSize.autoscaled({ min, max: min + more }),
  );

/** A pool that EKS takes. */
const pool: fc.Arbitrary<EksNodePoolOptions> = fc
  .tuple(
    size,
    some<EksNodePoolOptions>({
      capacityType: fc.constantFrom(CapacityType.ON_DEMAND, CapacityType.INTERRUPTIBLE),
      update: fc.integer({ min: 1, max: 100 }).map((share) => EksNodeUpdate.unavailablePercent(share)),
      forceUpdate: fc.boolean(),
      diskSizeGib: fc.integer({ min: 20, max: 500 }),
      diskIops: fc.integer({ min: 3000, max: 10_000 }),
      imdsHopLimit: fc.constantFrom(1, 2),
      labels: fc.dictionary(name, name, { maxKeys: 2 }),
    }),
  )
  .map(([count, others]) => ({ machines: EksMachines.ofTypes('m7i.large'), size: count, ...others }));

/** Props of a cluster that are all right, in any company. */
export const validProps: fc.Arbitrary<EksClusterProps> = fc
  .tuple(
    name,
    fc.dictionary(name, pool, { minKeys: 1, maxKeys: 3 }),
    some<EksClusterProps>({
      tags,
      apiAccess: fc.constantFrom(
        ApiAccess.private(),
        ApiAccess.public(),
        ApiAccess.restricted('203.0.113.0/24', '198.51.100.7/32'),
      ),
      deletionProtection: fc.boolean(),
      logRetentionDays: fc.constantFrom(1, 7, 90, 3653),
      supportTier: fc.constantFrom(EksSupportTier.STANDARD, EksSupportTier.EXTENDED),
      zonalShift: fc.boolean(),
      serviceCidr: fc.constantFrom('172.20.0.0/16', '10.100.0.0/16', '192.168.0.0/18'),
      administrators: fc.dictionary(name, fc.constant('arn:aws:iam::111122223333:role/Platform'), {
        maxKeys: 1,
      }),
      permissionsBoundaryArn: fc.constant('arn:aws:iam::111122223333:policy/Boundary'),
      podNetworking: fc.constantFrom(
        EksPodNetworking.prefixDelegation(),
        EksPodNetworking.singleAddresses(),
        EksPodNetworking.prefixDelegation({ securityGroupsForPods: true }),
      ),
      addOns: fc.constantFrom(
        {},
        { [EksAddOn.METRICS_SERVER]: { enabled: false } },
        { [EksAddOn.COREDNS]: { version: EksAddOnVersion.mostRecent(), configuration: { replicaCount: 3 } } },
      ),
      controlPlaneEgress: fc.constantFrom(
        EksControlPlaneEgress.AWS_MANAGED,
        EksControlPlaneEgress.CUSTOMER_ROUTED,
      ),
      controlPlaneTier: fc.constantFrom(...Object.values(EksControlPlaneTier)),
      keyRotationDays: fc.integer({ min: 90, max: 2560 }),
      keyDeletionDays: fc.integer({ min: 7, max: 30 }),
      forceVersionUpgrade: fc.boolean(),
      clusterSecurityGroupTags: tags,
      remoteNetworks: fc.constant({ nodeCidrs: ['192.168.64.0/20'] }),
    }),
  )
  .map(([clusterName, nodePools, others]) => ({
    clusterName,
    version: KubernetesVersion.of('1.34'),
    nodePools,
    ...others,
  }));

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '',
    ' ',
    '10.0.0.0/8',
    'arn:aws:iam::1:role/x',
    '${a.b.c}',
    '__proto__',
    'aws:x',
    '0.0.0.0/0',
  ),
);
const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, -1, 0.5, Number.NaN, 1e9));
const texts = fc.array(text, { maxLength: 3 });

/** Props whose values are of the right type and of any content. */
export const anyProps: fc.Arbitrary<EksClusterProps> = fc
  .tuple(
    some<EksClusterProps>({
      clusterName: text,
      tags: fc.dictionary(text, text, { maxKeys: 2 }),
      logRetentionDays: number,
      serviceCidr: text,
      administrators: fc.dictionary(text, text, { maxKeys: 2 }),
      permissionsBoundaryArn: text,
      keyRotationDays: number,
      keyDeletionDays: number,
      keyAdministrators: texts,
      apiSecurityGroupIds: texts,
      clusterSecurityGroupTags: fc.dictionary(text, text, { maxKeys: 2 }),
      remoteNetworks: fc.record({ nodeCidrs: texts, podCidrs: texts }),
      zonalAutoshift: fc.record({ outcomeAlarmArns: texts, blockedDates: texts }),
      controlPlaneTuning: some({
        eventTtlMinutes: number,
        autoscalerSyncSeconds: number,
        terminatedPodThreshold: number,
      }),
      outpost: fc.record({ outpostArn: text, controlPlaneInstanceType: text }),
      autoMode: fc.boolean(),
      nodePools: fc.dictionary(
        text,
        fc.record({
          machines: fc.constant(EksMachines.ofTypes('m7i.large')),
          size: fc.constant(NodePoolSize.fixed(1)),
          diskSizeGib: number,
          diskIops: number,
          release: text.map((version) => EksNodeRelease.pinned(version)),
          subnetIds: texts,
          securityGroupIds: texts,
          labels: fc.dictionary(text, text, { maxKeys: 2 }),
        }),
        { maxKeys: 2 },
      ),
    }),
    validProps,
    fc.integer({ min: 0, max: 20 }),
  )
  // one at a time, else the first to be refused hides the others
  .map(([garbage, valid, chosen]) => {
    const members = Object.entries(garbage);
    const member = members[chosen % Math.max(members.length, 1)];
    return member === undefined ? valid : { ...valid, [member[0]]: member[1] };
  });
