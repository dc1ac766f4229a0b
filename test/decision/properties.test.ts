import fc from 'fast-check';
import { embeddedCatalog } from '../../lib/catalog';
import type { Catalog } from '../../lib/catalog/types';
import { BUILT_IN_PROFILES, type ClusterDecision, decide, type PlatformProfile } from '../../lib/decision';
import type { ClusterRequest } from '../../lib/decision/request/types';
import { type Changes, clusterWith } from './constraints/evaluate';
import { FRANKFURT, PLAIN, requestOf } from './requests';
import { SMALL, withHash, withPrice } from './small-catalog';

function decideOne(
  cluster: ClusterRequest,
  catalog: Catalog = SMALL,
  platforms: readonly PlatformProfile[] = BUILT_IN_PROFILES,
): ClusterDecision {
  const { clusters } = decide(requestOf({ api: cluster }, { frankfurt: FRANKFURT }), catalog, { platforms });
  if (clusters.api === undefined) throw new Error('every cluster of a request is decided about');
  return clusters.api;
}

const bestObjective = (decision: ClusterDecision): number =>
  decision.assessments.find(({ rank }) => rank === 1)?.objectiveMicroUsd ?? Number.POSITIVE_INFINITY;

/** Requests of many kinds over the small catalogue. */
const arbitraryChanges: fc.Arbitrary<Changes> = fc.record({
  kubernetesVersion: fc.constantFrom('1.31', '1.33', '1.34', '1.35', '1.99'),
  capacity: fc.record({
    cpu: fc.integer({ min: 1, max: 60 }),
    memoryGib: fc.integer({ min: 1, max: 240 }),
    pods: fc.integer({ min: 1, max: 500 }),
    headroomPercent: fc.constantFrom(0, 10, 12.5),
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
    usdPerMonth: fc.constantFrom(undefined, 500, 1_000, 5_000),
    hoursPerMonth: fc.constantFrom(undefined, 10, 20),
  }),
  security: fc.record({
    publicCloud: fc.constantFrom('allowed', 'forbidden'),
    compliance: fc.constantFrom([], [{ regime: 'PCI-DSS', evidence: [] }]),
  }),
  residency: fc.record({
    data: fc.constantFrom(undefined, { countries: [], jurisdictions: ['EU'] }),
    operatorLaw: fc.constantFrom(undefined, { countries: [], jurisdictions: ['EU'] }),
  }),
  platforms: fc.constantFrom({ allow: undefined, deny: [] }, { allow: undefined, deny: ['gke'] }),
  places: fc.constantFrom(
    { allow: undefined, deny: [] },
    { allow: ['us-gov-west-1', 'frankfurt'], deny: [] },
  ),
  traffic: fc.record({ internetEgressGib: fc.constantFrom(0, 100), crossZoneGib: fc.constantFrom(0, 1_000) }),
});

const arbitraryCluster = arbitraryChanges.map(clusterWith);

