import fc from 'fast-check';
import type { MachinePrice } from '../../../lib/catalog/types';
import { type NodePrice, type NodeRole, pricePerHour } from '../../../lib/decision/capacity/node-price';
import type { Planning } from '../../../lib/decision/request/types';
import type { ClusterContext } from '../../../lib/decision/types';
import { contextOf, PLAIN } from '../requests';

const PRICE: MachinePrice = {
  type: 'm.large',
  onDemand: 100_000,
  spot: 30_000,
  committed1y: 66_001,
  committed3y: 45_000,
  source: 'prices',
  asOf: '2026-11-02',
};

function planned(planning: Partial<Planning>, discountPercent?: number): ClusterContext {
  const context = contextOf({ ...PLAIN, planning: { ...PLAIN.planning, ...planning } });
  if (discountPercent === undefined) return context;
  const commitments = { aws: { unusedUsdPerMonth: 0, discountPercent } };
  return {
    ...context,
    request: { ...context.request, accounts: { ...context.request.accounts, commitments } },
  };
}

const priceOf = (
  context: ClusterContext,
  { role = 'steady', price = PRICE }: { readonly role?: NodeRole; readonly price?: MachinePrice } = {},
): NodePrice => pricePerHour(price, role, context, 'aws');

describe('the price of a machine', () => {
  it.each<[string, Partial<Planning>, NodePrice]>([
    ['is on demand without a promise', {}, { microUsd: 100_000, kind: 'on-demand' }],
    ['is that of a year', { commitment: '1-year' }, { microUsd: 66_001, kind: 'committed-1y' }],
    ['is that of three years', { commitment: '3-year' }, { microUsd: 45_000, kind: 'committed-3y' }],
    [
      'pays a year that is not used up to its end: 66,001 × 12 / 9, rounded up',
      { commitment: '1-year', horizonMonths: 9 },
      { microUsd: 88_002, kind: 'committed-1y' },
    ],
    [
      'stays on demand where the rest of the year would cost more',
      { commitment: '1-year', horizonMonths: 7 },
      { microUsd: 100_000, kind: 'on-demand' },
    ],
    [
      'gives a shorter promise than the longest allowed where that is less: 45,000 × 36 / 20 = 81,000',
      { commitment: '3-year', horizonMonths: 20 },
      { microUsd: 66_001, kind: 'committed-1y' },
    ],
    [
      'is that of a year, which is renewed, over a horizon that is longer',
      { commitment: '1-year', horizonMonths: 30 },
      { microUsd: 66_001, kind: 'committed-1y' },
    ],
    [
      'is that of three years, which are renewed, over a horizon that is longer',
      { commitment: '3-year', horizonMonths: 60 },
      { microUsd: 45_000, kind: 'committed-3y' },
    ],
  ])('%s', (_name, planning, expected) => {
    expect(priceOf(planned(planning))).toEqual(expected);
  });

  it('is on demand where no promise is sold or it saves nothing', () => {
    const context = planned({ commitment: '3-year' });
    const unsold = { ...PRICE, committed1y: undefined, committed3y: undefined };
    expect(priceOf(context, { price: unsold })).toEqual({ microUsd: 100_000, kind: 'on-demand' });
    const equal = { ...PRICE, committed1y: 100_000, committed3y: 100_000 };
    expect(priceOf(context, { price: equal })).toEqual({ microUsd: 100_000, kind: 'on-demand' });
    const asOneYear = { ...PRICE, committed1y: 45_000 };
    expect(priceOf(context, { price: asOneYear })).toEqual({ microUsd: 45_000, kind: 'committed-1y' });
  });

  it('is that of spare capacity for what may be interrupted, whatever else is promised', () => {
    const context = planned({ commitment: '3-year' }, 50);
    expect(priceOf(context, { role: 'interruptible' })).toEqual({ microUsd: 30_000, kind: 'spot' });
  });

  it('is that of a steady machine where there is no spare capacity', () => {
    const price = { ...PRICE, spot: undefined };
    expect(priceOf(planned({ commitment: '1-year' }), { role: 'interruptible', price })).toEqual({
      microUsd: 66_001,
      kind: 'committed-1y',
    });
  });

  it('is lowered by a discount of the account on demand only, rounded half up', () => {
    expect(priceOf(planned({}, 12.5))).toEqual({ microUsd: 87_500, kind: 'on-demand' });
    expect(priceOf(planned({}, 0.001), { price: { ...PRICE, onDemand: 50_000 } })).toEqual({
      microUsd: 50_000, // 49,999.5
      kind: 'on-demand',
    });
    expect(priceOf(planned({ commitment: '1-year' }, 20))).toEqual({
      microUsd: 66_001,
      kind: 'committed-1y',
    });
    expect(priceOf(planned({ commitment: '1-year' }, 40))).toEqual({ microUsd: 60_000, kind: 'on-demand' });
    expect(pricePerHour(PRICE, 'steady', planned({}, 40), 'gcp')).toEqual({
      microUsd: 100_000,
      kind: 'on-demand',
    });
  });

  it('is never above the price on demand, never lowered by a dearer figure, and a whole number', () => {
    const microUsd = fc.integer({ min: 1, max: 100_000_000 });
    const arbitraryPrice = fc.record({
      onDemand: microUsd,
      spot: fc.option(microUsd, { nil: undefined }),
      committed1y: fc.option(microUsd, { nil: undefined }),
      committed3y: fc.option(microUsd, { nil: undefined }),
    });
    fc.assert(
      fc.property(
        arbitraryPrice,
        fc.constantFrom('none' as const, '1-year' as const, '3-year' as const),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 99_000 }),
        fc.constantFrom('onDemand' as const, 'spot' as const, 'committed1y' as const, 'committed3y' as const),
        microUsd,
        (figures, commitment, horizonMonths, thousandths, raised, rise) => {
          const context = planned({ commitment, horizonMonths }, thousandths / 1000);
          const price = { ...PRICE, ...figures };
          const dearer = { ...price, [raised]: (figures[raised] ?? 0) + rise };
          const before = priceOf(context, { price });
          expect(Number.isInteger(before.microUsd)).toBe(true);
          expect(before.microUsd).toBeLessThanOrEqual(price.onDemand);
          if (figures[raised] !== undefined) {
            expect(priceOf(context, { price: dearer }).microUsd).toBeGreaterThanOrEqual(before.microUsd);
          }
        },
      ),
    );
  });
});
