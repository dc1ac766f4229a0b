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

/** Pods of which some need much processor and the others much memory, so that no type of {@link UNLIKE} alone holds all. */
export const twoKinds = (count: number, times = 1): readonly PodGroup[] =>
  manySizes(count, times).map((group, index) => {
    const much = 4_000 + ((index * 37) % 29) * 100;
    const little = 100 + ((index * 53) % 13) * 50;
    const [milliCpu, memoryMib] = index % 2 === 0 ? [much, little] : [little, much];
    return { ...group, milliCpu, memoryMib };
  });

/** Machines of which each has much of one thing and little of the other, of two architectures. */
export const UNLIKE: readonly NodeShape[] = [
  unlike('p1', 8_000, 1_500, 80),
  unlike('p2', 15_000, 2_900, 147),
  unlike('q1', 1_500, 8_000, 70),
  unlike('q2', 2_600, 15_500, 134),
  { ...unlike('arm-p', 7_700, 1_400, 71), architecture: 'arm64' },
  { ...unlike('arm-q', 1_700, 9_000, 78), architecture: 'arm64' },
];

function unlike(machineType: string, milliCpu: number, memoryMib: number, thousands: number): NodeShape {
  return shape(machineType, 0, 0, thousands * 1_000, { offers: { milliCpu, memoryMib, pods: 40 } });
}
