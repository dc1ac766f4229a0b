import { reduce } from '../../../lib/decision/joint/reduce';
import type { JointOption, JointProblem } from '../../../lib/decision/joint/types';
import { option, problem } from './problems';

/** What is left of the first cluster. */
const left = (some: JointProblem): readonly string[] =>
  reduce(some).clusters[0]?.options.map(({ id }) => id) ?? [];

const withOptions = (options: readonly JointOption[], more: Partial<JointProblem> = {}): JointProblem => ({
  ...problem({ a: [] }, [], more),
  clusters: [{ key: 'a', options }],
});

const REGIONS = ['aws/r1/EU 1', 'aws/r2/EU 2', 'gcp/g1/US 3', 'gcp/g2/US 4', 'azure/z1/CH 5'];
const MIXED = ['aws/r1/EU 1', 'aws/r2/EU 2', 'gcp/g1/EU 3', 'gcp/g2/US 4', 'azure/z1/US 5', 'azure/z2/CH 6'];

describe('what is left of a cluster', () => {
  it('is its best alone where no other can take anything away', () => {
    expect(left(problem({ a: REGIONS, b: REGIONS }))).toEqual(['aws/r1/EU']);
  });

  it('is one region more than there are others that keep out of its region', () => {
    const clusters = { a: REGIONS, b: ['aws/r1/EU 1'], c: ['aws/r1/EU 1'] };
    expect(left(problem(clusters, [['a', 'b', 'region']]))).toEqual(['aws/r1/EU', 'aws/r2/EU']);
    expect(
      left(
        problem(clusters, [
          ['a', 'b', 'region'],
          ['a', 'c', 'region'],
        ]),
      ),
    ).toEqual(['aws/r1/EU', 'aws/r2/EU', 'gcp/g1/US']);
  });

  it('is the best of one provider more than there are others that keep off its provider', () => {
    const clusters = { a: MIXED, b: ['aws/r1/EU 1'], c: ['aws/r1/EU 1'] };
    expect(left(problem(clusters, [['a', 'b', 'provider']]))).toEqual(['aws/r1/EU', 'gcp/g1/EU']);
    expect(
      left(
        problem(clusters, [
          ['a', 'b', 'provider'],
          ['a', 'c', 'provider'],
        ]),
      ),
    ).toEqual(['aws/r1/EU', 'gcp/g1/EU', 'azure/z1/US']);
  });

  it('is the best of one jurisdiction more than there are others that keep out of its jurisdiction', () => {
    const clusters = { a: MIXED, b: ['aws/r1/EU 1'], c: ['aws/r1/EU 1'] };
    expect(left(problem(clusters, [['a', 'b', 'jurisdiction']]))).toEqual(['aws/r1/EU', 'gcp/g2/US']);
    expect(
      left(
        problem(clusters, [
          ['a', 'b', 'jurisdiction'],
          ['a', 'c', 'jurisdiction'],
        ]),
      ),
    ).toEqual(['aws/r1/EU', 'gcp/g2/US', 'azure/z2/CH']);
  });

  it('is more where one other keeps off both', () => {
    const options = [
      'aws/r1/EU 1',
      'aws/r2/US 2',
      'gcp/g1/EU 3',
      'gcp/g2/US 4',
      'azure/z1/US 5',
      'aws/r3/CH 6',
      'aws/r4/US 7',
    ];
    const clusters = { a: options, b: ['aws/r1/EU 1'] };
    expect(left(problem(clusters, [['a', 'b', 'provider', 'jurisdiction']]))).toEqual([
      'aws/r1/EU',
      'aws/r2/US',
      'gcp/g1/EU',
      'gcp/g2/US',
    ]);
  });

  it('counts one that keeps out of the region also against providers and jurisdictions', () => {
    const clusters = { a: MIXED, b: ['aws/r1/EU 1'], c: ['aws/r1/EU 1'] };
    expect(
      left(
        problem(clusters, [
          ['a', 'b', 'provider'],
          ['a', 'c', 'region'],
        ]),
      ),
    ).toEqual(['aws/r1/EU', 'aws/r2/EU', 'gcp/g1/EU', 'gcp/g2/US', 'azure/z1/US']);
    expect(
      left(
        problem(clusters, [
          ['a', 'b', 'jurisdiction'],
          ['a', 'c', 'region'],
        ]),
      ),
    ).toEqual(['aws/r1/EU', 'aws/r2/EU', 'gcp/g2/US', 'azure/z1/US', 'azure/z2/CH']);
  });

  it('is a second place where another may take the site', () => {
    const b = { b: ['site/s1/EU 1'] };
    expect(left(problem({ a: ['site/s1/EU 1', 'aws/r1/EU 2', 'aws/r2/EU 3'], ...b }))).toEqual([
      'site/s1/EU',
      'aws/r1/EU',
    ]);
    expect(left(problem({ a: ['site/s1/EU 1', 'site/s2/EU 2', 'aws/r1/EU 3'], ...b }))).toEqual([
      'site/s1/EU',
      'site/s2/EU',
    ]);
    expect(left(problem({ a: ['aws/r1/EU 1', 'site/s1/EU 2'], ...b }))).toEqual(['aws/r1/EU']);
    expect(left(problem({ a: ['site/s1/EU 1', 'aws/r1/EU 2'], b: ['site/s2/EU 1'] }))).toEqual([
      'site/s1/EU',
    ]);
  });

  it('is a third place where another may take the site and one more keeps out of the region', () => {
    const clusters = {
      a: ['site/s1/EU 1', 'site/s2/EU 2', 'aws/r1/EU 3', 'aws/r2/EU 4', 'aws/r3/EU 5'],
      b: ['site/s1/EU 1'],
      c: ['aws/r1/EU 1'],
    };
    expect(left(problem(clusters, [['a', 'c', 'region']]))).toEqual([
      'site/s1/EU',
      'site/s2/EU',
      'aws/r1/EU',
    ]);
  });

  it('counts a rival against providers and jurisdictions', () => {
    const a = ['site/s1/EU 1', 'aws/r1/EU 2', 'gcp/g1/EU 3', 'azure/z1/EU 4'];
    const clusters = { a, b: ['site/s1/EU 1'], c: ['aws/r1/EU 1'] };
    expect(left(problem(clusters, [['a', 'c', 'provider']]))).toEqual([
      'site/s1/EU',
      'aws/r1/EU',
      'gcp/g1/EU',
    ]);
    const lawful = { ...clusters, a: ['site/s1/EU 1', 'site/s2/US 2', 'site/s3/CH 3', 'site/s4/DE 4'] };
    expect(left(problem(lawful, [['a', 'c', 'jurisdiction']]))).toEqual([
      'site/s1/EU',
      'site/s2/US',
      'site/s3/CH',
    ]);
  });

  it('has one option of each place at most', () => {
    const clusters = { a: ['aws/r1/EU 1', 'aws/r1/EU 2', 'aws/r2/EU 3'], b: ['aws/r1/EU 1'] };
    expect(left(problem(clusters, [['a', 'b', 'region']]))).toEqual(['aws/r1/EU', 'aws/r2/EU']);
  });

  it('is the better rank among equals, in whatever order they come', () => {
    expect(left(withOptions([option('aws/r2/EU 1', 2), option('aws/r1/EU 1', 1)]))).toEqual(['aws/r1/EU']);
  });

  it.each(['money', 'hours'] as const)('holds what takes less %s where that is limited', (amount) => {
    const options = [
      option('aws/r1/EU 1', 1, { money: 0, hours: 0, [amount]: 5 }),
      option('aws/r2/EU 2', 2, { money: 0, hours: 0, [amount]: 3 }),
      option('aws/r3/EU 3', 3, { money: 0, hours: 0, [amount]: 3 }),
      option('aws/r4/EU 4', 4, { money: 0, hours: 0, [amount]: 4 }),
    ];
    expect(left(withOptions(options, { limits: { [amount]: 9 } }))).toEqual(['aws/r1/EU', 'aws/r2/EU']);
    expect(left(withOptions(options, { limits: { money: 9, hours: 9 } }))).toEqual([
      'aws/r1/EU',
      'aws/r2/EU',
    ]);
    expect(left(withOptions(options))).toEqual(['aws/r1/EU']);
  });

  it('holds what takes less of any quota', () => {
    const options = [
      option('aws/r1/EU 1', 1, { uses: { cpu: 2, gpu: 1 } }),
      option('aws/r2/EU 2', 2, { uses: { cpu: 1, gpu: 3 } }),
      option('aws/r3/EU 3', 3, { uses: { cpu: 1, gpu: 3 } }),
      option('aws/r4/EU 4', 4, { uses: { cpu: 3 } }),
      option('aws/r5/EU 5', 5),
      option('aws/r6/EU 6', 6, { uses: { gpu: 1 } }),
    ];
    expect(left(withOptions(options, { quotas: { cpu: 9, gpu: 9 } }))).toEqual([
      'aws/r1/EU',
      'aws/r2/EU',
      'aws/r4/EU',
      'aws/r5/EU',
    ]);
    expect(left(withOptions(options))).toEqual(['aws/r1/EU']);
  });
});