describe('a decision', () => {
  it('does not look at the order of anything', () => {
    const reversed = (catalog: Catalog): Catalog => ({
      ...catalog,
      regions: catalog.regions.toReversed(),
      machineTypes: catalog.machineTypes.toReversed(),
      machinePrices: Object.fromEntries(
        Object.entries(catalog.machinePrices)
          .toReversed()
          .map(([place, rows]) => [place, rows.toReversed()]),
      ),
      rates: Object.fromEntries(Object.entries(catalog.rates).toReversed()),
      compliance: catalog.compliance.toReversed(),
      kubernetes: catalog.kubernetes.toReversed(),
    });
    fc.assert(
      fc.property(arbitraryCluster, (cluster) => {
        const ordered = decideOne(cluster);
        const shuffled = decideOne(cluster, reversed(SMALL), BUILT_IN_PROFILES.toReversed());
        expect(JSON.stringify(shuffled)).toBe(JSON.stringify(ordered));
      }),
    );
  });

  it('is the same when a region is listed twice', () => {
    const twice = { ...SMALL, regions: [...SMALL.regions, ...SMALL.regions] };
    fc.assert(
      fc.property(arbitraryCluster, (cluster) => {
        expect(decideOne(cluster, twice)).toEqual(decideOne(cluster));
      }),
      { numRuns: 30 },
    );
  });

  it('keeps the order of the others when one platform more takes part', () => {
    const [eks, ...others] = BUILT_IN_PROFILES;
    if (eks === undefined) throw new Error('there are built-in platforms');
    fc.assert(
      fc.property(arbitraryCluster, (cluster) => {
        const idsOf = (decision: ClusterDecision): readonly string[] =>
          decision.assessments.map(({ candidate }) => candidate.id).filter((id) => !id.startsWith('eks/'));
        expect(idsOf(decideOne(cluster, SMALL, [eks, ...others]))).toEqual(
          idsOf(decideOne(cluster, SMALL, others)),
        );
      }),
    );
  });

  it('passes nothing that is unknown, and ranks exactly what passes', () => {
    fc.assert(
      fc.property(arbitraryCluster, (cluster) => {
        const decision = decideOne(cluster);
        for (const { findings, feasible, rank, cost, sizing } of decision.assessments) {
          expect(feasible).toBe(findings.every(({ verdict }) => verdict === 'proven'));
          expect(rank !== undefined).toBe(feasible);
          if (feasible) expect([cost.kind, sizing.kind]).toEqual(['priced', 'sized']);
        }
        expect(decision.outcome === 'decided').toBe(decision.winner !== undefined);
      }),
    );
  });

  it('says a fix for whatever a request can change', () => {
    fc.assert(
      fc.property(arbitraryCluster, (cluster) => {
        const silent = decideOne(cluster)
          .assessments.flatMap(({ findings }) => findings)
          .filter(({ verdict, fix }) => verdict !== 'proven' && fix === '');
        expect(silent).toEqual([]);
      }),
    );
  });

  it.each<[string, (cluster: ClusterRequest) => ClusterRequest]>([
    ['money', (cluster) => ({ ...cluster, budget: { ...cluster.budget, usdPerMonth: undefined } })],
    ['hours', (cluster) => ({ ...cluster, budget: { ...cluster.budget, hoursPerMonth: undefined } })],
    ['residency', (cluster) => ({ ...cluster, residency: {} })],
    ['compliance', (cluster) => ({ ...cluster, security: { ...cluster.security, compliance: [] } })],
    [
      'public cloud',
      (cluster) => ({ ...cluster, security: { ...cluster.security, publicCloud: 'allowed' } }),
    ],
    ['zones', (cluster) => ({ ...cluster, availability: { ...cluster.availability, zones: 1 } })],
    [
      'zone loss',
      (cluster) => ({ ...cluster, availability: { ...cluster.availability, surviveZoneLoss: false } }),
    ],
    [
      'control plane',
      (cluster) => ({ ...cluster, availability: { ...cluster.availability, controlPlane: 'single' } }),
    ],
    ['platforms', (cluster) => ({ ...cluster, platforms: { deny: [] } })],
    ['headroom', (cluster) => ({ ...cluster, capacity: { ...cluster.capacity, headroomPercent: 0 } })],
    [
      'architectures',
      (cluster) => ({ ...cluster, capacity: { ...cluster.capacity, architectures: ['amd64', 'arm64'] } }),
    ],
  ])('never gets worse by giving up on %s', (_name, relax) => {
    fc.assert(
      fc.property(arbitraryCluster, (cluster) => {
        expect(bestObjective(decideOne(relax(cluster)))).toBeLessThanOrEqual(
          bestObjective(decideOne(cluster)),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('never makes a candidate better by a higher price', () => {
    const prices = Object.entries(SMALL.machinePrices).flatMap(([place, rows]) =>
      rows.map((row) => [place, row.type, row.onDemand] as const),
    );
    fc.assert(
      fc.property(
        arbitraryCluster,
        fc.constantFrom(...prices),
        fc.integer({ min: 1, max: 100_000 }),
        (cluster, [place, type, price], rise) => {
          const before = decideOne(cluster);
          const after = decideOne(cluster, withPrice(SMALL, place, type, price + rise));
          for (const { candidate, objectiveMicroUsd } of after.assessments) {
            const was = before.assessments.find((item) => item.candidate.id === candidate.id);
            expect(objectiveMicroUsd ?? 0).toBeGreaterThanOrEqual(was?.objectiveMicroUsd ?? 0);
          }
        },
      ),
    );
  });
});

it('a region that costs more and offers nothing else changes no order among the others', () => {
  const [cheap] = SMALL.regions;
  if (cheap === undefined) throw new Error('the small catalogue has regions');
  const rows = (SMALL.machinePrices['aws/eu-central-1'] ?? []).map((row) => ({
    ...row,
    onDemand: row.onDemand * 2,
  }));
  const more = withHash({
    ...SMALL,
    regions: [...SMALL.regions, { ...cheap, id: 'eu-dear-1' }],
    machinePrices: { ...SMALL.machinePrices, 'aws/eu-dear-1': rows },
    rates: { ...SMALL.rates, 'aws/eu-dear-1': SMALL.rates['aws/eu-central-1'] ?? [] },
  } as Catalog);
  const without = (decision: ClusterDecision): readonly unknown[] =>
    decision.assessments
      .filter(({ candidate }) => candidate.place.id !== 'eu-dear-1')
      .map(({ candidate, lostBecause }) => [candidate.id, lostBecause]);
  expect(without(decideOne(PLAIN, more))).toEqual(without(decideOne(PLAIN)));
});

it('names only sources that the catalogue has', () => {
  const catalog = embeddedCatalog();
  const known = new Set(catalog.sources.map(({ id }) => id));
  const cluster = clusterWith({
    residency: {
      data: { countries: [], jurisdictions: ['EU'] },
      operatorLaw: { countries: [], jurisdictions: ['EU'] },
    },
    security: { compliance: [{ regime: 'PCI-DSS', evidence: [] }] },
    traffic: { internetEgressGib: 1, natGib: 1, crossZoneGib: 1, persistentStorageGib: 1, loadBalancers: 1 },
  });
  const named = decideOne(cluster, catalog).assessments.flatMap(({ cost, findings }) => [
    ...cost.lines.map(({ source }) => source),
    ...findings.flatMap(({ sources }) => sources),
  ]);
  expect([...new Set(named)].filter((id) => !known.has(id))).toEqual(['request']);
});
