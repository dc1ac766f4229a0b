import fc from 'fast-check';
import type { Catalog } from '../../lib/catalog/types';
import { BUILT_IN_PROFILES, type ClusterDecision, decide, type PlatformProfile } from '../../lib/decision';
import type {
  ClusterRequest,
  Link,
  NetworkRequest,
  PlaceOfLaw,
  Weights,
} from '../../lib/decision/request/types';
import { type Changes, clusterWith } from './constraints/evaluate';
import { FRANKFURT, requestOf } from './requests';
import { SMALL } from './small-catalog';

/** Decides about one cluster that may also run on a site of its own. */
export function decideOne(
  cluster: ClusterRequest,
  catalog: Catalog = SMALL,
  platforms: readonly PlatformProfile[] = BUILT_IN_PROFILES,
  explain = false,
): ClusterDecision {
  const request = requestOf({ api: cluster }, { frankfurt: FRANKFURT });
  const { clusters } = decide(request, catalog, { platforms, explain });
  if (clusters.api === undefined) throw new Error('every cluster of a request is decided about');
  return clusters.api;
}

export function bestObjective(decision: ClusterDecision): number {
  return decision.assessments.find(({ rank }) => rank === 1)?.objectiveMicroUsd ?? Number.POSITIVE_INFINITY;
}

const PLACES = ['eu-central-1', 'us-gov-west-1', 'europe-west3', 'europe-west6', 'frankfurt'];

const LAWS: readonly PlaceOfLaw[] = [
  { countries: [], jurisdictions: ['EU'] },
  { countries: ['DE'], jurisdictions: [] },
  { countries: ['US'], jurisdictions: ['EEA'] },
  { countries: [], jurisdictions: [] },
];

const ADOPTED: NonNullable<NetworkRequest['adopt']> = {
  eks: { vpcId: 'vpc-1', vpcCidr: '10.9.0.0/16', privateSubnetIds: ['subnet-1', 'subnet-2', 'subnet-3'] },
};

const arbitraryLinks: fc.Arbitrary<Readonly<Record<string, Link>>> = fc.dictionary(
  fc.constantFrom('office', 'plant'),
  fc.record({
    cidrs: fc.subarray(['10.0.0.0/16', '10.20.0.0/24', '192.0.2.0/24']),
    maxLatencyMs: fc.constantFrom(undefined, 1, 20),
    latencyMs: fc.dictionary(fc.constantFrom(...PLACES), fc.constantFrom(0.5, 12.5, 30)),
    reaches: fc.option(fc.subarray(PLACES), { nil: undefined }),
  }),
  { minKeys: 1, maxKeys: 2 },
);

const arbitraryRegimes = fc.subarray(
  [
    { regime: 'PCI-DSS', evidence: [] },
    { regime: 'FedRAMP-High', evidence: [{ platform: 'gke', id: 'G-1', validUntil: '2020-01-01' }] },
    {
      regime: 'SecNumCloud',
      evidence: [{ platform: 'on-prem', site: 'frankfurt', id: 'A', validUntil: '2030-01-01' }],
    },
  ],
  { minLength: 1 },
);

const listOf = (names: readonly string[]): fc.Arbitrary<ClusterRequest['places']> =>
  fc.record({
    allow: fc.option(fc.subarray([...names]), { nil: undefined }),
    deny: fc.subarray([...names]),
  });

/**
 * Every wish that a rule judges, each asked for so many times out of ten: often for tests of the rules, seldom for tests of decisions, of
 * which some candidate should be left.
 */
