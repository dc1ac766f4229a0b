import { dayNumber, daysBetween } from '../../lib/values';

describe('days between two dates', () => {
  it.each([
    ['2026-11-24', '2026-12-01', 7],
    ['2026-12-01', '2026-11-24', -7],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-11-24', '2026-11-24', 0],
  ])('are counted from %s to %s', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  it.each([
    ['2024-01', '2024-01-01'],
    ['2024', '2024-01-01'],
    ['2024-01 .. 2026-04', '2024-01-01'],
  ])('take %s for the first day it can be', (vague, first) => {
    expect(dayNumber(vague)).toBe(dayNumber(first));
  });

  it('are not known of what is no date', () => {
    expect(daysBetween('some day', '2026-11-24')).toBeUndefined();
  });
});
