import { machinePrices } from '../../catalog';
import {
  HOURS_PER_MONTH,
  type MachinePrice,
  type ProviderId,
  type Rate,
  type RegionRates,
} from '../../catalog/types';
import type { Candidate, ClusterContext, SizedPool } from '../types';
import type { BillEntry, UnitPrice } from './bill';

/** The nodes of each pool, at the list price of their type in the region. */
export function nodeEntries(
  pools: readonly SizedPool[],
  candidate: Candidate,
  provider: ProviderId,
  context: ClusterContext,
): readonly BillEntry[] {
  const prices = machinePrices(context.catalog, provider, candidate.place.id);
  return pools.map((pool) => ({
    id: `nodes/${pool.name}`,
    label: `${pool.nodes} × ${pool.machineType}`,
    quantity: pool.nodes * HOURS_PER_MONTH,
    unit: 'hour',
    price: onDemand(prices.find((price) => price.type === pool.machineType)),
  }));
}

function onDemand(price: MachinePrice | undefined): UnitPrice | undefined {
  if (price === undefined) return undefined;
  return { microUsd: price.onDemand, kind: 'list', source: price.source, asOf: price.asOf };
}

export function rootDisks(nodes: number, gibEach: number, rates: RegionRates | undefined): BillEntry {
  return {
    id: 'root-disks',
    label: `root disks of ${gibEach} GiB`,
    quantity: nodes * gibEach,
    unit: 'GiB-month',
    price: rates?.storageGibMonth,
  };
}

/**
 * What the workload's own volumes cost. Egress is priced at the first tier for all of it, which is a little too much for large volumes.
 * `crossZoneCharges` is how often a GiB is charged on its way between two zones: AWS charges leaving and arriving.
 */
export function trafficEntries(
  candidate: Candidate,
  { cluster }: ClusterContext,
  rates: RegionRates | undefined,
  crossZoneCharges: number,
): readonly BillEntry[] {
  const { traffic } = cluster;
  return [
    entry('nat-data', 'data through NAT', traffic.natGib, 'GiB', rates?.natGib),
    {
      ...entry('load-balancers', 'load balancers', 0, 'hour', rates?.loadBalancerHour),
      quantity: traffic.loadBalancers * HOURS_PER_MONTH,
    },
    entry(
      'persistent-storage',
      'persistent storage',
      traffic.persistentStorageGib,
      'GiB-month',
      rates?.storageGibMonth,
    ),
    entry('egress', 'egress to the internet', traffic.internetEgressGib, 'GiB', rates?.egressGib),
    entry(
      'cross-zone',
      crossZoneCharges === 1
        ? 'traffic between zones'
        : `traffic between zones, charged ${crossZoneCharges} times`,
      candidate.zones > 1 ? traffic.crossZoneGib * crossZoneCharges : 0,
      'GiB',
      rates?.crossZoneGib,
    ),
  ];
}

/** The key that encrypts secrets. One key, or one key version on Google Cloud: what a rotation adds later is not counted. */
export function keys(count: number, rates: RegionRates | undefined): BillEntry {
  return entry(
    'keys',
    count === 1 ? 'key for secrets' : 'keys for secrets and flow logs',
    count,
    'key-month',
    rates?.keyMonth,
  );
}

function entry(
  id: string,
  label: string,
  quantity: number,
  unit: string,
  price: Rate | undefined,
): BillEntry {
  return { id, label, quantity, unit, price };
}
