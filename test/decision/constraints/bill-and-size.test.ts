import {
  type Changes,
  evaluate,
  line,
  pool,
  priced,
  type Surroundings,
  sizedAs,
  TOO_SMALL,
  WITH_GPUS,
} from './evaluate';

const EKS = 'eks/eu-central-1/3-zones';
const ZONAL = 'gke/europe-west3/zonal';
const SITE = 'on-prem/frankfurt/kubeadm';

type Row = readonly [string, string, Changes, string, Surroundings?];

const UNPRICED_NODES = { kind: 'unknown', lines: [], missing: ['nodes in me-west-1', 'egress'] } as const;
const NOT_KNOWN = { kind: 'unknown', reason: 'nobody knows' } as const;
const UNKNOWN = { kind: 'unknown', reason: 'no machine price is known for aws eu-central-1' } as const;

/** A bill that rests on machines that may be taken away. */
const SPOT = priced({ withoutSpotMicroUsd: 700_001_000 });

const ROWS: readonly Row[] = [
  ['prices-known', EKS, {}, 'proven: needs a price for everything that is used; has 3 lines, all priced'],
  [
    'prices-known',
    EKS,
    {},
    'unknown: needs a price for everything that is used; has no price for nodes in me-west-1, egress; fix: add what is missing for eu-central-1 to the catalogue',
    { cost: UNPRICED_NODES },
  ],
  // what is too small has no bill, which the catalogue cannot help
  [
    'prices-known',
    EKS,
    {},
    'unknown: needs a price for everything that is used; has no nodes to price; fix: see capacity',
    { sizing: TOO_SMALL, cost: UNPRICED_NODES },
  ],

  [
    'capacity',
    EKS,
    {},
    'proven: needs 6.00 vCPU, 24.0 GiB, 60 pods, with one zone lost; has 14.00 vCPU, 56.0 GiB, 400 pods',
  ],
  [
    'capacity',
    EKS,
    { availability: { surviveZoneLoss: false } },
    'proven: needs 6.00 vCPU, 24.0 GiB, 60 pods; has 21.00 vCPU, 84.0 GiB, 600 pods',
  ],
  [
    'capacity',
    ZONAL,
    { capacity: { interruptiblePercent: 50 } },
    'proven: needs 6.00 vCPU, 24.0 GiB, 60 pods, with one node lost, all but what may be interrupted; has 14.00 vCPU, 56.0 GiB, 400 pods',
  ],
  [
    'capacity',
    SITE,
    { capacity: { cpu: 16 } },
    "refuted: needs 16.00 vCPU, 24.0 GiB, 60 pods, with one rack lost; has the workers lack 0.82 vCPU; fix: add machines to 'frankfurt', or lower 'capacity'",
    { sizing: { kind: 'too-small', reason: 'the workers lack 0.82 vCPU' } },
  ],
  // owned machines must last to the end of the horizon, and what is asked for says so
  [
    'capacity',
    SITE,
    { capacity: { cpu: 8 }, planning: { growthPercentPerYear: 30, horizonMonths: 36 } },
    'proven: needs 17.57 vCPU, 52.7 GiB, 132 pods, with one rack lost; has 14.00 vCPU, 56.0 GiB, 400 pods',
  ],
  [
    'capacity',
    EKS,
    { capacity: { gpus: { count: 2, model: 'B200' }, machineClasses: ['general', 'gpu'] } },
    "unknown: needs 6.00 vCPU, 24.0 GiB, 60 pods, 2 GPUs (B200), with one zone lost; has nobody knows; fix: allow another 'capacity.gpus.model', or add prices of machines with such accelerators in eu-central-1 to the catalogue",
    { sizing: NOT_KNOWN },
  ],
  [
    'capacity',
    EKS,
    { security: { tenancy: 'confidential' } },
    "unknown: needs 6.00 vCPU, 24.0 GiB, 60 pods, with one zone lost; has nobody knows; fix: allow more 'capacity.machineClasses', or add machines of eu-central-1 that encrypt their memory to the catalogue",
    { sizing: NOT_KNOWN },
  ],
  [
    'capacity',
    'gke/europe-west3/autopilot',
    { capacity: { architectures: ['arm64'] } },
    "unknown: needs 6.00 vCPU, 24.0 GiB, 60 pods, with one zone lost; has nobody knows; fix: allow amd64 in 'capacity.architectures', or candidates with nodes of their own",
    { sizing: NOT_KNOWN },
  ],
  [
    'capacity',
    'gke/europe-west3/autopilot',
    { capacity: { gpus: { count: 2 }, machineClasses: ['general', 'gpu'] } },
    "unknown: needs 6.00 vCPU, 24.0 GiB, 60 pods, 2 GPUs, with one zone lost; has nobody knows; fix: take the accelerators out of 'capacity', or allow candidates with nodes of their own",
    { sizing: NOT_KNOWN },
  ],
  [
    'capacity',
    SITE,
    { capacity: { gpus: { count: 2 }, machineClasses: ['general', 'gpu'] } },
    "unknown: needs 6.00 vCPU, 24.0 GiB, 60 pods, 2 GPUs, with one rack lost; has nobody knows; fix: take the accelerators out of 'capacity', or allow regions",
    { sizing: NOT_KNOWN },
  ],
  [
    'capacity',
    EKS,
    { capacity: { gpus: { count: 2, model: 'A100' } } },
    "refuted: needs 6.00 vCPU, 24.0 GiB, 60 pods, 2 GPUs (A100), with one zone lost; has no machine type of gpu has a price in eu-central-1; fix: allow more 'capacity.machineClasses' or 'capacity.architectures', or a smaller 'capacity.largestPod'",
    { sizing: TOO_SMALL },
  ],
  [
    'capacity',
    EKS,
    { capacity: { gpus: { count: 1 } } },
    'proven: needs 6.00 vCPU, 24.0 GiB, 60 pods, 1 GPU, with one zone lost; has 14.00 vCPU, 56.0 GiB, 400 pods, 12 GPUs before the loss',
    { sizing: sizedAs([pool('main', 'm.xlarge', 3), pool('gpu', 'p.xlarge', 3)]), catalog: WITH_GPUS },
  ],
  [
    'capacity',
    EKS,
    {},
    'refuted: needs 6.00 vCPU, 24.0 GiB, 60 pods, with one zone lost; has 5,001 nodes, and Kubernetes is designed for 5,000 at most; fix: split it into several clusters',
    { sizing: sizedAs([pool('main', 'm.large', 5_000), pool('second', 'm.xlarge', 1)]) },
  ],
  [
    'capacity',
    EKS,
    {},
    'proven: needs 6.00 vCPU, 24.0 GiB, 60 pods, with one zone lost; has 14.00 vCPU, 56.0 GiB, 400 pods',
    { sizing: sizedAs([pool('main', 'm.large', 5_000)]) },
  ],
  [
    'capacity',
    EKS,
    {},
    'unknown: needs 6.00 vCPU, 24.0 GiB, 60 pods, with one zone lost; has no machine price is known for aws eu-central-1; fix: add machine prices for eu-central-1 to the catalogue',
    { sizing: UNKNOWN },
  ],

  ['money-budget', EKS, {}, 'proven: needs no limit on money; has no limit is asked for'],
  [
    'money-budget',
    EKS,
    { budget: { usdPerMonth: 603.9 } },
    'proven: needs at most $603.90 a month; has $603.90 a month',
  ],
  [
    'money-budget',
    EKS,
    { budget: { usdPerMonth: 600 } },
    'refuted: needs at most $600.00 a month; has $603.90 a month; fix: budget +$3.90 a month',
  ],
  // the sum that is named is enough: 0.1 cents are rounded up
  [
    'money-budget',
    EKS,
    { budget: { usdPerMonth: 603.899 } },
    'refuted: needs at most $603.90 a month; has $603.90 a month; fix: budget +$0.01 a month',
  ],
  [
    'money-budget',
    EKS,
    { budget: { usdPerMonth: 9_999_999 } },
    'unknown: needs at most $9,999,999.00 a month; has a total that is not known; fix: see prices-known',
    { cost: UNPRICED_NODES },
  ],
  [
    'money-budget',
    EKS,
    {},
    'proven: needs no limit on money; has no limit is asked for',
    { cost: UNPRICED_NODES },
  ],
  // it must hold when all machines that may be taken away are paid at their full price
  [
    'money-budget',
    EKS,
    { budget: { usdPerMonth: 650 } },
    "refuted: needs at most $650.00 a month; has $700.00 a month, $603.90 a month at spot prices; fix: budget +$50.01 a month, or accept 'budget.acceptSpotRisk'",
    { cost: SPOT },
  ],
  [
    'money-budget',
    EKS,
    { budget: { usdPerMonth: 600 } },
    'refuted: needs at most $600.00 a month; has $700.00 a month, $603.90 a month at spot prices; fix: budget +$100.01 a month',
    { cost: SPOT },
  ],
  [
    'money-budget',
    EKS,
    { budget: { usdPerMonth: 650, acceptSpotRisk: true } },
    'proven: needs at most $650.00 a month; has $603.90 a month, $700.00 without spot prices',
    { cost: SPOT },
  ],
  [
    'money-budget',
    EKS,
    { budget: { usdPerMonth: 600, acceptSpotRisk: true } },
    'refuted: needs at most $600.00 a month; has $603.90 a month, $700.00 without spot prices; fix: budget +$3.90 a month',
    { cost: SPOT },
  ],

  ['hours-budget', EKS, {}, 'proven: needs no limit on hours; has no limit is asked for'],
  [
    'hours-budget',
    EKS,
    { budget: { hoursPerMonth: 12 } },
    'proven: needs at most 12.0 hours a month; has 12.0 hours a month',
  ],
  [
    'hours-budget',
    SITE,
    { budget: { hoursPerMonth: 12 } },
    'refuted: needs at most 12.0 hours a month; has 36.0 hours a month; fix: budget +24.0 hours a month',
    { hoursPerMonth: 36 },
  ],
  [
    'hours-budget',
    SITE,
    { budget: { hoursPerMonth: 12 } },
    'refuted: needs at most 12.0 hours a month; has 12.0 hours a month; fix: budget +0.1 hours a month',
    { hoursPerMonth: 12.000_01 },
  ],
];

describe('constraints on size, bill and time', () => {
  it.each(ROWS.map((row) => ({ name: `${row[0]} of ${row[1]} with ${JSON.stringify(row[2])}`, row })))(
    '$name',
    ({ row: [constraint, candidate, changes, expected, surroundings] }) => {
      expect(line(evaluate(constraint, candidate, changes, surroundings))).toBe(expected);
    },
  );

  it("rest a known bill on the sources of its figures, each once and without the user's own", () => {
    expect(evaluate('prices-known', EKS).sources).toEqual(['prices']);
  });

  it('look at the size anew for another request', () => {
    const sizing = sizedAs([pool('main', 'm.xlarge', 6)]);
    const found = [4, 5].map((cpu) => evaluate('capacity', EKS, { capacity: { cpu } }, { sizing }).required);
    expect(found).toEqual([
      '4.00 vCPU, 24.0 GiB, 60 pods, with one zone lost',
      '5.00 vCPU, 24.0 GiB, 60 pods, with one zone lost',
    ]);
  });
});
