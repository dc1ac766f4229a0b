import { findRegion } from '../../catalog';
import type { Resources } from '../capacity/demand';
import type { Candidate, Caveats, ClusterContext } from '../types';

/** Billed by every cloud, and in no line of the bill. */
const ON_EVERY_CLOUD = ['backups, snapshots and container images', 'support contracts and taxes'] as const;

/**
 * What AWS bills for the cluster that `EksCluster` defines and no line prices: what depends on use that nobody can say
 * beforehand, or has no figure in the catalogue.
 *
 * @see https://aws.amazon.com/vpc/pricing/
 */
export function eksCaveats(candidate: Candidate, context: ClusterContext, agents: Resources): Caveats {
  const ownNetwork = context.cluster.network.adopt?.eks === undefined;
  return {
    notPriced: [
      `CloudWatch Logs: what the control plane${ownNetwork ? ' and the flow logs write' : ' writes'}, by the GB taken in and kept`,
      ...(ownNetwork
        ? ['public IPv4 addresses of the NAT gateways']
        : ['NAT of the network that is adopted']),
      ...workload(context, 'capacity units of load balancers'),
      'requests to keys',
      ...ON_EVERY_CLOUD,
    ],
    assumed: inRegion(candidate, context, agents),
  };
}

/**
 * What Google bills for the cluster that `GkeCluster` defines and no line prices.
 *
 * @see https://cloud.google.com/stackdriver/pricing
 */
export function gkeCaveats(candidate: Candidate, context: ClusterContext, agents: Resources): Caveats {
  const ownNetwork = context.cluster.network.adopt?.gke === undefined;
  return {
    notPriced: [
      `Cloud Logging and Managed Prometheus: logs${ownNetwork ? ', flow logs' : ''} and samples, by what is taken in`,
      'public IPv4 addresses of Cloud NAT',
      ...workload(context, 'data that load balancers process'),
      'operations with keys, and the versions that a rotation adds',
      ...ON_EVERY_CLOUD,
    ],
    assumed: inRegion(candidate, context, agents),
  };
}

/** What an owner of machines pays and no line prices. */
export function onPremCaveats(agents: Resources): Caveats {
  return {
    notPriced: [
      'interest on the purchase and what the machines are worth at its end',
      'standby pay, backups elsewhere and licences',
      'taxes',
    ],
    assumed: [...onNodes(agents), 'the whole site is paid by this cluster, whatever else runs there'],
  };
}

/** Zones that were not read, and what is taken off every node. */
function inRegion({ place }: Candidate, { catalog }: ClusterContext, agents: Resources): readonly string[] {
  const region = place.kind === 'region' ? findRegion(catalog, place.provider, place.id) : undefined;
  return [
    ...onNodes(agents),
    ...(region?.source === 'gcp-regions-zones-assumed'
      ? [`three zones in ${place.id}, the least a Google region has; their number was not read`]
      : []),
  ];
}

function onNodes(agents: Resources): readonly string[] {
  return [
    'what the system leaves of a node for pods follows a published formula, not a measurement',
    `agents on every node take ${agents.milliCpu} m of CPU, ${agents.memoryMib} MiB and ${agents.pods} pods`,
  ];
}

/** A bill without traffic is right only for a workload without any. */
function workload({ cluster }: ClusterContext, ofLoadBalancers: string): readonly string[] {
  const { traffic } = cluster;
  return [
    ...(Object.values(traffic).every((amount) => amount === 0)
      ? ["traffic, volumes and load balancers of the workload: the request's 'traffic' names none"]
      : []),
    ...(traffic.loadBalancers > 0 ? [ofLoadBalancers] : []),
  ];
}
