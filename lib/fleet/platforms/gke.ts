import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import type { TerraformStack } from 'cdktf';
import { type ICluster, NodePoolSize } from '../../cluster';
import type { Accounts } from '../../decision/request/types';
import {
  GkeCluster,
  GkeEgress,
  GkeLocation,
  GkeMachine,
  GkeNetwork,
  GkeReleaseChannel,
  GkeVersionPolicy,
  type IGkeNetwork,
} from '../../gke';
import { ValidationError } from '../../values';
import type { ClusterPlan } from '../platform';
import { apiAccessOf, assertPools, capacityTypeOf, neutralProps, taintsOf } from './neutral-props';

type GoogleAccount = NonNullable<Accounts['google']>;

/**
 * Defines the Google provider and a GKE cluster with the pools that were sized.
 *
 * @throws ValidationError when the candidate is Autopilot, which no construct defines, or the request does not name the Google Cloud
 * project.
 */
export function defineGkeCluster(stack: TerraformStack, plan: ClusterPlan): ICluster {
  assertPools(plan, 'GKE Autopilot');
  const account = plan.request.accounts.google;
  if (account === undefined) {
    throw new ValidationError(
      `cluster '${plan.clusterKey}' runs on GKE in ${plan.candidate.place.id}, and the request does not say in which project; set 'accounts.google.project' and 'accounts.google.projectNumber'`,
    );
  }
  const location = locationOf(plan);
  new GoogleProvider(stack, 'Google', { project: account.project, region: location.region });
  const cluster = new GkeCluster(stack, 'Cluster', {
    ...neutralProps(plan),
    project: account.project,
    projectNumber: account.projectNumber,
    location,
    network: defineNetwork(stack, plan, account, location),
    apiAccess: apiAccessOf(plan.cluster.security.apiAccess),
    administrators: plan.cluster.administrators.google,
    versionPolicy: GkeVersionPolicy.channel(
      plan.supportPhase === 'extended' ? GkeReleaseChannel.EXTENDED : GkeReleaseChannel.REGULAR,
    ),
  });
  for (const pool of plan.pools) {
    cluster.addNodePool(pool.name, {
      machine: GkeMachine.ofType(pool.machineType),
      taints: taintsOf(pool),
      capacityType: capacityTypeOf(pool),
      // fixed: the count is what was sized and priced
      size: NodePoolSize.fixed(pool.nodes),
    });
  }
  return cluster;
}

function locationOf(plan: ClusterPlan): GkeLocation {
  const region = plan.candidate.place.id;
  // every region of Google Cloud has a zone b; us-east1 and europe-west1 have no zone a
  return plan.candidate.controlPlane === 'single'
    ? GkeLocation.zone(`${region}-b`)
    : GkeLocation.region(region);
}

function defineNetwork(
  stack: TerraformStack,
  plan: ClusterPlan,
  account: GoogleAccount,
  location: GkeLocation,
): IGkeNetwork {
  const adopted = plan.cluster.network.adopt?.gke;
  if (adopted !== undefined) {
    const { network, subnetwork, ...ranges } = adopted;
    return GkeNetwork.fromAttributes(stack, 'Network', {
      networkId: network,
      nodeSubnetworkId: subnetwork,
      ...ranges,
    });
  }
  const { nodeCidr, podCidr, serviceCidr } = plan.cluster.network;
  return new GkeNetwork(stack, 'Network', {
    networkName: plan.clusterName,
    project: account.project,
    region: location.region,
    nodeCidr,
    podCidr,
    serviceCidr,
    egress: plan.candidate.egress === 'none' ? GkeEgress.NONE : GkeEgress.NAT,
  });
}
