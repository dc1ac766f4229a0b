import { TerraformVariable } from 'cdktf';
import { GkeMachine, type GkeNodePoolHost, type GkeNodePoolOptions } from '../../lib/gke';
import { GkeEgressBandwidth } from '../../lib/gke/egress-bandwidth';
import { GkePoolPodRange } from '../../lib/gke/pool-network';
import { gkeStack } from './gke-stack';
import { definePool, nodesBeyondDefault, poolBeyondDefault, poolBody, refusalOf } from './pools';

const N2 = GkeMachine.ofType('n2-standard-32');
const SECOND = { networkId: 'projects/acme-prod/global/networks/data', subnetworkId: 'data' };
const THIRD = {
  networkId: 'projects/acme-prod/global/networks/rdma',
  subnetworkId: 'rdma',
  podRangeName: 'rdma-pods',
  maxPods: 16,
};

describe('the pods of a pool', () => {
  it('are 110 on a node, unless the cluster or the pool says otherwise', () => {
    expect(poolBody().max_pods_per_node).toBe(110);
    expect(poolBody({}, { maxPodsPerNode: 64 }).max_pods_per_node).toBe(64);
    expect(poolBody({ maxPodsPerNode: 256 }, { maxPodsPerNode: 64 }).max_pods_per_node).toBe(256);
    expect(definePool(gkeStack(), { maxPodsPerNode: 32 }).maxPodsPerNode).toBe(32);
  });

  it('have addresses of a range that is there', () => {
    const podRange = GkePoolPodRange.existing('more-pods');
    expect(poolBeyondDefault({ podRange })).toEqual({ network_config: { pod_range: 'more-pods' } });
    expect(definePool(gkeStack(), { podRange }).podRange).toBe(podRange);
    expect(definePool(gkeStack()).podRange).toBeUndefined();
  });

  it('have addresses of a range that GKE makes', () => {
    expect(poolBeyondDefault({ podRange: GkePoolPodRange.made('batch-pods', '10.8.0.0/20') })).toEqual({
      network_config: {
        create_pod_range: true,
        pod_range: 'batch-pods',
        pod_ipv4_cidr_block: '10.8.0.0/20',
      },
    });
  });
});

describe('further interfaces of a pool', () => {
  it('stand in their networks, with pods of their own where there is a range', () => {
    expect(poolBeyondDefault({ moreNetworks: [SECOND, THIRD] }, { multiNetworking: true })).toEqual({
      network_config: {
        additional_node_network_configs: [
          { network: SECOND.networkId, subnetwork: 'data' },
          { network: THIRD.networkId, subnetwork: 'rdma' },
        ],
        additional_pod_network_configs: [
          { subnetwork: 'rdma', secondary_pod_range: 'rdma-pods', max_pods_per_node: 16 },
        ],
      },
    });
    expect(poolBeyondDefault({ moreNetworks: [] })).toEqual({});
  });
});

describe('the network card of a pool', () => {
  it('is the faster one, for GPUs that talk, and may send more', () => {
    const options = {
      machine: N2,
      gvnic: true,
      fastSocket: true,
      egressBandwidth: GkeEgressBandwidth.TIER_1,
    };
    expect(nodesBeyondDefault(options)).toEqual({
      machine_type: 'n2-standard-32',
      gvnic: { enabled: true },
      fast_socket: { enabled: true },
    });
    expect(poolBeyondDefault(options)).toEqual({
      network_config: { network_performance_config: { total_egress_bandwidth_tier: 'TIER_1' } },
    });
  });

  it('need not be named where the machine has no other', () => {
    const options = {
      machine: GkeMachine.ofType('c4-standard-96'),
      egressBandwidth: GkeEgressBandwidth.TIER_1,
    };
    expect(nodesBeyondDefault(options)).not.toHaveProperty('gvnic');
  });

  it('is found in firewalls by its tags, sorted', () => {
    expect(nodesBeyondDefault({ networkTags: ['web', 'batch'] })).toEqual({ tags: ['batch', 'web'] });
    expect(nodesBeyondDefault({ networkTags: [] })).toEqual({});
  });
});

describe('the network of a pool', () => {
  it.each<[Partial<GkeNodePoolOptions>, Partial<GkeNodePoolHost>, string]>([
    [{ maxPodsPerNode: 7 }, {}, `'maxPodsPerNode' (7) must be a whole number of 8 to 256`],
    [{ maxPodsPerNode: 257 }, {}, `'maxPodsPerNode' (257) must be a whole number of 8 to 256`],
    [
      { podRange: GkePoolPodRange.existing('batch-pods') },
      { podRangeNames: ['pods', 'more-pods'] },
      `'podRange' 'batch-pods' must be a range of the cluster's network: pods, more-pods`,
    ],
    [
      { podRange: GkePoolPodRange.made('pods', '/20') },
      { podRangeNames: ['pods'] },
      `'podRange' 'pods' is there already; say GkePoolPodRange.existing('pods')`,
    ],
    [{ moreNetworks: [SECOND] }, {}, `'moreNetworks' need the cluster's 'multiNetworking' to be true`],
    [
      { moreNetworks: [SECOND, { ...SECOND, maxPods: 7 }] },
      { multiNetworking: true },
      `'moreNetworks' names '${SECOND.networkId}' twice; a node has one interface in each; 'moreNetworks maxPods' (7) must be a whole number of 8 to 256; 'moreNetworks' maxPods (7) goes with 'podRangeName' only`,
    ],
    [
      {
        moreNetworks: Array.from({ length: 8 }, (_, i) => ({ ...SECOND, networkId: `network-${i}` })),
      },
      { multiNetworking: true },
      `'moreNetworks' holds 8 networks; a node takes 7 beside its own`,
    ],
    [
      { machine: GkeMachine.ofType('c4-standard-4'), gvnic: false },
      {},
      `'gvnic' cannot be off on 'c4-standard-4', which has no other network card; leave it out`,
    ],
    [
      { fastSocket: true, egressBandwidth: GkeEgressBandwidth.TIER_1 },
      {},
      `'fastSocket' needs 'gvnic' to be true; 'egressBandwidth' needs 'gvnic' to be true`,
    ],
    [
      { networkTags: ['Web', 'batch', 'batch'] },
      {},
      `'networkTags' holds 'Web', which must be 1 to 63 lower-case letters, digits and hyphens, starting with a letter; 'networkTags' holds 'batch' twice; name each once`,
    ],
  ])('is refused: %#', (options, host, message) => {
    expect(refusalOf(options, host)).toBe(message);
  });

  it('takes a range that the network has, or that only Terraform knows', () => {
    const stack = gkeStack();
    const unknown = new TerraformVariable(stack, 'Range', { type: 'string' }).stringValue;
    definePool(stack, { podRange: GkePoolPodRange.existing(unknown) }, { podRangeNames: ['pods'] });
    definePool(gkeStack(), { podRange: GkePoolPodRange.existing('pods') }, { podRangeNames: ['pods'] });
  });

  it.each([
    [
      () => GkePoolPodRange.existing('Pods'),
      `'podRange' name 'Pods' must be 1 to 63 lower-case letters, digits and hyphens, starting with a letter`,
    ],
    [
      () => GkePoolPodRange.made('pods', '20'),
      `'podRange' cidr '20' must be a range such as '10.8.0.0/20', or a mask such as '/20'`,
    ],
  ])('has no malformed range: %#', (make, message) => {
    expect(make).toThrow(new Error(message));
  });
});
