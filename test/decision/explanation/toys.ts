import fc from 'fast-check';
import type { ProviderId } from '../../../lib/catalog/types';
import type { Judged } from '../../../lib/decision/assess';
import { rank } from '../../../lib/decision/ranking';
import type { ClusterRequest, Weights } from '../../../lib/decision/request/types';
import { scoreOf } from '../../../lib/decision/score';
import type { Assessment, Finding, Merits, Place } from '../../../lib/decision/types';
import { PLAIN } from '../requests';

/** All that an order and its explanation look at, in millionths of a dollar. */
export interface Toy {
  readonly id: string;
  readonly provider: ProviderId | 'own';
  /** `undefined`: no price is known. */
  readonly microUsd: number | undefined;
  readonly hours: number;
  readonly merits: Merits;
  /** Constraints that it does not pass, with the verdict. */
  readonly fails: Readonly<Record<string, 'refuted' | 'unknown'>>;
}

export const RULES = ['first-rule', 'second-rule', 'third-rule'] as const;

export function toy(id: string, changes: Partial<Omit<Toy, 'id'>> = {}): Toy {
  return {
    id,
    provider: 'aws',
    microUsd: 100_000_000,
    hours: 10,
    merits: { resilience: 3, carbonGramsPerKwh: 300, latencyMs: undefined },
    fails: {},
    ...changes,
  };
}

/** Judged as the engine would, but for its objective, which is reckoned here by hand. */
export function judged(
  { id, provider, microUsd, hours, merits, ...toy }: Toy,
  cluster: ClusterRequest,
): Judged {
  const fails: Toy['fails'] = isOverBudget(microUsd, hours, cluster)
    ? { ...toy.fails, 'third-rule': 'refuted' }
    : toy.fails;
  const cost: Judged['cost'] =
    microUsd === undefined
      ? { kind: 'unknown', lines: [], missing: ['a price'] }
      : {
          kind: 'priced',
          lines: [],
          monthlyMicroUsd: microUsd,
          range: { low: microUsd, high: microUsd },
          withoutSpotMicroUsd: microUsd,
          oldestAsOf: undefined,
        };
  const time = { lines: [], hoursPerMonth: hours };
  const score = scoreOf({ cost, hours: time }, merits, cluster);
  return {
    candidate: {
      id,
      platform: id.split('/')[0] ?? id,
      place: placeOf(id, provider),
      topology: '3-zones',
      controlPlane: 'highly-available',
      zones: 3,
      nodes: 'pools',
      egress: 'redundant',
    },
    sizing: { kind: 'unknown', reason: 'toys have no nodes' },
    cost,
    hours: time,
    findings: RULES.map((rule) => findingOf(rule, fails[rule] ?? 'proven')),
    feasible: Object.keys(fails).length === 0,
    objectiveMicroUsd:
      microUsd === undefined
        ? undefined
        : microUsd + Math.round(hours * cluster.budget.usdPerHour * 1_000_000),
    merits,
    ...(score !== undefined && { scorePpm: score }),
  };
}

function isOverBudget(microUsd: number | undefined, hours: number, { budget }: ClusterRequest): boolean {
  const { usdPerMonth = Number.POSITIVE_INFINITY, hoursPerMonth = Number.POSITIVE_INFINITY } = budget;
  return (microUsd ?? 0) > Math.round(usdPerMonth * 1_000_000) || hours > hoursPerMonth;
}

export function ranked(toys: readonly Toy[], cluster: ClusterRequest): readonly Assessment[] {
  return rank(toys.map((one) => judged(one, cluster)));
}

/** Those that pass, in the order of the ranking. */
export function feasibleOf(toys: readonly Toy[], cluster: ClusterRequest): readonly Assessment[] {
  return ranked(toys, cluster).filter(({ feasible }) => feasible);
}

export function firstOf(toys: readonly Toy[], cluster: ClusterRequest): Assessment | undefined {
  return feasibleOf(toys, cluster)[0];
}

export const passing = (toys: readonly Toy[]): readonly Toy[] =>
  toys.filter(({ fails }) => Object.keys(fails).length === 0);

/** Objective of its toys at a rate of so many dollars. */
export function clusterAt(
  usdPerHour: number,
  weights?: Weights,
  usdPerMonth?: number,
  hoursPerMonth?: number,
): ClusterRequest {
  return {
    ...PLAIN,
    budget: { ...PLAIN.budget, usdPerHour, usdPerMonth, hoursPerMonth },
    ...(weights && { weights }),
  };
}

/** Few figures on purpose, so that ties of every kind occur. `unit`: what the bills are multiples of. */
export function arbitraryToys(unit: number, fails = true): fc.Arbitrary<readonly Toy[]> {
  const one = fc.record({
    provider: fc.constantFrom('aws', 'gcp', 'azure', 'own'),
    microUsd: fc.option(
      fc.integer({ min: 0, max: 12 }).map((units) => units * unit),
      { nil: undefined, freq: 8 },
    ),
    hours: fc.integer({ min: 0, max: 4 }),
    merits: fc.record({
      resilience: fc.integer({ min: 1, max: 4 }),
      carbonGramsPerKwh: fc.constantFrom(undefined, 0, 100, 900),
      latencyMs: fc.constantFrom(undefined, 5, 50),
    }),
    fails: fails
      ? fc.oneof(
          fc.constant({}),
          fc.dictionary(fc.constantFrom(...RULES), fc.constantFrom('refuted', 'unknown'), { maxKeys: 3 }),
        )
      : fc.constant({}),
  }) as fc.Arbitrary<Omit<Toy, 'id'>>;
  return fc.array(one, { maxLength: 9 }).map((toys) =>
    toys.map((some, index) => ({
      ...some,
      id: `p${index % 3}/r${index}/3-zones`,
      // nothing without a price passes all rules
      fails:
        some.microUsd === undefined && Object.keys(some.fails).length === 0
          ? { 'third-rule': 'unknown' as const }
          : some.fails,
    })),
  );
}

export const arbitraryWeights: fc.Arbitrary<Weights> = fc
  .record({
    money: fc.integer({ min: 0, max: 4 }),
    hours: fc.integer({ min: 0, max: 4 }),
    resilience: fc.constantFrom(0, 0.3, 1, 2),
    carbon: fc.integer({ min: 0, max: 3 }),
    latency: fc.constantFrom(0, 1),
  })
  .filter((weights) => Object.values(weights).some((weight) => weight > 0));

function placeOf(id: string, provider: Toy['provider']): Place {
  const operator = { legalEntity: 'Toys, Inc.', jurisdiction: 'US', ultimateParent: 'US' };
  const place = { id, name: id, country: 'DE', jurisdiction: 'EU', operator, zones: 3 };
  return provider === 'own'
    ? { kind: 'site', ...place, site: undefined as never }
    : { kind: 'region', ...place, provider, partition: 'aws', restricted: false };
}

function findingOf(constraint: string, verdict: Finding['verdict']): Finding {
  return {
    constraint,
    verdict,
    required: 'it',
    observed: 'not it',
    fix: verdict === 'proven' ? '' : `mend ${constraint}`,
    sources: [],
  };
}
