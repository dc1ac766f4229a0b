import table from '../data/aws-rates.json';
import type { Region, RegionRates } from '../types';
import { rate, rateIfKnown } from './rate';

/** gp3 and egress of the first 10 TB; `null` where no figure was found. */
type Row = readonly [storage: number | null, egress: number | null];

const rows: ReadonlyMap<string, Row> = new Map(Object.entries(table.microUsd) as unknown as [string, Row][]);

/** The region whose flat prices were read. */
const READ_REGION = 'us-east-1';

/**
 * Partitions whose price list is that of us-east-1 with other amounts. China and the sovereign cloud bill in other
 * currencies and the secret regions publish nothing: an estimate from us-east-1 would be an invention there.
 */
const ESTIMATED_PARTITIONS: readonly string[] = ['aws', 'aws-us-gov'];

/** Unit prices of an AWS region; `undefined` when nothing is known about its price list. */
export function awsRates(region: Region): RegionRates | undefined {
  if (!ESTIMATED_PARTITIONS.includes(region.partition)) {
    return undefined;
  }
  const [storage, egress] = rows.get(region.id) ?? [null, null];
  const flat = region.id === READ_REGION ? 'list' : 'estimate';
  // the price between zones was read for exactly the regions whose egress was read
  const crossZone = egress === null ? 'estimate' : 'list';
  return {
    natHour: rate(45_000, 'hour', flat, 'aws-network'),
    natVmHour: undefined,
    natGib: rate(45_000, 'gib', flat, 'aws-network'),
    loadBalancerHour: rate(22_500, 'hour', flat, 'aws-network'),
    crossZoneGib: rate(10_000, 'gib', crossZone, 'aws-network'),
    egressGib: rateIfKnown(egress, 'gib', 'list', 'aws-network'),
    storageGibMonth: rateIfKnown(storage, 'gib-month', 'list', 'aws-ebs'),
    keyMonth: rate(1_000_000, 'month', flat, 'aws-network'),
    privateEndpointHour: rate(10_000, 'hour', flat, 'aws-network'),
  };
}
