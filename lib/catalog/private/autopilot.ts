import type { MachinePrice, PodRates } from '../types';
import { rate } from './rate';
import type { SourceId } from './sources';

/** Millionths of a dollar an hour, as they were read, before rounding. */
interface Read {
  readonly vcpu: number;
  readonly memory: number;
  readonly spotVcpu: number;
  readonly spotMemory: number;
}

const IOWA: Read = { vcpu: 44_500, memory: 4_922.5, spotVcpu: 13_300, spotMemory: 1_476.7 };
const SINGAPORE: Read = { vcpu: 54_900, memory: 6_072.9, spotVcpu: 16_500, spotMemory: 1_821.9 };

/** The general-purpose class runs on this family, and its price follows that of the family from region to region. */
const REFERENCE = 'e2-standard-4';
const BASE_REGION = 'us-central1';
const PREFIX = 'gcp/';

function podRates(read: Read, source: SourceId, kind: 'list' | 'estimate', ratio = 1): PodRates {
  return {
    vcpuHour: rate(Math.round(read.vcpu * ratio), 'vcpu-hour', kind, source),
    memoryGibHour: rate(Math.round(read.memory * ratio), 'gib-hour', kind, source),
    // Google moves Spot prices monthly, so one that was read is an estimate of the next
    spotVcpuHour: rate(Math.round(read.spotVcpu * ratio), 'vcpu-hour', 'estimate', source),
    spotMemoryGibHour: rate(Math.round(read.spotMemory * ratio), 'gib-hour', 'estimate', source),
  };
}

/**
 * What pods cost on GKE Autopilot, by region: read for two regions, elsewhere estimated from the price of the machines
 * that they run on. A region without that machine has no known price.
 */
export function autopilotTable(
  machinePrices: Readonly<Record<string, readonly MachinePrice[]>>,
): Readonly<Record<string, PodRates>> {
  const table: Record<string, PodRates> = {};
  const priceIn = (prices: readonly MachinePrice[] | undefined) =>
    prices?.find((price) => price.type === REFERENCE)?.onDemand;
  const base = priceIn(machinePrices[`${PREFIX}${BASE_REGION}`]);
  for (const place of Object.keys(machinePrices)) {
    const price = place.startsWith(PREFIX) ? priceIn(machinePrices[place]) : undefined;
    if (base === undefined || price === undefined) {
      continue;
    }
    const region = place.slice(PREFIX.length);
    if (region === BASE_REGION) {
      table[region] = podRates(IOWA, 'gke-autopilot', 'list');
    } else if (region === 'asia-southeast1') {
      table[region] = podRates(SINGAPORE, 'gke-autopilot-singapore', 'list');
    } else {
      table[region] = podRates(IOWA, 'gke-autopilot-derived', 'estimate', price / base);
    }
  }
  return table;
}
