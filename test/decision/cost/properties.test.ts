import fc from 'fast-check';
import type { Catalog, MachinePrice, Rate, RegionRates } from '../../../lib/catalog/types';
import type { Candidate, Cost, SizedPool } from '../../../lib/decision';
import { BUILT_IN_PROFILES } from '../../../lib/decision';
import { roundHalfUp } from '../../../lib/decision/money';
import { WIDE } from '../wide-catalog';
import { type Around, around, pool, priceOf, sizedOf } from './bill-of';

const TYPES: Readonly<Record<string, readonly string[]>> = {
  aws: ['m.large', 'm.xlarge', 'r.large'],
  gcp: ['e-standard-4', 'e-highmem-4'],
  azure: ['D4'],
};

/** Every candidate that has a price in the small catalogue. */
const PLACES = ['eu-central-1', 'us-east-1', 'europe-west3', 'westeurope', 'frankfurt'];
const candidates = (): readonly Candidate[] =>
  BUILT_IN_PROFILES.flatMap((profile) => profile.candidates(around({}))).filter(({ place }) =>
    PLACES.includes(place.id),
  );

const gib = fc.integer({ min: 0, max: 20_000 }).map((tenths) => tenths / 10);
const traffic = fc.record({
  internetEgressGib: gib,
  natGib: gib,
  crossZoneGib: gib,
  persistentStorageGib: gib,
  loadBalancers: fc.nat(5),
  logGib: gib,
});

interface Case {
  readonly candidate: Candidate;
  readonly pools: readonly SizedPool[];
  readonly changes: Parameters<typeof around>[0];
  readonly accounts: Around['accounts'];
}

const cases = (): fc.Arbitrary<Case> =>
  fc.constantFrom(...candidates()).chain((candidate) => {
    const { place } = candidate;
    const types = place.kind === 'region' ? (TYPES[place.provider] ?? []) : ['owned'];
    const nodes = fc.integer({ min: 1, max: 40 });
    const pools = fc
      .tuple(fc.constantFrom(...types), nodes, fc.constantFrom(...types), nodes)
      .map(([steady, some, spare, others]) => [
        pool(steady, some),
        pool(spare, others, { name: 'spot', interruptible: place.kind === 'region' }),
      ]);
    return fc.record({
      candidate: fc.constant(candidate),
      pools: candidate.nodes === 'pods' ? fc.constant([]) : pools,
      changes: fc.record({
        traffic,
        capacity: fc.record({ interruptiblePercent: fc.integer({ min: 0, max: 100 }) }),
      }),
      accounts: fc.record({
        google: fc.record({
          project: fc.constant('p'),
          projectNumber: fc.constant('1'),
          gkeCreditUsd: fc.integer({ min: 0, max: 100 }),
        }),
        commitments: fc.record({
          aws: fc.record({ unusedUsdPerMonth: fc.nat(5000), discountPercent: fc.nat(50) }),
          gcp: fc.record({ unusedUsdPerMonth: fc.nat(5000), discountPercent: fc.nat(50) }),
          azure: fc.record({ unusedUsdPerMonth: fc.nat(5000), discountPercent: fc.nat(50) }),
        }),
      }),
    });
  });

const bill = ({ candidate, pools, changes, accounts }: Case, catalog: Catalog = WIDE): Cost =>
  priceOf(candidate, sizedOf(pools), around(changes, { catalog, accounts }));

