import fc from 'fast-check';
import { applyOverlay, type Overlay } from '../../../lib/catalog/overlay';
import { SMALL } from '../../decision/small-catalog';
import { overlayOf } from './texts';

const FEW = { numRuns: 40 };
const EMPTY = overlayOf('');
const usd = fc.integer({ min: 1, max: 5_000_000 }).map((micro) => micro / 1_000_000);
const day = fc.constantFrom('2026-01-01', '2026-06-30', '2026-11-24');
const from = {
  source: fc.constantFrom('contract 4711', 'prices', 'a mail', undefined),
  asOf: fc.option(day, { nil: undefined }),
};
const some = <T>(record: fc.Arbitrary<T>) => fc.option(record, { nil: undefined });
const keyed = <T>(keys: readonly string[], record: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom(...keys), record, { noNullPrototype: true });

const overlays: fc.Arbitrary<Overlay> = fc
  .record({
    kind: fc.constantFrom('user' as const, 'list' as const),
    asOf: day,
    discounts: fc.array(
      fc.record({
        provider: fc.constantFrom('aws' as const, 'gcp' as const),
        percent: fc.integer({ min: 0, max: 99_999 }).map((milli) => milli / 1000),
        families: some(fc.constantFrom(['m'], ['m', 't'])),
        prices: fc.subarray(['onDemand', 'spot', 'committed1y', 'committed3y'] as const, { minLength: 1 }),
        ...from,
      }),
      { maxLength: 3 },
    ),
    machinePrices: fc.record({
      aws: keyed(
        ['us-east-1', 'eu-central-1', 'me-west-1'],
        keyed(
          ['m.large', 'r.large', 'mg.xlarge'],
          fc.record({
            usdPerHour: usd,
            spotUsdPerHour: some(usd),
            committed1yUsdPerHour: some(usd),
            ...from,
          }),
        ),
      ),
    }),
    rates: fc.record({
      gcp: keyed(
        ['europe-west3', 'europe-west6'],
        fc.record({ natHour: some(usd), keyMonth: some(usd), ...from }),
      ),
    }),
    hours: fc.record({ eks: keyed(['Routine', 'Upgrades'], fc.record({ hoursPerMonth: usd, ...from })) }),
    regions: fc.record({
      aws: keyed(
        ['us-east-1', 'us-west-1'],
        fc.record({ zones: some(fc.integer({ min: 1, max: 6 })), ...from }),
      ),
    }),
  })
  .map((parts) => ({ ...EMPTY, ...parts }));

describe('for any overlay', () => {
  it('an empty one changes nothing but the name of what was put over', () => {
    const { overlay, ...rest } = applyOverlay(SMALL, EMPTY);
    expect(rest).toEqual(SMALL);
    expect(overlay).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('twice is as good as once', () => {
    fc.assert(
      fc.property(overlays, (overlay) => {
        const once = applyOverlay(SMALL, overlay);
        expect(applyOverlay(once, overlay)).toBe(once);
      }),
      FEW,
    );
  });

  it('every figure cites a source that is listed once', () => {
    fc.assert(
      fc.property(overlays, overlays, (first, second) => {
        const catalog = applyOverlay(applyOverlay(SMALL, first), second);
        const ids = catalog.sources.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const cited = [
          ...Object.values(catalog.machinePrices).flatMap((rows) =>
            rows.flatMap((row) => [row.source, row.spotSource ?? row.source]),
          ),
          ...Object.values(catalog.rates).flatMap((rates) => [
            rates.natHour?.source ?? 'prices',
            rates.keyMonth?.source ?? 'prices',
          ]),
          ...catalog.regions.map(({ source }) => source),
        ];
        expect(cited.filter((source) => !ids.includes(source))).toEqual([]);
      }),
      FEW,
    );
  });

  it('all money stays in whole millionths, and a discounted price is never above its list price', () => {
    fc.assert(
      fc.property(overlays, (overlay) => {
        const rows = Object.values(applyOverlay(SMALL, overlay).machinePrices).flat();
        for (const row of rows) {
          for (const price of [row.onDemand, row.spot, row.committed1y, row.committed3y]) {
            expect(price === undefined || Number.isSafeInteger(price)).toBe(true);
          }
          expect(row.onDemand).toBeLessThanOrEqual(row.listed?.onDemand ?? row.onDemand);
        }
      }),
      FEW,
    );
  });

  it('the order of keys in the file does not matter', () => {
    fc.assert(
      fc.property(overlays, (overlay) => {
        const reversed = reverseKeys(overlay) as Overlay;
        const one = applyOverlay(SMALL, overlay);
        expect(applyOverlay(SMALL, reversed)).toMatchObject({ hash: one.hash, overlay: one.overlay });
      }),
      FEW,
    );
  });
});

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, entry]) => [key, reverseKeys(entry)]),
  );
}
