import { HOURS_PER_MONTH, type ManagedService, type RegionRates } from '../../catalog/types';
import { isPastStandard } from '../kubernetes-support';
import type { Candidate, ClusterContext, SizedPool } from '../types';
import { type BillEntry, type Part, partOf } from './bill';
import { remembered } from './remembered';

/** Names of a control plane while its version is in standard support, and after. */
export interface ControlPlaneLabels {
  readonly standard: string;
  readonly extended: string;
}

/** The fee of a managed control plane, at the rate of the phase that the version is in on the plan date. */
export function controlPlanePart(
  { place }: Candidate,
  context: ClusterContext,
  service: ManagedService,
  labels: ControlPlaneLabels,
): Part {
  return remembered(context, place, `control plane of ${service}`, () => {
    const { standardHour, extendedHour } = context.catalog.controlPlane[service];
    const extended = isPastStandard(context, service);
    const entry: BillEntry = {
      id: 'control-plane',
      label: extended ? labels.extended : labels.standard,
      quantity: HOURS_PER_MONTH,
      unit: 'hour',
      price: extended ? extendedHour : standardHour,
    };
    return partOf([entry], place.id, context.request.planDate);
  });
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

/** The keys that encrypt secrets. On Google Cloud one key version each: what a rotation adds later is not counted. */
export function keysPart(
  { place }: Candidate,
  context: ClusterContext,
  rates: RegionRates | undefined,
  count: 1 | 2,
): Part {
  return remembered(context, place, count === 1 ? 'a key' : 'keys', () =>
    partOf(
      [
        {
          id: 'keys',
          label: count === 1 ? 'key for secrets' : 'keys for secrets and flow logs',
          quantity: count,
          unit: 'key-month',
          price: rates?.keyMonth,
        },
      ],
      place.id,
      context.request.planDate,
    ),
  );
}

export function countNodes(pools: readonly SizedPool[]): number {
  return pools.reduce((sum, pool) => sum + pool.nodes, 0);
}
