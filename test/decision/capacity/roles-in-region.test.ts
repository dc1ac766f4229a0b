import type { MachineType } from '../../../lib/catalog/types';
import { type NodeFacts, sizeInRegion } from '../../../lib/decision/capacity/size-in-region';
import type { Candidate, ClusterContext } from '../../../lib/decision/types';
import { candidateOf, contextOf, PLAIN } from '../requests';
import { SMALL, withHash } from '../small-catalog';
import { catalogWith, clusterWith, FACTS, GPU, GPU_4, PLACE, pools, size, workload } from './in-frankfurt';

describe('interruptible nodes', () => {
  const spot = catalogWith({ 'm.xlarge': { spot: 60_000 }, 'm.large': { spot: 45_000 } });

  it('are pools of their own at the price of spare capacity, beside steady ones', () => {
    // 1,500 m and 6,144 MiB in each of two zones; 1,000 m and 4,096 MiB in each of three
    expect(pools(size(clusterWith({ interruptiblePercent: 50 }), spot))).toEqual([
      'main: 3 × r.large at 130000',
      'spot: 3 × m.large at 45000, interruptible',
    ]);
  });

  it('are sized for what may be interrupted with all zones there', () => {
    const sizing = size(clusterWith({ cpu: 30, memoryGib: 60, interruptiblePercent: 50 }), spot);
    // 15 vCPU over two zones, 7,500 m each; and over three, 5,000 m each
    expect(pools(sizing)).toEqual([
      'main: 3 × m.large at 100000',
      'second: 6 × m.xlarge at 200000',
      'spot: 3 × m.large at 45000, interruptible',
      'second-spot: 3 × m.xlarge at 60000, interruptible',
    ]);
  });

  it('leave the smallest steady mix for the system when all of the demand may be interrupted', () => {
    expect(pools(size(clusterWith({ interruptiblePercent: 100 }), spot))).toEqual([
      'main: 3 × m.large at 100000',
      'spot: 3 × m.xlarge at 60000, interruptible',
    ]);
  });

  it('are steady ones where no spare capacity has a price', () => {
    expect(pools(size(clusterWith({ interruptiblePercent: 50 }), SMALL))).toEqual([
      'main: 3 × mg.xlarge at 190000',
    ]);
  });
});

describe('nodes with accelerators', () => {
  const catalog = catalogWith({ 'g.xlarge': { onDemand: 526_000 }, 'g.12xlarge': { onDemand: 2_000_000 } }, [
    GPU,
    GPU_4,
  ]);

  it('are pools of their own, and hold nothing of the totals', () => {
    const sizing = size(clusterWith({ gpus: { count: 6 } }), catalog);
    expect(pools(sizing)).toEqual(['main: 3 × mg.xlarge at 190000', 'gpu: 9 × g.xlarge at 526000']);
    expect(sizing).toMatchObject({ allocatable: { milliCpu: 11_010 } });
  });

  it('are of the model that is asked for, whatever its case and with or without the maker', () => {
    const of = (model: string) => pools(size(clusterWith({ gpus: { count: 2, model } }), catalog));
    expect(of('nvidia a10g')).toEqual(['main: 3 × mg.xlarge at 190000', 'gpu: 3 × g.12xlarge at 2000000']);
    expect(of('t4')).toEqual(['main: 3 × mg.xlarge at 190000', 'gpu: 3 × g.xlarge at 526000']);
    expect(of('H100')).toEqual([
      "unknown: no price of a machine with 'H100' accelerators on amd64, arm64 is known in eu-central-1",
    ]);
  });

  it('mix two types where that costs less: one of each for five in a zone', () => {
    expect(pools(size(clusterWith({ gpus: { count: 10 } }), catalog))).toEqual([
      'main: 3 × mg.xlarge at 190000',
      'gpu: 3 × g.12xlarge at 2000000',
      'second-gpu: 3 × g.xlarge at 526000',
    ]);
  });

  it('hold the pods that use them, which need no other nodes then', () => {
    const train = workload({ replicas: 2, cpu: 20, memoryGib: 20, gpus: 1 });
    expect(pools(size(clusterWith({ workloads: { train } }), catalog))).toEqual([
      'main: 3 × m.large at 100000',
      'gpu: 3 × g.12xlarge at 2000000',
    ]);
  });

  it('are not known where no such machine has a price', () => {
    expect(pools(size(clusterWith({ gpus: { count: 1 } }), SMALL))).toEqual([
      'unknown: no price of a machine with accelerators on amd64, arm64 is known in eu-central-1',
    ]);
  });
});

