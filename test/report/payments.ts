import type { Catalog, Operator } from '../../lib/catalog/types';
import type { Explanation } from '../../lib/decision/explanation/types';
import type { ClusterRequest, Request } from '../../lib/decision/request/types';
import type {
  Assessment,
  Candidate,
  ClusterDecision,
  Cost,
  Decision,
  Finding,
  Place,
} from '../../lib/decision/types';
import { PLAIN, requestOf } from '../decision/requests';

/** A small decision written down by hand: four candidates of one cluster, one of each verdict. */

export const API: ClusterRequest = {
  ...PLAIN,
  kubernetesVersion: '1.34',
  capacity: {
    ...PLAIN.capacity,
    cpu: 24,
    memoryGib: 96,
    pods: 200,
    headroomPercent: 20,
    machineClasses: ['general'],
  },
  budget: { ...PLAIN.budget, usdPerMonth: 2000, hoursPerMonth: 40, usdPerHour: 90 },
  security: { ...PLAIN.security, compliance: [{ regime: 'PCI-DSS', evidence: [] }] },
  residency: { data: { countries: [], jurisdictions: ['EU'] } },
  places: { deny: ['eu-south-1'] },
};

export const REQUEST: Request = { ...requestOf({ api: API }), name: 'payments' };

export const CATALOG: Catalog = {
  asOf: '2026-11-20',
  hash: 'sha256:ca7a109',
  sources: [
    {
      id: 'aws-list',
      title: 'AWS price list | EC2',
      reference: 'https://aws.example/prices',
      asOf: '2026-07-20',
    },
    {
      id: 'gcp-list',
      title: 'Google Cloud prices',
      reference: 'cyclenerd/gcp pricing.yml',
      asOf: '2026-07-30',
    },
  ],
  regions: [],
  machineTypes: [],
  machinePrices: {},
  rates: {},
  controlPlane: {
    eks: { standardHour: rate(100_000), extendedHour: undefined },
    gke: { standardHour: rate(100_000), extendedHour: undefined },
    aks: { standardHour: rate(100_000), extendedHour: undefined },
  },
  eksAutoPercent: { value: 12, kind: 'estimate', source: 'aws-list', asOf: '2026-07-20' },
  gkeCreditMonth: { ...rate(74_400_000), per: 'month' },
  autopilot: {},
  compliance: [],
  kubernetes: [],
  hours: [],
  onPrem: { pue: { value: 1.54, source: 'uptime', asOf: '2025' } },
};

function rate(microUsd: number) {
  return { microUsd, per: 'hour', kind: 'list', source: 'aws-list', asOf: '2026-07-20' } as const;
}

const AMAZON: Operator = {
  legalEntity: 'Amazon Web Services EMEA SARL',
  jurisdiction: 'LU',
  ultimateParent: 'US',
};

export function region(id: string, name: string, country: string, provider: 'aws' | 'gcp'): Place {
  const jurisdiction = country === 'US' ? 'US' : 'EU';
  return {
    kind: 'region',
    provider,
    id,
    name,
    country,
    jurisdiction,
    operator: AMAZON,
    zones: 3,
    partition: 'aws',
    restricted: false,
  };
}

export function candidate(platform: string, place: Place, topology: string): Candidate {
  return {
    id: `${platform}/${place.id}/${topology}`,
    platform,
    place,
    topology,
    controlPlane: 'highly-available',
    zones: 3,
    nodes: 'pools',
    egress: 'redundant',
  };
}

export const PROVEN: Finding = {
  constraint: 'data-residency',
  verdict: 'proven',
  required: 'data in EU',
  observed: 'Germany, in EU',
  fix: '',
  sources: ['aws-list'],
};

const UNKNOWN_PCI: Finding = {
  constraint: 'compliance/PCI-DSS',
  verdict: 'unknown',
  required: 'PCI-DSS',
  observed: 'no text names the service',
  fix: 'give evidence with its number and last day',
  sources: [],
};

const REFUTED_EU: Finding = {
  constraint: 'data-residency',
  verdict: 'refuted',
  required: 'data in EU',
  observed: 'United States, in US',
  fix: 'allow US in residency.data',
  sources: [],
};

/** A total without lines that is certain. */
function flat(monthlyMicroUsd: number): Cost {
  return {
    kind: 'priced',
    lines: [],
    monthlyMicroUsd,
    range: { low: monthlyMicroUsd, high: monthlyMicroUsd },
    withoutSpotMicroUsd: monthlyMicroUsd,
    oldestAsOf: undefined,
  };
}

