import { ratesOf } from '../../catalog';
import { HOURS_PER_MONTH } from '../../catalog/types';
import { isPastStandard } from '../kubernetes-support';
import type { Candidate, ClusterContext, Cost, SizedPool } from '../types';
import { billOf } from './bill';
import { keys, nodeEntries, rootDisks, trafficEntries } from './cloud-entries';

/** Root disk of a node as `EksNodePool` defines it: gp3. */
export const EKS_ROOT_DISK_GIB = 50;

/** AWS charges a GiB between zones when it leaves one and again when it arrives in the other. */
const CROSS_ZONE_CHARGES = 2;

/**
 * A month of EKS: control plane (six times as much in extended support), nodes with their disks, one NAT gateway in each
 * zone unless the request brings its own VPC, the workload's traffic and volumes, the keys for secrets and flow logs.
 */
export function eksBill(candidate: Candidate, pools: readonly SizedPool[], context: ClusterContext): Cost {
  const rates = ratesOf(context.catalog, 'aws', candidate.place.id);
  const { standardHour, extendedHour } = context.catalog.controlPlane.eks;
  const extended = isPastStandard(context, 'eks');
  const nodes = pools.reduce((sum, pool) => sum + pool.nodes, 0);
  return billOf(
    [
      {
        id: 'control-plane',
        label: extended ? 'EKS control plane in extended support' : 'EKS control plane',
        quantity: HOURS_PER_MONTH,
        unit: 'hour',
        price: extended ? extendedHour : standardHour,
      },
      ...nodeEntries(pools, candidate, 'aws', context),
      rootDisks(nodes, EKS_ROOT_DISK_GIB, rates),
      {
        id: 'nat',
        label: 'NAT gateways',
        // an adopted VPC has its own, which cost the same with and without this cluster
        quantity: context.cluster.network.adopt?.eks === undefined ? candidate.zones * HOURS_PER_MONTH : 0,
        unit: 'hour',
        price: rates?.natHour,
      },
      ...trafficEntries(candidate, context, rates, CROSS_ZONE_CHARGES),
      // a network of its own encrypts its flow logs with a key of its own
      keys(context.cluster.network.adopt?.eks === undefined ? 2 : 1, rates),
    ],
    candidate.place.id,
  );
}
