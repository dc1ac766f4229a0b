import type { FigureKind, Region, RegionRates } from '../types';
import { egressTier, rate } from './rate';

/** The region whose network prices were read. */
const READ_REGION = 'eastus';

/** Laws of the places that the price of egress was read for: Europe and North America. */
const EGRESS_READ: readonly string[] = ['EU', 'EEA', 'UK', 'CH', 'US', 'CA'];

const EGRESS = Object.freeze([
  egressTier(undefined, rate(87_000, 'gib', 'estimate', 'azure-egress', [50_000, 87_000])),
]);
const NO_EGRESS = Object.freeze([]);

function ratesWith(kind: FigureKind, egress: RegionRates['egress']): RegionRates {
  return Object.freeze({
    natHour: rate(45_000, 'hour', kind, 'azure-network'),
    natVmHour: undefined,
    natGib: rate(45_000, 'gib', kind, 'azure-network'),
    // a rule; the place it was read for is not stated
    loadBalancerHour: rate(10_000, 'hour', 'estimate', 'azure-network'),
    crossZoneGib: rate(0, 'gib', 'estimate', 'azure-zones', [0, 10_000]),
    egress,
    storageGibMonth: rate(75_000, 'gib-month', 'estimate', 'azure-disks', [75_000, 154_000]),
    keyMonth: rate(0, 'month', 'estimate', 'azure-keys', [0, 1_000_000]),
    privateEndpointHour: rate(10_000, 'hour', kind, 'azure-network'),
    privateEndpointGib: rate(10_000, 'gib', kind, 'azure-network'),
    loadBalancerUnitHour: undefined,
    loadBalancerGib: rate(5_000, 'gib', kind, 'azure-network'),
    publicIpv4Hour: rate(5_000, 'hour', kind, 'azure-network'),
    logGib: rate(2_300_000, 'gib', 'estimate', 'azure-logs', [2_300_000, 2_990_000]),
  });
}

const READ = ratesWith('list', EGRESS);
const ELSEWHERE = ratesWith('estimate', EGRESS);
const WITHOUT_EGRESS = ratesWith('estimate', NO_EGRESS);

/**
 * Unit prices of an Azure region; `undefined` for the government partition, whose price list was not read.
 * Traffic between zones and software keys are free, which is a price of zero, not an unknown one.
 */
export function azureRates(region: Region): RegionRates | undefined {
  if (region.partition !== 'azure') {
    return undefined;
  }
  if (region.id === READ_REGION) {
    return READ;
  }
  return EGRESS_READ.includes(region.jurisdiction) ? ELSEWHERE : WITHOUT_EGRESS;
}
