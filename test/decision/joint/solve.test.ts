import fc from 'fast-check';
import { solve } from '../../../lib/decision/joint/solve';
import { arbitraryProblem, bruteForce, option, problem } from './problems';

const idsOf = (answer: ReturnType<typeof solve>): readonly string[] | string =>
  answer.kind === 'found' ? answer.chosen.map(({ id }) => id) : answer.kind;

describe('solve', () => {
  it('gives each its cheapest where nothing is in the way', () => {
    const free = problem({ a: ['aws/r1/EU 5', 'aws/r2/EU 6'], b: ['aws/r1/EU 1', 'gcp/g1/EU 2'] });
    expect(idsOf(solve(free))).toEqual(['aws/r1/EU', 'aws/r1/EU']);
  });

  it('moves the one that loses least by it', () => {
    const options = { a: ['aws/r1/EU 5', 'aws/r2/EU 9'], b: ['aws/r1/EU 5', 'gcp/g1/EU 7'] };
    expect(idsOf(solve(problem(options, [['a', 'b', 'region']])))).toEqual(['aws/r1/EU', 'gcp/g1/EU']);
  });

  it('keeps apart by provider and by jurisdiction', () => {
    const options = {
      a: ['aws/r1/EU 5', 'gcp/g1/EU 6', 'gcp/g2/US 9'],
      b: ['aws/r2/EU 5', 'aws/r3/US 7', 'gcp/g2/US 8'],
    };
    expect(idsOf(solve(problem(options, [['a', 'b', 'region']])))).toEqual(['aws/r1/EU', 'aws/r2/EU']);
    expect(idsOf(solve(problem(options, [['a', 'b', 'provider']])))).toEqual(['gcp/g1/EU', 'aws/r2/EU']);
    expect(idsOf(solve(problem(options, [['a', 'b', 'jurisdiction']])))).toEqual(['aws/r1/EU', 'aws/r3/US']);
    expect(idsOf(solve(problem(options, [['a', 'b', 'provider', 'jurisdiction']])))).toEqual([
      'aws/r1/EU',
      'gcp/g2/US',
    ]);
  });

  it('gives a site to one cluster only, without being told', () => {
    const options = { a: ['site/s1/EU 1', 'aws/r1/EU 9'], b: ['site/s1/EU 1', 'aws/r1/EU 4'] };
    expect(idsOf(solve(problem(options)))).toEqual(['site/s1/EU', 'aws/r1/EU']);
  });

  it('gives the first cluster the better place among equal answers', () => {
    const same = ['aws/r1/EU 5', 'aws/r2/EU 5', 'aws/r3/US 5'];
    const bonds: [string, string, 'region'][] = [
      ['a', 'b', 'region'],
      ['a', 'c', 'region'],
      ['b', 'c', 'region'],
    ];
    expect(idsOf(solve(problem({ a: same, b: same, c: same }, bonds)))).toEqual([
      'aws/r1/EU',
      'aws/r2/EU',
      'aws/r3/US',
    ]);
  });

  it('gives the first cluster the better place even when another has fewer to choose from', () => {
    const many = ['aws/r1/EU 5', 'aws/r2/EU 6', 'aws/r3/US 9', 'gcp/g1/EU 9'];
    const few = ['aws/r1/EU 5', 'aws/r2/EU 6'];
    const apart: [string, string, 'region'][] = [['a', 'b', 'region']];
    expect(idsOf(solve(problem({ a: many, b: few }, apart)))).toEqual(['aws/r1/EU', 'aws/r2/EU']);
    expect(idsOf(solve(problem({ a: few, b: many }, apart)))).toEqual(['aws/r1/EU', 'aws/r2/EU']);
  });

  it('orders equal answers by the first cluster, then by the second, then by the third', () => {
    const apart: [string, string, 'region'][] = [
      ['a', 'b', 'region'],
      ['a', 'c', 'region'],
      ['b', 'c', 'region'],
    ];
    const a = ['aws/r3/EU 7', 'aws/r1/EU 7', 'aws/r2/EU 7', 'aws/r4/EU 8'];
    const b = ['aws/r3/EU 7', 'aws/r2/EU 7', 'aws/r1/EU 7'];
    const c = ['aws/r2/EU 7', 'aws/r1/EU 7'];
    expect(idsOf(solve(problem({ a, b, c }, apart)))).toEqual(['aws/r3/EU', 'aws/r2/EU', 'aws/r1/EU']);
    const spare = [...c, 'aws/r3/EU 7'];
    expect(idsOf(solve(problem({ a: spare, b, c }, apart)))).toEqual(['aws/r2/EU', 'aws/r3/EU', 'aws/r1/EU']);
  });

  it('says when it is impossible', () => {
    const one = { a: ['aws/r1/EU 1'], b: ['aws/r1/EU 1'] };
    expect(solve(problem(one, [['a', 'b', 'region']]))).toEqual({ kind: 'impossible' });
    expect(solve(problem(one, [], { limits: { money: 1 } }))).toEqual({ kind: 'impossible' });
    expect(solve(problem({ a: [] }))).toEqual({ kind: 'impossible' });
  });

  it('takes what costs more where the cheapest together break a total', () => {
    const options = [
      option('aws/r1/EU 5', 1, { money: 4, hours: 1 }),
      option('aws/r2/EU 6', 2, { money: 2, hours: 4 }),
    ];
    const both = {
      ...problem({ a: [], b: [] }),
      clusters: [
        { key: 'a', options },
        { key: 'b', options },
      ],
    };
    expect(idsOf(solve({ ...both, limits: { money: 6 } }))).toEqual(['aws/r1/EU', 'aws/r2/EU']);
    expect(idsOf(solve({ ...both, limits: { money: 4 } }))).toEqual(['aws/r2/EU', 'aws/r2/EU']);
    expect(idsOf(solve({ ...both, limits: { money: 4, hours: 7 } }))).toBe('impossible');
  });

  it('counts what there is once for all clusters', () => {
    const options = [option('gcp/g1/EU 4', 1, { uses: { vcpu: 3 } }), option('aws/r1/EU 6', 2)];
    const both = {
      ...problem({ a: [], b: [] }),
      clusters: [
        { key: 'a', options },
        { key: 'b', options },
      ],
    };
    expect(idsOf(solve({ ...both, quotas: { vcpu: 6 } }))).toEqual(['gcp/g1/EU', 'gcp/g1/EU']);
    expect(idsOf(solve({ ...both, quotas: { vcpu: 5 } }))).toEqual(['gcp/g1/EU', 'aws/r1/EU']);
  });

  it('is what trying every combination gives, ties included', () => {
    fc.assert(
      fc.property(arbitraryProblem, (some) => {
        const answer = solve(some);
        const best = bruteForce(some);
        if (best === undefined) expect(answer).toEqual({ kind: 'impossible' });
        else expect(answer).toEqual({ kind: 'found', chosen: best, proven: true });
      }),
      { numRuns: 200 },
    );
  });
});
