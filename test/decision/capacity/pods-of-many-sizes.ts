import type { MixProblem, NodeShape } from '../../../lib/decision/capacity/mix';
import { largestFirst, type PodGroup } from '../../../lib/decision/capacity/packing';
import { problem, shape } from './brute-force';

/** Pods of many sizes, of which no two are alike, a third of them of each spread; `times` as many of each. */
export const manySizes = (count: number, times = 1): readonly PodGroup[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `g${index}`,
    replicas: times * (2 + ((index * 7) % 23)),
    milliCpu: 100 + ((index * 37) % 97) * 50,
    memoryMib: 256 + ((index * 53) % 211) * 64,
    gpus: 0,
    spread: (['zones', 'nodes', 'none'] as const)[index % 3] ?? 'zones',
  }));

/** The same without the spread over nodes, and every third with an accelerator. */
export const withAccelerators = (count: number, times = 1): readonly PodGroup[] =>
  manySizes(count, times).map((group, index) => ({
    ...group,
    spread: index % 2 === 0 ? 'zones' : 'none',
    gpus: index % 3 === 0 ? 1 : 0,
  }));

/** Machines of three families in four sizes: much processor, even, much memory. */
export const FAMILIES: readonly NodeShape[] = [2, 4, 8, 16].flatMap((vcpu) => [
  sized('c', vcpu, 2_048, 31),
  sized('m', vcpu, 4_096, 37),
  sized('r', vcpu, 8_192, 49),
]);

/** One with an accelerator for each four vCPU. */
export const ACCELERATED: readonly NodeShape[] = [4, 8, 16].map((vcpu) => ({
  ...sized('g', vcpu, 4_096, 150),
  gpus: vcpu / 4,
}));

/** Those machines of these names. */
export const only = (...names: readonly string[]): readonly NodeShape[] =>
  [...FAMILIES, ...ACCELERATED].filter(({ machineType }) => names.includes(machineType));

function sized(family: string, vcpu: number, mibEach: number, priceEach: number): NodeShape {
  const offers = { milliCpu: vcpu * 1_000 - 300, memoryMib: vcpu * mibEach - 900, pods: 106 };
  return shape(`${family}${vcpu}`, 0, 0, priceEach * vcpu * 1_000, { offers });
}

/** What so many equal zones must hold of these pods: their sums, and each by itself. */
export function holding(
  groups: readonly PodGroup[],
  zones: number,
  more: Partial<MixProblem> = {},
): MixProblem & Required<Pick<MixProblem, 'packings'>> {
  const share = (of: (group: PodGroup) => number): number =>
    Math.ceil(groups.reduce((sum, group) => sum + group.replicas * of(group), 0) / zones);
  const need = {
    milliCpu: share((group) => group.milliCpu),
    memoryMib: share((group) => group.memoryMib),
    pods: share(() => 1),
  };
  const gpus = share((group) => group.gpus);
  return { ...problem(need, { zones, gpus }), packings: [{ zones, groups: largestFirst(groups) }], ...more };
}
