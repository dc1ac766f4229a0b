import { autopilotRequests } from '../../../lib/decision/cost/autopilot-requests';
import type { Capacity, Workload } from '../../../lib/decision/request/types';
import { around } from './bill-of';

const requestsOf = (capacity: Partial<Capacity>) => autopilotRequests(around({ capacity }));

const workload = (shape: Partial<Workload>): Workload => ({
  replicas: 1,
  cpu: 1,
  memoryGib: 2,
  gpus: 0,
  spread: 'zones',
  interruptible: false,
  ...shape,
});

const NOTHING = { milliCpu: 0, memoryMib: 0, pods: 0 };

describe('what Autopilot charges for', () => {
  it('is the demand where it is within what Autopilot takes', () => {
    expect(requestsOf({ cpu: 6, memoryGib: 24, pods: 60 })).toEqual({
      steady: { milliCpu: 6000, memoryMib: 24_576, pods: 60 },
      interruptible: NOTHING,
    });
  });

  it.each([
    ['a vCPU to 6.5 GiB', { cpu: 1, memoryGib: 13, pods: 1 }, { milliCpu: 2000, memoryMib: 13_312 }],
    ['a GiB to a vCPU', { cpu: 4, memoryGib: 1, pods: 1 }, { milliCpu: 4000, memoryMib: 4096 }],
    ['50 m for each pod', { cpu: 1, memoryGib: 4, pods: 60 }, { milliCpu: 3000, memoryMib: 4096 }],
    ['52 MiB for each pod', { cpu: 3, memoryGib: 3, pods: 60 }, { milliCpu: 3000, memoryMib: 3120 }],
  ])('is raised to %s', (_what, capacity, raised) => {
    expect(requestsOf(capacity).steady).toEqual({ ...raised, pods: capacity.pods });
  });

  it('counts headroom, and the part that may be taken away by itself', () => {
    expect(
      requestsOf({ cpu: 6, memoryGib: 24, pods: 60, headroomPercent: 50, interruptiblePercent: 25 }),
    ).toEqual({
      steady: { milliCpu: 6750, memoryMib: 27_648, pods: 68 },
      interruptible: { milliCpu: 2250, memoryMib: 9216, pods: 23 },
    });
  });

  it('raises each shape of pods by itself', () => {
    expect(
      requestsOf({
        workloads: {
          cache: workload({ replicas: 2, cpu: 1, memoryGib: 13 }),
          batch: workload({ replicas: 3, cpu: 2, memoryGib: 1, interruptible: true }),
        },
      }),
    ).toEqual({
      steady: { milliCpu: 4000, memoryMib: 26_624, pods: 2 },
      interruptible: { milliCpu: 6000, memoryMib: 6144, pods: 3 },
    });
  });
});
