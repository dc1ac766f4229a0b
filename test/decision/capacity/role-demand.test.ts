import { roleDemands } from '../../../lib/decision/capacity/role-demand';
import type { Capacity, ClusterRequest, Workload } from '../../../lib/decision/request/types';
import { PLAIN } from '../requests';

function asking(
  capacity: Partial<Capacity>,
  availability: Partial<ClusterRequest['availability']> = {},
): ClusterRequest {
  return {
    ...PLAIN,
    capacity: { ...PLAIN.capacity, ...capacity },
    availability: { ...PLAIN.availability, ...availability },
  };
}

const workload = (more: Partial<Workload>): Workload => ({
  replicas: 4,
  cpu: 1,
  memoryGib: 1,
  gpus: 0,
  spread: 'zones',
  interruptible: false,
  ...more,
});

describe('the demand of totals', () => {
  const totals = { cpu: 24, memoryGib: 96, pods: 200 };

  it('is one role with the reserve for a lost zone where nothing may be interrupted', () => {
    expect(roleDemands(asking(totals), 3, true)).toEqual([
      {
        role: 'steady',
        need: { milliCpu: 12_000, memoryMib: 49_152, pods: 100 },
        gpus: 0,
        spareNode: false,
        largestPod: undefined,
      },
    ]);
  });

  it('reserves nothing for what may be interrupted', () => {
    // 75 % of it over two zones and 25 % over three, headroom on both
    const asked = asking({ ...totals, interruptiblePercent: 25, headroomPercent: 10 });
    expect(roleDemands(asked, 3, true).map(({ role, need, spareNode }) => [role, need, spareNode])).toEqual([
      ['steady', { milliCpu: 9_900, memoryMib: 40_551, pods: 83 }, false], // 40,550.4 MiB, 82.5 pods
      ['interruptible', { milliCpu: 2_200, memoryMib: 9_012, pods: 19 }, false], // 9,011.2 MiB, 18.3 pods
    ]);
  });

  it('asks for no spare interruptible node in a single zone', () => {
    const asked = asking({ ...totals, interruptiblePercent: 50 });
    expect(
      roleDemands(asked, 1, true).map(({ role, need, spareNode }) => [role, need.milliCpu, spareNode]),
    ).toEqual([
      ['steady', 12_000, true],
      ['interruptible', 12_000, false],
    ]);
  });

  it('keeps steady nodes for the system where everything may be interrupted', () => {
    const largestPod = { cpu: 2, memoryGib: 4 };
    const asked = asking({ ...totals, interruptiblePercent: 100, largestPod });
    const pod = { milliCpu: 2_000, memoryMib: 4_096, pods: 1 };
    expect(roleDemands(asked, 3, true).map(({ role, need, largestPod: fits }) => [role, need, fits])).toEqual(
      [
        ['steady', { milliCpu: 0, memoryMib: 0, pods: 0 }, undefined],
        ['interruptible', { milliCpu: 8_000, memoryMib: 32_768, pods: 67 }, pod],
      ],
    );
  });

  it('wants room for the largest pod on both kinds of nodes, for it may be of either', () => {
    const largestPod = { cpu: 2, memoryGib: 4 };
    const demands = roleDemands(asking({ ...totals, interruptiblePercent: 1, largestPod }), 3, true);
    expect(demands.map((demand) => demand.largestPod?.milliCpu)).toEqual([2_000, 2_000]);
  });

  it('shares the steady nodes where no interruptible machine is sold, without a reserve of its own', () => {
    const half = roleDemands(asking({ ...totals, interruptiblePercent: 50 }), 3, false);
    // all of it over three zones is more than half of it over two
    expect(half.map(({ role, need }) => [role, need.milliCpu])).toEqual([['steady', 8_000]]);
    const tenth = roleDemands(asking({ ...totals, interruptiblePercent: 10 }), 3, false);
    expect(tenth.map(({ role, need }) => [role, need.milliCpu])).toEqual([['steady', 10_800]]);
  });

  it('reserves accelerators for a lost zone and places nothing of the totals beside them', () => {
    const asked = asking({ ...totals, gpus: { count: 5 } });
    expect(roleDemands(asked, 3, true)[1]).toEqual({
      role: 'accelerated',
      need: { milliCpu: 0, memoryMib: 0, pods: 0 },
      gpus: 3,
      spareNode: false,
      largestPod: undefined,
    });
    expect(roleDemands(asking({ gpus: { count: 5 } }, { surviveZoneLoss: false }), 3, true)[1]?.gpus).toBe(2);
    expect(roleDemands(asked, 1, true)[1]).toMatchObject({ gpus: 5, spareNode: true });
  });
});

