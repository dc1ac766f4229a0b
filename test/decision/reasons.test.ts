import { describeFailures, failuresOf, formatScore } from '../../lib/decision/reasons';
import type { Finding } from '../../lib/decision/types';

const finding = (constraint: string, verdict: Finding['verdict'], more: Partial<Finding> = {}): Finding => ({
  constraint,
  verdict,
  required: `the ${constraint}`,
  observed: `no ${constraint}`,
  fix: '',
  sources: [],
  ...more,
});

describe('what stands in the way of a candidate', () => {
  it('is what is refuted and then what is not known, each in the order of the list', () => {
    const failures = failuresOf([
      finding('law', 'unknown'),
      finding('zones', 'refuted'),
      finding('price', 'proven'),
      finding('key', 'unknown'),
      finding('budget', 'refuted'),
    ]);
    expect(describeFailures(failures)).toBe(
      'zones (needs the zones; found: no zones); budget (needs the budget; found: no budget); ' +
        'law (needs the law; found: no law); key (needs the key; found: no key)',
    );
  });

  it('is neither what the request overrides, what only advises, nor what follows from another of them', () => {
    expect(
      failuresOf([
        finding('law', 'refuted', { overridden: 'signed off' }),
        finding('age', 'unknown', { advisory: true }),
        finding('price', 'unknown', { follows: 'capacity' }),
      ]),
    ).toEqual([]);
  });
});

describe('a score in words', () => {
  it('is points of a hundred with every digit that counts', () => {
    expect([0, 1, 9_999, 10_000, 712_345, 1_000_000].map(formatScore)).toEqual([
      '0.0000',
      '0.0001',
      '0.9999',
      '1.0000',
      '71.2345',
      '100.0000',
    ]);
  });
});
