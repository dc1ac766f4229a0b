import { HOURS_PER_MONTH, type RegionRates } from '../../catalog/types';
import type { Candidate, ClusterContext } from '../types';
import { type BillEntry, type Part, partOf } from './bill';
import { remembered } from './remembered';

/** AWS charges a GiB between zones when it leaves one and again when it arrives in the other. */
export const AWS_CROSS_ZONE_CHARGES = 2;

/**
 * The way out of a VPC and what goes through it. A NAT gateway costs by the hour, its public address too, and each GiB;
 * behind a single one all zones but its own pay for the traffic between zones besides. Without any there is an interface
 * endpoint for each of `endpointServices` in each zone, and what would have gone through NAT is taken to go through
 * these. An adopted network has its own gateways, which cost the same with and without this cluster.
 */
export function awsEgressPart(
  candidate: Candidate,
  context: ClusterContext,
  rates: RegionRates | undefined,
  endpointServices: number,
): Part {
  const { place, zones, egress } = candidate;
  return remembered(context, place, `${egress} way out of ${zones} for ${endpointServices}`, () => {
    const { natGib } = context.cluster.traffic;
    const entries =
      egress === 'none'
        ? throughEndpoints(zones * endpointServices, natGib, rates)
        : throughNat(gateways(candidate), zones, natGib, rates);
    return partOf(entries, place.id, context.request.planDate);
  });
}

function gateways({ egress, zones }: Candidate): number {
  if (egress === 'own') return 0;
  return egress === 'single' ? 1 : zones;
}

function throughNat(
  count: number,
  zones: number,
  natGib: number,
  rates: RegionRates | undefined,
): readonly BillEntry[] {
  return [
    {
      id: 'nat',
      label: count === 1 ? 'NAT gateway' : 'NAT gateways',
      quantity: count * HOURS_PER_MONTH,
      unit: 'hour',
      price: rates?.natHour,
    },
    {
      id: 'nat-addresses',
      label: count === 1 ? 'public address of the NAT gateway' : 'public addresses of the NAT gateways',
      quantity: count * HOURS_PER_MONTH,
      unit: 'hour',
      price: rates?.publicIpv4Hour,
    },
    { id: 'nat-data', label: 'data through NAT', quantity: natGib, unit: 'GiB', price: rates?.natGib },
    {
      id: 'nat-cross-zone',
      label: 'data of other zones to the NAT gateway',
      quantity: count === 1 && zones > 1 ? (natGib * AWS_CROSS_ZONE_CHARGES * (zones - 1)) / zones : 0,
      unit: 'GiB',
      price: rates?.crossZoneGib,
    },
  ];
}

function throughEndpoints(
  count: number,
  natGib: number,
  rates: RegionRates | undefined,
): readonly BillEntry[] {
  return [
    {
      id: 'endpoints',
      label: 'interface endpoints of AWS services',
      quantity: count * HOURS_PER_MONTH,
      unit: 'hour',
      price: rates?.privateEndpointHour,
    },
    {
      id: 'endpoint-data',
      label: 'data through interface endpoints',
      quantity: natGib,
      unit: 'GiB',
      price: rates?.privateEndpointGib,
    },
  ];
}
