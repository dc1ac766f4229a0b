import fc from 'fast-check';
import { nearestOf } from '../../../lib/decision/explanation/counterfactuals';
import { fieldOf } from '../../../lib/decision/explanation/field';
import type { NearMiss } from '../../../lib/decision/explanation/types';
import { compareRanked } from '../../../lib/decision/ranking';
import type { ClusterRequest } from '../../../lib/decision/request/types';
import { arbitraryToys, arbitraryWeights, clusterAt, firstOf, judged, ranked, type Toy, toy } from './toys';

const CLUSTER = clusterAt(1);

const nearest = (toys: readonly Toy[], cluster = CLUSTER): readonly NearMiss[] =>
  nearestOf(fieldOf(ranked(toys, cluster)));

const without = (toy: Toy): Toy => ({ ...toy, fails: {} });

describe('the nearest', () => {
  it('would be first if they passed: least change first, with what it takes and what it saves', () => {
    expect(
      nearest([
        toy('winner/a/x'),
        toy('two/a/x', { microUsd: 10_000_000, fails: { 'third-rule': 'refuted', 'first-rule': 'unknown' } }),
        toy('one/a/x', { microUsd: 70_000_000, fails: { 'second-rule': 'refuted' } }),
        toy('dear/a/x', { microUsd: 170_000_000, fails: { 'second-rule': 'refuted' } }),
        toy('dark/a/x', { microUsd: undefined, fails: { 'second-rule': 'unknown' } }),
      ]),
    ).toEqual([
      {
        candidate: 'one/a/x',
        constraints: ['second-rule'],
        fixes: ['mend second-rule'],
        savesMicroUsd: 30_000_000,
      },
      {
        candidate: 'two/a/x',
        constraints: ['third-rule', 'first-rule'],
        fixes: ['mend third-rule', 'mend first-rule'],
        savesMicroUsd: 90_000_000,
      },
    ]);
  });

  it('are those that fail least when nothing passes, with or without a price', () => {
    expect(
      nearest([
        toy('two/a/x', { microUsd: 1, fails: { 'third-rule': 'refuted', 'first-rule': 'refuted' } }),
        toy('dark/a/x', { microUsd: undefined, fails: { 'second-rule': 'unknown' } }),
        toy('one/a/x', { fails: { 'second-rule': 'refuted' } }),
      ]).map(({ candidate, savesMicroUsd }) => [candidate, savesMicroUsd]),
    ).toEqual([
      ['one/a/x', undefined],
      ['dark/a/x', undefined],
      ['two/a/x', undefined],
    ]);
  });

  it('are five at most', () => {
    const toys = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) =>
      toy(`${id}/a/x`, { fails: { 'first-rule': 'refuted' } }),
    );
    expect(nearest(toys).map(({ candidate }) => candidate)).toEqual([
      'a/a/x',
      'b/a/x',
      'c/a/x',
      'd/a/x',
      'e/a/x',
    ]);
  });

  it('are what ranking anew with one more that passes gives', () => {
    fc.assert(
      fc.property(
        arbitraryToys(1_000_000),
        fc.constantFrom(0, 1),
        fc.option(arbitraryWeights, { nil: undefined, freq: 1 }),
        (toys, rate, weights) => {
          const cluster = clusterAt(rate, weights);
          expect(nearest(toys, cluster).map(({ candidate }) => candidate)).toEqual(
            naiveNearest(toys, cluster),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('saves what the ranking anew saves', () => {
    fc.assert(
      fc.property(arbitraryToys(1_000_000), (toys) => {
        const before = firstOf(toys, CLUSTER)?.objectiveMicroUsd;
        for (const { candidate, savesMicroUsd } of nearest(toys)) {
          const after = firstOf(
            toys.map((one) => (one.id === candidate ? without(one) : one)),
            CLUSTER,
          )?.objectiveMicroUsd;
          expect(savesMicroUsd).toBe(
            before === undefined || after === undefined ? undefined : before - after,
          );
        }
      }),
    );
  });
});

/** Lets each one pass by itself and ranks anew. */
function naiveNearest(toys: readonly Toy[], cluster: ClusterRequest): readonly string[] {
  const winner = firstOf(toys, cluster);
  return toys
    .filter(({ fails }) => Object.keys(fails).length > 0)
    .filter(
      (one) =>
        winner === undefined ||
        (one.microUsd !== undefined &&
          firstOf(
            toys.map((other) => (other === one ? without(other) : other)),
            cluster,
          )?.candidate.id === one.id),
    )
    .sort(
      (left, right) =>
        Object.keys(left.fails).length - Object.keys(right.fails).length ||
        compareRanked(judged(left, cluster), judged(right, cluster)),
    )
    .slice(0, 5)
    .map(({ id }) => id);
}
