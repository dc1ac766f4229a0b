import { leastOfOpen } from '../../../lib/decision/joint/bound';
import { partitionsOf } from '../../../lib/decision/joint/groups';
import { networkOf } from '../../../lib/decision/joint/network';
import { SearchState } from '../../../lib/decision/joint/state';
import type { JointProblem } from '../../../lib/decision/joint/types';
import { problem } from './problems';

/** What the clusters cost at least, after some of them were given the option with that index. */
function least(some: JointProblem, given: Readonly<Record<number, number>> = {}): number {
  const network = networkOf(some);
  const state = new SearchState(some, network);
  for (const [cluster, index] of Object.entries(given)) {
    const option = some.clusters[Number(cluster)]?.options[index];
    if (option !== undefined) state.give(Number(cluster), option);
  }
  const costs = some.clusters.map(({ options }) => options.map(({ cost }) => cost));
  return leastOfOpen(state, partitionsOf(some.clusters, network), costs);
}

const REGIONS = ['aws/r1/EU 5', 'aws/r2/EU 1', 'gcp/g1/EU 7'];
const all: [string, string, 'region' | 'provider'][] = [
  ['a', 'b', 'region'],
  ['a', 'c', 'region'],
  ['b', 'c', 'region'],
];

describe('what clusters cost at least', () => {
  it('is the sum of what each costs at least where nothing ties them', () => {
    expect(least(problem({ a: REGIONS, b: ['aws/r1/EU 4', 'aws/r2/EU 9'] }))).toBe(5);
    expect(least(problem({}))).toBe(0);
  });

  it('counts those alone that are still open', () => {
    const clusters = { a: REGIONS, b: ['aws/r1/EU 4', 'aws/r2/EU 9'], c: ['aws/r1/EU 2'] };
    expect(least(problem(clusters), { 0: 2 })).toBe(6);
    expect(least(problem(clusters), { 0: 2, 1: 0, 2: 0 })).toBe(0);
  });

  it('gives each of those that are apart a place of its own', () => {
    const clusters = { a: REGIONS, b: REGIONS, c: REGIONS };
    expect(least(problem(clusters, all))).toBe(13);
    expect(least(problem(clusters, all.slice(0, 1)))).toBe(7);
  });

  it('leaves out what those before it have taken', () => {
    const clusters = {
      a: REGIONS,
      b: ['aws/r1/EU 6', 'aws/r2/EU 2', 'gcp/g1/EU 8'],
      c: ['aws/r1/EU 5', 'aws/r2/EU 3', 'gcp/g1/EU 9'],
    };
    expect(least(problem(clusters, all), { 0: 1 })).toBe(13);
    expect(least(problem(clusters, all), { 0: 1, 1: 0 })).toBe(9);
    expect(least(problem(clusters, all.slice(0, 1)), { 0: 1 })).toBe(9);
  });

  it('leaves the better rank to the first of those that could change places', () => {
    const clusters = { a: REGIONS, b: REGIONS };
    expect(least(problem(clusters), { 0: 1 })).toBe(1);
    expect(least(problem(clusters), { 0: 2 })).toBe(7);
    expect(least(problem(clusters), { 1: 1 })).toBe(1);
    expect(least(problem(clusters), { 1: 0 })).toBe(5);
  });

  it('takes the cheapest place of each provider that must differ', () => {
    const options = ['aws/r1/EU 6', 'aws/r2/EU 2', 'aws/r3/EU 4', 'gcp/g1/EU 9', 'gcp/g2/EU 8'];
    expect(least(problem({ a: options, b: options }, [['a', 'b', 'provider']]))).toBe(10);
    expect(least(problem({ a: options, b: options }, [['a', 'b', 'region']]))).toBe(6);
  });

  it('is the greatest of what each difference asks for', () => {
    const options = ['aws/r1/EU 1', 'gcp/g1/EU 2', 'aws/r2/US 9', 'gcp/g2/US 20'];
    const [apart, both] = [{ a: options, b: options }, ['provider', 'jurisdiction'] as const];
    expect(least(problem(apart, [['a', 'b', ...both]]))).toBe(10);
    expect(least(problem(apart, [['a', 'b', 'provider']]))).toBe(3);
  });

  it('is without end where a cluster has nothing left, or a group too few places', () => {
    const one = ['aws/r1/EU 1'];
    expect(least(problem({ a: one, b: [] }))).toBe(Number.POSITIVE_INFINITY);
    expect(least(problem({ a: one, b: one }, [['a', 'b', 'region']]))).toBe(Number.POSITIVE_INFINITY);
    expect(least(problem({ a: one, b: [...one, 'aws/r2/EU 2'] }, [['a', 'b', 'region']]))).toBe(3);
    expect(least(problem({ a: one, b: one, c: one }, all.slice(0, 1)), { 0: 0 })).toBe(
      Number.POSITIVE_INFINITY,
    );
  });
});
