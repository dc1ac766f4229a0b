import { CapacityType, EncryptionKey, NodePoolSize } from '../../lib/cluster';
import {
  EksMachines,
  EksNodeFamily,
  EksNodeImage,
  type EksNodePoolProps,
  EksPodNetworking,
  EksWindows,
} from '../../lib/eks';
import { EksCapacityReservation } from '../../lib/eks/capacity-reservation';
import { EksNodeRelease } from '../../lib/eks/node-release';
import { EksRepairAction, EksShare } from '../../lib/eks/node-repair';
import { EksPlacement } from '../../lib/eks/placement';
import { EksUserData } from '../../lib/eks/user-data';
import { EksWarmPoolState } from '../../lib/eks/warm-pool';
import { KubernetesVersion } from '../../lib/values';
import { eksStack } from './eks-stack';
import { definePool, inOneSubnet } from './pool-stack';

const WINDOWS = EksNodeImage.windows(EksWindows.CORE_2022);
const BOTTLEROCKET = EksNodeImage.bottlerocket();
const OWN = EksNodeImage.custom(EksNodeFamily.AMAZON_LINUX_2023, 'ami-0123456789abcdef0');
const BLOCK = EksCapacityReservation.capacityBlock('cr-0123456789abcdef0');
const RESERVED = EksCapacityReservation.targeted('cr-0123456789abcdef0');
const V = (text: string): KubernetesVersion => KubernetesVersion.of(text);
const OVERRIDE = { condition: 'A', reason: 'B', waitMinutes: 5, action: EksRepairAction.NONE };

type Refusal = readonly [options: Partial<EksNodePoolProps>, message: string];