/** The catalogue with one figure of one place raised; which one is drawn. */
function raised(catalog: Catalog, pick: number, by: number): Catalog {
  const rateKeys = Object.keys(catalog.rates).flatMap((place) =>
    Object.keys(catalog.rates[place] ?? {}).map((rate): readonly [string, string] => [place, rate]),
  );
  const machineKeys = Object.keys(catalog.machinePrices).flatMap((place) =>
    (catalog.machinePrices[place] ?? []).flatMap(({ type }) =>
      (['onDemand', 'spot'] as const).map((field) => [place, type, field] as const),
    ),
  );
  const chosen = pick % (rateKeys.length + machineKeys.length);
  const ofRate = rateKeys[chosen];
  if (ofRate !== undefined) {
    const [place, name] = ofRate;
    const before: Partial<Record<string, unknown>> = { ...catalog.rates[place] };
    return {
      ...catalog,
      rates: {
        ...catalog.rates,
        [place]: { ...before, [name]: dearer(before[name], by) } as unknown as RegionRates,
      },
    };
  }
  const [place = '', type, field = 'onDemand'] = machineKeys[chosen - rateKeys.length] ?? [];
  const rows = (catalog.machinePrices[place] ?? []).map(
    (row): MachinePrice =>
      row.type === type && row[field] !== undefined ? { ...row, [field]: (row[field] ?? 0) + by } : row,
  );
  return { ...catalog, machinePrices: { ...catalog.machinePrices, [place]: rows } };
}

function dearer(value: unknown, by: number): unknown {
  const more = (rate: Rate): Rate => ({ ...rate, microUsd: rate.microUsd + by });
  if (Array.isArray(value)) return value.map((tier) => ({ ...tier, rate: more(tier.rate) }));
  return value === undefined ? undefined : more(value as Rate);
}

describe('any bill', () => {
  it('is the sum of its lines, each quantity times price, rounded once', () => {
    fc.assert(
      fc.property(cases(), (drawn) => {
        const cost = bill(drawn);
        if (cost.kind !== 'priced') return;
        const sum = (of: (line: (typeof cost.lines)[number]) => number): number =>
          cost.lines.reduce((total, line) => total + of(line), 0);
        for (const line of cost.lines) {
          expect(line.monthlyMicroUsd).toBe(roundHalfUp(line.quantity * line.unitMicroUsd));
        }
        expect(cost.monthlyMicroUsd).toBe(sum((line) => line.monthlyMicroUsd));
        expect(cost.range).toEqual({
          low: sum((line) => line.range.low),
          high: sum((line) => line.range.high),
        });
      }),
    );
  });

  it('lies between its low and its high, and its spare capacity on demand too', () => {
    fc.assert(
      fc.property(cases(), (drawn) => {
        const cost = bill(drawn);
        if (cost.kind !== 'priced') return;
        expect(cost.range.low).toBeLessThanOrEqual(cost.monthlyMicroUsd);
        expect(cost.monthlyMicroUsd).toBeLessThanOrEqual(cost.withoutSpotMicroUsd);
        expect(cost.withoutSpotMicroUsd).toBeLessThanOrEqual(cost.range.high);
      }),
    );
  });

  it('is never brought below nothing by credits, at its low neither', () => {
    fc.assert(
      fc.property(cases(), (drawn) => {
        const cost = bill(drawn);
        if (cost.kind !== 'priced') return;
        expect(cost.range.low).toBeGreaterThanOrEqual(0);
        const credits = cost.lines.filter(({ monthlyMicroUsd }) => monthlyMicroUsd < 0);
        for (const { id } of credits) expect(['already-paid', 'gke-credit']).toContain(id);
      }),
    );
  });

  it('never falls when any one price rises', () => {
    fc.assert(
      fc.property(cases(), fc.nat(10_000), fc.integer({ min: 1, max: 500_000 }), (drawn, pick, by) => {
        const before = bill(drawn);
        const after = bill(drawn, raised(WIDE, pick, by));
        expect(after.kind).toBe(before.kind);
        if (before.kind !== 'priced' || after.kind !== 'priced') return;
        expect(after.monthlyMicroUsd).toBeGreaterThanOrEqual(before.monthlyMicroUsd);
        expect(after.range.high).toBeGreaterThanOrEqual(before.range.high);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same however often and in whatever order it is asked for', () => {
    fc.assert(
      fc.property(cases(), (drawn) => {
        const context = around(drawn.changes, { accounts: drawn.accounts });
        const sizing = sizedOf(drawn.pools);
        const [first] = [drawn.candidate, ...candidates()].map((candidate) =>
          priceOf(candidate, sizing, context),
        );
        expect(priceOf(drawn.candidate, sizing, context)).toEqual(first);
        expect(bill(drawn)).toEqual(first);
      }),
      { numRuns: 30 },
    );
  });
});
