import type { MachineType } from '../../../lib/catalog/types';
import type { AddressRoom } from '../../../lib/decision/capacity/most-nodes';
import { regionShapes } from '../../../lib/decision/capacity/region-machines';
import { roleDemands } from '../../../lib/decision/capacity/role-demand';
import type { ClusterRequest } from '../../../lib/decision/request/types';
import { contextOf, PLAIN } from '../requests';
import { SMALL } from '../small-catalog';
import { catalogWith, clusterWith, FACTS, GPU, pools, size, workload } from './in-frankfurt';

/** Machines of which each has much of one thing and little of the other. */
const CPU: MachineType = {
  ...GPU,
  type: 'c.9',
  vcpu: 16,
  memoryMib: 4_096,
  class: 'compute',
  gpu: undefined,
};
const MEMORY: MachineType = { ...CPU, type: 'x.9', vcpu: 2, memoryMib: 131_072, class: 'memory' };
const UNLIKE = catalogWith({ 'c.9': { onDemand: 300_000 }, 'x.9': { onDemand: 500_000 } }, [
  CPU,
  { ...MEMORY, architecture: 'arm64' },
]);

describe('the reason why no machine of a region will do', () => {
  const large = (count: number): ClusterRequest =>
    clusterWith({
      workloads: Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`w${index}`, workload({ cpu: 9 + index })]),
      ),
    });

  it('names up to five workloads, and says how many more there are', () => {
    const offer = 'fits no machine type; m.xlarge offers 3.67 vCPU, 12.9 GiB, 106 pods';
    expect(pools(size(large(5), SMALL))).toEqual([
      `too-small: a pod of 'w4', 'w3', 'w2', 'w1', 'w0' ${offer}`,
    ]);
    expect(pools(size(large(8), SMALL))).toEqual([
      `too-small: a pod of 'w7', 'w6', 'w5', 'w4', 'w3' or 3 more ${offer}`,
    ]);
  });

  it('is of two types together where each pod fits some machine, but of another architecture', () => {
    const cluster = clusterWith({
      workloads: {
        cpu: workload({ cpu: 12 }),
        memory: workload({ memoryGib: 100 }),
        tiny: workload({ cpu: 0.1 }),
      },
    });
    expect(pools(size(cluster, UNLIKE))).toEqual([
      "too-small: pods of 'memory', 'cpu', 'tiny' fit no two machine types of one architecture together; x.9 offers 1.68 vCPU, 116.5 GiB, 106 pods",
    ]);
  });

  it('is not the largest pod where one machine of several holds it', () => {
    const cluster = clusterWith({ largestPod: { cpu: 12, memoryGib: 1 } });
    expect(pools(size(cluster, UNLIKE))).toEqual([
      'main: 3 × c.9 at 300000',
      'second: 3 × r.large at 130000',
    ]);
  });
});

describe('addresses for few nodes', () => {
  const within = (
    room: AddressRoom,
    cluster: ClusterRequest = clusterWith({ cpu: 30, memoryGib: 60 }),
    catalog = SMALL,
  ): readonly string[] => pools(size(cluster, catalog, { ...FACTS, addressRoom: () => room }));

  it('change nothing as long as the cheapest nodes have some, with those that pools keep free', () => {
    const cheapest = ['main: 3 × m.large at 100000', 'second: 12 × m.xlarge at 200000'];
    expect(within({ nodes: 500, eachPool: 9 })).toEqual(cheapest);
    expect(within({ nodes: 17, eachPool: 1 })).toEqual(cheapest);
    expect(within({ nodes: 15, eachPool: 0 })).toEqual(cheapest);
    // as many nodes, and one pool that keeps an address free
    expect(within({ nodes: 16, eachPool: 1 })).toEqual(['main: 15 × mg.xlarge at 190000']);
  });

  it('change nothing either where no nodes have enough, so that it can be said how many these would take', () => {
    const cheapest = ['main: 3 × m.large at 100000', 'second: 12 × m.xlarge at 200000'];
    expect(within({ nodes: 15, eachPool: 1 })).toEqual(cheapest);
    expect(within({ nodes: 1, eachPool: 0 })).toEqual(cheapest);
  });
});

