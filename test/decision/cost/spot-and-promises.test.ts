import type { MachinePrice } from '../../../lib/catalog/types';
import type { ExistingCommitment } from '../../../lib/decision/request/types';
import { withHash } from '../small-catalog';
import { WIDE } from '../wide-catalog';
import { type Around, costOf, labels, lineOf, pool, rows } from './bill-of';

const EKS = 'eks/eu-central-1/3-zones';
const SPOT = pool('m.xlarge', 3, { name: 'spot', interruptible: true });

const withRow = (change: Partial<MachinePrice>) =>
  withHash({
    ...WIDE,
    sources: [...WIDE.sources, { id: 'advisor', title: 'Savings', reference: 'none', asOf: '2025-06-28' }],
    machinePrices: {
      ...WIDE.machinePrices,
      'aws/eu-central-1': (WIDE.machinePrices['aws/eu-central-1'] ?? []).map((row) =>
        row.type === 'm.xlarge' ? { ...row, ...change } : row,
      ),
    },
  });

const promised = (unusedUsdPerMonth: number, discountPercent = 0): Around['accounts'] => {
  const aws: ExistingCommitment = { unusedUsdPerMonth, discountPercent };
  return { commitments: { aws } };
};

describe('spare capacity', () => {
  it('costs its price of today, and at most that on demand', () => {
    const cost = costOf(EKS, [pool('m.large', 3), SPOT]);
    expect(rows(cost).slice(1, 3)).toEqual([
      ['nodes/main', 2190, 100_000, 219_000_000, 219_000_000, 219_000_000],
      ['nodes/spot', 2190, 60_000, 131_400_000, 131_400_000, 438_000_000],
    ]);
    expect(cost).toMatchObject({ monthlyMicroUsd: 563_400_000, withoutSpotMicroUsd: 870_000_000 });
    expect(labels(cost).slice(1, 3)).toEqual(['3 × m.large on demand', '3 × m.xlarge spot']);
  });

  it('is an estimate on AWS, with source and date of its own where it has one, and list on Google', () => {
    const { kind, source, asOf } = lineOf(
      costOf(EKS, [SPOT], {}, { catalog: withRow({ spot: 60_000, spotSource: 'advisor' }) }),
      'nodes/spot',
    );
    expect([kind, source, asOf]).toEqual(['estimate', 'advisor', '2025-06-28']);
    expect(lineOf(costOf(EKS, [SPOT]), 'nodes/spot')).toMatchObject({ kind: 'estimate', source: 'prices' });
    const google = costOf('gke/europe-west3/regional', [
      pool('e-standard-4', 3, { name: 'spot', interruptible: true }),
    ]);
    expect(lineOf(google, 'nodes/spot')).toMatchObject({ kind: 'list', unitMicroUsd: 50_000 });
  });

  it('is bought on demand where there is none', () => {
    const cost = costOf(EKS, [pool('m.large', 3, { name: 'spot', interruptible: true })]);
    expect(labels(cost)[1]).toBe('3 × m.large on demand');
    expect(cost).toMatchObject({ monthlyMicroUsd: 417_750_000, withoutSpotMicroUsd: 417_750_000 });
  });
});

describe('a promise to be given', () => {
  it.each([
    ['1-year', 'committed for a year', 130_000],
    ['3-year', 'committed for three years', 90_000],
  ] as const)('of %s stands in the label', (commitment, words, hour) => {
    const catalog = withRow({ committed1y: 130_000, committed3y: 90_000 });
    const cost = costOf(EKS, [pool('m.xlarge', 3)], { planning: { commitment } }, { catalog });
    expect(lineOf(cost, 'nodes/main')).toMatchObject({ label: `3 × m.xlarge ${words}`, unitMicroUsd: hour });
  });
});

describe('a promise that is paid already', () => {
  it('is taken off the machines, and off nothing else', () => {
    const cost = costOf(EKS, [pool('m.xlarge', 3)], {}, { accounts: promised(100) });
    expect(lineOf(cost, 'already-paid')).toEqual({
      id: 'already-paid',
      label: 'already paid to aws',
      quantity: 1,
      unit: 'month',
      unitMicroUsd: -100_000_000,
      monthlyMicroUsd: -100_000_000,
      range: { low: -100_000_000, high: -100_000_000 },
      kind: 'user',
      source: 'request',
      asOf: '2026-12-01',
    });
    const all = costOf(EKS, [pool('m.xlarge', 3)], {}, { accounts: promised(10_000) });
    expect(lineOf(all, 'already-paid').monthlyMicroUsd).toBe(-438_000_000);
  });

  it('covers as much as there is in each world: little of spare capacity, more of it on demand', () => {
    const cost = costOf(EKS, [SPOT], {}, { accounts: promised(200) });
    expect(lineOf(cost, 'already-paid')).toMatchObject({
      monthlyMicroUsd: -131_400_000,
      range: { low: -131_400_000, high: -200_000_000 },
    });
    // all but the machines is $198.75; on demand they are $438, less $200
    expect(cost).toMatchObject({ monthlyMicroUsd: 198_750_000, withoutSpotMicroUsd: 436_750_000 });
  });

  it('is shared by the clusters of a request, so that none of it counts twice', () => {
    const cost = costOf(
      EKS,
      [pool('m.xlarge', 3)],
      {},
      { accounts: promised(100), clusters: ['api', 'batch', 'web'] },
    );
    expect(lineOf(cost, 'already-paid').monthlyMicroUsd).toBe(-33_333_333);
  });

  it('may lower prices on demand besides', () => {
    const cost = costOf(EKS, [pool('m.xlarge', 3)], {}, { accounts: promised(0, 10) });
    expect(lineOf(cost, 'nodes/main').unitMicroUsd).toBe(180_000);
    expect(cost.lines.map((line) => line.id)).not.toContain('already-paid');
  });

  it('of another provider pays nothing here', () => {
    const cost = costOf(
      'gke/europe-west3/regional',
      [pool('e-standard-4', 3)],
      {},
      { accounts: promised(100) },
    );
    expect(cost.lines.map((line) => line.id)).not.toContain('already-paid');
  });
});
