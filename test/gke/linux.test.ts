import {
  GkeCgroups,
  GkeHugePageDefrag,
  type GkeLinuxOptions,
  GkeTransparentHugePages,
} from '../../lib/gke/linux';
import { nodesBeyondDefault, poolBeyondDefault, refusalOf } from './pools';

describe('the kernel of a node', () => {
  it('is set as told, sorted', () => {
    const linux: GkeLinuxOptions = {
      sysctls: { 'vm.max_map_count': '262144', 'net.core.somaxconn': '4096' },
      cgroups: GkeCgroups.V2,
      hugePages2Mib: 1024,
      hugePages1Gib: 2,
      transparentHugePages: GkeTransparentHugePages.MADVISE,
      hugePageDefrag: GkeHugePageDefrag.DEFER_WITH_MADVISE,
    };
    expect(nodesBeyondDefault({ linux })).toEqual({
      linux_node_config: {
        sysctls: { 'net.core.somaxconn': '4096', 'vm.max_map_count': '262144' },
        cgroup_mode: 'CGROUP_MODE_V2',
        hugepages_config: { hugepage_size_2m: 1024, hugepage_size_1g: 2 },
        transparent_hugepage_enabled: 'TRANSPARENT_HUGEPAGE_ENABLED_MADVISE',
        transparent_hugepage_defrag: 'TRANSPARENT_HUGEPAGE_DEFRAG_DEFER_WITH_MADVISE',
      },
    });
    expect(poolBeyondDefault({ linux })).toEqual({});
    expect(Object.keys(Object(Object(nodesBeyondDefault({ linux }).linux_node_config).sysctls))).toEqual([
      'net.core.somaxconn',
      'vm.max_map_count',
    ]);
  });

  it.each<[GkeLinuxOptions]>([[{}], [{ sysctls: {} }]])('has no block for %j', (linux) => {
    expect(nodesBeyondDefault({ linux })).toEqual({});
  });

  it.each<[GkeLinuxOptions, string]>([
    [
      { sysctls: { 'net.somaxconn': '1' } },
      `'linux' sysctls holds 'net.somaxconn'; GKE takes those of net.core, net.ipv4, net.ipv6, net.netfilter, kernel, fs and vm`,
    ],
    [{ hugePages2Mib: -1 }, `'linux' hugePages2Mib (-1) must be a whole number of at least 0`],
    [{ hugePages1Gib: 0.5 }, `'linux' hugePages1Gib (0.5) must be a whole number of at least 0`],
  ])('is refused %j', (linux, message) => {
    expect(refusalOf({ linux })).toBe(message);
  });
});
