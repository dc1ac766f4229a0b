import { Architecture } from '../cluster';
import { ValidationError } from '../values';

/** What a machine must have, exactly. */
export interface GkeMachineShape {
  readonly vcpu: number;
  readonly memoryGib: number;
  /** @default Architecture.AMD64 */
  readonly architecture?: Architecture;
}

interface Series {
  readonly name: string;
  readonly architecture: Architecture;
  readonly gibPerVcpu: number;
  readonly vcpus: readonly number[];
}

const N4_VCPUS = [2, 4, 8, 16, 32, 48, 64, 80];
const C4A_VCPUS = [1, 2, 4, 8, 16, 32, 48, 64, 72];

/**
 * In order of preference: N4 before E2, since the cores of E2 are oversubscribed; C4A for Arm.
 *
 * Source: https://cloud.google.com/compute/docs/general-purpose-machines, as of 2026-11.
 */
const SERIES: readonly Series[] = [
  { name: 'n4-standard', architecture: Architecture.AMD64, gibPerVcpu: 4, vcpus: N4_VCPUS },
  { name: 'n4-highmem', architecture: Architecture.AMD64, gibPerVcpu: 8, vcpus: N4_VCPUS },
  { name: 'n4-highcpu', architecture: Architecture.AMD64, gibPerVcpu: 2, vcpus: N4_VCPUS },
  { name: 'e2-standard', architecture: Architecture.AMD64, gibPerVcpu: 4, vcpus: [2, 4, 8, 16, 32] },
  { name: 'e2-highmem', architecture: Architecture.AMD64, gibPerVcpu: 8, vcpus: [2, 4, 8, 16] },
  { name: 'e2-highcpu', architecture: Architecture.AMD64, gibPerVcpu: 1, vcpus: [2, 4, 8, 16, 32] },
  { name: 'c4a-standard', architecture: Architecture.ARM64, gibPerVcpu: 4, vcpus: C4A_VCPUS },
  { name: 'c4a-highmem', architecture: Architecture.ARM64, gibPerVcpu: 8, vcpus: C4A_VCPUS },
  { name: 'c4a-highcpu', architecture: Architecture.ARM64, gibPerVcpu: 2, vcpus: C4A_VCPUS },
];

/** Machine series that boot from Hyperdisk only and refuse the persistent disk that GKE gives by default. */
const HYPERDISK_ONLY = /^(a3-ultragpu|a4|c4|c4a|c4d|g4|h4d|m4|n4|n4a|n4d|x4)-/;

/**
 * The machine type that has exactly this shape. Pure: it knows shapes, not which zone offers them.
 *
 * @throws ValidationError naming the nearest shape when no type has this one.
 */
export function gkeMachineTypeOf(shape: GkeMachineShape): string {
  const architecture = shape.architecture ?? Architecture.AMD64;
  const types = SERIES.filter((series) => series.architecture === architecture).flatMap((series) =>
    series.vcpus.map((vcpu) => ({
      name: `${series.name}-${vcpu}`,
      vcpu,
      memoryGib: vcpu * series.gibPerVcpu,
    })),
  );
  const exact = types.find((type) => type.vcpu === shape.vcpu && type.memoryGib === shape.memoryGib);
  if (exact !== undefined) return exact.name;
  if (!(shape.vcpu > 0 && shape.memoryGib > 0)) {
    throw new ValidationError(
      `'machine' of ${shape.vcpu} vCPU and ${shape.memoryGib} GiB must have more than none of both`,
    );
  }
  const distance = (type: { readonly vcpu: number; readonly memoryGib: number }): number =>
    Math.abs(Math.log2(type.vcpu / shape.vcpu)) + Math.abs(Math.log2(type.memoryGib / shape.memoryGib));
  const nearest = types.reduce((best, type) => (distance(type) < distance(best) ? type : best));
  throw new ValidationError(
    `'machine' of ${shape.vcpu} vCPU and ${shape.memoryGib} GiB (${architecture}) has no machine type; the nearest is '${nearest.name}' with ${nearest.vcpu} vCPU and ${nearest.memoryGib} GiB`,
  );
}

/** The disk type that a machine type must boot from; `undefined` where the persistent disk that GKE gives by default will do. */
export function gkeBootDiskTypeOf(machineType: string): string | undefined {
  return HYPERDISK_ONLY.test(machineType) ? 'hyperdisk-balanced' : undefined;
}
