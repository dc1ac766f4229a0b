import type { MachineType } from './types';

/** Platforms whose reserve formulas are known. */
export type AllocatablePlatform = 'eks' | 'gke' | 'on-prem';

/** What pods can have of one node, after what the platform keeps for the system. */
export interface Allocatable {
  readonly milliCpu: number;
  readonly memoryMib: number;
  readonly pods: number;
}

/** The part of a machine that decides how much of it pods can have. */
export type MachineShape = Pick<MachineType, 'vcpu' | 'memoryMib' | 'architecture'> &
  Partial<Pick<MachineType, 'class'>>;

/** Amount of one core, in tenths of a millicore, kept by the kubelet on EKS and GKE: 6 %, 1 %, 0.5 %, 0.5 %, then 0.25 %. */
const CPU_BRACKETS = [
  { cores: 1, tenths: 600 },
  { cores: 1, tenths: 100 },
  { cores: 2, tenths: 50 },
  { cores: Number.POSITIVE_INFINITY, tenths: 25 },
] as const;

/** Percent of memory that GKE keeps, bracket by bracket. */
const GKE_MEMORY_BRACKETS = [
  { mib: 4 * 1024, percent: 25 },
  { mib: 4 * 1024, percent: 20 },
  { mib: 8 * 1024, percent: 10 },
  { mib: 112 * 1024, percent: 6 },
  { mib: Number.POSITIVE_INFINITY, percent: 2 },
] as const;

/** The kubelet evicts pods below this; all three platforms use the default of Kubernetes. */
const EVICTION_MIB = 100;
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
 * - On premises: 80 m + 1 % of CPU and 330 MiB + 5 % of memory.
 *
 * @see https://github.com/aws/karpenter-provider-aws/blob/main/pkg/providers/instancetype/types.go
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/plan-node-sizes
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
  if (platform === 'on-prem') {
    return total - 80 - total / 100;
  }
  if (platform === 'gke' && machine.class === 'burstable') {
    return total - GKE_SHARED_CORE_RESERVED_MILLI_CPU;
  }
  let reservedTenths = 0;
  let rest = machine.vcpu;
  for (const bracket of CPU_BRACKETS) {
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
  if (platform === 'eks') {
    const visible = machine.architecture === 'arm64' ? total - 64 : total;
    // multiplied first: 0.925 has no exact binary form
    return (visible * 925) / 1000 - (11 * maxPods + 255) - EVICTION_MIB;
  }
  let reservedHundredths = 0;
  let rest = total;
  for (const bracket of GKE_MEMORY_BRACKETS) {
    const mib = Math.min(rest, bracket.mib);
    reservedHundredths += mib * bracket.percent;
    rest -= mib;
  }
  return (total * 100 - reservedHundredths) / 100 - EVICTION_MIB;
}

function atLeastZero(value: number): number {
  return Math.max(0, Math.floor(value));
}
