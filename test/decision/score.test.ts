import fc from 'fast-check';
import type { ClusterRequest, Link } from '../../lib/decision/request/types';
import { anchorsOf, scoreOf, scorePpm, type Utilities, utilitiesOf } from '../../lib/decision/score';
import type { Cost, Merits } from '../../lib/decision/types';
import { arbitraryWeights } from './explanation/toys';
import { PLAIN } from './requests';

const priced = (usd: number): Cost => ({
  kind: 'priced',
  lines: [],
  monthlyMicroUsd: usd * 1_000_000,
  range: { low: 0, high: 0 },
  withoutSpotMicroUsd: 0,
  oldestAsOf: undefined,
});
const hours = (hoursPerMonth: number) => ({ lines: [], hoursPerMonth });
const MERITS: Merits = { resilience: 3, carbonGramsPerKwh: 200, latencyMs: 25 };

const link = (maxLatencyMs?: number): Link => ({
  cidrs: [],
  latencyMs: {},
  ...(maxLatencyMs !== undefined && { maxLatencyMs }),
});

describe('the anchors of a score', () => {
  it('are the budgets and the tightest link of the request', () => {
    const cluster: ClusterRequest = {
      ...PLAIN,
      budget: { ...PLAIN.budget, usdPerMonth: 1_234.56, hoursPerMonth: 20 },
      links: { office: link(40), plant: link(15), lab: link() },
    };
    expect(anchorsOf(cluster)).toEqual({
      money: { best: 0, worst: 1_234_560_000 },
      hours: { best: 0, worst: 20 },
      resilience: { best: 3, worst: 1 },
      carbon: { best: 0, worst: 800 },
      latency: { best: 0, worst: 15 },
    });
  });

  it('come from the size asked for, 80 hours and 100 ms where the request has no limit', () => {
    // 6 × $60 + 24 × $8 + $500
    expect(anchorsOf(PLAIN)).toMatchObject({
      money: { best: 0, worst: 1_052_000_000 },
      hours: { best: 0, worst: 80 },
      latency: { best: 0, worst: 100 },
    });
  });
});

describe('the utilities of a candidate', () => {
  const anchors = () => anchorsOf({ ...PLAIN, budget: { ...PLAIN.budget, usdPerMonth: 1_000 } });

  it('are how near each thing comes to the best, in millionths', () => {
    expect(utilitiesOf({ cost: priced(250), hours: hours(20) }, MERITS, anchors())).toEqual({
      money: 750_000,
      hours: 750_000,
      resilience: 1_000_000,
      carbon: 750_000,
      latency: 750_000,
    });
    expect(
      utilitiesOf({ cost: priced(999.9999995), hours: hours(0) }, { ...MERITS, resilience: 2 }, anchors()),
    ).toMatchObject({ money: 0, hours: 1_000_000, resilience: 500_000 });
  });

  it('stop at the anchors', () => {
    expect(
      utilitiesOf(
        { cost: priced(2_000), hours: hours(81) },
        { resilience: 5, carbonGramsPerKwh: 801, latencyMs: 101 },
        anchors(),
      ),
    ).toEqual({ money: 0, hours: 0, resilience: 1_000_000, carbon: 0, latency: 0 });
  });

  it('are the worst where something is not known, and none without a price', () => {
    const unknown: Merits = { resilience: 1, carbonGramsPerKwh: undefined, latencyMs: undefined };
    expect(utilitiesOf({ cost: priced(0), hours: hours(0) }, unknown, anchors())).toEqual({
      money: 1_000_000,
      hours: 1_000_000,
      resilience: 0,
      carbon: 0,
      latency: 0,
    });
    const cost: Cost = { kind: 'unknown', lines: [], missing: ['nodes'] };
    expect(utilitiesOf({ cost, hours: hours(0) }, MERITS, anchors())).toBeUndefined();
  });

  it('are all or nothing where the request allows nothing at all', () => {
    const none = anchorsOf({ ...PLAIN, budget: { ...PLAIN.budget, hoursPerMonth: 0 } });
    expect(utilitiesOf({ cost: priced(0), hours: hours(0) }, MERITS, none)?.hours).toBe(1_000_000);
    expect(utilitiesOf({ cost: priced(0), hours: hours(0.1) }, MERITS, none)?.hours).toBe(0);
  });
});

describe('a score', () => {
  const utilities: Utilities = {
    money: 900_000,
    hours: 100_000,
    resilience: 500_000,
    carbon: 0,
    latency: 1_000_000,
  };
  const none = { money: 0, hours: 0, resilience: 0, carbon: 0, latency: 0 };

  it('is the weighted mean, in whole millionths', () => {
    expect(scorePpm(utilities, { ...none, money: 1 })).toBe(900_000);
    expect(scorePpm(utilities, { ...none, money: 3, hours: 1 })).toBe(700_000);
    expect(scorePpm(utilities, { money: 1, hours: 1, resilience: 1, carbon: 1, latency: 1 })).toBe(500_000);
    expect(scorePpm(utilities, { ...none, hours: 2, carbon: 1 })).toBe(66_667);
  });

  it('is 0 without any weight', () => {
    expect(scorePpm(utilities, none)).toBe(0);
  });

  it('is there only where the request gives weights and a price is known', () => {
    const assessed = { cost: priced(250), hours: hours(20) };
    const weights = { ...none, resilience: 1 };
    expect(scoreOf(assessed, MERITS, PLAIN)).toBeUndefined();
    expect(scoreOf(assessed, MERITS, { ...PLAIN, weights })).toBe(1_000_000);
    const unknown: Cost = { kind: 'unknown', lines: [], missing: ['nodes'] };
    expect(scoreOf({ ...assessed, cost: unknown }, MERITS, { ...PLAIN, weights })).toBeUndefined();
  });

  it('counts only the ratios of weights', () => {
    const arbitraryUtilities = fc.record({
      money: fc.integer({ min: 0, max: 1_000_000 }),
      hours: fc.integer({ min: 0, max: 1_000_000 }),
      resilience: fc.constantFrom(0, 500_000, 1_000_000),
      carbon: fc.integer({ min: 0, max: 1_000_000 }),
      latency: fc.integer({ min: 0, max: 1_000_000 }),
    });
    fc.assert(
      fc.property(arbitraryUtilities, arbitraryWeights, fc.constantFrom(0.1, 3, 1e6), (of, weights, unit) => {
        const other = Object.fromEntries(
          Object.entries(weights).map(([name, value]) => [name, value * unit]),
        );
        expect(scorePpm(of, other as unknown as typeof weights)).toBe(scorePpm(of, weights));
      }),
    );
  });
});
