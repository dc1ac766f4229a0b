import fc from 'fast-check';
import { constraintPricesOf } from '../../../lib/decision/explanation/constraint-prices';
import { fieldOf } from '../../../lib/decision/explanation/field';
import type { ConstraintPrice } from '../../../lib/decision/explanation/types';
import {
  arbitraryToys,
  arbitraryWeights,
  clusterAt,
  firstOf,
  passing,
  RULES,
  ranked,
  type Toy,
  toy,
} from './toys';

const CLUSTER = clusterAt(1);

const prices = (toys: readonly Toy[], cluster = CLUSTER): readonly ConstraintPrice[] =>
  constraintPricesOf(fieldOf(ranked(toys, cluster)));

/** All candidates as they would be judged without the rule. */
const lift = (toys: readonly Toy[], rule: string): readonly Toy[] =>
  toys.map((one) => {
    const { [rule]: _lifted, ...fails } = one.fails;
    return { ...one, fails };
  });

describe('the price of a rule', () => {
  const winner = toy('winner/a/x');

  it('is what the best costs more than the best without it, dearest first', () => {
    expect(
      prices([
        winner,
        toy('a/a/x', { microUsd: 90_000_000, fails: { 'first-rule': 'refuted' } }),
        toy('b/a/x', { microUsd: 60_000_000, fails: { 'second-rule': 'unknown' } }),
        toy('c/a/x', { microUsd: 95_000_000, fails: { 'second-rule': 'refuted' } }),
        toy('d/a/x', { microUsd: 1, fails: { 'second-rule': 'refuted', 'first-rule': 'refuted' } }),
      ]),
    ).toEqual([
      { constraint: 'second-rule', priceMicroUsd: 40_000_000, admits: 'b/a/x', alone: 2 },
      { constraint: 'first-rule', priceMicroUsd: 10_000_000, admits: 'a/a/x', alone: 1 },
    ]);
  });

  it('is nothing where whoever it keeps out would not win', () => {
    expect(
      prices([winner, toy('a/a/x', { microUsd: 101_000_000, fails: { 'first-rule': 'refuted' } })]),
    ).toEqual([{ constraint: 'first-rule', priceMicroUsd: 0, admits: 'winner/a/x', alone: 1 }]);
  });

  it('comes in the order of the rules where several cost the same', () => {
    const dear = { microUsd: 101_000_000 };
    expect(
      prices([
        winner,
        toy('a/a/x', { ...dear, fails: { 'third-rule': 'refuted' } }),
        toy('b/a/x', { ...dear, fails: { 'first-rule': 'refuted' } }),
        toy('c/a/x', { ...dear, fails: { 'second-rule': 'refuted' } }),
      ]).map(({ constraint }) => constraint),
    ).toEqual(['first-rule', 'second-rule', 'third-rule']);
  });

  it('is nothing where whoever it keeps out has no price', () => {
    expect(
      prices([winner, toy('a/a/x', { microUsd: undefined, fails: { 'first-rule': 'unknown' } })]),
    ).toEqual([{ constraint: 'first-rule', priceMicroUsd: 0, admits: 'winner/a/x', alone: 1 }]);
  });

  it('is the whole answer where nothing passes with it, and whoever would be first is named', () => {
    expect(
      prices([
        toy('a/a/x', { microUsd: undefined, fails: { 'second-rule': 'refuted' } }),
        toy('b/a/x', { microUsd: 3, fails: { 'second-rule': 'refuted' } }),
        toy('c/a/x', { microUsd: 2, fails: { 'first-rule': 'refuted' } }),
      ]),
    ).toEqual([
      { constraint: 'first-rule', priceMicroUsd: undefined, admits: 'c/a/x', alone: 1 },
      { constraint: 'second-rule', priceMicroUsd: undefined, admits: 'b/a/x', alone: 2 },
    ]);
  });

  it('may be negative with weights, where what has the higher score is dearer', () => {
    const cluster = clusterAt(1, { money: 0, hours: 0, resilience: 0, carbon: 1, latency: 0 });
    const merits = { resilience: 3, carbonGramsPerKwh: 0, latencyMs: undefined };
    expect(
      prices(
        [winner, toy('a/a/x', { microUsd: 150_000_000, merits, fails: { 'first-rule': 'refuted' } })],
        cluster,
      ),
    ).toEqual([{ constraint: 'first-rule', priceMicroUsd: -50_000_000, admits: 'a/a/x', alone: 1 }]);
  });

  it('is what ranking anew without the rule gives', () => {
    fc.assert(
      fc.property(
        arbitraryToys(1_000_000),
        fc.constantFrom(0, 1),
        fc.option(arbitraryWeights, { nil: undefined, freq: 1 }),
        (toys, rate, weights) => {
          const cluster = clusterAt(rate, weights);
          const found = prices(toys, cluster);
          for (const rule of RULES) {
            const price = found.find(({ constraint }) => constraint === rule);
            const before = firstOf(toys, cluster);
            // who has no price is never said to win
            const after = firstOf(
              lift(toys, rule).filter((one) => one.microUsd !== undefined),
              cluster,
            );
            const alone = passing(lift(toys, rule)).length - passing(toys).length;
            expect(price?.alone ?? 0).toBe(alone);
            if (before === undefined) {
              expect(price?.priceMicroUsd).toBeUndefined();
              if (after !== undefined) expect(price?.admits).toBe(after.candidate.id);
            } else {
              expect(price?.priceMicroUsd ?? 0).toBe(
                (before.objectiveMicroUsd ?? 0) - (after?.objectiveMicroUsd ?? 0),
              );
              if (price !== undefined) expect(price.admits).toBe(after?.candidate.id);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
