import { machinePrices, ratesOf } from '../../catalog';
import { EKS_ENDPOINT_SERVICES } from '../../catalog/network-defaults';
import { EKS_ROOT_DISK_GIB } from '../../catalog/node-limits';
import { type Catalog, HOURS_PER_MONTH, type MicroUsd } from '../../catalog/types';
import { roundHalfUp } from '../money';
import type { Candidate, ClusterContext, Cost } from '../types';
import { AWS_CROSS_ZONE_CHARGES, awsEgressPart } from './aws-egress-part';
import { type BillEntry, costOf } from './bill';
import { nodesPart } from './node-part';
import { controlPlanePart, keysPart } from './shared-entries';
import type { Sized } from './sized';
import { workloadPart } from './workload-part';

/**
 * Disk of a node that EKS Auto Mode makes when no node class says otherwise: gp3.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-class.html
 */
export const EKS_AUTO_DISK_GIB = 80;

const CONTROL_PLANE = {
  standard: 'EKS control plane',
  extended: 'EKS control plane in extended support',
} as const;

const ENDPOINT_SERVICES = Object.keys(EKS_ENDPOINT_SERVICES).length;

/**
 * A month of EKS: control plane (six times as much in extended support), nodes with their disks, with Auto Mode what AWS
 * takes for running them, the way out, the workload's traffic and volumes, the keys for secrets and flow logs.
 */
export function eksBill(candidate: Candidate, sized: Sized, context: ClusterContext): Cost {
  const rates = ratesOf(context.catalog, 'aws', candidate.place.id);
  const adopted = context.cluster.network.adopt?.eks !== undefined;
  return costOf([
    controlPlanePart(candidate, context, 'eks', CONTROL_PLANE),
    nodesPart(
      candidate,
      sized,
      'aws',
      context,
      candidate.nodes === 'automatic'
        ? {
            name: 'nodes of Auto Mode',
            rootDiskGib: EKS_AUTO_DISK_GIB,
            fees: () => autoModeFees(candidate, sized, context),
          }
        : { name: 'nodes of EKS', rootDiskGib: EKS_ROOT_DISK_GIB },
    ),
    awsEgressPart(candidate, context, rates, ENDPOINT_SERVICES),
    workloadPart(candidate, context, rates, AWS_CROSS_ZONE_CHARGES),
    // a network of its own encrypts its flow logs with a key of its own
    keysPart(candidate, context, rates, adopted ? 1 : 2),
  ]);
}

/**
 * What Auto Mode adds to an hour of a machine. AWS prices it by machine type and not by how the machine is bought; the
 * catalogue has it in percent of the price on demand, and the amount is rounded like a price.
 */
export function autoModeFee(onDemandMicroUsd: MicroUsd, catalog: Catalog): MicroUsd {
  return roundHalfUp((onDemandMicroUsd * catalog.eksAutoPercent.value) / 100);
}

function autoModeFees(
  { place }: Candidate,
  { pools }: Sized,
  { catalog }: ClusterContext,
): readonly BillEntry[] {
  const prices = machinePrices(catalog, 'aws', place.id);
  const { kind, source, asOf } = catalog.eksAutoPercent;
  return pools.map(({ name, machineType, nodes }) => {
    const row = prices.find((price) => price.type === machineType);
    return {
      id: `auto-mode/${name}`,
      label: `Auto Mode for ${nodes} × ${machineType}`,
      quantity: nodes * HOURS_PER_MONTH,
      unit: 'hour',
      price: row && { microUsd: autoModeFee(row.onDemand, catalog), kind, source, asOf },
    };
  });
}
