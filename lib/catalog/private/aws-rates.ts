import table from '../data/aws-rates.json';
import type { FigureKind, Region, RegionRates } from '../types';
import { egressTier, egressTiers, rate, rateIfKnown } from './rate';

/** gp3, then egress of the first 10 TiB, the next 40, the next 100 and above; `null` where no figure was found. */
type Row = readonly [storage: number | null, ...egress: (number | null)[]];

const rows: ReadonlyMap<string, Row> = new Map(Object.entries(table.microUsd) as unknown as [string, Row][]);

/** The region whose flat prices were read. */
const READ_REGION = 'us-east-1';

/** GiB a month at which the steps of egress end. */
const EGRESS_ENDS = [10_240, 51_200, 153_600, undefined] as const;

/**
 * Partitions whose price list is that of us-east-1 with other amounts. China and the sovereign cloud bill in other
 * currencies and the secret regions publish nothing: an estimate from us-east-1 would be an invention there.
 */
const ESTIMATED_PARTITIONS: readonly string[] = ['aws', 'aws-us-gov'];

/** Prices that do not differ from region to region in the texts that were read. */
function flatRates(kind: FigureKind) {
  return {
    natHour: rate(45_000, 'hour', kind, 'aws-network'),
    natVmHour: undefined,
    natGib: rate(45_000, 'gib', kind, 'aws-network'),
    loadBalancerHour: rate(22_500, 'hour', kind, 'aws-network'),
    keyMonth: rate(1_000_000, 'month', kind, 'aws-network'),
    privateEndpointHour: rate(10_000, 'hour', kind, 'aws-network'),
    privateEndpointGib: rate(10_000, 'gib', kind, 'aws-network'),
    loadBalancerUnitHour: rate(6_000, 'hour', kind, 'aws-network', [6_000, 8_000]),
    loadBalancerGib: undefined,
    publicIpv4Hour: rate(5_000, 'hour', 'list', 'aws-public-ipv4'),
    logGib: rate(500_000, 'gib', kind, 'aws-logs', kind === 'list' ? undefined : [500_000, 760_000]),
  };
}

const READ = flatRates('list');
const ELSEWHERE = flatRates('estimate');
const GOVERNMENT = { ...ELSEWHERE, publicIpv4Hour: rate(5_000, 'hour', 'estimate', 'aws-public-ipv4') };
const CROSS_ZONE_READ = rate(10_000, 'gib', 'list', 'aws-network');
const CROSS_ZONE_ELSEWHERE = rate(10_000, 'gib', 'estimate', 'aws-network');
const EGRESS_ABOVE_IN_READ_REGION = egressTier(undefined, rate(50_000, 'gib', 'estimate', 'aws-network'));

/** Unit prices of an AWS region; `undefined` when nothing is known about its price list. */
export function awsRates(region: Region): RegionRates | undefined {
  if (!ESTIMATED_PARTITIONS.includes(region.partition)) {
    return undefined;
  }
  const [storage, ...egress] = rows.get(region.id) ?? [null];
  const isRead = region.id === READ_REGION;
  const tiers = egressTiers(EGRESS_ENDS, egress, 'aws-network');
  return Object.freeze({
    ...(isRead ? READ : region.partition === 'aws' ? ELSEWHERE : GOVERNMENT),
    // the price between zones was read for exactly the regions whose egress was read
    crossZoneGib: tiers.length === 0 ? CROSS_ZONE_ELSEWHERE : CROSS_ZONE_READ,
    // above 150 TiB every other region of the United States has this price; for us-east-1 it was not printed
    egress: isRead ? Object.freeze([...tiers.slice(0, -1), EGRESS_ABOVE_IN_READ_REGION]) : tiers,
    storageGibMonth: rateIfKnown(storage, 'gib-month', 'list', 'aws-ebs'),
  });
}
