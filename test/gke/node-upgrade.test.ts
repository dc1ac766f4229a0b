import { NodePoolSize } from '../../lib/cluster';
import { GkeNodeUpgrade } from '../../lib/gke';
import { gkeStack } from './gke-stack';
import { definePool, poolBeyondDefault, poolBody } from './pools';

describe('the upgrade of a pool', () => {
  it('adds one node at a time when nothing is said, and names no strategy', () => {
    expect(poolBody().upgrade_settings).toEqual({ max_surge: 1, max_unavailable: 0 });
    expect(poolBeyondDefault({ upgrade: GkeNodeUpgrade.surge(1) })).toEqual({});
  });

  it('adds and misses as many as it is told', () => {
    expect(poolBeyondDefault({ upgrade: GkeNodeUpgrade.surge(2, 1) })).toEqual({
      upgrade_settings: { max_surge: 2, max_unavailable: 1 },
    });
  });

  it('defines a second set of nodes with blue and green, drained by share', () => {
    expect(
      poolBeyondDefault({
        upgrade: GkeNodeUpgrade.blueGreen({ batchPercent: 25, batchSoakMinutes: 5, poolSoakMinutes: 90 }),
      }),
    ).toEqual({
      upgrade_settings: {
        strategy: 'BLUE_GREEN',
        blue_green_settings: {
          node_pool_soak_duration: '5400s',
          standard_rollout_policy: { batch_percentage: 0.25, batch_soak_duration: '300s' },
        },
      },
    });
  });

  it('drains blue and green by number', () => {
    expect(poolBody({ upgrade: GkeNodeUpgrade.blueGreen({ batchNodes: 2 }) }).upgrade_settings).toEqual({
      strategy: 'BLUE_GREEN',
      blue_green_settings: {
        node_pool_soak_duration: '3600s',
        standard_rollout_policy: { batch_node_count: 2, batch_soak_duration: '0s' },
      },
    });
  });

  it('tells the cluster how many nodes it may add', () => {
    const size = NodePoolSize.autoscaled({ min: 3, max: 9 });
    expect(definePool(gkeStack(), { size }).extraNodes).toBe(1);
    expect(definePool(gkeStack(), { size, upgrade: GkeNodeUpgrade.surge(3) }).extraNodes).toBe(3);
    const upgrade = GkeNodeUpgrade.blueGreen({ batchNodes: 1 });
    expect(definePool(gkeStack(), { size, upgrade }).extraNodes).toBe(9);
  });
});
