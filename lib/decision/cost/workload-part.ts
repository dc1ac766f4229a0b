import { type EgressTier, HOURS_PER_MONTH, type RegionRates } from '../../catalog/types';
import type { Candidate, ClusterContext } from '../types';
import { type BillEntry, type Part, partOf } from './bill';
import type { UnitPrice } from './range';
import { remembered } from './remembered';

/**
 * What the workload's own volumes cost: load balancers, storage, traffic, logs. The same for every way out of a region.
 * `crossZoneCharges` is how often a GiB is charged on its way between two zones: AWS charges leaving and arriving.
 */
export function workloadPart(
  candidate: Candidate,
  context: ClusterContext,
  rates: RegionRates | undefined,
  crossZoneCharges: number,
): Part {
  const { place, zones } = candidate;
  return remembered(context, place, zones > 1 ? 'workload over zones' : 'workload in one zone', () => {
    const { traffic } = context.cluster;
    return partOf(
      [
        ...loadBalancers(traffic.loadBalancers, traffic.internetEgressGib, rates),
        {
          id: 'persistent-storage',
          label: 'persistent storage',
          quantity: traffic.persistentStorageGib,
          unit: 'GiB-month',
          price: rates?.storageGibMonth,
        },
        ...egress(traffic.internetEgressGib, rates?.egress ?? []),
        {
          id: 'cross-zone',
          label:
            crossZoneCharges === 1
              ? 'traffic between zones'
              : `traffic between zones, charged ${crossZoneCharges} times`,
          quantity: zones > 1 ? traffic.crossZoneGib * crossZoneCharges : 0,
          unit: 'GiB',
          price: rates?.crossZoneGib,
        },
        { id: 'logs', label: 'logs taken in', quantity: traffic.logGib, unit: 'GiB', price: rates?.logGib },
      ],
      place.id,
      context.request.planDate,
    );
  });
}

/**
 * Load balancers by the hour, and what they carry. Nobody can say beforehand what that is, so one unit of load at all
 * times is assumed where units are charged, and where gibibytes are, that all that leaves to the internet goes through
 * them.
 */
function loadBalancers(
  count: number,
  internetEgressGib: number,
  rates: RegionRates | undefined,
): readonly BillEntry[] {
  if (count === 0) return [];
  const hours = count * HOURS_PER_MONTH;
  return [
    {
      id: 'load-balancers',
      label: 'load balancers',
      quantity: hours,
      unit: 'hour',
      price: rates?.loadBalancerHour,
    },
    {
      id: 'load-balancer-units',
      label: 'one unit of load for each load balancer, assumed',
      quantity: rates?.loadBalancerUnitHour === undefined ? 0 : hours,
      unit: 'hour',
      price: assumed(rates?.loadBalancerUnitHour),
    },
    {
      id: 'load-balancer-data',
      label: 'egress through load balancers, all of it assumed',
      quantity: rates?.loadBalancerGib === undefined ? 0 : internetEgressGib,
      unit: 'GiB',
      price: assumed(rates?.loadBalancerGib),
    },
  ];
}

/** A price that is known for a quantity that is not: the line is as weak as its weaker half. */
export function assumed(price: UnitPrice | undefined): UnitPrice | undefined {
  if (price === undefined) return undefined;
  const { microUsd, source, asOf } = price;
  return { microUsd, source, asOf, kind: 'assumption' };
}

/** A line for each step of the price that the amount reaches. */
function egress(gib: number, tiers: readonly EgressTier[]): readonly BillEntry[] {
  if (gib === 0) return [];
  const label = 'egress to the internet';
  if (tiers.length === 0) return [{ id: 'egress', label, quantity: gib, unit: 'GiB', price: undefined }];
  const entries: BillEntry[] = [];
  let from = 0;
  for (const { uptoGib, rate } of tiers) {
    const upto = Math.min(gib, uptoGib ?? gib);
    if (upto > from) {
      entries.push({
        id: from === 0 ? 'egress' : `egress-over-${from}`,
        label: from === 0 ? label : `${label} over ${from} GiB`,
        quantity: upto - from,
        unit: 'GiB',
        price: rate,
      });
      from = upto;
    }
  }
  return entries;
}