describe('pods one by one', () => {
  it('need more nodes than their sums where they leave gaps, and the size says between which numbers that lies', () => {
    // 3 pods of 2 vCPU in each of two zones: 6,000 m fit two nodes of 3,670 m by the sums, and each holds one
    const sizing = size(clusterWith({ workloads: { api: workload({ replicas: 6, cpu: 2 }) } }), SMALL);
    expect(pools(sizing)).toEqual(['main: 9 × mg.xlarge at 190000']);
    expect(sizing).toMatchObject({ packing: { lowerBoundNodes: 6, nodes: 9, searched: 'all' } });
  });

  it('have a node each where no two may share one', () => {
    const api = workload({ replicas: 6, cpu: 0.1, memoryGib: 0.1, spread: 'nodes' });
    expect(pools(size(clusterWith({ workloads: { api } }), SMALL))).toEqual(['main: 9 × m.large at 100000']);
  });

  it('are too large together, or one of them, for any two machine types', () => {
    const api = workload({ cpu: 9 });
    expect(pools(size(clusterWith({ workloads: { api, web: workload({}) } }), SMALL))).toEqual([
      "too-small: a pod of 'api' fits no machine type; m.xlarge offers 3.67 vCPU, 12.9 GiB, 106 pods",
    ]);
  });
});

describe('the machines of a region', () => {
  it('are those known to encrypt their memory where tenancy is confidential', () => {
    const confidential: MachineType = {
      ...GPU,
      type: 'mc.xlarge',
      class: 'general',
      gpu: undefined,
      confidential: true,
    };
    const cluster = clusterWith({}, { security: { ...PLAIN.security, tenancy: 'confidential' } });
    expect(pools(size(cluster, catalogWith({ 'mc.xlarge': { onDemand: 300_000 } }, [confidential])))).toEqual(
      ['main: 3 × mc.xlarge at 300000'],
    );
    expect(pools(size(cluster, SMALL))).toEqual([
      'unknown: no machine type of general, compute, memory on amd64, arm64 with a price in eu-central-1 is known to encrypt its memory',
    ]);
  });

  it('are all of them where tenancy is dedicated', () => {
    const cluster = clusterWith({}, { security: { ...PLAIN.security, tenancy: 'dedicated' } });
    expect(pools(size(cluster, SMALL))).toEqual(['main: 3 × mg.xlarge at 190000']);
  });

  it('count once, at the first price, where a type is listed twice', () => {
    const rows = SMALL.machinePrices[PLACE] ?? [];
    const twice = { ...SMALL, machinePrices: { ...SMALL.machinePrices, [PLACE]: [...rows, ...rows] } };
    expect(size(PLAIN, withHash(twice))).toEqual(size(PLAIN, SMALL));
  });
});

describe('the prices of a region', () => {
  it('are promised ones where a promise may be given, and then another machine can be the cheapest', () => {
    const catalog = catalogWith({ 'm.xlarge': { committed1y: 130_000 } });
    const planning = { ...PLAIN.planning, commitment: '1-year' as const };
    expect(pools(size(clusterWith({}, { planning }), catalog))).toEqual(['main: 3 × m.xlarge at 130000']);
    expect(pools(size(clusterWith({}), catalog))).toEqual(['main: 3 × mg.xlarge at 190000']);
  });

  it('count a surcharge of the platform in what is minimised and not in the price of the machine', () => {
    const facts: NodeFacts = { ...FACTS, key: 'auto', surcharge: (onDemand) => onDemand / 10 };
    const sizing = size(PLAIN, SMALL, facts);
    expect(pools(sizing)).toEqual(['main: 3 × mg.xlarge at 190000']);
    // 3 × ((190,000 + 19,000) × 730 h + 50 GiB × 95,000)
    expect(sizing).toMatchObject({ nodesMicroUsd: 471_960_000 });
  });

  it('are worked with once for all candidates of one cluster that differ in nothing that matters', () => {
    const context: ClusterContext = contextOf(PLAIN);
    const candidate = candidateOf(context, 'eks/eu-central-1/3-zones');
    const other: Candidate = { ...candidate, id: 'eks/eu-central-1/3-zones-no-nat', egress: 'none' };
    const sizing = sizeInRegion(candidate, context, FACTS);
    expect(sizeInRegion(other, context, { ...FACTS })).toBe(sizing);
    expect(sizeInRegion({ ...candidate, zones: 2 }, context, FACTS)).not.toEqual(sizing);
    expect(sizeInRegion(candidate, context, { ...FACTS, key: 'large-disks', rootDiskGib: 500 })).not.toEqual(
      sizing,
    );
  });
});
