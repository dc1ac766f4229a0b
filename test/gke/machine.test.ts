import { TerraformVariable } from 'cdktf';
import { Architecture } from '../../lib/cluster';
import { GkeMachine, gkeBootDiskTypeOf, gkeMachineTypeOf } from '../../lib/gke';
import { ValidationError } from '../../lib/values';
import { testStack } from '../support/synthesized';

describe('gkeMachineTypeOf', () => {
  it.each([
    [{ vcpu: 4, memoryGib: 16 }, 'n4-standard-4'],
    [{ vcpu: 80, memoryGib: 640 }, 'n4-highmem-80'],
    [{ vcpu: 2, memoryGib: 4 }, 'n4-highcpu-2'],
    [{ vcpu: 32, memoryGib: 32 }, 'e2-highcpu-32'],
    [{ vcpu: 4, memoryGib: 16, architecture: Architecture.AMD64 }, 'n4-standard-4'],
    [{ vcpu: 4, memoryGib: 16, architecture: Architecture.ARM64 }, 'c4a-standard-4'],
    [{ vcpu: 72, memoryGib: 144, architecture: Architecture.ARM64 }, 'c4a-highcpu-72'],
    [{ vcpu: 1, memoryGib: 8, architecture: Architecture.ARM64 }, 'c4a-highmem-1'],
  ])('finds the type of %j', (shape, machineType) => {
    expect(gkeMachineTypeOf(shape)).toBe(machineType);
    expect(GkeMachine.ofShape(shape).machineType).toBe(machineType);
  });

  it.each([
    [
      { vcpu: 4, memoryGib: 15 },
      "'machine' of 4 vCPU and 15 GiB (amd64) has no machine type; the nearest is 'n4-standard-4' with 4 vCPU and 16 GiB",
    ],
    [
      { vcpu: 1, memoryGib: 2 },
      "'machine' of 1 vCPU and 2 GiB (amd64) has no machine type; the nearest is 'e2-highcpu-2' with 2 vCPU and 2 GiB",
    ],
    [
      { vcpu: 4, memoryGib: 4, architecture: Architecture.ARM64 },
      "'machine' of 4 vCPU and 4 GiB (arm64) has no machine type; the nearest is 'c4a-highcpu-2' with 2 vCPU and 4 GiB",
    ],
    [{ vcpu: 0, memoryGib: 4 }, "'machine' of 0 vCPU and 4 GiB must have more than none of both"],
    [{ vcpu: 4, memoryGib: Number.NaN }, "'machine' of 4 vCPU and NaN GiB must have more than none of both"],
  ])('fails when no type has the shape %j', (shape, message) => {
    expect(() => gkeMachineTypeOf(shape)).toThrow(new Error(message));
  });
});

describe('gkeBootDiskTypeOf', () => {
  it.each([
    ['n4-standard-4', 'hyperdisk-balanced'],
    ['c4a-highmem-2', 'hyperdisk-balanced'],
    ['m4-megamem-28', 'hyperdisk-balanced'],
    ['h4d-standard-192', 'hyperdisk-balanced'],
    ['a3-ultragpu-8g', 'hyperdisk-balanced'],
    ['a4-highgpu-8g', 'hyperdisk-balanced'],
    ['g4-standard-48', 'hyperdisk-balanced'],
    ['a3-highgpu-8g', undefined],
    ['e2-standard-4', undefined],
    ['n2-standard-4', undefined],
    ['c3-standard-4', undefined],
  ])('boots %s from %s', (machineType, diskType) => {
    expect(gkeBootDiskTypeOf(machineType)).toBe(diskType);
  });
});

describe('GkeMachine.ofType', () => {
  it.each(['n2d-standard-8', 'a2-highgpu-1g', 'e2-custom-4-8192'])('takes %s by name', (machineType) => {
    expect(GkeMachine.ofType(machineType).machineType).toBe(machineType);
  });

  it.each([
    ['g2-standard-8', true],
    ['a2-megagpu-16g', true],
    ['n2d-standard-8', false],
    ['t2a-standard-4', false],
    ['c4a-standard-4', false],
  ])('knows whether %s has GPUs', (machineType, hasGpus) => {
    expect(GkeMachine.ofType(machineType).hasGpus).toBe(hasGpus);
  });

  it.each(['a4x-highgpu-4g', 'g2-custom-8-32768', 'g4-standard-24'])(
    'fails when %s has accelerators that are not known',
    (machineType) => {
      expect(() => GkeMachine.ofType(machineType)).toThrow(
        new ValidationError(
          `'machine' type '${machineType}' carries accelerators that are not known here; known are g2-standard-4, g2-standard-8, g2-standard-12, g2-standard-16, g2-standard-24, g2-standard-32, g2-standard-48, g2-standard-96, g4-standard-48, g4-standard-96, g4-standard-192, g4-standard-384, a2-highgpu-1g, a2-highgpu-2g, a2-highgpu-4g, a2-highgpu-8g, a2-megagpu-16g, a2-ultragpu-1g, a2-ultragpu-2g, a2-ultragpu-4g, a2-ultragpu-8g, a3-highgpu-1g, a3-highgpu-2g, a3-highgpu-4g, a3-highgpu-8g, a3-megagpu-8g, a3-ultragpu-8g, a4-highgpu-8g`,
        ),
      );
    },
  );

  it('fails when the name has not the form of a machine type', () => {
    expect(() => GkeMachine.ofType('m7i.large')).toThrow(
      new Error("'machine' type is 'm7i.large'; write a machine type such as 'n4-standard-4'"),
    );
  });

  it('fails when the name is known to Terraform only', () => {
    const type = new TerraformVariable(testStack(), 'type', { type: 'string' }).stringValue;
    expect(() => GkeMachine.ofType(type)).toThrow(
      new Error("'machine' type is a token; write a machine type such as 'n4-standard-4'"),
    );
  });
});
