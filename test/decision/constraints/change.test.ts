import type { Site } from '../../../lib/decision/request/types';
import { FRANKFURT, machine } from '../requests';
import { type Changes, evaluate, priced, type Surroundings } from './evaluate';

const EKS = 'eks/eu-central-1/3-zones';
const ONE_NAT = 'eks/eu-central-1/3-zones-one-nat';
const GOV = 'eks/us-gov-west-1/3-zones';
const GKE = 'gke/europe-west3/regional';
const ZONAL = 'gke/europe-west3/zonal';
const SITE = 'on-prem/frankfurt/kubeadm';

const EU = { countries: ['JP', 'CH'], jurisdictions: ['EU'] };
const LINK = { cidrs: [], latencyMs: {} };

const ONE_RACK: Site = {
  ...FRANKFURT,
  machines: { cp: machine('control-plane', 'r1', 11), w: machine('worker', 'r1', 21) },
};
const EXPIRED = { platform: 'on-prem', id: 'AOC-0', validUntil: '2026-11-30' };
const no = { verdict: 'refuted', observed: 'no', sources: [] } as const;

/** Constraint, candidate, what the request says, and which one value would have to be another. */
type Row = readonly [string, string, Changes, readonly (string | number)[], unknown, Surroundings?];

const ROWS: readonly Row[] = [
  [
    'public-cloud-allowed',
    EKS,
    { security: { publicCloud: 'forbidden' } },
    ['security', 'publicCloud'],
    'allowed',
  ],
  ['platform-allowed', EKS, { platforms: { deny: ['gke', 'eks'] } }, ['platforms', 'deny'], ['gke']],
  ['platform-allowed', EKS, { platforms: { allow: ['gke'] } }, ['platforms', 'allow'], ['eks', 'gke']],
  [
    'place-allowed',
    EKS,
    { places: { allow: ['frankfurt'], deny: ['eu-central-1', 'eu-west-1'] } },
    ['places'],
    { allow: ['eu-central-1', 'frankfurt'], deny: ['eu-west-1'] },
  ],
  [
    'place-allowed',
    EKS,
    { places: { allow: ['frankfurt', 'eu-central-1'], deny: ['eu-central-1'] } },
    ['places', 'deny'],
    [],
  ],
  ['region-open', GOV, {}, ['places', 'allow'], ['us-gov-west-1']],
  [
    'region-open',
    GOV,
    { places: { allow: ['frankfurt'] } },
    ['places', 'allow'],
    ['frankfurt', 'us-gov-west-1'],
  ],
  [
    'data-residency',
    'eks/us-east-1/3-zones',
    { residency: { data: EU } },
    ['residency', 'data', 'countries'],
    ['CH', 'JP', 'US'],
  ],
  [
    'control-plane-residency',
    'eks/us-east-1/3-zones',
    { residency: { controlPlane: EU } },
    ['residency', 'controlPlane', 'countries'],
    ['CH', 'JP', 'US'],
  ],
  [
    'backup-residency',
    'eks/us-east-1/3-zones',
    { residency: { backups: EU } },
    ['residency', 'backups', 'countries'],
    ['CH', 'JP', 'US'],
  ],
  [
    'telemetry-residency',
    'eks/us-east-1/3-zones',
    { residency: { telemetry: EU } },
    ['residency', 'telemetry', 'countries'],
    ['CH', 'JP', 'US'],
  ],
  [
    'operator-law',
    GKE,
    { residency: { operatorLaw: { countries: ['CH'], jurisdictions: [] } } },
    ['residency', 'operatorLaw', 'countries'],
    ['CH', 'IE', 'US'],
  ],
  [
    'compliance/PCI-DSS',
    GKE,
    {
      security: {
        compliance: [
          { regime: 'ITAR', evidence: [] },
          { regime: 'PCI-DSS', evidence: [] },
        ],
      },
    },
    ['security', 'compliance', 1, 'evidence'],
    [{ platform: 'gke', id: '…', validUntil: '2026-12-01' }],
  ],
  [
    'compliance/PCI-DSS',
    SITE,
    { security: { compliance: [{ regime: 'PCI-DSS', evidence: [EXPIRED] }] } },
    ['security', 'compliance', 0, 'evidence'],
    [EXPIRED, { platform: 'on-prem', site: 'frankfurt', id: '…', validUntil: '2026-12-01' }],
  ],
  [
    'private-api',
    EKS,
    {},
    ['security', 'apiAccess'],
    { exposure: 'public' },
    { profile: { privateApi: () => no } },
  ],
  [
    'customer-managed-keys',
    EKS,
    {},
    ['security', 'customerManagedKeys'],
    false,
    { profile: { customerManagedKeys: () => no } },
  ],
  ['air-gap', EKS, { security: { airGap: true } }, ['security', 'airGap'], false],
  ['tenancy', EKS, { security: { tenancy: 'dedicated' } }, ['security', 'tenancy'], 'shared'],
  ['control-plane-availability', ZONAL, {}, ['availability', 'controlPlane'], 'single'],
  ['zones', ZONAL, {}, ['availability', 'zones'], 1],
  ['zones', SITE, {}, ['availability', 'zones'], 1, { site: ONE_RACK }],
  ['internet-egress', ONE_NAT, {}, ['network', 'egress'], 'single'],
  [
    'link-reach',
    EKS,
    { links: { office: { ...LINK, reaches: ['frankfurt'] }, plant: { ...LINK, reaches: ['eu-central-1'] } } },
    ['links', 'office', 'reaches'],
    ['eu-central-1', 'frankfurt'],
  ],
  [
    'link-latency',
    EKS,
    { links: { office: { ...LINK, maxLatencyMs: 10, latencyMs: { 'eu-central-1': 12.5 } }, plant: LINK } },
    ['links', 'office', 'maxLatencyMs'],
    12.5,
  ],
  // of two that are equally near, the newer
  ['kubernetes-version', EKS, { kubernetesVersion: '1.34' }, ['kubernetesVersion'], '1.35'],
  ['kubernetes-version', EKS, { kubernetesVersion: '1.31' }, ['kubernetesVersion'], '1.35'],
  ['kubernetes-version', GKE, { kubernetesVersion: '1.99' }, ['kubernetesVersion'], '1.35'],
  ['price-age', EKS, { budget: { maximumPriceAgeDays: 7 } }, ['budget', 'maximumPriceAgeDays'], 29],
  ['money-budget', EKS, { budget: { usdPerMonth: 500 } }, ['budget', 'usdPerMonth'], 603.9],
  [
    'money-budget',
    EKS,
    { budget: { usdPerMonth: 500 } },
    ['budget', 'usdPerMonth'],
    700.01,
    { cost: priced({ withoutSpotMicroUsd: 700_000_001 }) },
  ],
  [
    'money-budget',
    EKS,
    { budget: { usdPerMonth: 500, acceptSpotRisk: true } },
    ['budget', 'usdPerMonth'],
    603.9,
    { cost: priced({ withoutSpotMicroUsd: 700_000_001 }) },
  ],
  ['hours-budget', EKS, { budget: { hoursPerMonth: 10 } }, ['budget', 'hoursPerMonth'], 12],
  [
    'hours-budget',
    EKS,
    { budget: { hoursPerMonth: 10 } },
    ['budget', 'hoursPerMonth'],
    12.1,
    { hoursPerMonth: 12.000_001 },
  ],
];

