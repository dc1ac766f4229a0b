import { findMachineType, machinePrices, ratesOf } from '../../catalog';
import { EKS_ENDPOINT_SERVICES } from '../../catalog/network-defaults';
import { EKS_ROOT_DISK_GIB } from '../../catalog/node-limits';
import { HOURS_PER_MONTH, type RegionRates } from '../../catalog/types';
import { compareText } from '../../values';
import { pricePerHour } from '../capacity/node-price';
import type { Candidate, ClusterContext, Cost } from '../types';
import { AWS_CROSS_ZONE_CHARGES, awsEgressPart } from './aws-egress-part';
import { costOf, joined, type Part, partOf } from './bill';
import { machinesPart, type OtherMachines } from './node-part';
import { remembered } from './remembered';
import { countNodes, rootDisks } from './shared-entries';
import type { Sized } from './sized';
import { assumed, workloadPart } from './workload-part';

/** Root disk of every machine, as of a node on EKS. */
export const EC2_ROOT_DISK_GIB = EKS_ROOT_DISK_GIB;

/** Disk of etcd alone, so that nothing else slows its writes: an assumption, ten times what a small cluster fills. */
const ETCD_DISK_GIB = 20;

/**
 * Least machine for a control plane: etcd's guide names 2 vCPU and 8 GiB for a small cluster and 4 and 16 for the next
 * size, and the API server stands beside it. An assumption.
 *
 * @see https://etcd.io/docs/latest/op-guide/hardware/
 */
const CONTROL_PLANE_MACHINE = { vcpu: 4, memoryMib: 16_384 } as const;

/** Control-plane machines over three zones keep their quorum when one is lost; of a single one nothing is left. */
const QUORUM = 3;

export function controlPlaneMachines({ controlPlane }: Candidate): number {
  return controlPlane === 'single' ? 1 : QUORUM;
}

/** Nodes call AWS as those of EKS do, but for EKS itself. */
const ENDPOINT_SERVICES = Object.values(EKS_ENDPOINT_SERVICES).filter(
  (service) => !service.startsWith('eks'),
).length;

/**
 * A month of kubeadm on EC2: three control-plane machines behind a load balancer, or a single one without, their etcd
 * disks, nodes with their disks, the way out, the workload's traffic and volumes. Where backups of etcd go is not
 * counted.
 */
export function selfManagedBill(candidate: Candidate, sized: Sized, context: ClusterContext): Cost {
  const rates = ratesOf(context.catalog, 'aws', candidate.place.id);
  return costOf([
    machines(candidate, sized, context, rates),
    awsEgressPart(candidate, context, rates, ENDPOINT_SERVICES),
    workloadPart(candidate, context, rates, AWS_CROSS_ZONE_CHARGES),
  ]);
}

function machines(
  candidate: Candidate,
  sized: Sized,
  context: ClusterContext,
  rates: RegionRates | undefined,
): Part {
  const { place } = candidate;
  return remembered(
    context,
    place,
    'machines of kubeadm',
    () => {
      const count = controlPlaneMachines(candidate);
      const controlPlane: OtherMachines = {
        id: 'control-plane',
        purpose: 'the control plane',
        count,
        type: cheapestControlPlane(place.id, context),
      };
      const doors = count === 1 ? 0 : HOURS_PER_MONTH;
      return joined([
        machinesPart(sized.pools, candidate, 'aws', context, [controlPlane]),
        partOf(
          [
            rootDisks(countNodes(sized.pools) + count, EC2_ROOT_DISK_GIB, rates),
            {
              id: 'etcd-disks',
              label: `disks of ${ETCD_DISK_GIB} GiB for etcd, assumed`,
              quantity: count * ETCD_DISK_GIB,
              unit: 'GiB-month',
              price: assumed(rates?.storageGibMonth),
            },
            {
              id: 'api-load-balancer',
              label: 'load balancer of the API',
              quantity: doors,
              unit: 'hour',
              price: rates?.loadBalancerHour,
            },
            {
              id: 'api-load-balancer-units',
              label: 'one unit of load for the API, assumed',
              quantity: rates?.loadBalancerUnitHour === undefined ? 0 : doors,
              unit: 'hour',
              price: assumed(rates?.loadBalancerUnitHour),
            },
          ],
          place.id,
          context.request.planDate,
        ),
      ]);
    },
    sized,
  );
}

/** The cheapest general machine that will do; of equal ones the first by name. */
function cheapestControlPlane(region: string, context: ClusterContext): string | undefined {
  const { catalog, cluster } = context;
  let best: { readonly type: string; readonly microUsd: number } | undefined;
  for (const price of machinePrices(catalog, 'aws', region)) {
    const machine = findMachineType(catalog, 'aws', price.type);
    if (
      machine === undefined ||
      machine.class !== 'general' ||
      machine.vcpu < CONTROL_PLANE_MACHINE.vcpu ||
      machine.memoryMib < CONTROL_PLANE_MACHINE.memoryMib ||
      !cluster.capacity.architectures.includes(machine.architecture)
    ) {
      continue;
    }
    const { microUsd } = pricePerHour(price, 'steady', context, 'aws');
    const better =
      best === undefined ||
      microUsd < best.microUsd ||
      (microUsd === best.microUsd && compareText(price.type, best.type) < 0);
    if (better) best = { type: price.type, microUsd };
  }
  return best?.type;
}
