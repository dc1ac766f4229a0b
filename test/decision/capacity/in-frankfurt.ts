import type { Catalog, MachinePrice, MachineType } from '../../../lib/catalog/types';
import { EKS_DAEMON_SETS } from '../../../lib/decision/capacity/daemon-sets';
import { type NodeFacts, sizeInRegion } from '../../../lib/decision/capacity/size-in-region';
import type { Capacity, ClusterRequest, Workload } from '../../../lib/decision/request/types';
import type { Sizing } from '../../../lib/decision/types';
import { candidateOf, contextOf, PLAIN } from '../requests';
import { SMALL, withHash } from '../small-catalog';

export const PLACE = 'aws/eu-central-1';

export const FACTS: NodeFacts = {
  provider: 'aws',
  platform: 'eks',
  key: 'pools',
  maxPodsPerNode: 110,
  daemonSets: EKS_DAEMON_SETS,
  rootDiskGib: 50,
  sharedFee: () => 0,
};

/** The small catalogue with other prices of some types in Frankfurt, and machines that it does not have. */
export function catalogWith(
  prices: Readonly<Record<string, Partial<MachinePrice>>>,
  machines: readonly MachineType[] = [],
): Catalog {
  const rows = SMALL.machinePrices[PLACE] ?? [];
  const [first] = rows;
  if (first === undefined) throw new Error('the small catalogue has prices');
  const known = rows.map((row) => ({ ...row, ...prices[row.type] }));
  const added = machines.map(({ type }) => ({ ...first, type, ...prices[type] }));
  return withHash({
    ...SMALL,
    machineTypes: [...SMALL.machineTypes, ...machines],
    machinePrices: { ...SMALL.machinePrices, [PLACE]: [...known, ...added] },
  });
}

export const GPU: MachineType = {
  provider: 'aws',
  type: 'g.xlarge',
  vcpu: 4,
  memoryMib: 16_384,
  architecture: 'amd64',
  class: 'gpu',
  gpu: { model: 'NVIDIA T4', count: 1, memoryGib: 16 },
};
export const GPU_4: MachineType = {
  ...GPU,
  type: 'g.12xlarge',
  vcpu: 48,
  memoryMib: 196_608,
  gpu: { model: 'A10G', count: 4, memoryGib: 24 },
};

export function clusterWith(capacity: Partial<Capacity>, more: Partial<ClusterRequest> = {}): ClusterRequest {
  return { ...PLAIN, ...more, capacity: { ...PLAIN.capacity, ...capacity } };
}

export function size(cluster: ClusterRequest, catalog: Catalog, facts: NodeFacts = FACTS, zones = 3): Sizing {
  const context = contextOf(cluster, { catalog });
  return sizeInRegion({ ...candidateOf(context, 'eks/eu-central-1/3-zones'), zones }, context, facts);
}

/** `main: 3 × m.large at 100000`: the pools, for a reader. */
export function pools(sizing: Sizing): readonly string[] {
  if (sizing.kind !== 'sized') return [`${sizing.kind}: ${sizing.reason}`];
  return sizing.pools.map(
    (pool) =>
      `${pool.name}: ${pool.nodes} × ${pool.machineType} at ${pool.microUsdPerHour}${pool.interruptible ? ', interruptible' : ''}`,
  );
}

export const workload = (more: Partial<Workload>): Workload => ({
  replicas: 4,
  cpu: 1,
  memoryGib: 1,
  gpus: 0,
  spread: 'zones',
  interruptible: false,
  ...more,
});