describe('the one value of the request that would meet', () => {
  it.each(ROWS.map((row) => ({ name: `${row[0]} for ${row[1]} with ${JSON.stringify(row[2])}`, row })))(
    '$name',
    ({ row: [constraint, candidate, changes, path, to, surroundings] }) => {
      expect(evaluate(constraint, candidate, changes, surroundings).change).toEqual({ path, to });
    },
  );
});

describe('no one value of the request would meet', () => {
  const slow = { ...LINK, maxLatencyMs: 10, latencyMs: { 'eu-central-1': 12.5 } };

  const rows: readonly (readonly [string, string, string, Changes, Surroundings?])[] = [
    ['a rule that is met', 'zones', EKS, {}],
    [
      'a refuted regime',
      'compliance/SecNumCloud',
      EKS,
      { security: { compliance: [{ regime: 'SecNumCloud', evidence: [] }] } },
    ],
    ['two links that are too slow', 'link-latency', EKS, { links: { office: slow, plant: slow } }],
    [
      'a slow link beside one that nobody measured',
      'link-latency',
      EKS,
      { links: { office: slow, plant: { ...LINK, maxLatencyMs: 1 } } },
    ],
    [
      'two links without a line',
      'link-reach',
      EKS,
      { links: { office: { ...LINK, reaches: [] }, plant: { ...LINK, reaches: [] } } },
    ],
    ['more zones than the region has', 'zones', 'eks/us-west-1/3-zones', {}],
    ['a region whose zones are not known', 'zones', 'eks/me-west-1/2-zones', {}],
    [
      'a total that is not known',
      'money-budget',
      EKS,
      { budget: { usdPerMonth: 1 } },
      { cost: { kind: 'unknown', lines: [], missing: ['nodes'] } },
    ],
    [
      'a date that is none',
      'price-age',
      EKS,
      { budget: { maximumPriceAgeDays: 1 } },
      { cost: priced({ oldestAsOf: 'long ago' }) },
    ],
    [
      'a quota, which is not of one cluster',
      'machine-quota',
      EKS,
      {},
      { accounts: { quotas: { 'eu-central-1': { vcpu: 1 } } } },
    ],
    [
      'a place that is not known to keep telemetry',
      'telemetry-residency',
      GKE,
      { residency: { telemetry: EU } },
    ],
  ];

  it.each(rows.map((row) => ({ name: row[0], row })))(
    '$name',
    ({ row: [, constraint, candidate, changes, surroundings] }) => {
      expect(evaluate(constraint, candidate, changes, surroundings)).not.toHaveProperty('change');
    },
  );
});
