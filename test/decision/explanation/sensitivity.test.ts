import { sensitivityOf } from '../../../lib/decision/explanation/sensitivity';
import type { Sensitivity } from '../../../lib/decision/explanation/types';
import type { Weights } from '../../../lib/decision/request/types';
import { clusterAt, feasibleOf, type Toy, toy } from './toys';

const of = (toys: readonly Toy[], weights?: Weights): Sensitivity =>
  sensitivityOf(feasibleOf(toys, clusterAt(1, weights)), clusterAt(1, weights));

const sentence = (toys: readonly Toy[], weights?: Weights): readonly unknown[] => {
  const { label, because } = of(toys, weights);
  return [label, because];
};

describe('the sensitivity of a decision', () => {
  const winner = toy('eks/a/x');

  it('is robust where less than a twentieth more leaves the winner first', () => {
    expect(sentence([winner, toy('eks/b/x', { microUsd: 105_000_000 })])).toEqual([
      'robust',
      'a rise of its own bill by 5.01 % ($5.00 a month) puts eks/b/x first',
    ]);
  });

  it('is fragile below that', () => {
    expect(sentence([winner, toy('eks/b/x', { microUsd: 104_980_000 })])).toEqual([
      'fragile',
      'a rise of its own bill by 4.99 % ($4.98 a month) puts eks/b/x first',
    ]);
  });

  it('says what it takes against another provider when the next is of the same', () => {
    expect(
      sentence([
        winner,
        toy('eks/b/x', { microUsd: 101_000_000 }),
        toy('gke/c/x', { provider: 'gcp', microUsd: 1_212_340_000 }),
      ]),
    ).toEqual([
      'fragile',
      'a rise of its own bill by 1.01 % ($1.00 a month) puts eks/b/x first; against another provider it takes 1112.35 % ($1,112.34 a month), then gke/c/x',
    ]);
  });

  it('says it once when the next is of another provider', () => {
    expect(sentence([winner, toy('gke/c/x', { provider: 'gcp', microUsd: 160_000_000 })])).toEqual([
      'robust',
      'a rise of its own bill by 60.01 % ($60.00 a month) puts gke/c/x first',
    ]);
  });

  it('says that any rise is enough where the next costs the same', () => {
    expect(sentence([winner, toy('eks/b/x')])).toEqual([
      'fragile',
      'any rise of its own bill puts eks/b/x first',
    ]);
  });

  it('says when a rise takes it over the budget before the next is cheaper', () => {
    const tight = clusterAt(1, undefined, 103);
    const toys = [winner, toy('eks/b/x', { microUsd: 102_500_000, hours: 60 })];
    expect(sensitivityOf(feasibleOf(toys, tight), tight)).toMatchObject({
      label: 'fragile',
      because: 'a rise of its own bill by 3.01 % ($3.00 a month) puts it over the budget and eks/b/x first',
    });
  });

  it('is robust where no bill is to rise, or money weighs nothing', () => {
    expect(sentence([toy('own/a/x', { microUsd: 0 }), winner])).toEqual([
      'robust',
      'no rise of its own bill alone puts another first',
    ]);
    const weights = { money: 0, hours: 1, resilience: 0, carbon: 0, latency: 0 };
    expect(sentence([winner, toy('eks/b/x', { hours: 20 })], weights)).toEqual([
      'robust',
      'no rise of its own bill alone puts another first',
    ]);
  });

  it('is sole where one alone passes, and has no label where none does', () => {
    expect(of([winner, toy('eks/b/x', { fails: { 'first-rule': 'refuted' } })])).toEqual({
      label: 'sole',
      because: 'nothing else passes every rule',
      flips: [],
      weights: [],
    });
    expect(of([])).toStrictEqual({
      because: 'nothing passes every rule, so no place is first',
      flips: [],
      weights: [],
    });
  });

  it('carries the flips, and the intervals of weights where there are any', () => {
    const next = toy('eks/b/x', { microUsd: 104_000_000 });
    expect(of([winner, next]).flips.map(({ of }) => of)).toEqual(['money', 'hours']);
    expect(of([winner, next]).weights).toEqual([]);
    const weights = { money: 1, hours: 1, resilience: 1, carbon: 1, latency: 1 };
    expect(of([winner, next], weights).weights).toHaveLength(5);
  });
});
