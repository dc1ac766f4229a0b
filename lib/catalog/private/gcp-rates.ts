import table from '../data/gcp-rates.json';
import type { EgressTier, Region, RegionRates } from '../types';
import { egressTier, egressTiers, rate } from './rate';

/** pd-balanced; egress of the first TiB a month, up to 10 and above, to anywhere but China and Australia. */
type Row = readonly [storage: number, egressFirst: number, egressNext: number, egressAbove: number];

const rows: ReadonlyMap<string, Row> = new Map(Object.entries(table.microUsd) as unknown as [string, Row][]);

/** GiB a month at which the steps of egress end. */
const EGRESS_ENDS = [1_024, 10_240, undefined] as const;

/** Tokyo, Osaka and Seoul carry a first step below the second, which is no degressive price: the dearer one is taken. */
function egressOf([, first, next, above]: Row): readonly EgressTier[] {
  const tiers = egressTiers(EGRESS_ENDS, [first, next, above], 'gcp-compute');
  return first >= next
    ? tiers
    : Object.freeze([
        egressTier(EGRESS_ENDS[0], rate(next, 'gib', 'estimate', 'gcp-compute')),
        ...tiers.slice(1),
      ]);
}

/** Prices that are the same in every region, as far as they were read. */
const FLAT = {
  natHour: rate(44_800, 'hour', 'list', 'gcp-compute'),
  natVmHour: rate(1_400, 'hour', 'list', 'gcp-nat-vm'),
  natGib: rate(45_000, 'gib', 'list', 'gcp-compute'),
  loadBalancerHour: rate(25_000, 'hour', 'estimate', 'gcp-load-balancing', [10_000, 25_000]),
  crossZoneGib: rate(10_000, 'gib', 'list', 'gcp-network'),
  keyMonth: rate(60_000, 'month', 'list', 'gcp-kms'),
  privateEndpointHour: undefined,
  privateEndpointGib: undefined,
  loadBalancerUnitHour: undefined,
  loadBalancerGib: rate(8_000, 'gib', 'estimate', 'gcp-usage'),
  publicIpv4Hour: rate(5_000, 'hour', 'list', 'gcp-compute'),
  logGib: rate(500_000, 'gib', 'estimate', 'gcp-usage'),
};

/** Unit prices of a Google region; `undefined` when it is not in the price list. */
export function gcpRates(region: Region): RegionRates | undefined {
  const row = rows.get(region.id);
  return (
    row &&
    Object.freeze({
      ...FLAT,
      egress: egressOf(row),
      storageGibMonth: rate(row[0], 'gib-month', 'list', 'gcp-compute'),
    })
  );
}
