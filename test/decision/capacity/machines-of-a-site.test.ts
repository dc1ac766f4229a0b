import { racksUsed, sizeOnSite } from '../../../lib/decision/capacity/size-on-site';
import { podsOf } from '../../../lib/decision/capacity/workload-pods';
import type { Capacity, ClusterRequest, Machine, Site, Workload } from '../../../lib/decision/request/types';
import { candidateOf, contextOf, FRANKFURT, machine, PLAIN } from '../requests';

const CALM = { ...PLAIN.availability, surviveZoneLoss: false };

const withMachines = (machines: Readonly<Record<string, Machine>>): Site => ({
  ...FRANKFURT,
  machines: { cp: machine('control-plane', 'r1', 11), ...machines },
});

const worker = (rack: string, more: Partial<Machine> = {}): Machine => ({
  ...machine('worker', rack, 21),
  ...more,
});

const asking = (capacity: Partial<Capacity>, availability = PLAIN.availability): ClusterRequest => ({
  ...PLAIN,
  availability,
  capacity: { ...PLAIN.capacity, ...capacity },
});

const workload = (replicas: number, cpu: number, more: Partial<Workload> = {}): Workload => ({
  ...{ replicas, cpu, memoryGib: 1, gpus: 0, spread: 'zones', interruptible: false, ...more },
});

/** `w-1, w-2`: the machines of the only pool, or why there is none. */
function workers(site: Site, cluster: ClusterRequest): string | undefined {
  const context = contextOf(cluster, { sites: { frankfurt: site } });
  const sizing = sizeOnSite(candidateOf(context, 'on-prem/frankfurt/kubeadm'), context);
  return sizing.kind === 'sized' ? sizing.pools[0]?.machines?.join(', ') : sizing.reason;
}

describe('the machines of a site', () => {
  it('are in the order of their names, and their racks too', () => {
    const site = withMachines({ 'w-2': worker('r3'), 'w-1': worker('r2'), 'w-3': worker('r1') });
    expect(workers(site, PLAIN)).toBe('w-1, w-2, w-3');
    expect(racksUsed(site, contextOf(PLAIN))).toEqual(['r1', 'r2', 'r3']);
  });

  it('are in no rack where none has an architecture that is asked for', () => {
    const site = withMachines({ 'w-1': worker('r1') });
    expect(racksUsed(site, contextOf(asking({ architectures: ['arm64'] })))).toEqual([]);
  });

  it('are not those of a region', () => {
    const context = contextOf(PLAIN);
    expect(sizeOnSite(candidateOf(context, 'eks/eu-central-1/3-zones'), context)).toEqual({
      kind: 'unknown',
      reason: 'eu-central-1 is no site with machines',
    });
  });

  it('are not known to have accelerators for one workload of several', () => {
    const workloads = { api: workload(1, 1), train: workload(1, 1, { gpus: 1 }) };
    expect(workers(FRANKFURT, asking({ workloads }))).toBe(
      'the machines of a site do not say what accelerators they have',
    );
  });

  it('hold the largest pod where one of them does', () => {
    const site = withMachines({ 'w-1': worker('r1'), 'w-2': worker('r2', { cpu: 16 }), 'w-3': worker('r3') });
    expect(workers(site, asking({ largestPod: { cpu: 12, memoryGib: 1 } }))).toBe('w-1, w-2, w-3');
  });

  it('are tried without the rack that offers most first, and of equal racks without the first by name', () => {
    const large = withMachines({ a: worker('r1'), b: worker('r2', { cpu: 16 }), c: worker('r3') });
    const lacking = 'the workers offer 15.18 vCPU, 59.3 GiB, 214 pods and lack 14.82 vCPU';
    expect(workers(large, asking({ cpu: 30 }))).toBe(`with r2 lost, ${lacking}`);
    const equal = withMachines({ a: worker('r3'), b: worker('r2'), c: worker('r1') });
    expect(workers(equal, asking({ cpu: 30 }))).toBe(`with r1 lost, ${lacking}`);
  });

  it('need not hold pods after a loss that may be interrupted, and all of them while nothing is lost', () => {
    const running = (cpu: number): ClusterRequest =>
      asking({
        workloads: { api: workload(2, 7), batch: workload(3, cpu, { spread: 'none', interruptible: true }) },
      });
    expect(workers(FRANKFURT, running(0.5))).toBe('w-1, w-2, w-3');
    expect(workers(FRANKFURT, running(2.6))).toBe(
      'the workers offer 22.77 vCPU, 89.0 GiB, 321 pods, which is enough, but not every pod finds room on one of them',
    );
  });

  const noRoom = /which is enough, but not every pod finds room on one of them$/;

  it('have room for pods in their own rack each', () => {
    const site = withMachines({ a: worker('r1'), b: worker('r2'), c: worker('r3') });
    expect(workers(site, asking({ workloads: { api: workload(3, 4) } }, CALM))).toBe('a, b, c');
    expect(workers(site, asking({ workloads: { api: workload(4, 4) } }, CALM))).toMatch(noRoom);
  });

  it.each<[string, Partial<Machine>, readonly [Partial<Workload>, Partial<Workload>]]>([
    ['processor', { cpu: 6 }, [{ cpu: 5 }, { cpu: 3.5 }]],
    ['memory', { memoryGib: 24 }, [{ memoryGib: 20 }, { memoryGib: 14 }]],
  ])('are filled in the order of their %s, the larger first', (_what, less, [one, two]) => {
    const workloads = {
      one: workload(1, 0.1, { spread: 'none', ...one }),
      two: workload(2, 0.1, { spread: 'none', ...two }),
    };
    // the large pod goes to the large machine, where two smaller ones would have found room
    for (const [small, large] of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      const site = withMachines({ [small]: worker('r1', less), [large]: worker('r1') });
      expect(workers(site, asking({ workloads }, CALM))).toMatch(noRoom);
    }
    const twice = withMachines({ a: worker('r1'), b: worker('r1') });
    expect(workers(twice, asking({ workloads }, CALM))).toBe('a, b');
  });
});

it('counts workloads in the order of their names, and none of which there are no pods', () => {
  const workloads = { b: workload(2, 0.0001), none: workload(0, 1), a: workload(1, 1.5) };
  expect(
    podsOf(asking({ workloads })).map(({ name, replicas, milliCpu }) => [name, replicas, milliCpu]),
  ).toEqual([
    ['a', 1, 1_500],
    ['b', 2, 1],
  ]);
});
