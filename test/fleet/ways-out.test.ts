import { embeddedCatalog } from '../../lib/catalog';
import { eksProfile, gkeProfile, type SizedPool } from '../../lib/decision';
import type { Candidate, PlatformProfile } from '../../lib/decision/types';
import type { ClusterPlan } from '../../lib/fleet';
import { defineEksCluster } from '../../lib/fleet/platforms/eks';
import { defineGkeCluster } from '../../lib/fleet/platforms/gke';
import { ValidationError } from '../../lib/values';
import { contextOf } from '../decision/requests';
import { clusterRequest, request } from '../support/requests';
import { type SynthesizedStack, synthesize, testStack } from '../support/synthesized';

const pool = (name: string, machineType: string, interruptible = false): SizedPool => ({
  name,
  machineType,
  architecture: 'amd64',
  nodesPerZone: 1,
  nodes: 3,
  microUsdPerHour: 100_000,
  interruptible,
});

function candidateOf(profile: PlatformProfile, id: string): Candidate {
  const context = contextOf(clusterRequest(), { catalog: embeddedCatalog() });
  const found = profile.candidates(context).find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no candidate '${id}'`);
  return found;
}

function planOf(candidate: Candidate, pools: readonly SizedPool[]): ClusterPlan {
  return {
    clusterName: 'payments-api',
    clusterKey: 'api',
    candidate,
    pools,
    cluster: clusterRequest(),
    request: request({ clusters: { api: clusterRequest() } }),
  };
}

function onEks(topology: string, pools = [pool('main', 'm7i.large')]): SynthesizedStack {
  const stack = testStack();
  defineEksCluster(stack, planOf(candidateOf(eksProfile, `eks/eu-central-1/${topology}`), pools));
  return synthesize(stack);
}

function onGke(topology: string, pools = [pool('main', 'n2-standard-4')]): SynthesizedStack {
  const stack = testStack();
  defineGkeCluster(stack, planOf(candidateOf(gkeProfile, `gke/europe-west3/${topology}`), pools));
  return synthesize(stack);
}

const count = (stack: SynthesizedStack, type: string): number =>
  Object.keys(stack.resource?.[type] ?? {}).length;

describe('the way out that was decided for EKS', () => {
  it.each([
    ['2-zones', 2, 2, 1],
    ['3-zones', 3, 3, 1],
    ['2-zones-one-nat', 1, 2, 1],
    ['3-zones-one-nat', 1, 3, 1],
    ['2-zones-no-nat', 0, 0, 11],
    ['3-zones-no-nat', 0, 0, 11],
  ])('in %s is %i NAT gateways, %i public subnets and %i endpoints', (topology, nats, subnets, endpoints) => {
    const stack = onEks(topology);
    const publicSubnets = Object.keys(stack.resource?.aws_subnet ?? {}).filter((id) =>
      /PublicSubnets/.test(id),
    );
    expect([count(stack, 'aws_nat_gateway'), publicSubnets.length, count(stack, 'aws_vpc_endpoint')]).toEqual(
      [nats, subnets, endpoints],
    );
  });
});

describe('the way out that was decided for GKE', () => {
  it.each([
    ['regional', 1],
    ['regional-no-nat', 0],
    ['zonal', 1],
    ['zonal-no-nat', 0],
  ])('in %s is %i Cloud NAT', (topology, nats) => {
    expect(count(onGke(topology), 'google_compute_router_nat')).toBe(nats);
  });
});

describe('a pool that was sized for spare capacity', () => {
  it('is bought as Spot on EKS, beside one on demand', () => {
    const stack = onEks('3-zones', [pool('main', 'm7i.large'), pool('spot', 'm7i.xlarge', true)]);
    expect(
      Object.values(stack.resource?.aws_eks_node_group ?? {}).map((group) => group.capacity_type),
    ).toEqual(['ON_DEMAND', 'SPOT']);
  });

  it('is bought as Spot on GKE, beside one on demand', () => {
    const stack = onGke('regional', [pool('main', 'n2-standard-4'), pool('spot', 'n2-standard-8', true)]);
    expect(
      Object.values(stack.resource?.google_container_node_pool ?? {}).map(
        (nodes) => (nodes.node_config as { readonly spot?: boolean }).spot,
      ),
    ).toEqual([undefined, true]);
  });
});

describe('what no construct defines', () => {
  it('fails for EKS Auto Mode, which is ranked only', () => {
    expect(() => onEks('auto-3-zones')).toThrow(
      new ValidationError(
        "cluster 'api' was decided as eks/eu-central-1/auto-3-zones, and no construct in this version defines EKS Auto Mode; choose a candidate with node pools",
      ),
    );
  });

  it('fails for GKE Autopilot, which is ranked only', () => {
    expect(() => onGke('autopilot', [])).toThrow(
      new ValidationError(
        "cluster 'api' was decided as gke/europe-west3/autopilot, and no construct in this version defines GKE Autopilot; choose a candidate with node pools",
      ),
    );
  });
});
