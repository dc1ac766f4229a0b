import fc from 'fast-check';
import {
  type Assessed,
  BUILT_IN_PROFILES,
  type Candidate,
  type ClusterContext,
  constraintsFor,
  type Finding,
  type PlatformFact,
  type PlatformProfile,
} from '../../../lib/decision';
import { regionPlace } from '../../../lib/decision/places';
import type { ClusterRequest, Link, PlaceOfLaw } from '../../../lib/decision/request/types';
import type { Verdict } from '../../../lib/decision/types';
import { contextOf, FRANKFURT } from '../requests';
import { SMALL } from '../small-catalog';
import { type Changes, clusterWith, priced, sizedAs } from './evaluate';

const laws: fc.Arbitrary<PlaceOfLaw | undefined> = fc.constantFrom(
  undefined,
  { countries: [], jurisdictions: ['EU'] },
  { countries: ['US'], jurisdictions: ['EEA'] },
  { countries: [], jurisdictions: [] },
);

const PLACES = ['eu-central-1', 'us-gov-west-1', 'europe-west3', 'europe-west6', 'frankfurt'];

const lists = (names: readonly string[]): fc.Arbitrary<ClusterRequest['places']> =>
  fc.record({
    allow: fc.option(fc.subarray([...names]), { nil: undefined }),
    deny: fc.subarray([...names]),
  });

const links: fc.Arbitrary<Readonly<Record<string, Link>>> = fc.dictionary(
  fc.constantFrom('office', 'plant'),
  fc.record({
    cidrs: fc.subarray(['10.0.0.0/16', '10.20.0.0/24', '192.0.2.0/24']),
    maxLatencyMs: fc.constantFrom(undefined, 1, 20),
    latencyMs: fc.dictionary(fc.constantFrom(...PLACES), fc.constantFrom(0.5, 12.5, 30)),
    reaches: fc.option(fc.subarray(PLACES), { nil: undefined }),
  }),
  { maxKeys: 2 },
);

const compliance = fc.subarray([
  { regime: 'PCI-DSS', evidence: [] },
  { regime: 'FedRAMP-High', evidence: [{ platform: 'gke', id: 'G-1', validUntil: '2020-01-01' }] },
  {
    regime: 'SecNumCloud',
    evidence: [{ platform: 'on-prem', site: 'frankfurt', id: 'A', validUntil: '2030-01-01' }],
  },
]);

const ADOPTED = {
  eks: { vpcId: 'vpc-1', vpcCidr: '10.9.0.0/16', privateSubnetIds: ['subnet-1', 'subnet-2', 'subnet-3'] },
};

/** Every wish that a rule judges, asked for and not. Size does not matter to them. */
export const arbitraryWishes: fc.Arbitrary<ClusterRequest> = fc
  .record({
    kubernetesVersion: fc.constantFrom('1.31', '1.33', '1.34', '1.35', '1.99'),
    availability: fc.record({
      controlPlane: fc.constantFrom('highly-available', 'single'),
      zones: fc.integer({ min: 1, max: 4 }),
      surviveZoneLoss: fc.boolean(),
    }),
    budget: fc.record({
      usdPerMonth: fc.constantFrom(undefined, 0, 603.9, 5_000),
      hoursPerMonth: fc.constantFrom(undefined, 0, 10, 12),
      acceptSpotRisk: fc.boolean(),
      maximumPriceAgeDays: fc.constantFrom(undefined, 10, 1_000),
    }),
    security: fc.record({
      publicCloud: fc.constantFrom('allowed', 'forbidden'),
      apiAccess: fc.constantFrom({ exposure: 'private' }, { exposure: 'public' }),
      customerManagedKeys: fc.boolean(),
      airGap: fc.boolean(),
      tenancy: fc.constantFrom('shared', 'dedicated', 'confidential'),
      compliance,
    }),
    residency: fc.record({
      data: laws,
      controlPlane: laws,
      backups: laws,
      telemetry: laws,
      operatorLaw: laws,
    }),
    platforms: lists(['eks', 'gke', 'on-prem', 'contrary']),
    places: lists(PLACES),
    network: fc.record({
      egress: fc.constantFrom(undefined, 'redundant', 'single', 'none'),
      adopt: fc.constantFrom(undefined, ADOPTED),
    }),
    links,
  } satisfies Record<string, fc.Arbitrary<unknown>>)
  .map((changes) => clusterWith(changes as Changes));