describe('the demand of workloads', () => {
  it('is whole pods of what is spread and a share of what is not, in the zones that are left', () => {
    const asked = asking({
      workloads: {
        api: workload({ replicas: 5, cpu: 0.5, memoryGib: 1 }),
        queue: workload({ replicas: 3, cpu: 1, memoryGib: 2, spread: 'none' }),
      },
    });
    // 3 × 500 + 1.5 × 1000, 3 × 1024 + 1.5 × 2048, 3 + 1.5
    expect(roleDemands(asked, 3, true)).toEqual([
      {
        role: 'steady',
        need: { milliCpu: 3_000, memoryMib: 6_144, pods: 5 },
        gpus: 0,
        spareNode: false,
        largestPod: undefined,
        packings: [
          {
            zones: 2,
            groups: [
              // 3 of 6 vCPU as seen by all pods, 6 of 12 GiB: first the larger share of one group
              {
                name: 'queue',
                milliCpu: 1_000,
                memoryMib: 2_048,
                gpus: 0,
                replicas: 3,
                spread: 'none',
                interruptible: false,
              },
              {
                name: 'api',
                milliCpu: 500,
                memoryMib: 1_024,
                gpus: 0,
                replicas: 6,
                spread: 'zones',
                interruptible: false,
              },
            ],
          },
        ],
      },
    ]);
  });

  it('counts headroom in the sums and packs none of it', () => {
    const asked = asking({ headroomPercent: 50, workloads: { api: workload({ replicas: 4 }) } });
    const [steady] = roleDemands(asked, 3, true);
    expect(steady?.need).toEqual({ milliCpu: 3_000, memoryMib: 3_072, pods: 3 });
    expect(steady?.packings?.[0]?.groups[0]?.replicas).toBe(4);
  });

  it('has a role for what may be interrupted and one for what uses accelerators, with all those pods need', () => {
    const asked = asking({
      workloads: {
        api: workload({}),
        batch: workload({ replicas: 7, interruptible: true }),
        train: workload({ replicas: 2, cpu: 3, gpus: 4, interruptible: true }),
      },
    });
    expect(
      roleDemands(asked, 3, true).map(({ role, need, gpus, packings }) => [
        role,
        need.milliCpu,
        gpus,
        packings?.map(({ zones, groups }) => [zones, groups.map(({ name }) => name)]),
      ]),
    ).toEqual([
      ['steady', 2_000, 0, [[2, ['api']]]],
      ['interruptible', 3_000, 0, [[3, ['batch']]]],
      ['accelerated', 3_000, 4, [[2, ['train']]]],
    ]);
  });

  it('must do with a zone lost and with all there, where no interruptible machine is sold', () => {
    const asked = asking({
      workloads: { api: workload({}), batch: workload({ replicas: 9, interruptible: true, spread: 'none' }) },
    });
    // api alone 2 pods in each of two zones; both together 2 + 3 in each of three
    expect(
      roleDemands(asked, 3, false).map(({ role, need, packings }) => [
        role,
        need.milliCpu,
        packings?.map(({ zones, groups }) => [zones, groups.map(({ name }) => name)]),
      ]),
    ).toEqual([
      [
        'steady',
        5_000,
        [
          [2, ['api']],
          [3, ['api', 'batch']],
        ],
      ],
    ]);
  });
});
