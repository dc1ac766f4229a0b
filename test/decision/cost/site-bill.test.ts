import type { SiteCost } from '../../../lib/decision/request/types';
import { FRANKFURT } from '../requests';
import { costOf, lineOf, pool, rows } from './bill-of';

const SITE = 'on-prem/frankfurt/kubeadm';
const USER = { kind: 'user', source: 'request', asOf: '2026-12-01' } as const;

const siteCost = (cost: Partial<SiteCost> = {}) =>
  costOf(SITE, [pool('owned', 3)], {}, { site: { ...FRANKFURT, cost: { ...FRANKFURT.cost, ...cost } } });

describe('a month of an own site', () => {
  it('is the purchase over its life, power, rack, support, uplink and spare parts', () => {
    const cost = siteCost({ supportUsdPerMonth: 120, sparesUsdPerMonth: 30 });
    expect(rows(cost)).toEqual([
      ['hardware', 1, 600_000_000, 600_000_000, 600_000_000, 600_000_000],
      // 1,000 W × 730 h × 1.5, of which the PUE is an estimate
      ['power', 1095, 200_000, 219_000_000, 186_150_000, 251_850_000],
      ['rack', 1, 500_000_000, 500_000_000, 500_000_000, 500_000_000],
      ['support', 1, 120_000_000, 120_000_000, 120_000_000, 120_000_000],
      ['uplink', 1, 250_000_000, 250_000_000, 250_000_000, 250_000_000],
      ['spares', 1, 30_000_000, 30_000_000, 30_000_000, 30_000_000],
    ]);
    expect(cost).toMatchObject({
      kind: 'priced',
      monthlyMicroUsd: 1_719_000_000,
      range: { low: 1_686_150_000, high: 1_751_850_000 },
      withoutSpotMicroUsd: 1_719_000_000,
      oldestAsOf: '2026-11-05',
    });
    expect(lineOf(cost, 'hardware')).toMatchObject({
      label: 'hardware over 60 months, without interest',
      ...USER,
    });
    expect(lineOf(cost, 'power')).toMatchObject({
      label: 'power of 1000 W at an assumed PUE of 1.5',
      kind: 'estimate',
      source: 'pue',
      asOf: '2026-11-05',
    });
  });

  it('spreads what the machines lose in worth', () => {
    expect(lineOf(siteCost({ residualUsd: 6_000 }), 'hardware')).toMatchObject({
      label: 'hardware over 60 months, without interest, less its worth at the end',
      monthlyMicroUsd: 500_000_000,
    });
  });

  it('pays interest as an annuity: at 5 percent over five years 0.230975 of the purchase a year', () => {
    expect(lineOf(siteCost({ interestPercent: 5 }), 'hardware')).toMatchObject({
      label: 'hardware over 60 months, at 5 % interest',
      // 36,000 × 0.05 × 1.2762815625 / 0.2762815625 / 12
      monthlyMicroUsd: 692_924_394,
    });
  });

  it('pays interest on the whole until the machines are sold', () => {
    expect(lineOf(siteCost({ interestPercent: 5, residualUsd: 6_000 }), 'hardware')).toMatchObject({
      label: 'hardware over 60 months, at 5 % interest, less its worth at the end',
      // (36,000 - 6,000 / 1.2762815625) × 0.2309747981 / 12
      monthlyMicroUsd: 602_436_995,
    });
  });

  it('leaves out a purchase that is written off, its interest and its worth, and says so', () => {
    const cost = siteCost({ purchaseUsd: 0, sunk: true, interestPercent: 5, residualUsd: 6_000 });
    expect(cost.lines[0]).toMatchObject({ label: 'hardware, written off: left out', monthlyMicroUsd: 0 });
    expect(cost).toMatchObject({ monthlyMicroUsd: 969_000_000 });
  });

  it('takes the PUE of the request for its own, and rests on no figure of the catalogue then', () => {
    const cost = siteCost({ pue: 1.2 });
    expect(cost.lines[1]).toMatchObject({
      label: 'power of 1000 W at a PUE of 1.2',
      quantity: 876,
      range: { low: 175_200_000, high: 175_200_000 },
      ...USER,
    });
    expect(cost).toMatchObject({ oldestAsOf: undefined });
  });

  it('costs the same whatever runs there', () => {
    expect(costOf(SITE, [pool('owned', 3)])).toEqual(costOf(SITE, [pool('owned', 9)]));
  });
});
