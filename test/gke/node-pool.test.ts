import { CapacityType, NodePoolSize, TaintEffect } from '../../lib/cluster';
import { GkeLocation, GkeMachine, type GkeNodePoolOptions } from '../../lib/gke';
import { type SynthesizedStack, synthesize } from '../support/synthesized';
import { defineGke, gkeStack, only, POOL, synthesizeGke } from './gke-stack';

function poolOf(options: Partial<GkeNodePoolOptions>, location?: GkeLocation): Record<string, unknown> {
  const synthesized: SynthesizedStack = synthesizeGke({
    nodePools: { general: { ...POOL, ...options } },
    ...(location === undefined ? {} : { location }),
  });
  return only(synthesized, 'google_container_node_pool');
}

describe('the size of a GKE node pool', () => {
  it('divides a fixed size by the zones', () => {
    expect(poolOf({ size: NodePoolSize.fixed(6) })).toMatchObject({ node_count: 2 });
    expect(poolOf({ size: NodePoolSize.fixed(6) })).not.toHaveProperty('autoscaling');
  });

  it('takes any fixed size in one zone', () => {
    expect(poolOf({ size: NodePoolSize.fixed(7) }, GkeLocation.zone('europe-west3-a'))).toMatchObject({
      node_count: 7,
    });
  });

  it('bounds an autoscaled pool over all zones together and leaves its count alone', () => {
    const pool = poolOf({ size: NodePoolSize.autoscaled({ min: 3, max: 12 }) });
    expect(pool).toMatchObject({
      initial_node_count: 1,
      autoscaling: { total_min_node_count: 3, total_max_node_count: 12, location_policy: 'BALANCED' },
      lifecycle: { ignore_changes: ['initial_node_count'] },
    });
    expect(pool).not.toHaveProperty('node_count');
  });

  it.each([
    [{ min: 0, max: 2 }, 0],
    [{ min: 1, max: 3 }, 1],
    [{ min: 4, max: 12 }, 2],
    [{ min: 4, max: 5 }, 1],
    [{ min: 0, max: 12, initial: 9 }, 3],
  ])('starts an autoscaled pool of %j over three zones with %i per zone', (bounds, initial) => {
    expect(poolOf({ size: NodePoolSize.autoscaled(bounds) }).initial_node_count).toBe(initial);
  });

  it('counts the zones of the pool when it names its own', () => {
    expect(
      poolOf({ size: NodePoolSize.fixed(4), zones: ['europe-west3-c', 'europe-west3-a'] }),
    ).toMatchObject({ node_count: 2, node_locations: ['europe-west3-a', 'europe-west3-c'] });
  });

  it.each([
    [2, '3'],
    [4, '3 or 6'],
  ])('fails when a fixed size of %i does not divide by three zones', (nodes, fix) => {
    expect(() => poolOf({ size: NodePoolSize.fixed(nodes) })).toThrow(
      new Error(
        `[test/Prod/NodePools/general] 'size' fixed (${nodes}) must be a multiple of the 3 zones; use ${fix}, fewer 'zones', or an autoscaled size`,
      ),
    );
  });
});

