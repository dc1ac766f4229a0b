import type { ContainerNodePoolNodeConfig } from '@cdktf/provider-google/lib/container-node-pool';
import { describeConfidential } from '../confidential';
import { GkeBootDiskType } from '../disks';
import type { GkeNodePoolHost, GkeNodePoolOptions } from '../node-pool-options';
import { bootDiskType } from './disk-config';

/** What was said of the pool's memory and disks; that of the cluster stands at the cluster. */
export function renderConfidential({
  confidential,
  confidentialDisk,
}: GkeNodePoolOptions): Partial<ContainerNodePoolNodeConfig> {
  return {
    confidentialNodes:
      confidential === undefined ? undefined : { enabled: true, confidentialInstanceType: confidential },
    enableConfidentialStorage: confidentialDisk,
  };
}

/** One sentence for everything that the machines or disks of the pool cannot. */
export function describeConfidentialPool(
  options: GkeNodePoolOptions,
  host: GkeNodePoolHost,
): readonly string[] {
  const { confidential, machine } = options;
  const problems: string[] = [];
  const type = confidential ?? host.confidentialNodes;
  if (type !== undefined) {
    const problem = describeConfidential(
      type,
      machine.machineType,
      confidential === undefined ? `'confidentialNodes' of the cluster` : `'confidential'`,
    );
    if (problem !== undefined) problems.push(problem);
  }
  if (options.confidentialDisk === true && bootDiskType(options) !== GkeBootDiskType.HYPERDISK_BALANCED) {
    problems.push(`'confidentialDisk' needs the 'bootDisk' type HYPERDISK_BALANCED`);
  }
  return problems;
}
