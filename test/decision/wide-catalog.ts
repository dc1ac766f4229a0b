import type { Catalog, MachinePrice, Rate, RegionRates } from '../../lib/catalog/types';
import { SMALL, withHash } from './small-catalog';

const FIGURES = { source: 'prices', asOf: '2026-11-02' } as const;

const rate = (microUsd: number, per: Rate['per'], kind: Rate['kind'] = 'list'): Rate => ({
  microUsd,
  per,
  kind,
  ...FIGURES,
});

const price = (type: string, onDemand: number, spot?: number): MachinePrice => ({
  type,
  onDemand,
  spot,
  committed1y: undefined,
  committed3y: undefined,
  ...FIGURES,
});

const AZURE: RegionRates = {
  natHour: rate(45_000, 'hour'),
  natVmHour: undefined,
  natGib: rate(45_000, 'gib'),
  loadBalancerHour: rate(25_000, 'hour'),
  crossZoneGib: rate(0, 'gib'),
  egress: [{ uptoGib: undefined, rate: rate(87_000, 'gib') }],
  storageGibMonth: rate(150_000, 'gib-month'),
  keyMonth: rate(1_000_000, 'month'),
  privateEndpointHour: undefined,
  privateEndpointGib: undefined,
  loadBalancerUnitHour: undefined,
  loadBalancerGib: rate(5_000, 'gib'),
  publicIpv4Hour: rate(5_000, 'hour'),
  logGib: rate(2_300_000, 'gib'),
};

/** The small catalogue, and beside it what only some tests ask for: Azure, Autopilot, spare capacity, hours of every way to run it. */
export const WIDE: Catalog = withHash({
  ...SMALL,
  regions: [
    ...SMALL.regions,
    {
      provider: 'azure',
      id: 'westeurope',
      name: 'West Europe',
      city: undefined,
      country: 'NL',
      jurisdiction: 'EU',
      operator: {
        legalEntity: 'Microsoft Ireland Operations Ltd',
        jurisdiction: 'IE',
        ultimateParent: 'US',
      },
      zones: 3,
      partition: 'azure',
      restricted: false,
      carbonGramsPerKwh: undefined,
      source: 'regions',
      asOf: '2026-11-01',
    },
  ],
  machineTypes: [
    ...SMALL.machineTypes,
    {
      provider: 'azure',
      type: 'D4',
      vcpu: 4,
      memoryMib: 16384,
      architecture: 'amd64',
      class: 'general',
    },
  ],
  machinePrices: {
    ...SMALL.machinePrices,
    'aws/eu-central-1': (SMALL.machinePrices['aws/eu-central-1'] ?? []).map((row) =>
      row.type === 'm.xlarge' ? { ...row, spot: 60_000 } : row,
    ),
    'gcp/europe-west3': (SMALL.machinePrices['gcp/europe-west3'] ?? []).map((row) =>
      row.type === 'e-standard-4' ? { ...row, spot: 50_000 } : row,
    ),
    'azure/westeurope': [price('D4', 180_000)],
  },
  rates: { ...SMALL.rates, 'azure/westeurope': AZURE },
  autopilot: {
    'europe-west3': {
      vcpuHour: rate(50_000, 'vcpu-hour'),
      memoryGibHour: rate(5_000, 'gib-hour'),
      spotVcpuHour: rate(15_000, 'vcpu-hour'),
      spotMemoryGibHour: rate(1_500, 'gib-hour'),
    },
  },
  hours: [
    ...SMALL.hours,
    { platform: 'eks-auto', label: 'Routine', hoursPerMonth: 5, rationale: 'Nodes keep themselves.' },
    { platform: 'gke-autopilot', label: 'Routine', hoursPerMonth: 4, rationale: 'No nodes to see.' },
    { platform: 'aks', label: 'Routine', hoursPerMonth: 9, rationale: 'As on the others.' },
    { platform: 'self-managed-ec2', label: 'Everything', hoursPerMonth: 30, rationale: 'All but hardware.' },
  ],
});
