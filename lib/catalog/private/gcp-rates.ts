import table from '../data/gcp-rates.json';
import type { Region, RegionRates } from '../types';
import { rate } from './rate';

/** pd-balanced; egress below and above 1 TiB a month to anywhere but China and Australia. */
type Row = readonly [storage: number, egressFirst: number, egressNext: number];

const rows: ReadonlyMap<string, Row> = new Map(Object.entries(table.microUsd) as unknown as [string, Row][]);

/** Unit prices of a Google region; `undefined` when it is not in the price list. */
export function gcpRates(region: Region): RegionRates | undefined {
  const row = rows.get(region.id);
  if (!row) {
    return undefined;
  }
  const [storage, egressFirst, egressNext] = row;
  // Tokyo, Osaka and Seoul carry a first tier below the second, which is no degressive price: the dearer one is taken
  const egressIsOdd = egressFirst < egressNext;
  return {
    natHour: rate(44_800, 'hour', 'list', 'gcp-compute'),
    natVmHour: rate(1_400, 'hour', 'list', 'gcp-nat-vm'),
    natGib: rate(45_000, 'gib', 'list', 'gcp-compute'),
    loadBalancerHour: rate(25_000, 'hour', 'estimate', 'gcp-load-balancing'),
    crossZoneGib: rate(10_000, 'gib', 'list', 'gcp-network'),
    egressGib: rate(
      egressIsOdd ? egressNext : egressFirst,
      'gib',
      egressIsOdd ? 'estimate' : 'list',
      'gcp-compute',
    ),
    storageGibMonth: rate(storage, 'gib-month', 'list', 'gcp-compute'),
    keyMonth: rate(60_000, 'month', 'list', 'gcp-kms'),
    privateEndpointHour: undefined,
  };
}
