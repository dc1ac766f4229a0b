import { TerraformVariable } from 'cdktf';
import { GkeMachine, type GkeNodePoolOptions } from '../../lib/gke';
import { GkeBootDiskType, GkeLocalSsd, GkeSecondaryDiskMode } from '../../lib/gke/disks';
import { gkeStack } from './gke-stack';
import { definePool, nodesBeyondDefault, poolBeyondDefault, refusalOf } from './pools';

const N4 = GkeMachine.ofType('n4-standard-4');
const N2 = GkeMachine.ofType('n2-standard-4');
const A3 = GkeMachine.ofType('a3-highgpu-8g');
const STORAGE_POOL = 'projects/acme-prod/zones/europe-west3-a/storagePools/boot';
const IMAGE = 'projects/acme-prod/global/images/models';

describe('the disk that a node boots from', () => {
  it('is of the type and size told, by the older arguments', () => {
    expect(nodesBeyondDefault({ diskSizeGib: 200, bootDisk: { type: GkeBootDiskType.SSD } })).toEqual({
      disk_size_gb: 200,
      disk_type: 'pd-ssd',
    });
    expect(nodesBeyondDefault({ bootDisk: {} })).toEqual({});
  });

  it('is as fast as told, by the block, which stands in place of the older arguments', () => {
    expect(
      nodesBeyondDefault({
        machine: N4,
        diskSizeGib: 200,
        bootDisk: { iops: 6000, throughputMibps: 500 },
        storagePools: [STORAGE_POOL],
      }),
    ).toEqual({
      machine_type: 'n4-standard-4',
      boot_disk: {
        disk_type: 'hyperdisk-balanced',
        size_gb: 200,
        provisioned_iops: 6000,
        provisioned_throughput: 500,
      },
      storage_pools: [STORAGE_POOL],
    });
  });
});

describe('further disks of a node', () => {
  it.each([
    [{ image: IMAGE }, { disk_image: IMAGE }],
    [
      { image: IMAGE, mode: GkeSecondaryDiskMode.CONTAINER_IMAGE_CACHE },
      { disk_image: IMAGE, mode: 'CONTAINER_IMAGE_CACHE' },
    ],
  ])('are attached with what they hold: %#', (disk, expected) => {
    const options = { imageStreaming: true, secondaryBootDisks: [disk] };
    expect(nodesBeyondDefault(options)).toEqual({
      gcfs_config: { enabled: true },
      secondary_boot_disks: [expected],
    });
    expect(poolBeyondDefault(options)).toEqual({});
  });

  it('are none for an empty list, and streaming is off when it is said', () => {
    expect(nodesBeyondDefault({ secondaryBootDisks: [], storagePools: [], imageStreaming: false })).toEqual({
      gcfs_config: { enabled: false },
    });
  });

  it.each([
    [GkeLocalSsd.ephemeral(2), { ephemeral_storage_local_ssd_config: { local_ssd_count: 2 } }],
    [
      GkeLocalSsd.ephemeral(1, { dataCacheCount: 1 }),
      { ephemeral_storage_local_ssd_config: { local_ssd_count: 1, data_cache_count: 1 } },
    ],
    [
      GkeLocalSsd.ephemeral(0, { dataCacheCount: 2 }),
      { ephemeral_storage_local_ssd_config: { local_ssd_count: 0, data_cache_count: 2 } },
    ],
    [GkeLocalSsd.raw(2), { local_nvme_ssd_block_config: { local_ssd_count: 2 } }],
  ])('are local ones: %#', (localSsd, expected) => {
    expect(nodesBeyondDefault({ machine: N2, localSsd })).toEqual({
      machine_type: 'n2-standard-4',
      ...expected,
    });
  });

  it('are those that the machine comes with, in another use', () => {
    expect(nodesBeyondDefault({ machine: A3, localSsd: GkeLocalSsd.raw(16) })).toMatchObject({
      local_nvme_ssd_block_config: { local_ssd_count: 16 },
    });
    expect(nodesBeyondDefault({ machine: A3, localSsd: GkeLocalSsd.raw(16) })).not.toHaveProperty(
      'ephemeral_storage_local_ssd_config',
    );
  });

  it('are not counted when they are none', () => {
    expect(() => GkeLocalSsd.raw(0)).toThrow(
      new Error(`'localSsd' count (0) must be a whole number of at least 1`),
    );
    expect(() => GkeLocalSsd.ephemeral(0)).toThrow(
      new Error(`'localSsd' count (0) must be a whole number of at least 1`),
    );
    expect(() => GkeLocalSsd.ephemeral(1, { dataCacheCount: 0 })).toThrow(
      new Error(`'localSsd' dataCacheCount (0) must be a whole number of at least 1`),
    );
  });
});

describe('disks', () => {
  it.each<[Partial<GkeNodePoolOptions>, string]>([
    [
      { diskSizeGib: 9 },
      `'diskSizeGib' (9) must be a whole number of at least 10, the least that GKE allows`,
    ],
    [
      { machine: N4, bootDisk: { type: GkeBootDiskType.SSD } },
      `'bootDisk' type 'pd-ssd' must be 'hyperdisk-balanced' on 'n4-standard-4', which boots from nothing else`,
    ],
    [{ bootDisk: { iops: 3000 } }, `'bootDisk' iops needs the type HYPERDISK_BALANCED`],
    [
      { machine: N4, bootDisk: { iops: 2999, throughputMibps: 2401 } },
      `'bootDisk' iops (2999) must be a whole number of 3000 to 160000; 'bootDisk' throughputMibps (2401) must be a whole number of 140 to 2400`,
    ],
    [{ storagePools: [STORAGE_POOL] }, `'storagePools' need the 'bootDisk' type HYPERDISK_BALANCED`],
    [
      { machine: N4, storagePools: ['boot'] },
      `'storagePools' holds 'boot', which must be 'projects/…/zones/…/storagePools/…'`,
    ],
    [{ secondaryBootDisks: [{ image: IMAGE }] }, `'secondaryBootDisks' need 'imageStreaming' to be true`],
    [
      { imageStreaming: true, secondaryBootDisks: [{ image: 'models' }] },
      `'secondaryBootDisks' image 'models' must be 'projects/…/global/images/…'`,
    ],
    [
      { imageStreaming: true, secondaryBootDisks: [{ image: IMAGE }, { image: IMAGE }] },
      `'secondaryBootDisks' holds 2 disks, and hashicorp/google hands on the first only; put all on one`,
    ],
    [
      { localSsd: GkeLocalSsd.raw(1) },
      `'localSsd' needs a machine that takes local disks, which 'e2-standard-4' is not`,
    ],
    [
      { machine: A3, localSsd: GkeLocalSsd.ephemeral(8) },
      `'localSsd' (8) must be the 16 that 'a3-highgpu-8g' comes with`,
    ],
  ])('are refused: %#', (options, message) => {
    expect(refusalOf(options)).toBe(message);
  });

  it('are not judged where only Terraform knows them', () => {
    const stack = gkeStack();
    const unknown = new TerraformVariable(stack, 'Unknown', { type: 'string' });
    definePool(stack, {
      diskSizeGib: unknown.numberValue,
      imageStreaming: true,
      secondaryBootDisks: [{ image: unknown.stringValue }],
    });
  });
});
