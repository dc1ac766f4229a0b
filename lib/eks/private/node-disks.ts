import type { LaunchTemplateBlockDeviceMappings } from '@cdktf/provider-aws/lib/launch-template';
import { Token } from 'cdktf';
import { EKS_ROOT_DISK_GIB } from '../../catalog/node-limits';
import type { EncryptionKey } from '../../cluster';
import { whenResolved } from '../../cluster/private/tokens';
import { EksDiskType } from '../disk-type';
import { EksNodeFamily } from '../node-image';

/** What a pool is told about the disk of each node. */
export interface NodeDiskOptions {
  readonly family: EksNodeFamily;
  readonly diskSizeGib: number | undefined;
  readonly diskIops: number | undefined;
  readonly diskThroughputMibps: number | undefined;
  /** ARN of the key; `undefined` for the account's key for EBS. */
  readonly keyArn: string | undefined;
  /** @default EksDiskType.GP3 */
  readonly diskType?: EksDiskType;
}

/** The smallest disk that a node is started with: the image of Windows alone takes more than 40 GiB. */
const LEAST_GIB: Readonly<Record<EksNodeFamily, number>> = {
  [EksNodeFamily.AMAZON_LINUX_2023]: 20,
  [EksNodeFamily.BOTTLEROCKET]: 20,
  [EksNodeFamily.WINDOWS]: 50,
};
const MOST_GIB = 16384;

/**
 * Bounds of gp3.
 *
 * Source: https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html, as of 2026-05.
 */
const GP3 = {
  iops: { least: 3000, most: 80000, perGib: 500 },
  throughput: { least: 125, most: 2000, perIops: 0.25 },
} as const;

const KEY_ARN = /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/;

/** One sentence for every prop of the disk that AWS would refuse; empty when all are fine. */
export function describeNodeDisk(
  options: Omit<NodeDiskOptions, 'keyArn'> & { readonly diskEncryption: EncryptionKey | undefined },
): readonly string[] {
  const { diskSizeGib = EKS_ROOT_DISK_GIB, diskIops, diskThroughputMibps } = options;
  const problems: string[] = [];
  const least = LEAST_GIB[options.family];
  if (!isWithin(diskSizeGib, least, MOST_GIB)) {
    problems.push(`'diskSizeGib' (${diskSizeGib}) must be a whole number of ${least} to ${MOST_GIB} GiB`);
  }
  // A size that Terraform fills in allows any, and so does a speed
  const [sizeKnown, iopsKnown] = [diskSizeGib, diskIops].map((value) => !Token.isUnresolved(value));
  if (diskIops !== undefined) {
    const most = GP3.iops.perGib * diskSizeGib;
    if (!isWithin(diskIops, GP3.iops.least, GP3.iops.most)) {
      problems.push(
        `'diskIops' (${diskIops}) must be a whole number of ${GP3.iops.least} to ${GP3.iops.most}`,
      );
    } else if (sizeKnown && iopsKnown && diskIops > most) {
      problems.push(
        `'diskIops' (${diskIops}) must be at most ${GP3.iops.perGib} for each GiB of 'diskSizeGib' (${diskSizeGib}), which is ${most}; ask for fewer or for a larger disk`,
      );
    }
  }
  if (diskThroughputMibps !== undefined) {
    const iops = diskIops ?? GP3.iops.least;
    const most = GP3.throughput.perIops * iops;
    if (!isWithin(diskThroughputMibps, GP3.throughput.least, GP3.throughput.most)) {
      problems.push(
        `'diskThroughputMibps' (${diskThroughputMibps}) must be a whole number of ${GP3.throughput.least} to ${GP3.throughput.most} MiB/s`,
      );
    } else if (iopsKnown && !Token.isUnresolved(diskThroughputMibps) && diskThroughputMibps > most) {
      problems.push(
        `'diskThroughputMibps' (${diskThroughputMibps}) must be at most a quarter of 'diskIops' (${iops}), which is ${most}; ask for less or for more 'diskIops'`,
      );
    }
  }
  whenResolved(options.diskEncryption?.existingKeyId, (arn) => {
    if (KEY_ARN.test(arn)) return;
    problems.push(
      `'diskEncryption' existing key (${arn}) must be the ARN of a KMS key such as 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'`,
    );
  });
  return problems;
}

/** The volumes of a node, all encrypted. Bottlerocket has two: its own, left at the size of its image, and one for images, logs and pods. */
export function renderNodeDisks(options: NodeDiskOptions): LaunchTemplateBlockDeviceMappings[] {
  const { family, diskSizeGib = EKS_ROOT_DISK_GIB, diskIops, diskThroughputMibps, keyArn } = options;
  const volumeType = options.diskType ?? EksDiskType.GP3;
  const ours = { encrypted: 'true', kmsKeyId: keyArn, deleteOnTermination: 'true' };
  const disk = {
    volumeType,
    volumeSize: diskSizeGib,
    iops: diskIops,
    throughput: diskThroughputMibps,
    ...ours,
  };
  switch (family) {
    case EksNodeFamily.AMAZON_LINUX_2023:
      return [{ deviceName: '/dev/xvda', ebs: disk }];
    case EksNodeFamily.BOTTLEROCKET:
      return [
        { deviceName: '/dev/xvda', ebs: { volumeType, ...ours } },
        { deviceName: '/dev/xvdb', ebs: disk },
      ];
    case EksNodeFamily.WINDOWS:
      return [{ deviceName: '/dev/sda1', ebs: disk }];
  }
}

function isWithin(value: number, least: number, most: number): boolean {
  return Token.isUnresolved(value) || (Number.isInteger(value) && value >= least && value <= most);
}
