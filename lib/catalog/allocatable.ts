import type { MachineType } from './types';

/** Platforms whose reserve formulas are known. */
export type AllocatablePlatform = 'eks' | 'gke' | 'aks' | 'self-managed-ec2' | 'on-prem';

/** What pods can have of one node, after what the platform keeps for the system. */
export interface Allocatable {
  readonly milliCpu: number;
  readonly memoryMib: number;
  readonly pods: number;
}

/** The part of a machine that decides how much of it pods can have. */
export type MachineShape = Pick<MachineType, 'vcpu' | 'memoryMib' | 'architecture'> &
  Partial<Pick<MachineType, 'class'>>;

interface CpuBracket {
  readonly cores: number;
  readonly tenths: number;
}

/** Amount of one core, in tenths of a millicore, kept by the kubelet on EKS and GKE: 6 %, 1 %, 0.5 %, 0.5 %, then 0.25 %. */
const CPU_BRACKETS: readonly CpuBracket[] = [
  { cores: 1, tenths: 600 },
  { cores: 1, tenths: 100 },
  { cores: 2, tenths: 50 },
  { cores: Number.POSITIVE_INFINITY, tenths: 25 },
];

/** The same on AKS: 6 %, 4 %, 2 %, 2 %, then 1 %. */
const AKS_CPU_BRACKETS: readonly CpuBracket[] = [
  { cores: 1, tenths: 600 },
  { cores: 1, tenths: 400 },
  { cores: 2, tenths: 200 },
  { cores: Number.POSITIVE_INFINITY, tenths: 100 },
];

/** Percent of memory that GKE and AKS keep, bracket by bracket. */
const MEMORY_BRACKETS = [
  { mib: 4 * 1024, percent: 25 },
  { mib: 4 * 1024, percent: 20 },
  { mib: 8 * 1024, percent: 10 },
  { mib: 112 * 1024, percent: 6 },
  { mib: Number.POSITIVE_INFINITY, percent: 2 },
] as const;

/** The kubelet evicts pods below this by default, and all platforms but AKS leave it so. */
const EVICTION_MIB = 100;
const AKS_EVICTION_MIB = 750;
/** GKE keeps a flat amount of the shared-core E2 types, which show two vCPU and have one. */
const GKE_SHARED_CORE_RESERVED_MILLI_CPU = 1060;

/**
 * Allocatable resources of a node, rounded down.
 *
 * An estimate from published formulas, not a measurement: the kernel and firmware take a little more or less per
 * machine type. System daemons are not subtracted, the caller knows them. `maxPods` is what the node will be
 * defined with; on EKS it also decides how much memory is kept.
 *
 * - EKS: 7.5 % of memory is lost to the virtual machine (on arm64 64 MiB first), then 255 MiB + 11 MiB per pod.
 * - GKE: a quarter of the first 4 GiB, then less and less; shared-core (`burstable`) types keep 1060 m of CPU.
 * - AKS: more of each core and the same brackets of memory as GKE, but pods are evicted below 750 MiB already. Karpenter takes
 *   7.5 % of memory off beside, as a guess of what the virtual machine loses; that is in no formula of AKS and is left out.
 * - On premises: 80 m + 1 % of CPU and 330 MiB + 5 % of memory.
 * - Self-managed on EC2: the same, of what EC2 lets the machine see of its memory. kubeadm by itself keeps nothing; this is what
 *   the machines would be set to.
 *
 * @see https://github.com/aws/karpenter-provider-aws/blob/main/pkg/providers/instancetype/types.go
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/plan-node-sizes
 * @see https://github.com/Azure/karpenter-provider-azure/blob/main/pkg/providers/instancetype/instancetype.go
 * @see https://cloud.google.com/kubernetes-engine/distributed-cloud/vmware/docs/how-to/resources-available-pods
 */
export function allocatable(
  platform: AllocatablePlatform,
  machine: MachineShape,
  maxPods: number,
): Allocatable {
  return {
    milliCpu: atLeastZero(milliCpu(platform, machine)),
    memoryMib: atLeastZero(memoryMib(platform, machine, maxPods)),
    pods: maxPods,
  };
}

function milliCpu(platform: AllocatablePlatform, machine: MachineShape): number {
  const total = machine.vcpu * 1000;
  if (platform === 'on-prem' || platform === 'self-managed-ec2') {
    return (total * 99) / 100 - 80;
  }
  if (platform === 'gke' && machine.class === 'burstable') {
    return total - GKE_SHARED_CORE_RESERVED_MILLI_CPU;
  }
  let reservedTenths = 0;
  let rest = machine.vcpu;
  for (const bracket of platform === 'aks' ? AKS_CPU_BRACKETS : CPU_BRACKETS) {
    const cores = Math.min(rest, bracket.cores);
    reservedTenths += cores * bracket.tenths;
    rest -= cores;
  }
  return (total * 10 - reservedTenths) / 10;
}

function memoryMib(platform: AllocatablePlatform, machine: MachineShape, maxPods: number): number {
  const total = machine.memoryMib;
  if (platform === 'on-prem') {
    return (total * 95) / 100 - 330 - EVICTION_MIB;
  }
  if (platform === 'eks' || platform === 'self-managed-ec2') {
    const visible = machine.architecture === 'arm64' ? total - 64 : total;
    // multiplied first: 0.925 has no exact binary form
    return platform === 'eks'
      ? (visible * 925) / 1000 - (11 * maxPods + 255) - EVICTION_MIB
      : (visible * 925 * 95) / 100_000 - 330 - EVICTION_MIB;
  }
  let reservedHundredths = 0;
  let rest = total;
  for (const bracket of MEMORY_BRACKETS) {
    const mib = Math.min(rest, bracket.mib);
    reservedHundredths += mib * bracket.percent;
    rest -= mib;
  }
  return (total * 100 - reservedHundredths) / 100 - (platform === 'aks' ? AKS_EVICTION_MIB : EVICTION_MIB);
}

function atLeastZero(value: number): number {
  return Math.max(0, Math.floor(value));
}
