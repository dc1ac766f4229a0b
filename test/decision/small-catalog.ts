import { catalogHash } from '../../lib/catalog';
import type {
  Catalog,
  MachinePrice,
  MachineType,
  ProviderId,
  Rate,
  Region,
  RegionRates,
} from '../../lib/catalog/types';

/** A catalogue small enough to reckon with by hand. Its prices are round figures and belong to nobody. */
export const SMALL: Catalog = withHash({
  asOf: '2026-11-24',
  hash: '',
  sources: [
    { id: 'regions', title: 'Regions of the tests', reference: 'none', asOf: '2026-11-01' },
    { id: 'prices', title: 'Prices of the tests', reference: 'none', asOf: '2026-11-02' },
    { id: 'support', title: 'Windows of the tests', reference: 'none', asOf: '2026-11-03' },
    { id: 'scope', title: 'Scopes of the tests', reference: 'none', asOf: '2026-11-04' },
    { id: 'pue', title: 'A PUE of the tests', reference: 'none', asOf: '2026-11-05' },
  ],
  regions: [
    region('aws', 'eu-central-1', 'Europe (Frankfurt)', 'DE', 'EU'),
    region('aws', 'us-east-1', 'US East (N. Virginia)', 'US', 'US'),
    {
      ...region('aws', 'us-gov-west-1', 'AWS GovCloud (US-West)', 'US', 'US'),
      partition: 'aws-us-gov',
      restricted: true,
    },
    { ...region('aws', 'me-west-1', 'Middle East (Nowhere)', 'SA', 'SA'), zones: undefined },
    { ...region('aws', 'us-west-1', 'US West (N. California)', 'US', 'US'), zones: 2 },
    region('gcp', 'europe-west3', 'Frankfurt', 'DE', 'EU'),
    region('gcp', 'europe-west6', 'Zürich', 'CH', 'CH'),
  ],
  machineTypes: [
    machine('aws', 'm.large', 2, 8192, 'amd64', 'general'),
    machine('aws', 'm.xlarge', 4, 16384, 'amd64', 'general'),
    machine('aws', 'r.large', 2, 16384, 'amd64', 'memory'),
    machine('aws', 'mg.xlarge', 4, 16384, 'arm64', 'general'),
    machine('aws', 't.large', 2, 8192, 'amd64', 'burstable'),
    machine('gcp', 'e-standard-4', 4, 16384, 'amd64', 'general'),
    machine('gcp', 'e-highmem-4', 4, 32768, 'amd64', 'memory'),
  ],
  machinePrices: {
    'aws/eu-central-1': [
      price('m.large', 100_000),
      price('m.xlarge', 200_000),
      price('r.large', 130_000),
      price('mg.xlarge', 190_000),
      price('t.large', 40_000),
    ],
    'aws/us-east-1': [price('m.large', 90_000), price('m.xlarge', 180_000), price('r.large', 117_000)],
    'aws/us-gov-west-1': [price('m.xlarge', 240_000)],
    'gcp/europe-west3': [price('e-standard-4', 160_000), price('e-highmem-4', 220_000)],
    'gcp/europe-west6': [price('e-standard-4', 170_000)],
  },
  rates: {
    'aws/eu-central-1': awsRates(95_000),
    'aws/us-east-1': awsRates(80_000),
    'aws/us-gov-west-1': { ...awsRates(96_000), egress: [] },
    'gcp/europe-west3': gcpRates(),
    'gcp/europe-west6': gcpRates(),
  },
  controlPlane: {
    eks: { standardHour: rate(100_000, 'hour'), extendedHour: rate(600_000, 'hour') },
    gke: { standardHour: rate(100_000, 'hour'), extendedHour: undefined },
    aks: { standardHour: rate(100_000, 'hour'), extendedHour: undefined },
  },
  eksAutoPercent: { value: 12, kind: 'estimate', source: 'prices', asOf: '2026-11-02' },
  gkeCreditMonth: rate(74_400_000, 'month'),
  autopilot: {},
  compliance: [
    {
      service: 'eks',
      regime: 'PCI-DSS',
      status: 'proven',
      regions: undefined,
      note: 'Named.',
      source: 'scope',
      asOf: '2026-11-04',
    },
    {
      service: 'eks',
      regime: 'FedRAMP-High',
      status: 'proven',
      regions: ['us-gov-west-1'],
      note: 'GovCloud only.',
      source: 'scope',
      asOf: '2026-11-04',
    },
    {
      service: 'eks',
      regime: 'SecNumCloud',
      status: 'refuted',
      regions: undefined,
      note: 'Not for US companies.',
      source: 'scope',
      asOf: '2026-11-04',
    },
    {
      service: 'gke',
      regime: 'PCI-DSS',
      status: 'unknown',
      regions: undefined,
      note: 'Platform only.',
      source: 'scope',
      asOf: '2026-11-04',
    },
  ],
  kubernetes: [
    {
      platform: 'eks',
      version: '1.33',
      standardUntil: '2026-07-29',
      extendedUntil: '2027-07-29',
      source: 'support',
      asOf: '2026-11-03',
    },
    {
      platform: 'eks',
      version: '1.31',
      standardUntil: '2025-11-26',
      extendedUntil: '2026-11-26',
      source: 'support',
      asOf: '2026-11-03',
    },
    {
      platform: 'eks',
      version: '1.35',
      standardUntil: '2027-03-27',
      extendedUntil: '2028-03-27',
      source: 'support',
      asOf: '2026-11-03',
    },
    {
      platform: 'gke',
      version: '1.34',
      standardUntil: '2026-10-01',
      extendedUntil: undefined,
      source: 'support',
      asOf: '2026-11-03',
    },
    {
      platform: 'gke',
      version: '1.35',
      standardUntil: '2027-04-11',
      extendedUntil: undefined,
      source: 'support',
      asOf: '2026-11-03',
    },
  ],
  hours: [
    { platform: 'eks', label: 'Upgrades', hoursPerMonth: 4, rationale: 'Three a year.' },
    { platform: 'eks', label: 'Routine', hoursPerMonth: 8, rationale: 'Two a week.' },
    { platform: 'gke', label: 'Routine', hoursPerMonth: 9, rationale: 'Less to do.' },
    { platform: 'on-prem', label: 'Everything', hoursPerMonth: 36, rationale: 'All of it.' },
  ],
  onPrem: { pue: { value: 1.5, source: 'pue', asOf: '2026-11-05' } },
});

