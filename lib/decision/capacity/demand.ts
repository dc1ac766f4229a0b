import { groupThousands } from '../../values';
import type { ClusterRequest } from '../request/types';

/** Processor, memory and pods: what a workload asks for or a node offers. Whole numbers. */
export interface Resources {
  readonly milliCpu: number;
  readonly memoryMib: number;
  readonly pods: number;
}

/**
 * What each of several equal failure domains must hold. When one of them may be lost, the others hold everything.
 * Headroom multiplies all three figures; rounding up happens once, at the end.
 */
export function needPerDomain(cluster: ClusterRequest, domains: number): Resources {
  const holders = cluster.availability.surviveZoneLoss && domains > 1 ? domains - 1 : domains;
  const share = (amount: number): number =>
    ceilDivide(amount * (100_000 + Math.round(cluster.capacity.headroomPercent * 1000)), 100_000 * holders);
  return {
    milliCpu: share(toMilliCpu(cluster.capacity.cpu)),
    memoryMib: share(toMib(cluster.capacity.memoryGib)),
    pods: share(cluster.capacity.pods),
  };
}

/**
 * Whether a spare node is needed: the demand must survive a loss and there is only one failure domain, so that what can be
 * lost and borne is a node.
 */
export function needsSpareNode(cluster: ClusterRequest, domains: number): boolean {
  return cluster.availability.surviveZoneLoss && domains === 1;
}

/** vCPU to whole millicores, rounded up; the inner rounding takes off the dust of binary fractions (0.1 × 1000). */
export function toMilliCpu(cpu: number): number {
  return Math.ceil(Math.round(cpu * 1e6) / 1e3);
}

/** GiB to whole MiB, rounded up in the same way. */
export function toMib(gib: number): number {
  return Math.ceil(Math.round(gib * 1024 * 1e3) / 1e3);
}

/** Exact for whole numbers of either sign, unlike rounding up a quotient. The divisor is positive. */
export function ceilDivide(dividend: number, divisor: number): number {
  // a remainder of floating-point numbers is slow and a quotient is not, so that one is corrected by what it comes to
  const quotient = Math.ceil(dividend / divisor) + 0;
  if (quotient * divisor < dividend) return quotient + 1;
  return (quotient - 1) * divisor >= dividend ? quotient - 1 : quotient;
}

/** The product of the first divided by that of the others, rounded up; exact for whole numbers of any size that are not negative. */
export function ceilRatio(factors: readonly number[], divisors: readonly number[]): number {
  const product = (numbers: readonly number[]): bigint =>
    numbers.reduce((result, number) => result * BigInt(number), 1n);
  const divisor = product(divisors);
  return Number((product(factors) + divisor - 1n) / divisor);
}

export function holds(offered: Resources, needed: Resources): boolean {
  return (
    offered.milliCpu >= needed.milliCpu &&
    offered.memoryMib >= needed.memoryMib &&
    offered.pods >= needed.pods
  );
}

export function add(left: Resources, right: Resources): Resources {
  return {
    milliCpu: left.milliCpu + right.milliCpu,
    memoryMib: left.memoryMib + right.memoryMib,
    pods: left.pods + right.pods,
  };
}

export function multiply(resources: Resources, factor: number): Resources {
  return {
    milliCpu: resources.milliCpu * factor,
    memoryMib: resources.memoryMib * factor,
    pods: resources.pods * factor,
  };
}

export function subtract(left: Resources, right: Resources): Resources {
  return add(left, multiply(right, -1));
}

export const NOTHING: Resources = { milliCpu: 0, memoryMib: 0, pods: 0 };

/** `24.00 vCPU, 96.0 GiB, 200 pods`: resources in words. Rounded down, so that nothing is promised that is not there. */
export function describeResources({ milliCpu, memoryMib, pods }: Resources): string {
  return [
    describeCpu(Math.floor(milliCpu / 10)),
    describeMemory(Math.floor((memoryMib * 10) / 1024)),
    describePods(pods),
  ].join(', ');
}

/** `0.82 vCPU and 1.0 GiB`: what is needed and not offered, in words. Rounded up, so that adding it is enough. */
export function describeGap(needed: Resources, offered: Resources): string {
  const gap = subtract(needed, offered);
  return [
    ...(gap.milliCpu > 0 ? [describeCpu(Math.ceil(gap.milliCpu / 10))] : []),
    ...(gap.memoryMib > 0 ? [describeMemory(Math.ceil((gap.memoryMib * 10) / 1024))] : []),
    ...(gap.pods > 0 ? [describePods(gap.pods)] : []),
  ].join(' and ');
}

function describeCpu(hundredths: number): string {
  return `${groupThousands(Math.floor(hundredths / 100))}.${String(hundredths % 100).padStart(2, '0')} vCPU`;
}

function describeMemory(tenths: number): string {
  return `${groupThousands(Math.floor(tenths / 10))}.${tenths % 10} GiB`;
}

function describePods(pods: number): string {
  return `${groupThousands(pods)} ${pods === 1 ? 'pod' : 'pods'}`;
}
