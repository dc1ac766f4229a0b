import { onPremProfile, type Sizing } from '../../../lib/decision';
import type { ClusterRequest, Machine, Site } from '../../../lib/decision/request/types';
import { contextOf, FRANKFURT, machine, PLAIN } from '../requests';

function size(site: Site, cluster: ClusterRequest = PLAIN): Sizing {
  const context = contextOf(cluster, { sites: { frankfurt: site } });
  const [candidate] = onPremProfile.candidates(context);
  if (candidate === undefined) throw new Error('a site is a candidate');
  return onPremProfile.size(candidate, context);
}

const withMachines = (machines: Readonly<Record<string, Machine>>): Site => ({ ...FRANKFURT, machines });

const demanding = (cpu: number, more: Partial<ClusterRequest> = {}): ClusterRequest => ({
  ...PLAIN,
  ...more,
  capacity: { ...PLAIN.capacity, cpu },
});

const CONTROL_PLANE = machine('control-plane', 'r1', 11);

describe('the sizing on a site', () => {
  it('uses all workers as they are, less the system and the agents', () => {
    expect(size(FRANKFURT)).toEqual({
      kind: 'sized',
      pools: [
        {
          name: 'main',
          machineType: 'owned',
          architecture: 'amd64',
          nodesPerZone: 1,
          nodes: 3,
          microUsdPerHour: 0,
          interruptible: false,
          machines: ['w-1', 'w-2', 'w-3'],
        },
      ],
      // 3 × (7,840 m − 250 m), 3 × (30,699 MiB − 300 MiB), 3 × (110 − 3)
      allocatable: { milliCpu: 22_770, memoryMib: 91_197, pods: 321 },
      afterZoneLoss: { milliCpu: 15_180, memoryMib: 60_798, pods: 214 },
    });
  });

  it('is too small when the demand does not fit with the largest rack lost, and says what is lacking', () => {
    expect(size(FRANKFURT, demanding(16))).toEqual({
      kind: 'too-small',
      reason: 'with r1 lost, the workers offer 15.18 vCPU, 59.3 GiB, 214 pods and lack 0.82 vCPU',
    });
  });

  it('counts every rack when no loss has to be borne', () => {
    const calm = demanding(16, { availability: { ...PLAIN.availability, surviveZoneLoss: false } });
    expect(size(FRANKFURT, calm).kind).toBe('sized');
    expect(size(FRANKFURT, { ...calm, capacity: { ...PLAIN.capacity, cpu: 23 } })).toEqual({
      kind: 'too-small',
      reason: 'the workers offer 22.77 vCPU, 89.0 GiB, 321 pods and lack 0.23 vCPU',
    });
  });

  it('bears the loss of one machine where there is one rack only', () => {
    const oneRack = withMachines({
      cp: CONTROL_PLANE,
      'w-1': machine('worker', 'r1', 21),
      'w-2': machine('worker', 'r1', 22),
    });
    expect(size(oneRack, demanding(7))).toMatchObject({
      kind: 'sized',
      afterZoneLoss: { milliCpu: 7_590, memoryMib: 30_399, pods: 107 },
    });
    expect(size(oneRack, demanding(8))).toMatchObject({ kind: 'too-small' });
  });

  it('uses the workers of one architecture only, and says so by the list of machines', () => {
    const arm: Machine = { ...machine('worker', 'r2', 22), architecture: 'arm64', cpu: 64, memoryGib: 256 };
    const mixed = withMachines({
      cp: CONTROL_PLANE,
      'arm-1': arm,
      'arm-2': { ...arm, rack: 'r3' },
      'w-1': machine('worker', 'r1', 21),
    });
    expect(size(mixed, demanding(20))).toMatchObject({
      pools: [{ architecture: 'arm64', machines: ['arm-1', 'arm-2'] }],
    });
    expect(
      size(mixed, { ...PLAIN, capacity: { ...PLAIN.capacity, architectures: ['amd64'] } }),
    ).toMatchObject({
      kind: 'too-small',
    });
  });

  it('counts the racks of the workers it uses, not those of workers that stay idle', () => {
    const arm: Machine = { ...machine('worker', 'r2', 22), architecture: 'arm64' };
    const mixed = withMachines({
      cp: CONTROL_PLANE,
      'arm-1': arm,
      'arm-2': { ...arm, rack: 'r3' },
      'w-1': machine('worker', 'r1', 21),
      'w-2': machine('worker', 'r1', 24),
    });
    const racks = (architectures: readonly ('amd64' | 'arm64')[], zones: 1 | 2 | 3): number | undefined => {
      const cluster: ClusterRequest = {
        ...PLAIN,
        capacity: { ...PLAIN.capacity, architectures },
        availability: { ...PLAIN.availability, zones },
      };
      return onPremProfile.candidates(contextOf(cluster, { sites: { frankfurt: mixed } }))[0]?.zones;
    };
    expect([racks(['amd64'], 1), racks(['arm64'], 1)]).toEqual([1, 2]);
    // both hold the demand: the first by name, unless only the other has racks enough
    expect([racks(['amd64', 'arm64'], 1), racks(['amd64', 'arm64'], 2)]).toEqual([1, 2]);
  });

  it('is too small without a control-plane machine, without a worker, or for the largest pod', () => {
    expect(size(withMachines({ 'w-1': machine('worker', 'r1', 21) }))).toEqual({
      kind: 'too-small',
      reason: 'the site has no control-plane machine',
    });
    expect(size(withMachines({ cp: CONTROL_PLANE }))).toEqual({
      kind: 'too-small',
      reason: 'the site has no worker on amd64, arm64',
    });
    const largestPod = { cpu: 8, memoryGib: 4 };
    expect(size(FRANKFURT, { ...PLAIN, capacity: { ...PLAIN.capacity, largestPod } })).toEqual({
      kind: 'too-small',
      reason: 'the largest pod (8.00 vCPU, 4.0 GiB, 1 pod) fits no worker of the site',
    });
  });

  it('must hold what the demand has grown to at the end of the horizon', () => {
    const growing = (growthPercentPerYear: number): ClusterRequest => ({
      ...demanding(10),
      planning: { ...PLAIN.planning, growthPercentPerYear, horizonMonths: 24 },
    });
    // 10 × 1.2² = 14.4 vCPU fit the 15.18 that two racks offer, 10 × 1.25² = 15.625 do not
    expect(size(FRANKFURT, growing(20)).kind).toBe('sized');
    expect(size(FRANKFURT, growing(25))).toEqual({
      kind: 'too-small',
      reason: 'with r1 lost, the workers offer 15.18 vCPU, 59.3 GiB, 214 pods and lack 0.45 vCPU',
    });
  });

  it('need not hold after a loss what may be interrupted, and all of it while nothing is lost', () => {
    const half = (cpu: number): ClusterRequest => ({
      ...PLAIN,
      capacity: { ...PLAIN.capacity, cpu, interruptiblePercent: 50 },
    });
    expect(size(FRANKFURT, half(22)).kind).toBe('sized');
    expect(size(FRANKFURT, half(23))).toEqual({
      kind: 'too-small',
      reason: 'the workers offer 22.77 vCPU, 89.0 GiB, 321 pods and lack 0.23 vCPU',
    });
  });

  it('finds room for every pod on one of the workers, where the request gives pods', () => {
    const workload = (replicas: number, cpu: number, spread: 'zones' | 'nodes' | 'none' = 'zones') => ({
      replicas,
      cpu,
      memoryGib: 1,
      gpus: 0,
      spread,
      interruptible: false,
    });
    const running = (workloads: ClusterRequest['capacity']['workloads']): ClusterRequest => ({
      ...PLAIN,
      capacity: { ...PLAIN.capacity, workloads },
    });
    expect(size(FRANKFURT, running({ api: workload(2, 7), web: workload(2, 0.5, 'none') })).kind).toBe(
      'sized',
    );
    // 12 vCPU of 15.18, but a worker of 7.59 holds one pod of 4 and no second
    expect(size(FRANKFURT, running({ api: workload(3, 4) }))).toEqual({
      kind: 'too-small',
      reason:
        'with r1 lost, the workers offer 15.18 vCPU, 59.3 GiB, 214 pods, which is enough, but not every pod finds room on one of them',
    });
    expect(size(FRANKFURT, running({ api: workload(3, 1, 'nodes') }))).toMatchObject({ kind: 'too-small' });
    expect(size(FRANKFURT, running({ api: workload(2, 1, 'nodes') })).kind).toBe('sized');
    expect(size(FRANKFURT, running({ api: workload(17, 1) }))).toMatchObject({
      reason: 'with r1 lost, the workers offer 15.18 vCPU, 59.3 GiB, 214 pods and lack 1.82 vCPU',
    });
  });

  it('is not known with accelerators, of which a machine says nothing', () => {
    const unknown = {
      kind: 'unknown',
      reason: 'the machines of a site do not say what accelerators they have',
    };
    const gpus = { count: 1 };
    expect(size(FRANKFURT, { ...PLAIN, capacity: { ...PLAIN.capacity, gpus } })).toEqual(unknown);
  });

  it('does not look at the order of the machines', () => {
    const reversed = withMachines(Object.fromEntries(Object.entries(FRANKFURT.machines).toReversed()));
    expect(size(reversed)).toEqual(size(FRANKFURT));
  });
});
