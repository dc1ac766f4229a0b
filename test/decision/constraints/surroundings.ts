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
import type { ClusterRequest } from '../../../lib/decision/request/types';
import type { Verdict } from '../../../lib/decision/types';
import { contextOf, FRANKFURT } from '../requests';
import { SMALL } from '../small-catalog';
import { priced, sizedAs } from './evaluate';

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
