import { formatCount, formatHours, formatQuantity, formatUnitUsd, formatUsd } from '../../lib/values';

test.each([
  [0, '$0.00'],
  [1_132_430_000, '$1,132.43'],
  [4_999, '$0.00'],
  [5_000, '$0.01'],
  [-4_999, '$0.00'],
  [-500_000, '-$0.50'],
  [999_999_999, '$1,000.00'],
  [1_234_567_890_000, '$1,234,567.89'],
])('writes %d micro-USD as %s', (microUsd, text) => {
  expect(formatUsd(microUsd)).toBe(text);
});

test.each([
  [45_000, '$0.045'],
  [1_400, '$0.0014'],
  [100_000, '$0.10'],
  [1, '$0.000001'],
  [32_850_000, '$32.85'],
  [12_000_000_000, '$12,000.00'],
  [-45_000, '-$0.045'],
])('writes the unit price %d as %s without rounding', (microUsd, text) => {
  expect(formatUnitUsd(microUsd)).toBe(text);
});

test.each([
  [0, '0.0'],
  [12, '12.0'],
  [8.25, '8.3'],
  [0.04, '0.0'],
  [1_234.96, '1,235.0'],
])('writes %d hours as %s', (hours, text) => {
  expect(formatHours(hours)).toBe(text);
});

test.each([
  [4_380, '4,380'],
  [47.46, '47.46'],
  [0.3333, '0.333'],
  [-2.5, '-2.5'],
  [0, '0'],
])('writes the quantity %d as %s', (quantity, text) => {
  expect(formatQuantity(quantity)).toBe(text);
});

test('counts one thing without an s', () => {
  expect([formatCount(1, 'pod'), formatCount(0, 'pod'), formatCount(1_200, 'pod')]).toEqual([
    '1 pod',
    '0 pods',
    '1,200 pods',
  ]);
});