function wishesAt(timesOfTen: number): fc.Arbitrary<Changes> {
  const at = <T>(without: T, wish: fc.Arbitrary<T>): fc.Arbitrary<T> =>
    fc.oneof(
      { weight: 10 - timesOfTen, arbitrary: fc.constant(without) },
      { weight: timesOfTen, arbitrary: wish },
    );
  const oneOf = <T>(without: T, ...wishes: readonly T[]): fc.Arbitrary<T> =>
    at(without, fc.constantFrom(...wishes));
  const law = oneOf<PlaceOfLaw | undefined>(undefined, ...LAWS);
  return fc.record({
    kubernetesVersion: oneOf('1.35', '1.31', '1.33', '1.34', '1.99'),
    availability: fc.record({
      controlPlane: oneOf<ClusterRequest['availability']['controlPlane']>('single', 'highly-available'),
      zones: fc.integer({ min: 1, max: 4 }),
      surviveZoneLoss: fc.boolean(),
    }),
    budget: fc.record({
      usdPerHour: fc.constantFrom(0, 50, 100),
      usdPerMonth: oneOf<number | undefined>(undefined, 0, 500, 603.9, 1_000, 5_000),
      hoursPerMonth: oneOf<number | undefined>(undefined, 0, 10, 12, 20),
      acceptSpotRisk: fc.boolean(),
      maximumPriceAgeDays: oneOf<number | undefined>(undefined, 10, 60, 1_000),
    }),
    security: fc.record({
      publicCloud: oneOf<ClusterRequest['security']['publicCloud']>('allowed', 'forbidden'),
      apiAccess: fc.constantFrom({ exposure: 'private' as const }, { exposure: 'public' as const }),
      customerManagedKeys: fc.boolean(),
      airGap: oneOf(false, true),
      tenancy: oneOf<ClusterRequest['security']['tenancy']>('shared', 'dedicated', 'confidential'),
      compliance: at<ClusterRequest['security']['compliance']>([], arbitraryRegimes),
    }),
    residency: fc.record({ data: law, controlPlane: law, backups: law, telemetry: law, operatorLaw: law }),
    platforms: at<ClusterRequest['platforms']>({ deny: [] }, listOf(['eks', 'gke', 'on-prem', 'contrary'])),
    places: at<ClusterRequest['places']>({ deny: [] }, listOf(PLACES)),
    network: fc.record({
      egress: oneOf<NetworkRequest['egress']>(undefined, 'redundant', 'single', 'none'),
      adopt: oneOf<NetworkRequest['adopt']>(undefined, ADOPTED),
    }),
    links: at<ClusterRequest['links']>({}, arbitraryLinks),
  });
}

/** Requests that ask for much. Size does not matter to the rules. */
export const arbitraryWishes: fc.Arbitrary<ClusterRequest> = wishesAt(6).map(clusterWith);

/** What is to be held, and for how long. */
const arbitrarySize: fc.Arbitrary<Changes> = fc.record({
  capacity: fc.record({
    cpu: fc.integer({ min: 1, max: 60 }),
    memoryGib: fc.integer({ min: 1, max: 240 }),
    pods: fc.integer({ min: 1, max: 500 }),
    headroomPercent: fc.constantFrom(0, 10, 12.5),
    interruptiblePercent: fc.constantFrom(0, 0, 30, 100),
    machineClasses: fc.subarray(['general', 'compute', 'memory', 'burstable', 'gpu'], { minLength: 1 }),
    architectures: fc.subarray(['amd64', 'arm64'], { minLength: 1 }),
  }),
  planning: fc.record({
    growthPercentPerYear: fc.constantFrom(0, 0, 30),
    horizonMonths: fc.constantFrom(12, 36),
    commitment: fc.constantFrom('none', '1-year', '3-year'),
  }),
  traffic: fc.record({ internetEgressGib: fc.constantFrom(0, 100), crossZoneGib: fc.constantFrom(0, 1_000) }),
});

/** Requests of many kinds over the small catalogue. Without weights. */
export const arbitraryCluster: fc.Arbitrary<ClusterRequest> = fc
  .tuple(wishesAt(1), arbitrarySize)
  .map(([wishes, size]) => clusterWith({ ...wishes, ...size }));

const arbitraryWeights: fc.Arbitrary<Weights> = fc.record({
  money: fc.integer({ min: 1, max: 9 }),
  hours: fc.integer({ min: 0, max: 9 }),
  resilience: fc.integer({ min: 0, max: 9 }),
  carbon: fc.integer({ min: 0, max: 9 }),
  latency: fc.constantFrom(0, 1),
});

export const arbitraryWeightedCluster: fc.Arbitrary<ClusterRequest> = fc
  .tuple(arbitraryCluster, arbitraryWeights)
  .map(([cluster, weights]) => ({ ...cluster, weights }));

export const arbitraryAnyCluster: fc.Arbitrary<ClusterRequest> = fc.oneof(
  arbitraryCluster,
  arbitraryWeightedCluster,
);
