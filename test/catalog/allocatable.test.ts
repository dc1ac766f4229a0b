import {
  allocatable,
  embeddedCatalog,
  findMachineType,
  type MachineShape,
  type ProviderId,
} from '../../lib/catalog';

const catalog = embeddedCatalog();

const PLATFORMS = ['eks', 'gke', 'aks', 'self-managed-ec2', 'on-prem'] as const;

function machine(provider: ProviderId, type: string): MachineShape {
  return findMachineType(catalog, provider, type) ?? { vcpu: 0, memoryMib: 0, architecture: 'amd64' };
}

describe('allocatable resources on EKS', () => {
  it.each([
    ['m7i.large', 29, { milliCpu: 1930, memoryMib: 6903, pods: 29 }],
    ['t3.medium', 17, { milliCpu: 1930, memoryMib: 3246, pods: 17 }],
    ['m7i.xlarge', 58, { milliCpu: 3920, memoryMib: 14162, pods: 58 }],
    // eight cores: 60 + 10 + 2 × 5 + 4 × 2.5 m; 32768 × 0.925 - (11 × 110 + 255) - 100 MiB
    ['m7i.2xlarge', 110, { milliCpu: 7910, memoryMib: 28745, pods: 110 }],
    // arm64 loses 64 MiB first: (8192 - 64) × 0.925 - (11 × 29 + 255) - 100 MiB
    ['m7g.large', 29, { milliCpu: 1930, memoryMib: 6844, pods: 29 }],
  ])('of %s with %i pods', (type, pods, expected) => {
    expect(allocatable('eks', machine('aws', type), pods)).toEqual(expected);
  });

  it('fall by 11 MiB with every pod', () => {
    const with29 = allocatable('eks', machine('aws', 'm7i.large'), 29);
    const with110 = allocatable('eks', machine('aws', 'm7i.large'), 110);
    expect(with29.memoryMib - with110.memoryMib).toBe(11 * 81);
  });
});

describe('allocatable resources on GKE', () => {
  it.each([
    // a quarter of 4 GiB and a fifth of the next 4 are kept, and 100 MiB for eviction
    ['n4-standard-2', { milliCpu: 1930, memoryMib: 6248, pods: 110 }],
    // 16 GiB: 1024 + 819.2 + 819.2
    ['n4-standard-4', { milliCpu: 3920, memoryMib: 13621, pods: 110 }],
    // 64 GiB: 2662.4 + 6 % of 48 GiB
    ['n4-standard-16', { milliCpu: 15890, memoryMib: 59824, pods: 110 }],
    // 128 GiB: 2662.4 + 6 % of 112 GiB
    ['n2-highmem-16', { milliCpu: 15890, memoryMib: 121428, pods: 110 }],
    // shared core: two vCPU are shown, 1060 m of them kept
    ['e2-medium', { milliCpu: 940, memoryMib: 2972, pods: 110 }],
  ])('of %s', (type, expected) => {
    expect(allocatable('gke', machine('gcp', type), 110)).toEqual(expected);
  });

  it('keep 2 % of the memory above 128 GiB', () => {
    const large: MachineShape = { vcpu: 32, memoryMib: 256 * 1024, architecture: 'amd64' };
    // 262144 - (2662.4 + 6881.28 + 2621.44) - 100
    expect(allocatable('gke', large, 110)).toEqual({ milliCpu: 31_850, memoryMib: 249_878, pods: 110 });
  });
});

describe('allocatable resources on AKS', () => {
  it.each([
    // 60 + 40 m; 8 GiB: 1024 + 819.2, and 750 MiB for eviction
    [2, 8192, { milliCpu: 1900, memoryMib: 5598, pods: 110 }],
    // 60 + 40 + 2 × 20 m; 16 GiB: 1024 + 819.2 + 819.2
    [4, 16_384, { milliCpu: 3860, memoryMib: 12_971, pods: 110 }],
    // 140 + 12 × 10 m; 64 GiB: 2662.4 + 6 % of 48 GiB
    [16, 65_536, { milliCpu: 15_740, memoryMib: 59_174, pods: 110 }],
  ])('of %i vCPU with %i MiB', (vcpu, memoryMib, expected) => {
    expect(allocatable('aks', { vcpu, memoryMib, architecture: 'amd64' }, 110)).toEqual(expected);
  });
});

describe('allocatable resources of kubeadm on EC2', () => {
  it.each([
    // 80 m + 1 %; 8192 × 0.925 = 7577.6 are seen, 5 % + 330 MiB of them kept, and 100 MiB for eviction
    ['m7i.large', { milliCpu: 1900, memoryMib: 6768, pods: 110 }],
    // arm64 loses 64 MiB first: (16384 - 64) × 0.925 × 0.95 - 430
    ['m7g.xlarge', { milliCpu: 3880, memoryMib: 13_911, pods: 110 }],
  ])('of %s', (type, expected) => {
    expect(allocatable('self-managed-ec2', machine('aws', type), 110)).toEqual(expected);
  });
});

describe('allocatable resources on premises', () => {
  it('keep 80 m and 1 % of CPU, 330 MiB and 5 % of memory, and 100 MiB for eviction', () => {
    const server: MachineShape = { vcpu: 16, memoryMib: 65_536, architecture: 'amd64' };
    expect(allocatable('on-prem', server, 110)).toEqual({ milliCpu: 15_760, memoryMib: 61_829, pods: 110 });
  });

  it('do not depend on the number of pods', () => {
    const server: MachineShape = { vcpu: 4, memoryMib: 8192, architecture: 'arm64' };
    expect(allocatable('on-prem', server, 250)).toEqual({ milliCpu: 3880, memoryMib: 7352, pods: 250 });
  });
});

describe('allocatable resources of any machine', () => {
  it('are never negative', () => {
    const tiny: MachineShape = { vcpu: 0.05, memoryMib: 256, architecture: 'amd64' };
    for (const platform of PLATFORMS) {
      const { milliCpu, memoryMib } = allocatable(platform, tiny, 110);
      expect(milliCpu).toBeGreaterThanOrEqual(0);
      expect(memoryMib).toBeGreaterThanOrEqual(0);
    }
    expect(allocatable('eks', tiny, 110).memoryMib).toBe(0);
  });

  it('are whole numbers below what the machine has, for every type of the catalogue on every platform', () => {
    const bad = catalog.machineTypes.flatMap((type) =>
      PLATFORMS.filter((platform) => {
        const { milliCpu, memoryMib } = allocatable(platform, type, 110);
        const whole = Number.isInteger(milliCpu) && Number.isInteger(memoryMib);
        return (
          !whole ||
          milliCpu <= 0 ||
          milliCpu >= type.vcpu * 1000 ||
          memoryMib <= 0 ||
          memoryMib >= type.memoryMib
        );
      }).map((platform) => `${platform} ${type.type}`),
    );
    expect(bad).toEqual([]);
  });
});
