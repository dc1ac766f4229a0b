import fc from 'fast-check';
import type { Catalog } from '../../lib/catalog/types';
import { BUILT_IN_PROFILES, type ClusterDecision, decide, type PlatformProfile } from '../../lib/decision';
import type { ClusterRequest, Weights } from '../../lib/decision/request/types';
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

/** Requests of many kinds over the small catalogue. */
const arbitraryChanges: fc.Arbitrary<Changes> = fc.record({
  kubernetesVersion: fc.constantFrom('1.31', '1.33', '1.34', '1.35', '1.35', '1.35', '1.99'),
  capacity: fc.record({
    cpu: fc.integer({ min: 1, max: 60 }),
    memoryGib: fc.integer({ min: 1, max: 240 }),
    pods: fc.integer({ min: 1, max: 500 }),
    headroomPercent: fc.constantFrom(0, 10, 12.5),
    interruptiblePercent: fc.constantFrom(0, 0, 30, 100),
    machineClasses: fc.subarray(['general', 'compute', 'memory', 'burstable', 'gpu'], { minLength: 1 }),
    architectures: fc.subarray(['amd64', 'arm64'], { minLength: 1 }),
  }),
  availability: fc.record({
    controlPlane: fc.constantFrom('highly-available', 'single'),
    zones: fc.integer({ min: 1, max: 4 }),
    surviveZoneLoss: fc.boolean(),
  }),
  budget: fc.record({
    usdPerHour: fc.constantFrom(0, 50, 100),
    usdPerMonth: fc.constantFrom(undefined, undefined, 500, 1_000, 5_000),
    hoursPerMonth: fc.constantFrom(undefined, undefined, 10, 20),
    maximumPriceAgeDays: fc.constantFrom(undefined, undefined, 10, 60),
  }),
  security: fc.record({
    publicCloud: fc.constantFrom('allowed', 'allowed', 'forbidden'),
    airGap: fc.constantFrom(false, false, true),
    tenancy: fc.constantFrom('shared', 'shared', 'dedicated', 'confidential'),
    compliance: fc.constantFrom([], [], [{ regime: 'PCI-DSS', evidence: [] }]),
  }),
  residency: fc.record({
    data: fc.constantFrom(undefined, { countries: [], jurisdictions: ['EU'] }),
    telemetry: fc.constantFrom(undefined, undefined, { countries: ['DE'], jurisdictions: [] }),
    operatorLaw: fc.constantFrom(undefined, undefined, { countries: [], jurisdictions: ['EU'] }),
  }),
  planning: fc.record({
    growthPercentPerYear: fc.constantFrom(0, 0, 30),
    horizonMonths: fc.constantFrom(12, 36),
    commitment: fc.constantFrom('none', '1-year', '3-year'),
  }),
  network: fc.record({ egress: fc.constantFrom(undefined, undefined, 'single', 'redundant', 'none') }),
  platforms: fc.constantFrom({ allow: undefined, deny: [] }, { allow: undefined, deny: ['gke'] }),
  places: fc.constantFrom(
    { allow: undefined, deny: [] },
    { allow: undefined, deny: [] },
    { allow: ['us-gov-west-1', 'frankfurt'], deny: [] },
  ),
  traffic: fc.record({ internetEgressGib: fc.constantFrom(0, 100), crossZoneGib: fc.constantFrom(0, 1_000) }),
});

/** Without weights. */
export const arbitraryCluster: fc.Arbitrary<ClusterRequest> = arbitraryChanges.map(clusterWith);

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
