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
const AUTOPILOT = 'gke/europe-west3/autopilot';
const SITE = 'on-prem/frankfurt/kubeadm';

type Row = readonly [string, string, Changes, string, Surroundings?];

const UNPRICED_NODES = { kind: 'unknown', lines: [], missing: ['nodes in me-west-1'] } as const;

const ROWS: readonly Row[] = [
  ['price-age', EKS, {}, 'proven: needs prices of any age; has no limit is asked for'],
  [
    'price-age',
    EKS,
    { budget: { maximumPriceAgeDays: 29 } },
    'proven: needs prices of at most 29 days before 2026-12-01; has the oldest is of 2026-11-02, 29 days before',
  ],
  [
    'price-age',
    EKS,
    { budget: { maximumPriceAgeDays: 28 } },
    'refuted: needs prices of at most 28 days before 2026-12-01; has the oldest is of 2026-11-02, 29 days before; fix: lay newer prices over the catalogue, or allow 29 days',
  ],
  // a month is as old as its first day
  [
    'price-age',
    EKS,
    { budget: { maximumPriceAgeDays: 29 } },
    'refuted: needs prices of at most 29 days before 2026-12-01; has the oldest is of 2026-11, 30 days before; fix: lay newer prices over the catalogue, or allow 30 days',
    { cost: priced({ oldestAsOf: '2026-11' }) },
  ],
  [
    'price-age',
    EKS,
    { budget: { maximumPriceAgeDays: 9_999 } },
    "unknown: needs prices of at most 9,999 days before 2026-12-01; has the oldest is of 'long ago', which is no date; fix: give it a date in the catalogue",
    { cost: priced({ oldestAsOf: 'long ago' }) },
  ],
  [
    'price-age',
    SITE,
    { budget: { maximumPriceAgeDays: 1 } },
    'proven: needs prices of at most 1 day before 2026-12-01; has figures of your own',
    { cost: priced({ oldestAsOf: undefined }) },
  ],
  [
    'price-age',
    EKS,
    { budget: { maximumPriceAgeDays: 1 } },
    'unknown: needs prices of at most 1 day before 2026-12-01; has a total that is not known; fix: see prices-known',
    { cost: UNPRICED_NODES },
  ],

  ['stale-prices', EKS, {}, 'proven: needs prices of the last two years; has none is older'],
  [
    'stale-prices',
    EKS,
    {},
    'proven: needs prices of the last two years; has none is older',
    { cost: priced({ oldestAsOf: '2024-12-01' }) },
  ],
  [
    'stale-prices',
    EKS,
    {},
    "refuted: needs prices of the last two years; has the oldest is of 2024-11-30, 731 days before 2026-12-01; fix: lay newer prices over the catalogue, or set 'budget.maximumPriceAgeDays'",
    { cost: priced({ oldestAsOf: '2024-11-30' }) },
  ],
  [
    'stale-prices',
    EKS,
    {},
    "unknown: needs prices of the last two years; has the oldest is of long ago; fix: lay newer prices over the catalogue, or set 'budget.maximumPriceAgeDays'",
    { cost: priced({ oldestAsOf: 'long ago' }) },
  ],
  [
    'stale-prices',
    EKS,
    { budget: { maximumPriceAgeDays: 1 } },
    'proven: needs prices of the last two years; has the request sets a limit of its own',
    { cost: priced({ oldestAsOf: '2001' }) },
  ],
  [
    'stale-prices',
    SITE,
    {},
    'proven: needs prices of the last two years; has figures of your own',
    { cost: priced({ oldestAsOf: undefined }) },
  ],
  [
    'stale-prices',
    EKS,
    {},
    'proven: needs prices of the last two years; has no total that could rest on an old one',
    { cost: UNPRICED_NODES },
  ],

  ['machine-quota', EKS, {}, 'proven: needs machines that may be used; has the request names no quota there'],
  [
    'machine-quota',
    SITE,
    {},
    'proven: needs machines that may be used; has own machines, of which there is no quota',
    { accounts: { quotas: { frankfurt: { vcpu: 1 } } } },
  ],
  [
    'machine-quota',
    EKS,
    {},
    'proven: needs at most 24 vCPU in eu-central-1; has 24 vCPU',
    { accounts: { quotas: { 'eu-central-1': { vcpu: 24 } } } },
  ],
  [
    'machine-quota',
    EKS,
    {},
    "refuted: needs at most 23 vCPU in eu-central-1; has 24 vCPU; fix: have the quota in eu-central-1 raised to 24 vCPU, and say so in 'accounts.quotas'",
    { accounts: { quotas: { 'eu-central-1': { vcpu: 23 } } } },
  ],
  [
    'machine-quota',
    EKS,
    {},
    "refuted: needs at most 1,000 vCPU and 11 GPUs in eu-central-1; has 36 vCPU and 12 GPUs; fix: have the quota in eu-central-1 raised to 36 vCPU and 12 GPUs, and say so in 'accounts.quotas'",
    {
      accounts: { quotas: { 'eu-central-1': { vcpu: 1_000, gpus: 11 } } },
      sizing: sizedAs([pool('main', 'm.xlarge', 3), pool('gpu', 'p.xlarge', 3)]),
      catalog: WITH_GPUS,
    },
  ],
  [
    'machine-quota',
    EKS,
    {},
    'unknown: needs at most 24 vCPU in eu-central-1; has a machine type that the catalogue does not carry; fix: add the machine type to the catalogue',
    {
      accounts: { quotas: { 'eu-central-1': { vcpu: 24 } } },
      sizing: sizedAs([pool('main', 'z.large', 1)]),
    },
  ],
  [
    'machine-quota',
    EKS,
    {},
    'unknown: needs at most 1 GPU in eu-central-1; has no nodes to count; fix: see capacity',
    { accounts: { quotas: { 'eu-central-1': { gpus: 1 } } }, sizing: TOO_SMALL },
  ],
  [
    'machine-quota',
    AUTOPILOT,
    {},
    'unknown: needs at most 24 vCPU in europe-west3; has nodes that nobody sees, and how they count; fix: choose nodes in pools, or raise the quota first',
    { accounts: { quotas: { 'europe-west3': { vcpu: 24 } } }, sizing: sizedAs([]) },
  ],

  [
    'addresses',
    EKS,
    {},
    'proven: needs an address for every node and pod; has the platform sets no limit of its own',
    { profile: { addresses: undefined } },
  ],
  [
    'addresses',
    EKS,
    {},
    'proven: needs an address for every node and pod; has 6 nodes of 73',
    { profile: { addresses: () => ({ verdict: 'proven', observed: '6 nodes of 73', sources: [] }) } },
  ],
  [
    'addresses',
    EKS,
    {},
    "refuted: needs an address for every node and pod; has room for 5 nodes of 6; fix: give larger ranges under 'network', or ask for less 'capacity'",
    {
      profile: { addresses: () => ({ verdict: 'refuted', observed: 'room for 5 nodes of 6', sources: [] }) },
    },
  ],
  [
    'addresses',
    EKS,
    {},
    'unknown: needs an address for every node and pod; has subnets that are adopted; fix: look them up',
    {
      profile: {
        addresses: () => ({
          verdict: 'unknown',
          observed: 'subnets that are adopted',
          fix: 'look them up',
          sources: [],
        }),
      },
    },
  ],
  [
    'addresses',
    EKS,
    {},
    'unknown: needs an address for every node and pod; has no nodes to address; fix: see capacity',
    { sizing: TOO_SMALL },
  ],
  [
    'addresses',
    EKS,
    {},
    'proven: needs an address for every node and pod; has the platform sets no limit of its own',
    { profile: { addresses: undefined }, sizing: TOO_SMALL },
  ],
];

describe('constraints on the age of prices, quotas and addresses', () => {
  it.each(ROWS.map((row) => ({ name: `${row[0]} of ${row[1]} with ${JSON.stringify(row[2])}`, row })))(
    '$name',
    ({ row: [constraint, candidate, changes, expected, surroundings] }) => {
      expect(line(evaluate(constraint, candidate, changes, surroundings))).toBe(expected);
    },
  );
});
