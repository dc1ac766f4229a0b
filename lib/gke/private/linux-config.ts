import type { ContainerNodePoolNodeConfigLinuxNodeConfig } from '@cdktf/provider-google/lib/container-node-pool';
import { Token } from 'cdktf';
import { whenResolved } from '../../cluster/private/tokens';
import type { GkeLinuxOptions } from '../linux';
import { blockOf } from './block';

const SYSCTL = /^(net\.(core|ipv4|ipv6|netfilter)|kernel|fs|vm)\.[a-z0-9_.]+$/;

/** What was said of the kernel; `undefined` where nothing was. */
export function renderLinux(
  linux: GkeLinuxOptions | undefined,
): ContainerNodePoolNodeConfigLinuxNodeConfig | undefined {
  if (linux === undefined) return undefined;
  const sysctls = Object.entries(linux.sysctls ?? {});
  return blockOf({
    sysctls:
      sysctls.length === 0 ? undefined : Object.fromEntries(sysctls.sort(([a], [b]) => (a < b ? -1 : 1))),
    cgroupMode: linux.cgroups,
    transparentHugepageEnabled: linux.transparentHugePages,
    transparentHugepageDefrag: linux.hugePageDefrag,
    hugepagesConfig: blockOf({
      hugepageSize2M: linux.hugePages2Mib,
      hugepageSize1G: linux.hugePages1Gib,
    }),
  });
}

/** One sentence for everything that GKE would refuse. */
export function describeLinux(linux: GkeLinuxOptions | undefined): readonly string[] {
  if (linux === undefined) return [];
  const problems: string[] = [];
  for (const name of Object.keys(linux.sysctls ?? {})) {
    if (Token.isUnresolved(name) || SYSCTL.test(name)) continue;
    problems.push(
      `'linux' sysctls holds '${name}'; GKE takes those of net.core, net.ipv4, net.ipv6, net.netfilter, kernel, fs and vm`,
    );
  }
  const { hugePages2Mib, hugePages1Gib } = linux;
  for (const [name, count] of Object.entries({ hugePages2Mib, hugePages1Gib })) {
    whenResolved(count, (known) => {
      if (Number.isInteger(known) && known >= 0) return;
      problems.push(`'linux' ${name} (${known}) must be a whole number of at least 0`);
    });
  }
  return problems;
}
