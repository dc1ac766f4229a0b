import fc from 'fast-check';
import { CONSTRAINTS, constraintsFor, type Finding } from '../../../lib/decision';
import { passes } from '../../../lib/decision/constraints/finding';
import type { ClusterRequest } from '../../../lib/decision/request/types';
import { canonicalJson } from '../../../lib/values';
import { arbitraryWishes } from '../arbitrary-cluster';
import { PLAIN } from '../requests';
import { arbitrarySurroundings, candidatesOf, contextWith, findingsOf } from './surroundings';

describe('every constraint', () => {
  it('finds of a candidate alone what it finds of it among others, forwards and backwards', () => {
    fc.assert(
      fc.property(arbitraryWishes, arbitrarySurroundings, fc.nat(), (cluster, surroundings, pick) => {
        const [one, other] = [contextWith(cluster), contextWith(cluster)];
        const all = candidatesOf(one, surroundings);
        const forwards = all.map((assessed) => findingsOf(assessed, one));
        const backwards = all.toReversed().map((assessed) => findingsOf(assessed, other));
        expect(JSON.stringify(backwards.toReversed()) === JSON.stringify(forwards)).toBe(true);

        const index = pick % all.length;
        const alone = all[index];
        if (alone === undefined) throw new Error('there are candidates');
        expect(findingsOf(alone, contextWith(cluster))).toEqual(forwards[index]);
      }),
      { numRuns: 10 },
    );
  });

  it('depends on the place alone where it says so', () => {
    fc.assert(
      fc.property(arbitraryWishes, arbitrarySurroundings, (cluster, surroundings) => {
        const context = contextWith(cluster);
        const rules = constraintsFor(cluster).filter(({ dependsOn }) => dependsOn === 'place');
        const wrong: unknown[] = [];
        const byPlace = new Map<string, readonly Finding[]>();
        for (const assessed of candidatesOf(context, surroundings)) {
          const found = rules.map((rule) => rule.evaluate(assessed, context));
          const { id } = assessed.candidate.place;
          if (JSON.stringify(byPlace.get(id) ?? found) !== JSON.stringify(found)) wrong.push(found);
          byPlace.set(id, found);
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  it('passes nothing unknown when it is hard, whatever reasons are written', () => {
    const overrides = Object.fromEntries(CONSTRAINTS.map(({ id }) => [id, 'because']));
    fc.assert(
      fc.property(arbitraryWishes, arbitrarySurroundings, (plain, surroundings) => {
        const cluster = { ...plain, overrides };
        const context = contextWith(cluster);
        const rules = constraintsFor(cluster).filter(({ level }) => level === 'hard');
        const wrong: Finding[] = [];
        for (const assessed of candidatesOf(context, surroundings)) {
          for (const rule of rules) {
            const found = rule.evaluate(assessed, context);
            const right =
              passes(rule, found) === (found.verdict === 'proven') && found.overridden === undefined;
            if (!right) wrong.push(found);
          }
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  it('says of whatever it does not prove what would help', () => {
    fc.assert(
      fc.property(arbitraryWishes, arbitrarySurroundings, (cluster, surroundings) => {
        const context = contextWith(cluster);
        const wrong: Finding[] = [];
        for (const assessed of candidatesOf(context, surroundings)) {
          for (const found of findingsOf(assessed, context)) {
            const met = found.verdict === 'proven';
            if ((found.fix === '') !== met || (met && found.change !== undefined)) wrong.push(found);
          }
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  it('does not look at the order of lists and tables', () => {
    fc.assert(
      fc.property(arbitraryWishes, arbitrarySurroundings, (cluster, surroundings) => {
        const [one, other] = [contextWith(cluster), contextWith(backwards(cluster) as ClusterRequest)];
        const all = candidatesOf(one, surroundings);
        const differing = all.filter(
          (assessed) => wordsOf(findingsOf(assessed, one)) !== wordsOf(findingsOf(assessed, other)),
        );
        expect(differing.map(({ candidate }) => candidate.id)).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });
});

/** All that findings say but the path of a change: one into a list follows the list. */
function wordsOf(findings: readonly Finding[]): string {
  return canonicalJson(findings.map(({ change, ...found }) => [found, change?.to]));
}

/** The same value with all its lists, which are sets, and all its tables the other way round. */
function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.toReversed().map(backwards);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, entry]) => [key, backwards(entry)]),
  );
}

/** What giving up the wish behind each rule is; the rules that are not here are about no wish that can be given up. */
const RELAXED: Readonly<Record<string, (cluster: ClusterRequest) => Partial<ClusterRequest>>> = {
  'public-cloud-allowed': ({ security }) => ({ security: { ...security, publicCloud: 'allowed' } }),
  'platform-allowed': () => ({ platforms: { deny: [] } }),
  'place-allowed': () => ({ places: { deny: [] } }),
  'data-residency': ({ residency }) => ({ residency: { ...residency, data: undefined } }),
  'control-plane-residency': ({ residency }) => ({ residency: { ...residency, controlPlane: undefined } }),
  'backup-residency': ({ residency }) => ({ residency: { ...residency, backups: undefined } }),
  'telemetry-residency': ({ residency }) => ({ residency: { ...residency, telemetry: undefined } }),
  'operator-law': ({ residency }) => ({ residency: { ...residency, operatorLaw: undefined } }),
  'private-api': ({ security }) => ({ security: { ...security, apiAccess: { exposure: 'public' } } }),
  'customer-managed-keys': ({ security }) => ({ security: { ...security, customerManagedKeys: false } }),
  'air-gap': ({ security }) => ({ security: { ...security, airGap: false } }),
  tenancy: ({ security }) => ({ security: { ...security, tenancy: 'shared' } }),
  'control-plane-availability': ({ availability }) => ({
    availability: { ...availability, controlPlane: 'single' },
  }),
  zones: ({ availability }) => ({ availability: { ...availability, zones: 1 } }),
  // the weakest wish but for none at all, which is a wish of its own
  'internet-egress': ({ network }) =>
    network.egress === 'redundant' ? { network: { ...network, egress: 'single' } } : {},
  'link-reach': () => ({ links: {} }),
  'link-latency': () => ({ links: {} }),
  'network-overlap': () => ({ links: {} }),
  'price-age': ({ budget }) => ({ budget: { ...budget, maximumPriceAgeDays: undefined } }),
  'money-budget': ({ budget }) => ({ budget: { ...budget, usdPerMonth: undefined } }),
  'hours-budget': ({ budget }) => ({ budget: { ...budget, hoursPerMonth: undefined } }),
};

describe('giving up a wish', () => {
  it('is tested for every rule but those of facts, of capacity, and of a version that must be named', () => {
    expect(CONSTRAINTS.map(({ id }) => id).filter((id) => !Object.hasOwn(RELAXED, id))).toEqual([
      'region-open',
      'construct-available',
      'kubernetes-version',
      'prices-known',
      'capacity',
      'machine-quota',
      'addresses',
      'stale-prices',
    ]);
  });

  it.each(Object.keys(RELAXED))('of %s refutes nothing that it proved, and meets what is given up', (id) => {
    const relax = RELAXED[id];
    const rule = CONSTRAINTS.find((constraint) => constraint.id === id);
    if (relax === undefined || rule === undefined) throw new Error(`no constraint '${id}'`);
    fc.assert(
      fc.property(arbitraryWishes, arbitrarySurroundings, (cluster, surroundings) => {
        const strict = contextWith(cluster);
        const wrong: Finding[] = [];
        const relaxed = contextWith({ ...cluster, ...relax(cluster) });
        for (const assessed of candidatesOf(strict, surroundings)) {
          const [before, after] = [rule.evaluate(assessed, strict), rule.evaluate(assessed, relaxed)];
          // an unknown number of zones stays unknown, and no way out is less than one
          const must = before.verdict === 'proven' || (id !== 'zones' && id !== 'internet-egress');
          if (must && after.verdict !== 'proven') wrong.push(after);
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });

  it('of all of them leaves only what is no wish', () => {
    const cluster = {
      ...PLAIN,
      availability: { ...PLAIN.availability, controlPlane: 'single', zones: 1 },
    } as const;
    const context = contextWith(cluster);
    const surroundings = {
      sizing: { kind: 'unknown', reason: 'no price' } as const,
      hours: { lines: [], hoursPerMonth: 1 },
    };
    const cost = { kind: 'unknown', lines: [], missing: ['nodes'] } as const;
    const failing = new Set(
      candidatesOf(context, { ...surroundings, cost })
        .filter(({ candidate }) => candidate.platform === 'eks')
        .flatMap((assessed) => findingsOf(assessed, context))
        .filter(({ verdict }) => verdict !== 'proven')
        .map(({ constraint }) => constraint),
    );
    expect([...failing].sort()).toEqual([
      'addresses',
      'capacity',
      'construct-available',
      'internet-egress',
      'prices-known',
      'region-open',
      'zones',
    ]);
  });
});
