import { ratesOf } from '../../catalog';
import { HOURS_PER_MONTH, type MicroUsd, type RegionRates } from '../../catalog/types';
import { isPastStandard } from '../kubernetes-support';
import type { Candidate, ClusterContext, Cost, SizedPool } from '../types';
import { type BillEntry, billOf } from './bill';
import { keys, nodeEntries, rootDisks, trafficEntries } from './cloud-entries';

/** Boot disk of a node where `GkeNodePool` names no size: GKE's own default, pd-balanced. */
export const GKE_ROOT_DISK_GIB = 100;

/** Google charges a GiB between zones once, where it leaves. */
const CROSS_ZONE_CHARGES = 1;

/**
 * A month of GKE Standard: cluster fee, nodes with their disks, Cloud NAT, the workload's traffic and volumes, the key for
 * secrets. Google's credit of $74.40 for one zonal cluster of a billing account is not taken off: nothing says that it is
 * still there.
 */
export function gkeBill(candidate: Candidate, pools: readonly SizedPool[], context: ClusterContext): Cost {
  const rates = ratesOf(context.catalog, 'gcp', candidate.place.id);
  const { standardHour, extendedHour } = context.catalog.controlPlane.gke;
  const extended = isPastStandard(context, 'gke');
  const nodes = pools.reduce((sum, pool) => sum + pool.nodes, 0);
  return billOf(
    [
      {
        id: 'control-plane',
        label: extended ? 'GKE cluster fee in extended support' : 'GKE cluster fee',
        quantity: HOURS_PER_MONTH,
        unit: 'hour',
        price: extended ? extendedHour : standardHour,
      },
      ...nodeEntries(pools, candidate, 'gcp', context),
      rootDisks(nodes, GKE_ROOT_DISK_GIB, rates),
      cloudNat(nodes, rates),
      ...trafficEntries(candidate, context, rates, CROSS_ZONE_CHARGES),
      keys(1, rates),
    ],
    candidate.place.id,
  );
}

/** Cloud NAT charges each machine that uses it, up to the price of a whole gateway. */
function cloudNat(nodes: number, rates: RegionRates | undefined): BillEntry {
  const each = rates?.natVmHour;
  const whole = rates?.natHour;
  const capped = each === undefined || whole === undefined || each.microUsd * nodes >= whole.microUsd;
  return {
    id: 'nat',
    label: capped ? 'Cloud NAT, a whole gateway' : `Cloud NAT for ${nodes} machines`,
    quantity: capped ? HOURS_PER_MONTH : nodes * HOURS_PER_MONTH,
    unit: 'hour',
    price: capped ? whole : each,
  };
}

/** The same fee for the sizing: what `nodes` machines cost a month in Cloud NAT. */
export function cloudNatFee(nodes: number, rates: RegionRates | undefined): MicroUsd {
  const { quantity, price } = cloudNat(nodes, rates);
  return quantity * (price?.microUsd ?? 0);
}