/** The copy carries the hash of its own content, as whoever overlays prices must do. */
export function withHash(catalog: Catalog): Catalog {
  return { ...catalog, hash: catalogHash(catalog) };
}

/** The same catalogue with one machine price changed. */
export function withPrice(catalog: Catalog, place: string, type: string, onDemand: number): Catalog {
  const rows = (catalog.machinePrices[place] ?? []).map((row) =>
    row.type === type ? { ...row, onDemand } : row,
  );
  return withHash({ ...catalog, machinePrices: { ...catalog.machinePrices, [place]: rows } });
}

function region(
  provider: ProviderId,
  id: string,
  name: string,
  country: string,
  jurisdiction: string,
): Region {
  return {
    provider,
    id,
    name,
    city: undefined,
    country,
    jurisdiction,
    operator:
      provider === 'aws'
        ? { legalEntity: 'Amazon Web Services, Inc.', jurisdiction: 'US', ultimateParent: 'US' }
        : { legalEntity: 'Google Cloud EMEA Ltd', jurisdiction: 'IE', ultimateParent: 'US' },
    zones: 3,
    partition: provider === 'aws' ? 'aws' : 'google-cloud',
    restricted: false,
    carbonGramsPerKwh: undefined,
    source: 'regions',
    asOf: '2026-11-01',
  };
}

function machine(
  provider: ProviderId,
  type: string,
  vcpu: number,
  memoryMib: number,
  architecture: MachineType['architecture'],
  machineClass: MachineType['class'],
): MachineType {
  return { provider, type, vcpu, memoryMib, architecture, class: machineClass };
}

function price(type: string, onDemand: number): MachinePrice {
  return {
    type,
    onDemand,
    spot: undefined,
    committed1y: undefined,
    committed3y: undefined,
    source: 'prices',
    asOf: '2026-11-02',
  };
}

function rate(microUsd: number, per: Rate['per'], kind: Rate['kind'] = 'list'): Rate {
  return { microUsd, per, kind, source: 'prices', asOf: '2026-11-02' };
}

function awsRates(storage: number): RegionRates {
  return {
    natHour: rate(45_000, 'hour', 'estimate'),
    natVmHour: undefined,
    natGib: rate(45_000, 'gib', 'estimate'),
    loadBalancerHour: rate(22_500, 'hour', 'estimate'),
    crossZoneGib: rate(10_000, 'gib'),
    egress: [{ uptoGib: undefined, rate: rate(90_000, 'gib') }],
    storageGibMonth: rate(storage, 'gib-month'),
    keyMonth: rate(1_000_000, 'month', 'estimate'),
    privateEndpointHour: rate(10_000, 'hour', 'estimate'),
    privateEndpointGib: rate(10_000, 'gib', 'estimate'),
    loadBalancerUnitHour: rate(6_000, 'hour', 'estimate'),
    loadBalancerGib: undefined,
    publicIpv4Hour: rate(5_000, 'hour', 'estimate'),
    logGib: rate(500_000, 'gib', 'estimate'),
  };
}

function gcpRates(): RegionRates {
  return {
    natHour: rate(44_800, 'hour'),
    natVmHour: rate(1_400, 'hour'),
    natGib: rate(45_000, 'gib'),
    loadBalancerHour: rate(17_500, 'hour', 'estimate'),
    crossZoneGib: rate(10_000, 'gib', 'assumption'),
    egress: [{ uptoGib: undefined, rate: rate(120_000, 'gib') }],
    storageGibMonth: rate(100_000, 'gib-month'),
    keyMonth: rate(60_000, 'month', 'assumption'),
    privateEndpointHour: undefined,
    privateEndpointGib: undefined,
    loadBalancerUnitHour: undefined,
    loadBalancerGib: rate(8_000, 'gib', 'estimate'),
    publicIpv4Hour: rate(5_000, 'hour'),
    logGib: rate(500_000, 'gib'),
  };
}
