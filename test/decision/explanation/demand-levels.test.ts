import {
  demandFactors,
  isBeyondOneCluster,
  withDemand,
} from '../../../lib/decision/explanation/demand-levels';
import type { Workload } from '../../../lib/decision/request/types';
import { contextOf, PLAIN } from '../requests';

describe('the demand of the worlds', () => {
  const { planning } = PLAIN;

  it('is a quarter less and a quarter more without growth', () => {
    expect(demandFactors(planning)).toEqual([0.75, 1, 1.25]);
  });

  it('is that of today, in the middle and at the end of the horizon with growth', () => {
    expect(demandFactors({ ...planning, growthPercentPerYear: 21, horizonMonths: 24 })).toEqual([
      1, 1.21, 1.4641,
    ]);
    expect(demandFactors({ ...planning, growthPercentPerYear: 10, horizonMonths: 12 })).toEqual([
      1, 1.048809, 1.1,
    ]);
  });

  it('comes with the least first when it shrinks', () => {
    expect(demandFactors({ ...planning, growthPercentPerYear: -50, horizonMonths: 24 })).toEqual([
      0.25, 0.5, 1,
    ]);
  });

  it('multiplies totals, with whole pods and accelerators, and leaves all else', () => {
    const context = contextOf({
      ...PLAIN,
      planning: { ...planning, growthPercentPerYear: 20 },
      capacity: { ...PLAIN.capacity, cpu: 0.3, memoryGib: 10, pods: 7, gpus: { count: 3, model: 'L4' } },
    });
    const world = withDemand(context, 1.25);
    expect(world.cluster.capacity).toEqual({
      ...context.cluster.capacity,
      cpu: 0.375,
      memoryGib: 12.5,
      pods: 9,
      gpus: { count: 4, model: 'L4' },
    });
    expect(world.cluster.planning).toEqual(planning);
    expect({ ...world, cluster: 0 }).toEqual({ ...context, cluster: 0 });
  });

  it('does not round the dust of binary fractions up to a pod', () => {
    const context = contextOf({ ...PLAIN, capacity: { ...PLAIN.capacity, pods: 100 } });
    // 100 × 1.1 is 110.00000000000001
    expect(withDemand(context, 1.1).cluster.capacity.pods).toBe(110);
  });

  it('takes more replicas of each shape, and counts anew what they add up to', () => {
    const web: Workload = {
      replicas: 3,
      cpu: 2,
      memoryGib: 4,
      gpus: 1,
      spread: 'zones',
      interruptible: false,
    };
    const batch: Workload = { ...web, replicas: 10, cpu: 1, gpus: 0, interruptible: true };
    const context = contextOf({
      ...PLAIN,
      capacity: {
        ...PLAIN.capacity,
        workloads: { web, batch },
        cpu: 16,
        memoryGib: 52,
        pods: 13,
        gpus: { count: 3 },
        machineClasses: ['gpu'],
        largestPod: { cpu: 2, memoryGib: 4 },
        interruptiblePercent: 62.5,
      },
    });
    expect(withDemand(context, 0.75).cluster.capacity).toEqual({
      ...context.cluster.capacity,
      workloads: { web, batch: { ...batch, replicas: 8 } },
      cpu: 14,
      memoryGib: 44,
      pods: 11,
      gpus: { count: 3 },
      interruptiblePercent: 57.143,
    });
  });

  it('is beyond one cluster where a request could not ask for it', () => {
    const most = { ...PLAIN.capacity, cpu: 1e6, memoryGib: 1e7, pods: 150_000, gpus: { count: 40_000 } };
    expect(isBeyondOneCluster(most)).toBe(false);
    expect(isBeyondOneCluster({ ...most, gpus: undefined })).toBe(false);
    for (const more of [
      { cpu: 1e6 + 1 },
      { memoryGib: 1e7 + 1 },
      { pods: 150_001 },
      { gpus: { count: 40_001 } },
    ]) {
      expect(isBeyondOneCluster({ ...most, ...more })).toBe(true);
    }
  });
});