/** Every sentence by which a pool is refused, with all that leads to it. */
const REFUSALS: Readonly<Record<string, readonly Refusal[]>> = {
  'its versions': [
    [
      { version: V('1.35'), clusterVersion: V('1.34') },
      "'version' (1.35) must not be newer than the cluster's (1.34); raise the cluster first",
    ],
    [
      { version: V('1.30'), clusterVersion: V('1.34') },
      "'version' (1.30) is 4 minors behind the cluster's (1.34); nodes may be 3 behind at most",
    ],
    [
      { release: EksNodeRelease.pinned('1.34') },
      "'release' (1.34) must be a release of amazon-linux-2023 such as '1.34.1-20251112'",
    ],
    [
      { release: EksNodeRelease.pinned('1.49.0'), image: BOTTLEROCKET },
      "'release' (1.49.0) must be a release of bottlerocket such as '1.49.0-713f44ce'",
    ],
    [
      { release: EksNodeRelease.pinned('1.34.1-20251112'), image: WINDOWS },
      "'release' (1.34.1-20251112) must be a release of windows such as '1.34-2025.11.12'",
    ],
    [
      { release: EksNodeRelease.mostRecent(), image: OWN },
      "'release' cannot stand beside an image of your own; name another image instead",
    ],
    [
      { release: EksNodeRelease.pinned('1.33.5-20251112') },
      "'release' (1.33.5-20251112) must be one of the nodes' version (1.34)",
    ],
    [
      { release: EksNodeRelease.pinned('1.34.1-20251112'), image: OWN },
      "'release' cannot stand beside an image of your own; name another image instead",
    ],
  ],
  'its image': [
    [
      { image: WINDOWS, machines: EksMachines.ofTypes('m7g.large') },
      "'image' (windows) does not exist for m7g.large (arm64); choose other machines or EksNodeImage.amazonLinux2023()",
    ],
    [
      { image: EksNodeImage.windows(EksWindows.FULL_2025) },
      "'image' (FULL_2025) exists for Kubernetes 1.35 and newer, and the nodes' version is 1.34; take an edition of 2022 until then",
    ],
    [{ imdsHopLimit: 3 as 2 }, "'imdsHopLimit' (3) must be 1 or 2"],
  ],
  'its disk': [
    [{ diskSizeGib: 19 }, "'diskSizeGib' (19) must be a whole number of 20 to 16384 GiB"],
    [{ diskSizeGib: 30, image: WINDOWS }, "'diskSizeGib' (30) must be a whole number of 50 to 16384 GiB"],
    [{ diskIops: 2999 }, "'diskIops' (2999) must be a whole number of 3000 to 80000"],
    [{ diskIops: 80001, diskSizeGib: 500 }, "'diskIops' (80001) must be a whole number of 3000 to 80000"],
    [
      { diskIops: 25001 },
      "'diskIops' (25001) must be at most 500 for each GiB of 'diskSizeGib' (50), which is 25000; ask for fewer or for a larger disk",
    ],
    [{ diskThroughputMibps: 124 }, "'diskThroughputMibps' (124) must be a whole number of 125 to 2000 MiB/s"],
    [
      { diskThroughputMibps: 2001, diskIops: 9000 },
      "'diskThroughputMibps' (2001) must be a whole number of 125 to 2000 MiB/s",
    ],
    [
      { diskThroughputMibps: 751 },
      "'diskThroughputMibps' (751) must be at most a quarter of 'diskIops' (3000), which is 750; ask for less or for more 'diskIops'",
    ],
    [
      { diskEncryption: EncryptionKey.existing('alias/disks') },
      "'diskEncryption' existing key (alias/disks) must be the ARN of a KMS key such as 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'",
    ],
  ],
  'its network': [
    [{ subnetIds: [] }, "'subnetIds' must name at least one subnet; found none"],
    [
      { subnetIds: ['subnet-0000000a', 'subnet-0000000a'] },
      "'subnetIds' names 'subnet-0000000a' twice; name each once",
    ],
    [
      { subnetIds: ['subnet-0000000x'], networkSubnetIds: ['subnet-0000000a', 'subnet-0000000b'] },
      "'subnetIds' (subnet-0000000x) must be a private subnet of the cluster's network: subnet-0000000a, subnet-0000000b",
    ],
    [
      { securityGroupIds: ['sg-00000001', 'sg-00000002', 'sg-00000003', 'sg-00000004', 'sg-00000005'] },
      "'securityGroupIds' (5) must name at most 4; the cluster's own is the fifth",
    ],
    [
      { securityGroupIds: ['sg-00000001', 'sg-00000001'] },
      "'securityGroupIds' names 'sg-00000001' twice; name each once",
    ],
    [
      { securityGroupIds: ['default'] },
      "'securityGroupIds' (default) must be the id of a security group such as 'sg-0123456789abcdef0'",
    ],
    [
      { podNetworking: EksPodNetworking.custom(), image: WINDOWS },
      "'image' (windows) does not know the cluster's 'podNetworking' (custom); take prefixDelegation() or singleAddresses() for the cluster",
    ],
    [
      { podNetworking: EksPodNetworking.ipv6(), image: WINDOWS },
      "'image' (windows) does not know the cluster's 'podNetworking' (ipv6); take prefixDelegation() or singleAddresses() for the cluster",
    ],
    [
      { podNetworking: EksPodNetworking.custom(), machines: EksMachines.ofTypes('t3.small') },
      "'machines' 't3.small' cannot hold the addresses of 110 pods when its first interface carries none, as with custom(); take 'medium' or larger",
    ],
    [
      {
        podNetworking: EksPodNetworking.prefixDelegation({ securityGroupsForPods: true }),
        machines: EksMachines.ofTypes('t3.large'),
      },
      "node pool 'ml' has machines without branch interfaces ('t3.large'), which cannot give pods security groups of their own; take another family, such as m7i",
    ],
    [
      {
        podNetworking: EksPodNetworking.prefixDelegation({ securityGroupsForPods: true }),
        image: WINDOWS,
      },
      "node pool 'ml' is of Windows machines, which cannot give pods security groups of their own; leave out 'securityGroupsForPods' or the pool",
    ],
  ],
  'its repair': [
    [{ repair: {}, image: WINDOWS }, "'repair' is for Linux; leave it out with an image of Windows"],
    [
      { repair: { enabled: false, maxParallel: EksShare.nodes(1) } },
      "'repair' is off, so 'maxParallel', 'maxUnhealthy' and 'overrides' say nothing; leave them out",
    ],
    [
      { repair: { overrides: [{ ...OVERRIDE, reason: '' }] } },
      "'overrides' (A/) must name a condition and a reason",
    ],
    [
      { repair: { overrides: [OVERRIDE, { ...OVERRIDE, waitMinutes: 9 }] } },
      "'overrides' holds 'A/B' twice; name each condition and reason once",
    ],
    [
      { repair: { overrides: [{ ...OVERRIDE, waitMinutes: 0 }] } },
      "'waitMinutes' (0) of 'A/B' must be a whole number of at least 1",
    ],
  ],
  'its warm pool': [
    [
      { warmPool: {}, capacityType: CapacityType.INTERRUPTIBLE },
      "'warmPool' is for machines that stay; leave it out with 'capacityType' INTERRUPTIBLE",
    ],
    [
      { ...inOneSubnet('p5.48xlarge'), warmPool: {}, capacityReservation: BLOCK },
      "'warmPool' would hold machines of a capacity block that are paid for already; leave it out",
    ],
    [
      { warmPool: {}, image: OWN },
      "'warmPool' is for EKS's own images; leave it out with an image of your own",
    ],
    [
      { warmPool: { state: EksWarmPoolState.HIBERNATED, reuseOnScaleIn: true }, image: BOTTLEROCKET },
      "'warmPool' state (HIBERNATED) is not for Bottlerocket; take STOPPED or RUNNING; 'warmPool' 'reuseOnScaleIn' is not for Bottlerocket; leave it out",
    ],
    [{ warmPool: { minSize: -1 } }, "'warmPool' 'minSize' (-1) must be a whole number of at least 0"],
    [
      { warmPool: { minSize: 4, maxPrepared: 3 } },
      "'warmPool' 'maxPrepared' (3) must be a whole number of at least 4, the larger 'minSize' of warm pool and pool",
    ],
  ],
  'its reservation': [
    [
      { capacityReservation: RESERVED, capacityType: CapacityType.INTERRUPTIBLE },
      "'capacityReservation' is for machines that stay; leave it out with 'capacityType' INTERRUPTIBLE",
    ],
    [
      { capacityReservation: BLOCK, machines: EksMachines.ofTypes('p5.48xlarge', 'p5e.48xlarge') },
      "'machines' (p5.48xlarge, p5e.48xlarge) must be the one type of the capacity block; 'subnetIds' (2) must name one subnet: a capacity block lies in one zone",
    ],
  ],
  'its placement': [
    [
      { placement: EksPlacement.cluster() },
      "'subnetIds' (2) must name one subnet: machines of EksPlacement.cluster() stand in one zone",
    ],
    [
      { ...inOneSubnet('m7i-flex.large'), placement: EksPlacement.cluster() },
      "'machines' 'm7i-flex.large' cannot be in EksPlacement.cluster(); burstable and flex types are refused",
    ],
    [
      { placement: EksPlacement.spread(), size: NodePoolSize.fixed(15) },
      "'size' of up to 15 nodes must be at most 7 in each of 2 zones with EksPlacement.spread()",
    ],
  ],
  'its adapters': [
    [
      { ...inOneSubnet('g6.xlarge'), efa: true },
      "'machines' (g6.xlarge) have no Elastic Fabric Adapter; take types such as 'p5.48xlarge', 'hpc7g.16xlarge' or the largest of 'c7i'",
    ],
    [
      {
        ...inOneSubnet('p5.48xlarge'),
        machines: EksMachines.ofTypes('p5.48xlarge', 'p5en.48xlarge'),
        efa: true,
      },
      "'machines' (p5.48xlarge, p5en.48xlarge) must have the same number of Elastic Fabric Adapters, for they share one launch template",
    ],
    [
      { ...inOneSubnet('c7i.48xlarge'), efa: true, image: WINDOWS },
      "'efa' is for Linux; leave it out with an image of Windows",
    ],
    [
      { ...inOneSubnet('c7i.48xlarge'), efa: true },
      "'image' (amazon-linux-2023) has the driver of 'efa' for machines with accelerators only; take EksNodeImage.bottlerocket()",
    ],
    [
      { machines: EksMachines.ofTypes('p5.48xlarge'), efa: true },
      "'subnetIds' (2) must name one subnet: traffic of Elastic Fabric Adapters stays in one subnet",
    ],
  ],
  'what its machines are told': [
    [
      { kubelet: {}, image: BOTTLEROCKET },
      "'kubelet' is for Amazon Linux; say it by EksUserData.bottlerocket({ kubernetes: { … } })",
    ],
    [{ kubelet: {}, image: WINDOWS }, "'kubelet' is for Amazon Linux; leave it out with an image of Windows"],
    [{ kubelet: { maxPods: 0 } }, "'kubelet' 'maxPods' (0) must be a whole number of at least 1"],
    [
      { kubelet: { evictionHard: () => 1 } },
      "'kubelet' 'evictionHard' must be text, a number, true, false, a list or a map of such",
    ],
    [
      { userData: EksUserData.bottlerocket({}) },
      "'userData' is for bottlerocket, and 'image' is amazon-linux-2023; the two must be the same",
    ],
    [
      { userData: EksUserData.shell('echo') },
      "'userData' script must start with the program that runs it, such as '#!/bin/bash'",
    ],
    [
      { userData: EksUserData.shell('#!/bin/sh\n--kubewhere') },
      "'userData' script has a line that starts with '--kubewhere', which ends it; change that line",
    ],
    [
      { userData: EksUserData.powershell('</powershell>'), image: WINDOWS },
      "'userData' script must not hold '</powershell>', which ends it",
    ],
    [
      { userData: EksUserData.nodeConfig({ cluster: { name: 'x' } }) },
      "'userData' 'cluster' is set already: it is how the node joins; leave it out",
    ],
    [
      { userData: EksUserData.nodeConfig({ kubelet: { flags: [Number.NaN] } }) },
      "'userData' 'kubelet' must be text, a number, true, false, a list or a map of such",
    ],
    [
      { userData: EksUserData.bottlerocket({ kubernetes: { 'cluster-name': 'x' } }), image: BOTTLEROCKET },
      "'userData' 'kubernetes.cluster-name' is set already: it is how the node joins; leave it out",
    ],
    [
      { userData: EksUserData.bottlerocket({ kubernetes: 'x' }), image: BOTTLEROCKET },
      "'userData' 'kubernetes' (x) must be a table of settings",
    ],
  ],
};

describe.each(Object.entries(REFUSALS))('a pool on EKS is refused for %s', (_, refusals) => {
  it.each(refusals.map(([options, message]) => ({ options, message })))(
    '$message',
    ({ options, message }) => {
      expect(() => definePool(eksStack(), options)).toThrow(
        expect.objectContaining({ name: 'ValidationError', message: `[test/Pool] ${message}` }),
      );
    },
  );
});

describe('a pool on EKS', () => {
  it('is refused with everything at once', () => {
    expect(() =>
      definePool(eksStack(), { diskSizeGib: 1, imdsHopLimit: 0 as 1, labels: { 'kubewhere.dev/pool': 'x' } }),
    ).toThrow(
      new Error(
        "[test/Pool] 'labels' key 'kubewhere.dev/pool' is set to the name of the pool; leave it out; 'imdsHopLimit' (0) must be 1 or 2; 'diskSizeGib' (1) must be a whole number of 20 to 16384 GiB",
      ),
    );
  });
});