export const CHOSEN: Assessment = {
  candidate: candidate('eks', region('eu-central-1', 'Europe (Frankfurt)', 'DE', 'aws'), '3-zones'),
  sizing: {
    kind: 'sized',
    pools: [
      {
        name: 'main',
        machineType: 'm7g.2xlarge',
        architecture: 'arm64',
        nodesPerZone: 2,
        nodes: 6,
        microUsdPerHour: 390_400,
        interruptible: false,
      },
    ],
    allocatable: { milliCpu: 47_460, memoryMib: 174_080, pods: 660 },
    afterZoneLoss: { milliCpu: 31_640, memoryMib: 116_053, pods: 440 },
  },
  cost: {
    kind: 'priced',
    lines: [
      {
        id: 'control-plane',
        label: 'Control plane',
        quantity: 730,
        unit: 'hour',
        unitMicroUsd: 100_000,
        monthlyMicroUsd: 73_000_000,
        range: { low: 73_000_000, high: 73_000_000 },
        kind: 'list',
        source: 'aws-list',
        asOf: '2026-07-20',
      },
      {
        id: 'nodes/main',
        label: 'Nodes main, m7g.2xlarge',
        quantity: 4380,
        unit: 'hour',
        unitMicroUsd: 390_400,
        monthlyMicroUsd: 1_709_952_000,
        range: { low: 1_709_952_000, high: 1_709_952_000 },
        kind: 'list',
        source: 'aws-list',
        asOf: '2026-07-20',
      },
      {
        id: 'nat',
        label: 'NAT gateways',
        quantity: 2190,
        unit: 'hour',
        unitMicroUsd: 45_000,
        monthlyMicroUsd: 98_550_000,
        range: { low: 83_767_500, high: 113_332_500 },
        kind: 'estimate',
        source: 'aws-list',
        asOf: '2026-07-20',
      },
    ],
    monthlyMicroUsd: 1_881_502_000,
    range: { low: 1_866_719_500, high: 1_896_284_500 },
    withoutSpotMicroUsd: 1_881_502_000,
    oldestAsOf: '2026-07-20',
  },
  hours: {
    lines: [
      { label: 'Upgrades', hoursPerMonth: 4, kind: 'assumption', rationale: 'three a year, 16 hours each' },
      { label: 'Routine', hoursPerMonth: 8, kind: 'assumption', rationale: 'patches and alerts' },
    ],
    hoursPerMonth: 12,
  },
  findings: [PROVEN],
  feasible: true,
  objectiveMicroUsd: 2_961_502_000,
  merits: { resilience: 3, carbonGramsPerKwh: 380, latencyMs: undefined },
  rank: 1,
  lostBecause: '',
};

export const SECOND: Assessment = {
  ...CHOSEN,
  candidate: candidate('gke', region('europe-west3', 'Frankfurt', 'DE', 'gcp'), 'regional'),
  cost: flat(2_300_000_000),
  hours: { lines: [], hoursPerMonth: 9 },
  objectiveMicroUsd: 3_110_000_000,
  rank: 2,
  lostBecause: '$148.50 a month dearer: money +$418.50, hours -3.0',
};

export const REFUSED: Assessment = {
  ...CHOSEN,
  candidate: candidate('eks', region('us-east-1', 'US East (N. Virginia)', 'US', 'aws'), '3-zones'),
  cost: flat(1_500_000_000),
  findings: [REFUTED_EU],
  feasible: false,
  objectiveMicroUsd: 2_580_000_000,
  rank: undefined,
  lostBecause: 'data-residency: United States, in US',
};

export const UNKNOWN: Assessment = {
  ...CHOSEN,
  candidate: candidate('gke', region('europe-west10', 'Berlin', 'DE', 'gcp'), 'regional'),
  cost: { kind: 'unknown', lines: [], missing: ['machine prices in gcp/europe-west10'] },
  hours: { lines: [], hoursPerMonth: 9 },
  findings: [PROVEN, UNKNOWN_PCI],
  feasible: false,
  objectiveMicroUsd: undefined,
  rank: undefined,
  lostBecause: 'compliance/PCI-DSS: no text names the service',
};

export const DECIDED: ClusterDecision = {
  clusterKey: 'api',
  clusterName: 'payments-api',
  outcome: 'decided',
  chosen: 'eks/eu-central-1/3-zones',
  choice: { by: 'ranking' },
  winner: 'eks/eu-central-1/3-zones',
  assessments: [CHOSEN, SECOND, REFUSED, UNKNOWN],
};

export const INFEASIBLE: ClusterDecision = {
  clusterKey: 'api',
  clusterName: 'payments-api',
  outcome: 'infeasible',
  assessments: [REFUSED, UNKNOWN],
};

export function decisionOf(clusters: Readonly<Record<string, ClusterDecision>>): Decision {
  return {
    schema: 'kubewhere/decision/v1',
    request: { name: 'payments', hash: 'sha256:0e9e57', planDate: '2026-12-01' },
    catalog: { asOf: '2026-11-20', hash: 'sha256:ca7a109' },
    clusters,
  };
}

/** What a reader asks of {@link DECIDED} beside its result. */
export const EXPLANATION: Explanation = {
  nearest: [
    {
      candidate: 'eks/us-east-1/3-zones',
      constraints: ['data-residency'],
      fixes: ['allow US in residency.data'],
      savesMicroUsd: 381_502_000,
    },
  ],
  constraintPrices: [
    {
      constraint: 'data-residency',
      priceMicroUsd: 381_502_000,
      admits: 'eks/us-east-1/3-zones',
      alone: 1,
    },
  ],
  pareto: ['eks/eu-central-1/3-zones', 'gke/europe-west3/regional'],
  sensitivity: {
    label: 'robust',
    because: 'stays first until its money is 7.8 % dearer; then gke/europe-west3/regional.',
    flips: [
      { of: 'money', to: 'gke/europe-west3/regional', percent: 7.892, microUsd: 148_498_000 },
      {
        of: 'money-against-provider',
        to: 'gke/europe-west3/regional',
        percent: 7.892,
        microUsd: 148_498_000,
      },
      { of: 'hours', to: 'gke/europe-west3/regional', hours: 1.65 },
      { of: 'hour-rate', to: 'gke/europe-west3/regional', usdPerHour: 139.5 },
    ],
    weights: [],
  },
  regret: {
    worlds: [
      { name: 'demand mid, prices low, hours low', best: 'eks/eu-central-1/3-zones' },
      { name: 'demand mid, prices high, hours high', best: 'gke/europe-west3/regional' },
    ],
    plans: [
      {
        candidate: 'eks/eu-central-1/3-zones',
        regretMicroUsd: [0, 20_000_000],
        meanMicroUsd: 10_000_000,
        worstMicroUsd: 20_000_000,
      },
      {
        candidate: 'gke/europe-west3/regional',
        regretMicroUsd: [undefined, 0],
        meanMicroUsd: undefined,
        worstMicroUsd: undefined,
      },
    ],
  },
};
