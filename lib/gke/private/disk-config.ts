import type { ContainerNodePoolNodeConfig } from '@cdktf/provider-google/lib/container-node-pool';
import { Token } from 'cdktf';
import { whenResolved } from '../../cluster/private/tokens';
import { GkeBootDiskType, type GkeLocalSsd, GkeLocalSsdUse } from '../disks';
import { gkeBootDiskTypeOf } from '../machine-shape';
import type { GkeNodePoolOptions } from '../node-pool-options';
import { acceleratorOf } from './accelerators';
import { sortedOf } from './block';

const IMAGE = /^(https:\/\/www\.googleapis\.com\/compute\/v1\/)?projects\/[^/]+\/global\/images\/[^/]+$/;
const STORAGE_POOL = /^projects\/[^/]+\/zones\/[^/]+\/storagePools\/[^/]+$/;
/** Series without local disks. Source: https://cloud.google.com/compute/docs/disks/local-ssd, as of 2026-11. */
const WITHOUT_LOCAL_SSD = /^(e2|n4|t2a|t2d)-/;

/** Disks of a node: what it boots from, what it brings, and what was attached. */
export function renderDisks(options: GkeNodePoolOptions): Partial<ContainerNodePoolNodeConfig> {
  const { bootDisk, diskSizeGib, secondaryBootDisks = [] } = options;
  const diskType = bootDiskType(options);
  const isTuned = bootDisk?.iops !== undefined || bootDisk?.throughputMibps !== undefined;
  return {
    // either the block or the two older arguments: the provider keeps only one of them in step
    diskSizeGb: isTuned ? undefined : diskSizeGib,
    diskType: isTuned ? undefined : diskType,
    bootDisk: isTuned
      ? {
          diskType,
          sizeGb: diskSizeGib,
          provisionedIops: bootDisk.iops,
          provisionedThroughput: bootDisk.throughputMibps,
        }
      : undefined,
    storagePools: sortedOf(options.storagePools),
    secondaryBootDisks:
      secondaryBootDisks.length === 0
        ? undefined
        : secondaryBootDisks.map(({ image, mode }) => ({ diskImage: image, mode })),
    ...renderLocalSsd(options.localSsd, acceleratorOf(options.machine.machineType)?.localSsds),
  };
}

/** Disks that come with the machine are named as well: GKE names them, and would be corrected for ever. */
function renderLocalSsd(
  localSsd: GkeLocalSsd | undefined,
  brought: number | undefined,
): Partial<ContainerNodePoolNodeConfig> {
  if (localSsd === undefined) {
    return brought === undefined ? {} : { ephemeralStorageLocalSsdConfig: { localSsdCount: brought } };
  }
  if (localSsd.use === GkeLocalSsdUse.RAW)
    return { localNvmeSsdBlockConfig: { localSsdCount: localSsd.count } };
  return {
    ephemeralStorageLocalSsdConfig: {
      localSsdCount: localSsd.count,
      dataCacheCount: localSsd.dataCacheCount,
    },
  };
}

/** What nodes boot from, as Compute Engine names it; `undefined` for what GKE gives. */
export function bootDiskType({ bootDisk, machine }: GkeNodePoolOptions): string | undefined {
  return bootDisk?.type ?? gkeBootDiskTypeOf(machine.machineType);
}

/** One sentence for everything about its disks that a pool could not be made with. */
export function describeDisks(options: GkeNodePoolOptions): readonly string[] {
  const { diskSizeGib } = options;
  const problems: string[] = [];
  whenResolved(diskSizeGib, (size) => {
    if (Number.isInteger(size) && size >= 10) return;
    problems.push(`'diskSizeGib' (${size}) must be a whole number of at least 10, the least that GKE allows`);
  });
  return [
    ...problems,
    ...describeBootDisk(options),
    ...describeSecondary(options),
    ...describeLocalSsd(options),
  ];
}

function describeBootDisk(options: GkeNodePoolOptions): readonly string[] {
  const { bootDisk = {}, machine, storagePools = [] } = options;
  const problems: string[] = [];
  const wanted = gkeBootDiskTypeOf(machine.machineType);
  if (bootDisk.type !== undefined && wanted !== undefined && bootDisk.type !== wanted) {
    problems.push(
      `'bootDisk' type '${bootDisk.type}' must be '${wanted}' on '${machine.machineType}', which boots from nothing else`,
    );
  }
  const isHyperdisk = bootDiskType(options) === GkeBootDiskType.HYPERDISK_BALANCED;
  const performance: readonly (readonly [string, number | undefined, number, number])[] = [
    ['iops', bootDisk.iops, 3000, 160_000],
    ['throughputMibps', bootDisk.throughputMibps, 140, 2400],
  ];
  for (const [name, value, least, most] of performance) {
    if (value !== undefined && !isHyperdisk) {
      problems.push(`'bootDisk' ${name} needs the type HYPERDISK_BALANCED`);
    }
    whenResolved(value, (known) => {
      if (Number.isInteger(known) && known >= least && known <= most) return;
      problems.push(`'bootDisk' ${name} (${known}) must be a whole number of ${least} to ${most}`);
    });
  }
  if (storagePools.length > 0 && !isHyperdisk) {
    problems.push(`'storagePools' need the 'bootDisk' type HYPERDISK_BALANCED`);
  }
  for (const pool of storagePools) {
    whenResolved(pool, (known) => {
      if (STORAGE_POOL.test(known)) return;
      problems.push(`'storagePools' holds '${known}', which must be 'projects/…/zones/…/storagePools/…'`);
    });
  }
  return problems;
}

function describeSecondary({
  secondaryBootDisks = [],
  imageStreaming,
}: GkeNodePoolOptions): readonly string[] {
  const problems: string[] = [];
  if (secondaryBootDisks.length > 0 && imageStreaming !== true) {
    problems.push(`'secondaryBootDisks' need 'imageStreaming' to be true`);
  }
  if (secondaryBootDisks.length > 1) {
    // it reads all that it finds and sends the first, so the plan would never be empty, and the pool replaced each time
    problems.push(
      `'secondaryBootDisks' holds ${secondaryBootDisks.length} disks, and hashicorp/google hands on the first only; put all on one`,
    );
  }
  for (const { image } of secondaryBootDisks) {
    whenResolved(image, (known) => {
      if (IMAGE.test(known)) return;
      problems.push(`'secondaryBootDisks' image '${known}' must be 'projects/…/global/images/…'`);
    });
  }
  return problems;
}

function describeLocalSsd({ localSsd, machine }: GkeNodePoolOptions): readonly string[] {
  if (localSsd === undefined) return [];
  const { machineType } = machine;
  if (WITHOUT_LOCAL_SSD.test(machineType)) {
    return [`'localSsd' needs a machine that takes local disks, which '${machineType}' is not`];
  }
  const brought = acceleratorOf(machineType)?.localSsds;
  const { dataCacheCount = 0 } = localSsd;
  if (Token.isUnresolved(localSsd.count) || Token.isUnresolved(dataCacheCount)) return [];
  const count = localSsd.count + dataCacheCount;
  if (brought === undefined || count === brought) return [];
  return [`'localSsd' (${count}) must be the ${brought} that '${machineType}' comes with`];
}
