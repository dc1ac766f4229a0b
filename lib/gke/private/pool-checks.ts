import type { GkeNodePoolHost, GkeNodePoolOptions, GkeNodePoolPeer } from '../node-pool-options';
import { acceleratorOf } from './accelerators';
import { describeConfidentialPool } from './confidential-config';
import { describeDisks } from './disk-config';
import { describeGpu } from './gpu-config';
import { describeKubelet } from './kubelet-config';
import { describeLinux } from './linux-config';
import { describeImage } from './node-image-config';
import { describePoolNetwork } from './pool-network-config';
import { describeSize } from './pool-size';
import { describeRegistries } from './registry-trust';
import { describeTags } from './resource-manager-tags';
import { describeSupply } from './supply-config';
import { describeTimeouts } from './timeouts';

/** Whether machines of the pool carry GPUs, their own or attached ones. */
export function hasGpus({ machine, gpu }: GkeNodePoolOptions): boolean {
  return gpu?.attach !== undefined || acceleratorOf(machine.machineType) !== undefined;
}

/** In how many zones the pool stands. */
export function zoneCountOf({ zones }: GkeNodePoolOptions, { location }: GkeNodePoolHost): number {
  return zones?.length ?? location.zoneCount;
}

/** One sentence for everything in a pool that would fail, or not do what it says, minutes later; empty when all is fine. */
export function describePool(options: GkeNodePoolOptions, host: GkeNodePoolHost): readonly string[] {
  const zoneCount = zoneCountOf(options, host);
  return [
    ...describeSize(options, zoneCount),
    ...describeDisks(options),
    ...describeConfidentialPool(options, host),
    ...describeImage(options, hasGpus(options)),
    ...describeGpu(options),
    ...describeSupply(options, zoneCount),
    ...describeKubelet(options.kubelet),
    ...describeLinux(options.linux),
    ...describeRegistries(options.registryCertificates),
    ...describePoolNetwork(options, host),
    ...describeTags({ ...host.resourceManagerTags, ...options.resourceManagerTags }),
    ...describeTimeouts(options.timeouts),
  ];
}

/**
 * One sentence for everything that all pools of a cluster together have not, when no more are added. Where GKE makes nodes by itself
 * it makes those that its own pods need.
 */
export function describePools(pools: readonly GkeNodePoolPeer[], makesNodes = false): readonly string[] {
  if (makesNodes) return [];
  const problems: string[] = [];
  const linux = pools.filter((pool) => !pool.isWindows);
  if (pools.length > 0 && linux.length === 0) {
    problems.push(
      `node pools ${named(pools)} run Windows, and none runs Linux, which GKE's own pods need; add one that does`,
    );
  }
  if (linux.length > 0 && linux.every((pool) => pool.isSandboxed)) {
    problems.push(
      `node pools ${named(linux)} are sandboxed, and none is not, which GKE's own pods need; add one without 'sandbox'`,
    );
  }
  return problems;
}

function named(pools: readonly GkeNodePoolPeer[]): string {
  return pools.map((pool) => `'${pool.poolName}'`).join(', ');
}
