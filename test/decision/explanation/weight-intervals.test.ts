import fc from 'fast-check';
import type { WeightInterval } from '../../../lib/decision/explanation/types';
import { weightIntervalsOf } from '../../../lib/decision/explanation/weight-intervals';
import type { Weights } from '../../../lib/decision/request/types';
import { anchorsOf, type Utilities, utilitiesOf, type Weight } from '../../../lib/decision/score';
import {
  arbitraryToys,
  arbitraryWeights,
  clusterAt,
  feasibleOf,
  firstOf,
  judged,
  passing,
  type Toy,
  toy,
} from './toys';

const PPM = 1_000_000;
const BUDGET = 20;

const intervals = (toys: readonly Toy[], weights: Weights): readonly WeightInterval[] =>
  weightIntervalsOf(feasibleOf(toys, clusterAt(1, weights, BUDGET)), clusterAt(1, weights, BUDGET));

const totalOf = (weights: Weights): number => Object.values(weights).reduce((sum, value) => sum + value, 0);

/** The weights with one of them at so many millionths of all, the others in their old ratios. */
function reweighted(weights: Weights, weight: Weight, sharePpm: number): Weights {
  const rest = totalOf(weights) - weights[weight];
  const others = Object.entries(weights).map(([name, value]) => [name, (value * (PPM - sharePpm)) / rest]);
  return { ...Object.fromEntries(others), [weight]: sharePpm } as unknown as Weights;
}

const first = (toys: readonly Toy[], weights: Weights): string | undefined =>
  firstOf(toys, clusterAt(1, weights, BUDGET))?.candidate.id;

describe('the interval of a weight', () => {
  const merits = (carbonGramsPerKwh: number): Toy['merits'] => ({
    resilience: 3,
    carbonGramsPerKwh,
    latencyMs: undefined,
  });
  const cheap = toy('a/cheap/x', { microUsd: 5_000_000, merits: merits(400) });
  const clean = toy('b/clean/x', { microUsd: 10_000_000, merits: merits(0) });

  it('ends where another scores higher, and says which', () => {
    // u of money: 0.75 and 0.5; of carbon: 0.5 and 1. Equal at a third of carbon and two thirds of money
    expect(intervals([cheap, clean], { money: 3, hours: 0, resilience: 0, carbon: 1, latency: 0 })).toEqual([
      { weight: 'money', atPpm: 750_000, fromPpm: 666_666, toPpm: 1_000_000, below: 'b/clean/x' },
      { weight: 'hours', atPpm: 0, fromPpm: 0, toPpm: 1_000_000 },
      { weight: 'resilience', atPpm: 0, fromPpm: 0, toPpm: 1_000_000 },
      { weight: 'carbon', atPpm: 250_000, fromPpm: 0, toPpm: 333_334, above: 'b/clean/x' },
      { weight: 'latency', atPpm: 0, fromPpm: 0, toPpm: 1_000_000 },
    ]);
  });

  it('has none for a weight without others that could be scaled', () => {
    const found = intervals([cheap, clean], { money: 1, hours: 0, resilience: 0, carbon: 0, latency: 0 });
    expect(found.map(({ weight, toPpm }) => [weight, toPpm])).toEqual([
      ['hours', 1_000_000],
      ['resilience', 1_000_000],
      ['carbon', 333_334],
      ['latency', 1_000_000],
    ]);
  });

  it('is there only with weights and a winner', () => {
    expect(weightIntervalsOf(feasibleOf([cheap, clean], clusterAt(1)), clusterAt(1))).toEqual([]);
    expect(intervals([], { money: 1, hours: 1, resilience: 0, carbon: 0, latency: 0 })).toEqual([]);
  });

  it('goes to both ends for a winner that is alone', () => {
    const found = intervals([cheap], { money: 1, hours: 1, resilience: 1, carbon: 1, latency: 1 });
    expect(found.map(({ fromPpm, toPpm }) => [fromPpm, toPpm])).toEqual(Array(5).fill([0, PPM]));
  });

  it('has the winner first just inside its ends and the named other just outside', () => {
    fc.assert(
      fc.property(arbitraryToys(1_000_000, false), arbitraryWeights, (toys, weights) => {
        const winner = first(toys, weights);
        for (const { weight, atPpm, fromPpm, toPpm, below, above } of intervals(toys, weights)) {
          const at = (sharePpm: number): string | undefined =>
            first(toys, reweighted(weights, weight as Weight, sharePpm));
          // the share itself is rounded and may lie just outside, where the winner is first by the exact one
          if (fromPpm < atPpm) expect(at(fromPpm)).toBe(winner);
          if (toPpm > atPpm) expect(at(toPpm)).toBe(winner);
          expect(below).toBe(fromPpm === 0 ? undefined : at(fromPpm - 1));
          expect(above).toBe(toPpm === PPM ? undefined : at(toPpm + 1));
          if (below !== undefined) expect(below).not.toBe(winner);
          if (above !== undefined) expect(above).not.toBe(winner);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('ends at the crossing that the closed form gives, to the resolution of a score', () => {
    fc.assert(
      fc.property(arbitraryToys(1_000_000, false), arbitraryWeights, (toys, weights) => {
        for (const { weight, fromPpm, toPpm } of intervals(toys, weights)) {
          const { low, high } = endsOf(toys, weights, weight as Weight);
          expect([fromPpm / PPM >= low[0], fromPpm / PPM <= low[1]]).toEqual([true, true]);
          expect([toPpm / PPM >= high[0], toPpm / PPM <= high[1]]).toEqual([true, true]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

interface Ends {
  readonly low: readonly [least: number, most: number];
  readonly high: readonly [least: number, most: number];
}

/**
 * `S_a(w) = w·u_ak + (1-w)·R_a`, and between which shares the nearest crossings with any b lie on either side of the share given. The
 * flatter two lines cross, the further a millionth of a score reaches.
 */
function endsOf(toys: readonly Toy[], weights: Weights, weight: Weight): Ends {
  const cluster = clusterAt(1, weights, BUDGET);
  const anchors = anchorsOf(cluster);
  const total = totalOf(weights);
  const line = (one: Toy): { readonly own: number; readonly rest: number } => {
    const { cost, hours, merits } = judged(one, cluster);
    const utilities = utilitiesOf({ cost, hours }, merits, anchors) as Utilities;
    const rest = (Object.keys(weights) as Weight[])
      .filter((name) => name !== weight)
      .reduce((sum, name) => sum + (weights[name] * utilities[name]) / (total - weights[weight]), 0);
    return { own: utilities[weight], rest };
  };
  const winner = toys.find(({ id }) => id === first(toys, weights));
  const low: [number, number] = [0, 0];
  const high: [number, number] = [1, 1];
  for (const other of passing(toys)) {
    if (winner === undefined || other === winner) continue;
    const a = line(winner);
    const b = line(other);
    const slope = a.own - a.rest - (b.own - b.rest);
    if (slope === 0) continue;
    const crossing = (b.rest - a.rest) / slope;
    const reach = 2 / Math.abs(slope) + 2 / PPM;
    // the winner leads above the crossing, or below it
    if (slope > 0) {
      low[0] = Math.max(low[0], crossing - reach);
      low[1] = Math.max(low[1], Math.min(1, crossing + reach));
    } else {
      high[0] = Math.min(high[0], Math.max(0, crossing - reach));
      high[1] = Math.min(high[1], crossing + reach);
    }
  }
  return { low, high };
}