describe('the nodes of a GKE node pool', () => {
  it('boot from Hyperdisk where the machine takes nothing else', () => {
    expect(poolOf({ machine: GkeMachine.ofShape({ vcpu: 8, memoryGib: 32 }) }).node_config).toMatchObject({
      machine_type: 'n4-standard-8',
      disk_type: 'hyperdisk-balanced',
    });
  });

  it('have a disk of the size given', () => {
    expect(poolOf({ diskSizeGib: 200 }).node_config).toMatchObject({ disk_size_gb: 200 });
  });

  it('may be taken back when interruptible, and come from whatever zone has any', () => {
    const pool = poolOf({
      capacityType: CapacityType.INTERRUPTIBLE,
      size: NodePoolSize.autoscaled({ min: 0, max: 9 }),
    });
    expect(pool.node_config).toMatchObject({ spot: true });
    expect(pool.autoscaling).toMatchObject({ location_policy: 'ANY' });
  });

  it('carry labels and taints in the provider’s words, sorted', () => {
    const pool = poolOf({
      labels: { team: 'data' },
      taints: [
        { key: 'dedicated', value: 'data', effect: TaintEffect.NO_SCHEDULE },
        { key: 'dedicated', value: 'data', effect: TaintEffect.NO_EXECUTE },
        { key: 'batch', effect: TaintEffect.PREFER_NO_SCHEDULE },
      ],
    });
    expect(pool.node_config).toMatchObject({
      labels: { 'kubewhere.dev/pool': 'general', team: 'data' },
      taint: [
        { key: 'batch', value: '', effect: 'PREFER_NO_SCHEDULE' },
        { key: 'dedicated', value: 'data', effect: 'NO_EXECUTE' },
        { key: 'dedicated', value: 'data', effect: 'NO_SCHEDULE' },
      ],
    });
  });

  it('carry the cluster’s tags as labels of the machines', () => {
    const pool = only(synthesizeGke({ tags: { Team: 'Platform' } }), 'google_container_node_pool');
    expect(pool.node_config).toMatchObject({ resource_labels: { team: 'platform' } });
  });
});

describe('GkeCluster.addNodePool', () => {
  it('adds a pool under its name and hands it back', () => {
    const stack = gkeStack();
    const cluster = defineGke(stack);
    const pool = cluster.addNodePool('observability-stack', POOL);
    expect(pool.poolName).toBe('observability-stack');
    expect(pool.size).toBe(POOL.size);
    expect(cluster.nodePools.map(({ poolName }) => poolName)).toEqual(['general', 'observability-stack']);
    const prefixes = Object.values(synthesize(stack).resource?.google_container_node_pool ?? {}).map(
      ({ name_prefix }) => name_prefix,
    );
    expect(prefixes).toEqual(['general-', 'observability-']);
  });

  it.each<[string, Partial<GkeNodePoolOptions>, string]>([
    [
      'a label belongs to the library',
      { labels: { 'kubewhere.dev/pool': 'other' } },
      "[test/Prod/NodePools/second] 'labels' holds 'kubewhere.dev/pool', which is always the pool's name; leave it out",
    ],
    [
      'a label belongs to Kubernetes',
      { labels: { 'kubernetes.io/role': 'x', 'node.kubernetes.io/fine': 'x' } },
      "[test/Prod/NodePools/second] 'labels' holds 'kubernetes.io/role', which belong to Kubernetes and GKE refuses; choose another prefix",
    ],
    [
      'a label is none to Kubernetes',
      { labels: { team: 'data & co' } },
      "[test/Prod/NodePools/second] 'labels' value 'data & co' of 'team' must be at most 63 letters, digits, '-', '_' or '.'",
    ],
    [
      'a zone lies elsewhere',
      { zones: ['us-central1-a'] },
      "[test/Prod/NodePools/second] 'zones' holds 'us-central1-a', which must be a zone of 'europe-west3'",
    ],
    [
      'the disk is too small',
      { diskSizeGib: 5 },
      "[test/Prod/NodePools/second] 'diskSizeGib' (5) must be a whole number of at least 10, the least that GKE allows",
    ],
  ])('fails when %s', (_, options, message) => {
    const cluster = defineGke(gkeStack());
    expect(() => cluster.addNodePool('second', { ...POOL, ...options })).toThrow(new Error(message));
    expect(cluster.nodePools.map(({ poolName }) => poolName)).toEqual(['general']);
  });

  it('fails when a pool of a zonal cluster names another zone', () => {
    const cluster = defineGke(gkeStack(), { location: GkeLocation.zone('europe-west3-a') });
    expect(() => cluster.addNodePool('second', { ...POOL, zones: ['europe-west3-b'] })).toThrow(
      new Error(
        "[test/Prod/NodePools/second] 'zones' (europe-west3-b) of a zonal cluster can only be 'europe-west3-a'; leave it out",
      ),
    );
  });

  it('fails when the name is malformed', () => {
    expect(() => defineGke(gkeStack()).addNodePool('Second', POOL)).toThrow(
      new Error(
        "[test/Prod] node pool name 'Second' must be 1 to 20 lower-case letters, digits and hyphens, starting with a letter",
      ),
    );
  });
});
