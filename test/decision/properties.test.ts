import fc from 'fast-check';
import { embeddedCatalog } from '../../lib/catalog';
import type { Catalog, RegionRates } from '../../lib/catalog/types';
import { BUILT_IN_PROFILES, type ClusterDecision, type PlatformProfile } from '../../lib/decision';
import { constraintsFor } from '../../lib/decision/constraints/all';
import type { ClusterRequest } from '../../lib/decision/request/types';
import {
  arbitraryAnyCluster,
  arbitraryCluster,
  arbitraryWeightedCluster,
  bestObjective,
  decideOne,
} from './arbitrary-cluster';
import { clusterWith } from './constraints/evaluate';
import { profileOf } from './explanation/toy-profiles';
import { PLAIN } from './requests';
import { SMALL, withHash, withPrice } from './small-catalog';

const RUNS = { numRuns: 20 };

describe('a decision', () => {
  it('does not look at the order of anything, nor does its explanation', () => {
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
      fc.property(arbitraryAnyCluster, (cluster) => {
        const ordered = decideOne(cluster, SMALL, BUILT_IN_PROFILES, true);
        const shuffled = decideOne(cluster, reversed(SMALL), BUILT_IN_PROFILES.toReversed(), true);
        expect(JSON.stringify(shuffled)).toBe(JSON.stringify(ordered));
      }),
      RUNS,
    );
  });

  it('is the same when a region is listed twice, and so is its explanation', () => {
    const twice = { ...SMALL, regions: [...SMALL.regions, ...SMALL.regions] };
    fc.assert(
      fc.property(arbitraryAnyCluster, (cluster) => {
        expect(JSON.stringify(decideOne(cluster, twice, BUILT_IN_PROFILES, true))).toBe(
          JSON.stringify(decideOne(cluster, SMALL, BUILT_IN_PROFILES, true)),
        );
      }),
      RUNS,
    );
  });

  it('keeps the order of the others when one platform more takes part', () => {
    const [eks, ...others] = BUILT_IN_PROFILES;
    if (eks === undefined) throw new Error('there are built-in platforms');
    fc.assert(
      fc.property(arbitraryAnyCluster, (cluster) => {
        expect(namesOf(decideOne(cluster, SMALL, [eks, ...others]), 'eks')).toEqual(
          namesOf(decideOne(cluster, SMALL, others), 'eks'),
        );
      }),
      RUNS,
    );
  });

  it('does not change when one more takes part that is worse than the winner in everything', () => {
    const beaten: PlatformProfile = {
      ...profileOf({ id: 'toy', bill: () => [1e6, 1e6, 1e6], hours: 500 }),
      // without a zone to lose
      candidates: (context) =>
        profileOf({ id: 'toy', bill: () => undefined, hours: 0 })
          .candidates(context)
          .map((candidate) => ({ ...candidate, zones: 1, controlPlane: 'single' as const })),
    };
    fc.assert(
      fc.property(arbitraryAnyCluster, (cluster) => {
        const alone = decideOne(cluster);
        const more = decideOne(cluster, SMALL, [beaten, ...BUILT_IN_PROFILES]);
        expect(more.assessments).toHaveLength(alone.assessments.length + 1);
        expect([more.outcome, more.chosen, more.winner]).toEqual([alone.outcome, alone.chosen, alone.winner]);
        const others = more.assessments.filter(({ candidate }) => candidate.platform !== 'toy');
        expect(JSON.stringify(others)).toBe(JSON.stringify(alone.assessments));
      }),
      RUNS,
    );
  });

  it('passes nothing that is unknown, and ranks exactly what passes', () => {
    fc.assert(
      fc.property(arbitraryAnyCluster, (cluster) => {
        const levels = new Map(constraintsFor(cluster).map(({ id, level }) => [id, level]));
        const decision = decideOne(cluster);
        for (const { findings, feasible, rank, cost, sizing, scorePpm } of decision.assessments) {
          // nothing is overridden here
          expect(feasible).toBe(
            findings.every(
              ({ constraint, verdict }) => verdict === 'proven' || levels.get(constraint) === 'advisory',
            ),
          );
          expect(rank !== undefined).toBe(feasible);
          expect(scorePpm !== undefined).toBe(cluster.weights !== undefined && cost.kind === 'priced');
          if (feasible) expect([cost.kind, sizing.kind]).toEqual(['priced', 'sized']);
        }
        expect(decision.outcome === 'decided').toBe(decision.winner !== undefined);
      }),
      RUNS,
    );
  });

  it('says a fix for whatever a request can change', () => {
    fc.assert(
      fc.property(arbitraryAnyCluster, (cluster) => {
        const silent = decideOne(cluster)
          .assessments.flatMap(({ findings }) => findings)
          .filter(({ verdict, fix }) => verdict !== 'proven' && fix === '');
        expect(silent).toEqual([]);
      }),
      RUNS,
    );
  });

  it.each<[string, (cluster: ClusterRequest) => ClusterRequest]>([
    ['money', (cluster) => ({ ...cluster, budget: { ...cluster.budget, usdPerMonth: undefined } })],
    ['hours', (cluster) => ({ ...cluster, budget: { ...cluster.budget, hoursPerMonth: undefined } })],
    [
      'the age of prices',
      (cluster) => ({ ...cluster, budget: { ...cluster.budget, maximumPriceAgeDays: undefined } }),
    ],
    ['the risk of spot', (cluster) => ({ ...cluster, budget: { ...cluster.budget, acceptSpotRisk: true } })],
    ['residency', (cluster) => ({ ...cluster, residency: {} })],
    ['compliance', (cluster) => ({ ...cluster, security: { ...cluster.security, compliance: [] } })],
    [
      'public cloud',
      (cluster) => ({ ...cluster, security: { ...cluster.security, publicCloud: 'allowed' } }),
    ],
    ['tenancy', (cluster) => ({ ...cluster, security: { ...cluster.security, tenancy: 'shared' } })],
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
    [
      'a support window',
      (cluster) => ({ ...cluster, overrides: { 'kubernetes-version': 'we upgrade soon' } }),
    ],
    [
      'not promising anything',
      (cluster) => ({
        ...cluster,
        planning: {
          ...cluster.planning,
          commitment: cluster.planning.horizonMonths >= 36 ? '3-year' : '1-year',
        },
      }),
    ],
  ])('never gets worse by giving up on %s', (_name, relax) => {
    fc.assert(
      fc.property(arbitraryCluster, (cluster) => {
        expect(bestObjective(decideOne(relax(cluster)))).toBeLessThanOrEqual(
          bestObjective(decideOne(cluster)),
        );
      }),
      RUNS,
    );
  });

  it('never scores less by giving up on a rule', () => {
    const bestScore = (decision: ClusterDecision): number => decision.assessments[0]?.scorePpm ?? 0;
    const relax = (cluster: ClusterRequest): ClusterRequest => ({
      ...cluster,
      residency: {},
      platforms: { deny: [] },
      security: { ...cluster.security, compliance: [], tenancy: 'shared' },
    });
    fc.assert(
      fc.property(arbitraryWeightedCluster, (cluster) => {
        const before = decideOne(cluster);
        if (before.winner === undefined) return;
        expect(bestScore(decideOne(relax(cluster)))).toBeGreaterThanOrEqual(bestScore(before));
      }),
      RUNS,
    );
  });

  it('never makes a candidate better by a higher price', () => {
    const prices = Object.entries(SMALL.machinePrices).flatMap(([place, rows]) =>
      rows.map((row) => (rise: number) => withPrice(SMALL, place, row.type, row.onDemand + rise)),
    );
    const rates = Object.entries(SMALL.rates).flatMap(([place, of]) =>
      Object.keys(of).map((name) => (rise: number) => withRate(place, name as keyof RegionRates, rise)),
    );
    fc.assert(
      fc.property(
        arbitraryAnyCluster,
        fc.oneof(fc.constantFrom(...prices), fc.constantFrom(...rates)),
        fc.integer({ min: 1, max: 100_000 }),
        (cluster, raise, rise) => {
          const before = new Map(decideOne(cluster).assessments.map((item) => [item.candidate.id, item]));
          for (const { candidate, objectiveMicroUsd, scorePpm } of decideOne(cluster, raise(rise))
            .assessments) {
            const was = before.get(candidate.id);
            expect(objectiveMicroUsd ?? 0).toBeGreaterThanOrEqual(was?.objectiveMicroUsd ?? 0);
            expect(scorePpm ?? 0).toBeLessThanOrEqual(was?.scorePpm ?? 0);
          }
        },
      ),
      { numRuns: 60 },
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

/** Ids in their order, without those of one platform. */
function namesOf({ assessments }: ClusterDecision, platform: string): readonly string[] {
  return assessments
    .filter(({ candidate }) => candidate.platform !== platform)
    .map(({ candidate }) => candidate.id);
}

/** The small catalogue with one rate of one place raised. */
function withRate(place: string, name: keyof RegionRates, rise: number): Catalog {
  const rates = SMALL.rates[place];
  const rate = rates?.[name];
  if (rates === undefined || rate === undefined) return SMALL;
  const raised =
    'microUsd' in rate
      ? { ...rate, microUsd: rate.microUsd + rise }
      : rate.map((tier) => ({ ...tier, rate: { ...tier.rate, microUsd: tier.rate.microUsd + rise } }));
  return withHash({ ...SMALL, rates: { ...SMALL.rates, [place]: { ...rates, [name]: raised } } });
}
