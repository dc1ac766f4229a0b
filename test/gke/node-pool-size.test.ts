import { CapacityType, NodePoolSize } from '../../lib/cluster';
import { GkeLocation } from '../../lib/gke';
import { GkeCapacityReservation } from '../../lib/gke/capacity-reservation';
import { GkeSizeUnit, GkeZoneBalance } from '../../lib/gke/node-pool-size';
import { gkeStack } from './gke-stack';
import { definePool, poolBeyondDefault, poolBody, refusalOf } from './pools';

const AUTOSCALED = NodePoolSize.autoscaled({ min: 1, max: 4, initial: 2 });

describe('a size that counts the nodes of each zone', () => {
  it('is written as it is when fixed, whatever the number of zones', () => {
    expect(poolBody({ size: NodePoolSize.fixed(4), sizePer: GkeSizeUnit.ZONE }).node_count).toBe(4);
  });

  it('bounds each zone by itself when autoscaled', () => {
    expect(poolBeyondDefault({ size: AUTOSCALED, sizePer: GkeSizeUnit.ZONE })).toEqual({
      initial_node_count: 2,
      autoscaling: { min_node_count: 1, max_node_count: 4, location_policy: 'BALANCED' },
    });
  });

  it('bounds all zones together when the unit is the pool', () => {
    expect(poolBody({ size: AUTOSCALED, sizePer: GkeSizeUnit.POOL }).autoscaling).toEqual({
      total_min_node_count: 1,
      total_max_node_count: 4,
      location_policy: 'BALANCED',
    });
  });

  it('tells the cluster what addresses it may take', () => {
    const pool = definePool(
      gkeStack(),
      { size: NodePoolSize.fixed(4), sizePer: GkeSizeUnit.ZONE },
      { location: GkeLocation.region('europe-west3', { nodeZones: ['europe-west3-a', 'europe-west3-b'] }) },
    );
    expect([pool.size.max, pool.sizeTimes, pool.extraNodes]).toEqual([4, 2, 1]);
    expect(definePool(gkeStack()).sizeTimes).toBe(1);
  });
});

describe('the balance of zones', () => {
  it.each([
    [{}, 'BALANCED'],
    [{ zoneBalance: GkeZoneBalance.ANY }, 'ANY'],
    [{ capacityType: CapacityType.INTERRUPTIBLE }, 'ANY'],
    [{ capacityType: CapacityType.INTERRUPTIBLE, zoneBalance: GkeZoneBalance.BALANCED }, 'BALANCED'],
    [{ capacityReservation: GkeCapacityReservation.any() }, 'ANY'],
    [{ capacityReservation: GkeCapacityReservation.none() }, 'BALANCED'],
  ])('of %j is %s', (options, policy) => {
    expect(poolBody({ ...options, size: AUTOSCALED }).autoscaling).toMatchObject({ location_policy: policy });
  });

  it('is refused for a fixed size', () => {
    expect(refusalOf({ zoneBalance: GkeZoneBalance.ANY })).toBe(
      `'zoneBalance' goes with an autoscaled 'size' only; leave it out`,
    );
  });
});

describe('a fixed size that is only that of the beginning', () => {
  it('is not corrected', () => {
    expect(poolBeyondDefault({ ignoreResize: true })).toEqual({
      lifecycle: { create_before_destroy: true, ignore_changes: ['initial_node_count', 'node_count'] },
    });
  });

  it('is corrected when it is said to be', () => {
    expect(poolBeyondDefault({ ignoreResize: false })).toEqual({});
  });

  it('is refused for an autoscaled size', () => {
    expect(refusalOf({ size: AUTOSCALED, ignoreResize: true })).toBe(
      `'ignoreResize' goes with a fixed 'size' only; an autoscaled one is left alone anyway, so leave it out`,
    );
  });
});
