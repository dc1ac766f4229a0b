import { whenResolved } from '../../cluster/private/tokens';
import { EksPodAddresses, type EksPodNetworking } from '../pod-networking';
import type { EksSelfManagedPoolOptions } from '../self-managed-pool-options';
import { describeBranchInterfaces } from './cni-configuration';
import { describeNodeDisk } from './node-disks';
import { describeReservedLabels } from './node-labels';

const SUBNET_ID = /^subnet-[0-9a-f]{8}([0-9a-f]{9})?$/;

/** What is wrong with a pool that EKS does not manage, beside labels and taints that Kubernetes refuses; empty when it is fine. */
export function describeSelfManagedPool(
  poolName: string,
  options: EksSelfManagedPoolOptions,
  podNetworking: EksPodNetworking,
): string[] {
  const { image, machines, subnetIds } = options;
  const { instanceTypes } = machines;
  const problems = [
    ...describeReservedLabels(options.labels ?? {}),
    ...describeBranchInterfaces(podNetworking, { poolName, instanceTypes, windows: false }),
    ...describeNodeDisk({
      family: image.family,
      diskSizeGib: options.diskSizeGib,
      diskIops: undefined,
      diskThroughputMibps: undefined,
      diskEncryption: undefined,
    }),
  ];
  if (image.imageId === undefined) {
    problems.push(
      `'image' (${image.family}) must be EksNodeImage.custom(…): only for managed pools does EKS choose one; take addNodePool(…) or name an image`,
    );
  }
  const small = instanceTypes.find((type) => type.endsWith('.small'));
  if (podNetworking.addresses === EksPodAddresses.CUSTOM && small !== undefined) {
    problems.push(
      `'machines' '${small}' cannot hold the addresses of 110 pods when its first interface carries none, as with custom(); take 'medium' or larger`,
    );
  }
  whenResolved(subnetIds, (ids) => {
    if (ids.length === 0) problems.push(`'subnetIds' is empty; leave it out for all private subnets`);
    for (const id of ids) {
      whenResolved(id, (text) => {
        if (SUBNET_ID.test(text)) return;
        problems.push(`'subnetIds' (${text}) must hold ids of subnets such as 'subnet-0123456789abcdef0'`);
      });
    }
  });
  return problems;
}
