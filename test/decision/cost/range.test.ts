import { rangeOf } from '../../../lib/decision/cost/range';

const price = (kind: 'list' | 'estimate' | 'assumption' | 'user', asOf = '2026-11-01') => ({
  microUsd: 100,
  kind,
  source: 'prices',
  asOf,
});

describe('the range of a figure', () => {
  it.each([
    ['list', 1000, 1000],
    ['estimate', 850, 1150],
    ['assumption', 500, 2000],
    ['user', 1000, 1000],
  ] as const)('of kind %s goes from %i to %i', (kind, low, high) => {
    expect(rangeOf(10, price(kind), '2026-12-01')).toEqual({ low, high });
  });

  it.each([
    ['2024-12-01', 1000, 1000],
    ['2024-11-30', 900, 1100],
    // the first day that it can be
    ['2024-12', 1000, 1000],
    ['2024-11', 900, 1100],
    ['2025', 1000, 1000],
    ['2024', 900, 1100],
    ['2024-01 .. 2026-04', 900, 1100],
    ['lately', 900, 1100],
  ])('of a list price of %s goes from %i to %i in December 2026', (asOf, low, high) => {
    expect(rangeOf(10, price('list', asOf), '2026-12-01')).toEqual({ low, high });
  });

  it('of an estimate or of the user does not grow with age', () => {
    expect(rangeOf(10, price('estimate', '2019-01-01'), '2026-12-01')).toEqual({ low: 850, high: 1150 });
    expect(rangeOf(10, price('user', '2019-01-01'), '2026-12-01')).toEqual({ low: 1000, high: 1000 });
  });

  it('is that of its rate where one was published', () => {
    const published = { ...price('assumption', '2019-01-01'), range: { low: 90, high: 250 } };
    expect(rangeOf(10, published, '2026-12-01')).toEqual({ low: 900, high: 2500 });
  });

  it('rounds once, half up', () => {
    expect(rangeOf(1, { ...price('estimate'), microUsd: 1 }, '2026-12-01')).toEqual({ low: 1, high: 1 });
    expect(rangeOf(0.5, { ...price('list'), microUsd: 1 }, '2026-12-01')).toEqual({ low: 1, high: 1 });
  });
});
