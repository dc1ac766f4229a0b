import fc from 'fast-check';
import { flipsOf } from '../../../lib/decision/explanation/flips';
import type { Flip } from '../../../lib/decision/explanation/types';
import type { ClusterRequest } from '../../../lib/decision/request/types';
import { arbitraryToys, arbitraryWeights, clusterAt, feasibleOf, firstOf, type Toy, toy } from './toys';

const flips = (toys: readonly Toy[], cluster: ClusterRequest): readonly Flip[] =>
  flipsOf(feasibleOf(toys, cluster), cluster);

const first = (toys: readonly Toy[], cluster: ClusterRequest): string | undefined =>
  firstOf(toys, cluster)?.candidate.id;

/** Nobody comes after the only one that passes. */
const isAnother = (now: string | undefined, before: string): boolean => now !== undefined && now !== before;

/** The same with the bill and the hours of one of them raised. */
const raised = (toys: readonly Toy[], id: string, microUsd: number, hours = 0): readonly Toy[] =>
  toys.map((one) =>
    one.id === id
      ? {
          ...one,
          microUsd: (one.microUsd ?? 0) + microUsd,
          hours: Math.round((one.hours + hours) * 1e6) / 1e6,
        }
      : one,
  );

describe('what flips the winner', () => {
  const aws = toy('eks/a/x', { microUsd: 100_000_000, hours: 10 });
  const other = toy('eks/b/x', { microUsd: 103_000_000, hours: 10 });
  const gcp = toy('gke/c/x', { provider: 'gcp', microUsd: 112_500_000, hours: 9 });

  it('is so much of its own money, so many hours, or such a rate', () => {
    expect(flips([aws, other, gcp], clusterAt(2))).toEqual([
      { of: 'money', to: 'eks/b/x', percent: 3.01, microUsd: 3_000_001 },
      { of: 'money-against-provider', to: 'gke/c/x', percent: 10.51, microUsd: 10_500_001 },
      { of: 'hours', to: 'eks/b/x', hours: 1.51 },
      { of: 'hour-rate', to: 'gke/c/x', usdPerHour: 12.51 },
    ]);
  });

  it('is one millionth of a dollar where the next costs the same', () => {
    expect(flips([aws, { ...other, microUsd: 100_000_000 }], clusterAt(0))).toEqual([
      { of: 'money', to: 'eks/b/x', percent: 0.01, microUsd: 1 },
      { of: 'hours', to: 'eks/b/x', hours: 0.01 },
    ]);
  });

  it('names rates below that of the request too', () => {
    const cheap = toy('on-prem/z/x', { provider: 'own', microUsd: 20_000_000, hours: 20 });
    expect(flips([aws, cheap, gcp], clusterAt(10)).filter(({ of }) => of === 'hour-rate')).toEqual([
      { of: 'hour-rate', to: 'gke/c/x', usdPerHour: 12.51 },
      { of: 'hour-rate', to: 'on-prem/z/x', usdPerHour: 8 },
    ]);
  });

  it('names the nearest rate on either side, also where the winner is first at few', () => {
    const slow = toy('on-prem/z/x', { provider: 'own', microUsd: 89_500_000, hours: 11 });
    const quick = toy('gke/c/x', { provider: 'gcp', microUsd: 111_500_000, hours: 9 });
    expect(flips([aws, slow, quick], clusterAt(11)).filter(({ of }) => of === 'hour-rate')).toEqual([
      { of: 'hour-rate', to: 'gke/c/x', usdPerHour: 11.51 },
      { of: 'hour-rate', to: 'on-prem/z/x', usdPerHour: 10.5 },
    ]);
  });

  it('is nothing of its money where it costs none, and no hours where they cost none', () => {
    expect(flips([{ ...aws, microUsd: 0 }, other], clusterAt(0))).toEqual([]);
  });

  it('is nothing for whoever is alone, and for nobody', () => {
    expect(flips([aws], clusterAt(2))).toEqual([]);
    expect(flips([], clusterAt(2))).toEqual([]);
  });

  it('is what a budget has left, where the next is dearer by more', () => {
    const slow = toy('eks/b/x', { microUsd: 101_000_000, hours: 20 });
    expect(flips([aws, slow], clusterAt(2))).toEqual([
      { of: 'money', to: 'eks/b/x', percent: 21, microUsd: 21_000_000 },
      { of: 'hours', to: 'eks/b/x', hours: 10.51 },
    ]);
    expect(flips([aws, slow], clusterAt(2, undefined, 105, 20))).toEqual([
      { of: 'money', to: 'eks/b/x', percent: 5.01, microUsd: 5_000_001, overBudget: true },
      { of: 'hours', to: 'eks/b/x', hours: 10.01, overBudget: true },
    ]);
    expect(flips([aws, slow], clusterAt(2, undefined, 121, 20.5))).toEqual([
      { of: 'money', to: 'eks/b/x', percent: 21, microUsd: 21_000_000 },
      { of: 'hours', to: 'eks/b/x', hours: 10.51 },
    ]);
  });

  it('asks no rate where weights decide', () => {
    const weights = { money: 3, hours: 1, resilience: 0, carbon: 0, latency: 0 };
    expect(flips([aws, other, gcp], clusterAt(2, weights, 200))).toEqual([
      { of: 'money', to: 'eks/b/x', percent: 3.01, microUsd: 3_000_001 },
      // scores 593,750 and 550,000; a dollar more takes 3,750, and of equal scores the lower objective wins
      { of: 'money-against-provider', to: 'gke/c/x', percent: 11.67, microUsd: 11_666_501 },
      // an hour more takes 3,125 and the next scores 582,500
      { of: 'hours', to: 'eks/b/x', hours: 3.6 },
    ]);
  });

  it('is nothing of money where money weighs nothing', () => {
    const weights = { money: 0, hours: 1, resilience: 0, carbon: 0, latency: 0 };
    const quick = { ...aws, hours: 1 };
    expect(flips([quick, other], clusterAt(2, weights)).map(({ of }) => of)).toEqual(['hours']);
  });

  it('is the least money that does it, found by ranking anew for every millionth', () => {
    fc.assert(
      fc.property(
        arbitraryToys(3, false),
        fc.constantFrom(0, 0.000_002),
        fc.option(arbitraryWeights, { nil: undefined, freq: 1 }),
        (toys, rate, weights) => {
          // a budget of 40 millionths, so that scores move with every one
          const cluster = clusterAt(rate, weights, 0.000_04);
          const winner = firstOf(toys, cluster);
          if (winner === undefined || winner.objectiveMicroUsd === 0) return;
          const id = winner.candidate.id;
          const found = flips(toys, cluster).find(({ of }) => of === 'money');
          const rises = Array.from({ length: 120 }, (_, rise) => rise);
          const naive = rises.find((rise) => isAnother(first(raised(toys, id, rise), cluster), id));
          if (winner.cost.kind === 'priced' && winner.cost.monthlyMicroUsd === 0) {
            expect(found).toBeUndefined();
            return;
          }
          expect(found && { to: found.to, rise: found.of === 'money' && found.microUsd }).toEqual(
            naive && { to: first(raised(toys, id, naive), cluster), rise: naive },
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is the least money against another provider, with only these beside the winner', () => {
    fc.assert(
      fc.property(arbitraryToys(3, false), (toys) => {
        const cluster = clusterAt(0.000_002);
        const winner = toys.find(({ id }) => id === first(toys, cluster));
        if (winner === undefined || winner.microUsd === 0) return;
        const foreign = toys.filter((one) => one.provider !== winner.provider);
        const found = flips(toys, cluster).find(({ of }) => of === 'money-against-provider');
        const naive = Array.from({ length: 120 }, (_, rise) => rise).find(
          (rise) => first(raised([winner, ...foreign], winner.id, rise), cluster) !== winner.id,
        );
        expect(found?.of === 'money-against-provider' ? found.microUsd : undefined).toBe(naive);
      }),
      { numRuns: 200 },
    );
  });

  it('is the fewest hours that do it, found by ranking anew for every hundredth', () => {
    fc.assert(
      fc.property(
        arbitraryToys(1_000_000, false),
        fc.option(arbitraryWeights, { nil: undefined, freq: 1 }),
        fc.constantFrom(undefined, 4, 5.5),
        (toys, weights, budget) => {
          const cluster = clusterAt(3, weights, undefined, budget);
          const id = first(toys, cluster);
          if (id === undefined) return;
          const found = flips(toys, cluster).find(({ of }) => of === 'hours');
          const at = found?.of === 'hours' ? found.hours : 100;
          expect(first(raised(toys, id, 0, at), cluster) ?? id).toBe(found?.to ?? id);
          for (const less of [0.01, 0.02, 0.5, 1, 2, 10]) {
            if (at > less) expect(first(raised(toys, id, 0, at - less), cluster) ?? id).toBe(id);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is the nearest rate on either side, found by ranking anew for every cent', () => {
    fc.assert(
      fc.property(arbitraryToys(250_000, false), fc.constantFrom(0, 0.5, 1.005, 2), (toys, rate) => {
        const id = first(toys, clusterAt(rate));
        if (id === undefined) return;
        const found = flips(toys, clusterAt(rate)).flatMap((flip) =>
          flip.of === 'hour-rate' ? [[flip.usdPerHour, flip.to]] : [],
        );
        const cents = Array.from({ length: 320 }, (_, cent) => cent);
        const flipped = (cent: number): boolean => first(toys, clusterAt(cent / 100)) !== id;
        const above = cents.find((cent) => cent > rate * 100 && flipped(cent));
        const below = cents.findLast((cent) => cent < rate * 100 && flipped(cent));
        expect(found).toEqual(
          [above, below].flatMap((cent) =>
            cent === undefined ? [] : [[cent / 100, first(toys, clusterAt(cent / 100))]],
          ),
        );
      }),
      { numRuns: 40 },
    );
  });
});
