import { roundHalfUp, upToCent, upToTenth } from '../../lib/decision/money';
import { formatHours, formatUsd, groupThousands } from '../../lib/values';

it('writes money to the cent, rounded half up, without a locale', () => {
  expect([0, 4_999, 5_000, 1_132_431_480, -412_104_999, -4_999, 1_234_567_890_000].map(formatUsd)).toEqual([
    '$0.00',
    '$0.00',
    '$0.01',
    '$1,132.43',
    '-$412.10',
    '$0.00',
    '$1,234,567.89',
  ]);
});

it('writes hours with one decimal', () => {
  expect([0, 12, 0.05, 1234.56, -0.3].map(formatHours)).toEqual(['0.0', '12.0', '0.1', '1,234.6', '-0.3']);
});

it('puts thousands apart', () => {
  expect([0, 999, 1000, 1_000_000].map(groupThousands)).toEqual(['0', '999', '1,000', '1,000,000']);
});

it('rounds half up', () => {
  expect([0.4, 0.5, 1.5, 2.4999].map(roundHalfUp)).toEqual([0, 1, 2, 2]);
});

it('rounds up what has to be enough, to the cent and to the tenth of an hour', () => {
  expect([0, 1, 10_000, 10_001, 11_257_682_100].map(upToCent)).toEqual([
    0, 10_000, 10_000, 20_000, 11_257_690_000,
  ]);
  expect([0.01, 17.1, 0.1 + 0.2, 17.100_01].map(upToTenth)).toEqual([0.1, 17.1, 0.3, 17.2]);
});
