import { findRegion } from '../../catalog';
import type { Resources } from '../capacity/demand';
import type { Candidate, Caveats, ClusterContext } from '../types';

/** Billed by every cloud, and in no line of the bill. */
const ON_EVERY_CLOUD = ['backups, snapshots and container images', 'support contracts and taxes'] as const;

/** What is assumed of load balancers, behind the number that the request names. */
const LOAD_BALANCER_UNITS = 'each load balancer carries one unit of load at all times';
const LOAD_BALANCER_DATA = 'all egress to the internet goes through the load balancers';

/** With no way out, what nodes can have is what the region's own registry holds. */
const IMAGES_OF_THE_REGION = 'all images come from a registry of the same region: there is no way to another';

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
      logs(
        context,
        `CloudWatch Logs: what the control plane${ownNetwork ? ' and the flow logs write' : ' writes'}, by the GB taken in and kept`,
        'CloudWatch Logs that are kept, by the GB and month',
      ),
      ...(ownNetwork ? [] : ['NAT of the network that is adopted']),
      ...workload(context),
      ...addressesOfLoadBalancers(context),
      'requests to keys',
      ...ON_EVERY_CLOUD,
    ],
    assumed: [
      ...inRegion(candidate, context, agents),
      ...(candidate.nodes === 'automatic'
        ? [
            'Auto Mode takes the cheapest machines that would hold the demand; AWS chooses, and may choose others',
          ]
        : []),
      ...withoutWayOut(candidate),
      ...ifBalanced(context, LOAD_BALANCER_UNITS),
    ],
  };
}

/**
 * What Google bills for the cluster that `GkeCluster` defines and no line prices.
 *
 * @see https://cloud.google.com/stackdriver/pricing
 */
export function gkeCaveats(candidate: Candidate, context: ClusterContext, agents: Resources): Caveats {
  const ownNetwork = context.cluster.network.adopt?.gke === undefined;
  const autopilot = candidate.nodes === 'pods';
  return {
    notPriced: [
      logs(
        context,
        `Cloud Logging and Managed Prometheus: logs${ownNetwork ? ', flow logs' : ''} and samples, by what is taken in`,
        'samples of Managed Prometheus, and logs that are kept longer than thirty days',
      ),
      ...natAddresses(candidate),
      ...(autopilot ? ['ephemeral storage of pods beyond what Autopilot gives with them'] : []),
      ...workload(context),
      'operations with keys, and the versions that a rotation adds',
      ...ON_EVERY_CLOUD,
    ],
    assumed: [
      ...(autopilot
        ? [
            'pods request what the demand says, raised to what Autopilot takes at least',
            ...zonesNotRead(candidate, context),
          ]
        : inRegion(candidate, context, agents)),
      ...withoutWayOut(candidate),
      ...ifBalanced(context, LOAD_BALANCER_DATA),
    ],
  };
}

/** What AWS bills for kubeadm on EC2 and no line prices. */
export function ec2Caveats(candidate: Candidate, context: ClusterContext, agents: Resources): Caveats {
  return {
    notPriced: [
      'the bucket that backups of etcd go to',
      'traffic of etcd between zones',
      logs(context, 'logs, wherever they are sent', 'logs that are kept, by the GB and month'),
      ...workload(context),
      ...addressesOfLoadBalancers(context),
      ...ON_EVERY_CLOUD,
    ],
    assumed: [
      ...inRegion(candidate, context, agents),
      'control-plane machines have 4 vCPU and 16 GiB at least, and 20 GiB for etcd',
      ...withoutWayOut(candidate),
      ...ifBalanced(context, LOAD_BALANCER_UNITS),
    ],
  };
}

/** What Microsoft bills for AKS and no line prices. */
export function aksCaveats(candidate: Candidate, context: ClusterContext, agents: Resources): Caveats {
  return {
    notPriced: [
      logs(
        context,
        'Azure Monitor: what control plane and nodes write, by the GB taken in and kept',
        'logs that are kept longer than they are free, by the GB and month',
      ),
      ...workload(context),
      'operations with keys',
      ...ON_EVERY_CLOUD,
    ],
    assumed: [...inRegion(candidate, context, agents), ...ifBalanced(context, LOAD_BALANCER_DATA)],
  };
}

/** What an owner of machines pays and no line prices. */
export function onPremCaveats(agents: Resources): Caveats {
  return {
    notPriced: ['standby pay, backups elsewhere and licences', 'taxes'],
    assumed: [...onNodes(agents), 'the whole site is paid by this cluster, whatever else runs there'],
  };
}

/** Logs are priced as far as the request says how many there are. */
function logs({ cluster }: ClusterContext, all: string, rest: string): string {
  return cluster.traffic.logGib === 0 ? all : rest;
}

function natAddresses({ egress }: Candidate): readonly string[] {
  switch (egress) {
    case 'none':
      return [];
    case 'own':
      return ['public IPv4 addresses of the network that is adopted'];
    default:
      return ['further public IPv4 addresses of Cloud NAT, once connections need them'];
  }
}

function withoutWayOut({ egress }: Candidate): readonly string[] {
  return egress === 'none' ? [IMAGES_OF_THE_REGION] : [];
}

function ifBalanced({ cluster }: ClusterContext, assumption: string): readonly string[] {
  return cluster.traffic.loadBalancers > 0 ? [assumption] : [];
}

function addressesOfLoadBalancers({ cluster }: ClusterContext): readonly string[] {
  return cluster.traffic.loadBalancers > 0
    ? ['public IPv4 addresses of load balancers that face the internet']
    : [];
}

/** Zones that were not read, and what is taken off every node. */
function inRegion(candidate: Candidate, context: ClusterContext, agents: Resources): readonly string[] {
  return [...onNodes(agents), ...zonesNotRead(candidate, context)];
}

function zonesNotRead({ place }: Candidate, { catalog }: ClusterContext): readonly string[] {
  const region = place.kind === 'region' ? findRegion(catalog, place.provider, place.id) : undefined;
  return region?.source === 'gcp-regions-zones-assumed'
    ? [`three zones in ${place.id}, the least a Google region has; their number was not read`]
    : [];
}

function onNodes(agents: Resources): readonly string[] {
  return [
    'what the system leaves of a node for pods follows a published formula, not a measurement',
    `agents on every node take ${agents.milliCpu} m of CPU, ${agents.memoryMib} MiB and ${agents.pods} pods`,
  ];
}

/** A bill without traffic is right only for a workload without any. */
function workload({ cluster }: ClusterContext): readonly string[] {
  return Object.values(cluster.traffic).every((amount) => amount === 0)
    ? ["traffic, volumes and load balancers of the workload: the request's 'traffic' names none"]
    : [];
}