/** What surrounds the rules: a size, a bill and people's hours, none of them reckoned. */
export const arbitrarySurroundings = fc.record({
  sizing: fc.constantFrom(
    sizedAs([]),
    { kind: 'too-small', reason: 'nothing fits' } as const,
    { kind: 'unknown', reason: 'no price' } as const,
  ),
  cost: fc.oneof(
    fc.constant({ kind: 'unknown', lines: [], missing: ['nodes'] } as const),
    fc
      .record({
        monthlyMicroUsd: fc.integer({ min: 0, max: 9_000_000_000 }),
        more: fc.constantFrom(0, 1, 55_555_555),
        oldestAsOf: fc.constantFrom(undefined, '2024-01', '2026-11-02', 'long ago'),
      })
      .map(({ more, ...bill }) => priced({ ...bill, withoutSpotMicroUsd: bill.monthlyMicroUsd + more })),
  ),
  hours: fc
    .integer({ min: 0, max: 40_000_000 })
    .map((millionths) => ({ lines: [], hoursPerMonth: millionths / 1e6 })),
});

/** A platform that answers every question with one verdict, and is defined by its own constructs. */
const contrary: PlatformProfile = {
  id: 'contrary',
  title: 'A platform that says no, or does not know',
  candidates: () =>
    SMALL.regions.slice(0, 2).flatMap((region) =>
      (['refuted', 'unknown'] as const).map(
        (topology): Candidate => ({
          id: `contrary/${region.id}/${topology}`,
          platform: 'contrary',
          place: regionPlace(region),
          topology,
          controlPlane: 'single',
          zones: topology === 'refuted' ? 1 : 3,
          nodes: 'pods',
          egress: topology === 'refuted' ? 'single' : 'redundant',
        }),
      ),
    ),
  size: () => ({ kind: 'unknown', reason: 'nothing is sized' }),
  price: () => ({ kind: 'unknown', lines: [], missing: ['everything'] }),
  hours: () => [],
  compliance: answer,
  privateApi: answer,
  customerManagedKeys: answer,
  kubernetesVersion: answer,
  tenancy: answer,
  addresses: answer,
  ranges: () => ['10.0.0.0/8'],
  location: ({ topology }) =>
    topology === 'unknown'
      ? { kind: 'unknown', observed: 'somewhere', sources: [] }
      : { kind: 'known', country: 'CN', jurisdiction: 'CN', observed: 'far away', sources: [] },
};

function answer({ topology }: Candidate): PlatformFact {
  return { verdict: topology as Verdict, observed: topology, sources: [] };
}

const PROFILES: readonly PlatformProfile[] = [...BUILT_IN_PROFILES, contrary];

/** What a rule looks at of a request, with a site, and with the platform above among the others. */
export function contextWith(cluster: ClusterRequest): ClusterContext {
  return { ...contextOf(cluster, { sites: { frankfurt: FRANKFURT } }), profiles: PROFILES };
}

/** Every candidate of a request, each with a size, a bill and hours of these kinds. */
export function candidatesOf(
  context: ClusterContext,
  { sizing, ...surroundings }: Omit<Assessed, 'candidate'>,
): readonly Assessed[] {
  return context.profiles
    .flatMap((profile) => profile.candidates(context))
    .map((candidate) => ({ ...surroundings, sizing: { ...sizing }, candidate }));
}

export function findingsOf(assessed: Assessed, context: ClusterContext): readonly Finding[] {
  return constraintsFor(context.cluster).map((constraint) => constraint.evaluate(assessed, context));
}