describe('the packing of a size', () => {
  it('counts accelerators and the node that may be lost among the fewest nodes', () => {
    const catalog = catalogWith({ 'g.xlarge': { onDemand: 526_000 } }, [GPU]);
    const cluster = clusterWith({
      workloads: {
        train: workload({ replicas: 7, cpu: 0.5, gpus: 1 }),
        web: workload({ replicas: 6, cpu: 2 }),
      },
    });
    const packing = (zones: number) => {
      const sizing = size(cluster, catalog, FACTS, zones);
      return [pools(sizing), sizing.kind === 'sized' && sizing.packing];
    };
    // in each of two zones 6,000 m at 3,670 m and four accelerators, and the same in a third
    expect(packing(3)).toEqual([
      ['main: 9 × mg.xlarge at 190000', 'gpu: 12 × g.xlarge at 526000'],
      { lowerBoundNodes: 18, nodes: 21, searched: 'all' },
    ]);
    // 12,000 m at 3,670 m, seven accelerators, and one node more of each
    expect(packing(1)).toEqual([
      ['main: 7 × mg.xlarge at 190000', 'gpu: 8 × g.xlarge at 526000'],
      { lowerBoundNodes: 13, nodes: 15, searched: 'all' },
    ]);
  });

  it('says that the best found is not all where that is so', () => {
    const sizes = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `w${index}`,
        workload({ replicas: 30 + index, cpu: 0.1 + index / 20, memoryGib: 0.3 + ((index * 7) % 40) / 8 }),
      ]),
    );
    expect(size(clusterWith({ workloads: sizes }), SMALL)).toMatchObject({
      packing: { lowerBoundNodes: 990, nodes: 1_038, searched: 'best-found' },
    });
  });
});

it('works with the same lists for all candidates, which know by them what was found', () => {
  const context = contextOf(PLAIN);
  expect(regionShapes(context, FACTS, 'eu-central-1')).toBe(regionShapes(context, FACTS, 'eu-central-1'));
  expect(roleDemands(PLAIN, 3, true)).toBe(roleDemands(PLAIN, 3, true));
  expect(roleDemands(PLAIN, 2, true)).not.toBe(roleDemands(PLAIN, 3, true));
});

describe('machines for interruptible pods and for accelerators', () => {
  const catalog = catalogWith({ 'g.xlarge': { onDemand: 526_000 }, 'm.large': { spot: 45_000 } }, [
    GPU,
    { ...GPU, type: 'g.none', gpu: { model: 'none', count: 0, memoryGib: 0 } },
  ]);
  const named = (cluster: ClusterRequest): readonly (readonly string[])[] => {
    const { interruptible, accelerated } = regionShapes(
      contextOf(cluster, { catalog }),
      FACTS,
      'eu-central-1',
    );
    return [interruptible, accelerated].map((shapes) => shapes.map(({ machineType }) => machineType));
  };

  it('are looked for where one workload of several asks for them, or the totals do', () => {
    const workloads = { a: workload({}), b: workload({ interruptible: true }), c: workload({ gpus: 1 }) };
    expect(named(clusterWith({ workloads }))).toEqual([['m.large'], ['g.xlarge']]);
    expect(named(clusterWith({ interruptiblePercent: 1 }))).toEqual([['m.large'], []]);
    expect(named(clusterWith({ gpus: { count: 1 } }))).toEqual([[], ['g.xlarge']]);
    expect(named(clusterWith({ workloads: { a: workload({}) } }))).toEqual([[], []]);
  });

  it('are of a model with blanks around its name, and the maker counts nowhere but in front', () => {
    expect(named(clusterWith({ gpus: { count: 1, model: '  Nvidia-T4 ' } }))[1]).toEqual(['g.xlarge']);
    expect(named(clusterWith({ gpus: { count: 1, model: 'not nvidia t4' } }))[1]).toEqual([]);
  });
});
