import { Architecture } from '../cluster';
import { ValidationError } from '../values';

/** A machine by what it holds instead of by its name. */
export interface EksMachineShape {
  /** Virtual processors: 2, 4, 8, 16, 32, 48 or 64 (and 96 or 192 on `AMD64`). */
  readonly vcpu: number;
  /** Memory in GiB: 2, 4 or 8 for each vCPU. */
  readonly memoryGib: number;
  /**
   * Processor architecture; images must be built for it.
   *
   * @default Architecture.AMD64
   */
  readonly architecture?: Architecture;
}

/** Families of one generation by GiB of memory per vCPU: compute, general purpose, memory. */
const FAMILIES: Readonly<Record<Architecture, readonly (readonly [gibPerVcpu: number, family: string])[]>> = {
  [Architecture.AMD64]: [
    [2, 'c7i'],
    [4, 'm7i'],
    [8, 'r7i'],
  ],
  [Architecture.ARM64]: [
    [2, 'c7g'],
    [4, 'm7g'],
    [8, 'r7g'],
  ],
};

const SIZES: Readonly<Record<Architecture, readonly (readonly [vcpu: number, size: string])[]>> = {
  [Architecture.AMD64]: [
    [2, 'large'],
    [4, 'xlarge'],
    [8, '2xlarge'],
    [16, '4xlarge'],
    [32, '8xlarge'],
    [48, '12xlarge'],
    [64, '16xlarge'],
    [96, '24xlarge'],
    [192, '48xlarge'],
  ],
  [Architecture.ARM64]: [
    [2, 'large'],
    [4, 'xlarge'],
    [8, '2xlarge'],
    [16, '4xlarge'],
    [32, '8xlarge'],
    [48, '12xlarge'],
    [64, '16xlarge'],
  ],
};

/**
 * The instance type of exactly this shape. Exact and not "at least", because the type is part of a node group's identity:
 * with rounding, a type added to the table later would replace running nodes.
 *
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html
 * @throws ValidationError naming the nearest shapes when there is none.
 */
export function eksInstanceTypeOf(shape: EksMachineShape): string {
  const architecture = shape.architecture ?? Architecture.AMD64;
  const known = FAMILIES[architecture].flatMap(([gibPerVcpu, family]) =>
    SIZES[architecture].map(([vcpu, size]) => ({
      vcpu,
      memoryGib: vcpu * gibPerVcpu,
      instanceType: `${family}.${size}`,
    })),
  );
  const exact = known.find((one) => one.vcpu === shape.vcpu && one.memoryGib === shape.memoryGib);
  if (exact !== undefined) return exact.instanceType;
  const nearest = known
    .map((one) => {
      const ofVcpu = doublings(one.vcpu, shape.vcpu);
      return { ...one, ofVcpu, ofBoth: ofVcpu + doublings(one.memoryGib, shape.memoryGib) };
    })
    .sort(
      (a, b) => a.ofBoth - b.ofBoth || a.ofVcpu - b.ofVcpu || a.vcpu - b.vcpu || a.memoryGib - b.memoryGib,
    )
    .slice(0, 3)
    .map((one) => `${one.vcpu} vCPU with ${one.memoryGib} GiB (${one.instanceType})`);
  throw new ValidationError(
    `'machines' of the shape (${shape.vcpu} vCPU with ${shape.memoryGib} GiB, ${architecture}) do not exist here; nearest are ${nearest.join(', ')}`,
  );
}

/**
 * How many thousandths of a doubling lie between two sizes, so that 2 is as far from 4 as 32 is from 64, and ties are
 * ties. Nonsense is far from everything.
 */
function doublings(known: number, asked: number): number {
  return Math.round(1000 * Math.abs(Math.log2(known) - Math.log2(asked > 0 ? asked : 2 ** -10)));
}
