import { ratesOf } from '../../catalog';
import { HOURS_PER_MONTH, type RegionRates } from '../../catalog/types';
import type { Candidate, ClusterContext, Cost } from '../types';
import { costOf, type Part, partOf } from './bill';
import { nodesPart } from './node-part';
import { remembered } from './remembered';
import { controlPlanePart, keysPart } from './shared-entries';
import type { Sized } from './sized';
import { workloadPart } from './workload-part';

/**
 * Managed disk of a node where nobody names a size and the machine is small.
 *
 * @see https://learn.microsoft.com/azure/aks/concepts-storage
 */
export const AKS_ROOT_DISK_GIB = 128;

/** Azure charges a GiB between zones once at most; its rate says how much, be it nothing. */
const CROSS_ZONE_CHARGES = 1;

const CONTROL_PLANE = {
  standard: 'AKS control plane, Standard tier',
  extended: 'AKS control plane in long-term support, Premium tier',
} as const;

/**
 * A month of AKS in the Standard tier: control plane, nodes with their disks, a NAT gateway with its address, the
 * workload's traffic and volumes, the key for secrets.
 */
export function aksBill(candidate: Candidate, sized: Sized, context: ClusterContext): Cost {
  const rates = ratesOf(context.catalog, 'azure', candidate.place.id);
  return costOf([
    controlPlanePart(candidate, context, 'aks', CONTROL_PLANE),
    nodesPart(candidate, sized, 'azure', context, { name: 'nodes of AKS', rootDiskGib: AKS_ROOT_DISK_GIB }),
    natPart(candidate, context, rates),
    workloadPart(candidate, context, rates, CROSS_ZONE_CHARGES),
    keysPart(candidate, context, rates, 1),
  ]);
}

function natPart({ place }: Candidate, context: ClusterContext, rates: RegionRates | undefined): Part {
  return remembered(context, place, 'NAT gateway', () =>
    partOf(
      [
        { id: 'nat', label: 'NAT gateway', quantity: HOURS_PER_MONTH, unit: 'hour', price: rates?.natHour },
        {
          id: 'nat-addresses',
          label: 'public address of the NAT gateway',
          quantity: HOURS_PER_MONTH,
          unit: 'hour',
          price: rates?.publicIpv4Hour,
        },
        {
          id: 'nat-data',
          label: 'data through NAT',
          quantity: context.cluster.traffic.natGib,
          unit: 'GiB',
          price: rates?.natGib,
        },
      ],
      place.id,
      context.request.planDate,
    ),
  );
}
