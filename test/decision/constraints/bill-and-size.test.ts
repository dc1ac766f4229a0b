import { FRANKFURT } from '../requests';
import { type Changes, evaluate, line, type Surroundings } from './evaluate';

const EKS = 'eks/eu-central-1/3-zones';
const GOV = 'eks/us-gov-west-1/3-zones';
const UNPRICED = 'eks/me-west-1/3-zones';
const ZONAL = 'gke/europe-west3/zonal';
const SITE = 'on-prem/frankfurt/kubeadm';

type Row = readonly [string, string, Changes, string, Surroundings?];

const ROWS: readonly Row[] = [
  ['prices-known', EKS, {}, 'proven: needs a price for everything that is used; has 5 lines, all priced'],
  [
    'prices-known',
    UNPRICED,
    {},
    'unknown: needs a price for everything that is used; has no price for nodes in me-west-1; fix: add what is missing for me-west-1 to the catalogue',
  ],
  [
    'prices-known',
    GOV,
    { traffic: { internetEgressGib: 1 } },
    'unknown: needs a price for everything that is used; has no price for egress to the internet in us-gov-west-1; fix: add what is missing for us-gov-west-1 to the catalogue',
  ],
  // what is too small has no bill, which the catalogue cannot help
  [
    'prices-known',
    EKS,
    { capacity: { machineClasses: ['gpu'] } },
    'unknown: needs a price for everything that is used; has no nodes to price; fix: see capacity for what is too small',
  ],
  // a rate that is not known and not needed is not missed
  ['prices-known', GOV, {}, 'proven: needs a price for everything that is used; has 5 lines, all priced'],

  [
    'capacity',
    EKS,
    {},
    'proven: needs 6.00 vCPU, 24.0 GiB, 60 pods, with one zone lost; has 7.34 vCPU, 25.8 GiB, 212 pods',
  ],
  [
    'capacity',
    EKS,
    { availability: { surviveZoneLoss: false } },
    'proven: needs 6.00 vCPU, 24.0 GiB, 60 pods; has 11.01 vCPU, 38.7 GiB, 318 pods',
  ],
  [
    'capacity',
    ZONAL,
    {},
    'proven: needs 6.00 vCPU, 24.0 GiB, 60 pods, with one node lost; has 7.14 vCPU, 25.4 GiB, 204 pods',
  ],
  [
    'capacity',
    SITE,
    { capacity: { cpu: 16 } },
    "refuted: needs 16.00 vCPU, 24.0 GiB, 60 pods, with one rack lost; has with r1 lost, the workers offer 15.18 vCPU, 59.3 GiB, 214 pods and lack 0.82 vCPU; fix: add machines to 'frankfurt', or lower 'capacity'",
  ],
  [
    'capacity',
    EKS,
    { capacity: { machineClasses: ['gpu'] } },
    "refuted: needs 6.00 vCPU, 24.0 GiB, 60 pods, with one zone lost; has no machine type of gpu on amd64, arm64 has a price in eu-central-1; fix: allow more 'capacity.machineClasses' or 'capacity.architectures', or a smaller 'capacity.largestPod'",
  ],
  [
    'capacity',
    EKS,
    { capacity: { pods: 150_000, cpu: 20_000 }, availability: { surviveZoneLoss: false } },
    'refuted: needs 20,000.00 vCPU, 24.0 GiB, 150,000 pods; has 5,451 nodes, and Kubernetes is designed for 5,000 at most; fix: split it into several clusters',
  ],
  [
    'capacity',
    UNPRICED,
    {},
    'unknown: needs 6.00 vCPU, 24.0 GiB, 60 pods, with one zone lost; has no machine price is known for aws me-west-1; fix: add machine prices for me-west-1 to the catalogue',
  ],

  ['money-budget', EKS, {}, 'proven: needs no limit on money; has $603.90 a month'],
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
    UNPRICED,
    { budget: { usdPerMonth: 9_999_999 } },
    'unknown: needs at most $9,999,999.00 a month; has a total that is not known; fix: see prices-known for the figures that are missing',
  ],
  ['money-budget', UNPRICED, {}, 'proven: needs no limit on money; has a total that is not known'],
  [
    'money-budget',
    SITE,
    { budget: { usdPerMonth: 1_500 } },
    'refuted: needs at most $1,500.00 a month; has $1,569.00 a month; fix: budget +$69.00 a month',
    { site: FRANKFURT },
  ],

  ['hours-budget', EKS, {}, 'proven: needs no limit on hours; has 12.0 hours a month'],
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
  ],
];

describe('constraints on size, bill and time', () => {
  it.each(ROWS.map((row) => ({ name: `${row[0]} of ${row[1]} with ${JSON.stringify(row[2])}`, row })))(
    '$name',
    ({ row: [constraint, candidate, changes, expected, surroundings] }) => {
      expect(line(evaluate(constraint, candidate, changes, surroundings))).toBe(expected);
    },
  );

  it('rest a known bill on the sources of its figures', () => {
    expect(evaluate('prices-known', EKS).sources).toEqual(['prices']);
    expect(evaluate('prices-known', SITE).sources).toEqual(['pue']);
  });
});
