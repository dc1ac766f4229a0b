import { CapacityType } from '../../cluster';
import { whenResolved } from '../../cluster/private/tokens';
import { EksReservationKind } from '../capacity-reservation';
import { EksNodeFamily } from '../node-image';
import type { EksNodePoolProps } from '../node-pool-props';
import { EksPlacementStrategy } from '../placement';
import { EksPodAddresses, EksPodNetworking } from '../pod-networking';
import { EksWarmPoolState } from '../warm-pool';
import { describeBranchInterfaces } from './cni-configuration';
import { efaCardsOf } from './efa';
import { describeImageVersion, describeMissingImage } from './machine-image';
import { describeNodeDisk } from './node-disks';
import { describeUserData } from './user-data-checks';

/** Control planes take nodes that are this many minors older. @see https://kubernetes.io/releases/version-skew-policy/#kubelet */
const MINORS_BEHIND = 3;
/** Groups of an interface; the cluster's own is one of them. */
const MOST_GROUPS = 5;
/** Machines of a spread placement group in one zone. */
const MOST_SPREAD = 7;

/** One sentence for everything in a pool that would fail, or not do what it says, minutes later; empty when all is fine. */
export function describeNodePool(props: EksNodePoolProps): readonly string[] {
  return [
    ...describeVersions(props),
    ...describeImage(props),
    ...describeNodeDisk({
      family: familyOf(props),
      diskSizeGib: props.diskSizeGib,
      diskIops: props.diskIops,
      diskThroughputMibps: props.diskThroughputMibps,
      diskEncryption: props.diskEncryption,
    }),
    ...describeNetwork(props),
    ...describePodNetworking(props),
    ...describeRepair(props),
    ...describeWarmPool(props),
    ...describeReservation(props),
    ...describePlacement(props),
    ...describeEfa(props),
    ...describeUserData(familyOf(props), props.kubelet, props.userData),
  ];
}

function familyOf(props: EksNodePoolProps): EksNodeFamily {
  return props.image?.family ?? EksNodeFamily.AMAZON_LINUX_2023;
}

function describeVersions({ version, clusterVersion }: EksNodePoolProps): string[] {
  if (clusterVersion === undefined) return [];
  const ahead = version.minorsAhead(clusterVersion);
  if (ahead > 0)
    return [
      `'version' (${version}) must not be newer than the cluster's (${clusterVersion}); raise the cluster first`,
    ];
  if (-ahead > MINORS_BEHIND)
    return [
      `'version' (${version}) is ${-ahead} minors behind the cluster's (${clusterVersion}); nodes may be ${MINORS_BEHIND} behind at most`,
    ];
  return [];
}

/** Forms of a release by family, with the minor version where the release names it. */
const RELEASES: Readonly<Record<EksNodeFamily, readonly [form: RegExp, example: string]>> = {
  [EksNodeFamily.AMAZON_LINUX_2023]: [/^1\.(\d+)\.\d+-\d{8}$/, '1.34.1-20251112'],
  [EksNodeFamily.BOTTLEROCKET]: [/^\d+\.\d+\.\d+-[0-9a-f]{8}$/, '1.49.0-713f44ce'],
  [EksNodeFamily.WINDOWS]: [/^1\.(\d+)-\d{4}\.\d{2}\.\d{2}$/, '1.34-2025.11.12'],
};

function describeImage(props: EksNodePoolProps): string[] {
  const { image, release, version } = props;
  const problems: string[] = [];
  if (image !== undefined) {
    const missing = describeMissingImage(props.machines, image) ?? describeImageVersion(image, version);
    if (missing !== undefined) problems.push(missing);
  }
  if (props.imdsHopLimit !== undefined && props.imdsHopLimit !== 1 && props.imdsHopLimit !== 2) {
    problems.push(`'imdsHopLimit' (${props.imdsHopLimit}) must be 1 or 2`);
  }
  if (release !== undefined && image?.imageId !== undefined) {
    problems.push(`'release' cannot stand beside an image of your own; name another image instead`);
    return problems;
  }
  whenResolved(release?.version, (pinned) => {
    const [form, example] = RELEASES[familyOf(props)];
    const match = form.exec(pinned);
    if (match === null) {
      problems.push(`'release' (${pinned}) must be a release of ${familyOf(props)} such as '${example}'`);
    } else if (match[1] !== undefined && Number(match[1]) !== version.minor) {
      problems.push(`'release' (${pinned}) must be one of the nodes' version (${version})`);
    }
  });
  return problems;
}

function describeNetwork({ subnetIds, networkSubnetIds, securityGroupIds }: EksNodePoolProps): string[] {
  const problems: string[] = [];
  whenResolved(subnetIds, (ids) => {
    if (ids.length === 0) problems.push(`'subnetIds' must name at least one subnet; found none`);
    problems.push(...describeTwice('subnetIds', ids));
    if (networkSubnetIds === undefined) return;
    const known = networkSubnetIds.filter(isLiteral);
    if (known.length === 0 || known.length < networkSubnetIds.length) return;
    for (const foreign of ids.filter((id) => isLiteral(id) && !known.includes(id))) {
      problems.push(
        `'subnetIds' (${foreign}) must be a private subnet of the cluster's network: ${known.join(', ')}`,
      );
    }
  });
  whenResolved(securityGroupIds, (ids) => {
    if (ids.length >= MOST_GROUPS) {
      problems.push(
        `'securityGroupIds' (${ids.length}) must name at most ${MOST_GROUPS - 1}; the cluster's own is the fifth`,
      );
    }
    problems.push(...describeTwice('securityGroupIds', ids));
    for (const id of ids.filter((one) => isLiteral(one) && !/^sg-[0-9a-f]{8,17}$/.test(one))) {
      problems.push(
        `'securityGroupIds' (${id}) must be the id of a security group such as 'sg-0123456789abcdef0'`,
      );
    }
  });
  return problems;
}

function describeTwice(prop: string, ids: readonly string[]): string[] {
  const twice = ids.find((id, i) => isLiteral(id) && ids.indexOf(id) !== i);
  return twice === undefined ? [] : [`'${prop}' names '${twice}' twice; name each once`];
}

function isLiteral(value: string): boolean {
  let literal = false;
  whenResolved(value, () => {
    literal = true;
  });
  return literal;
}

function describePodNetworking(props: EksNodePoolProps): string[] {
  const networking = props.podNetworking ?? EksPodNetworking.prefixDelegation();
  const { addresses } = networking;
  const { instanceTypes } = props.machines;
  const windows = familyOf(props) === EksNodeFamily.WINDOWS;
  const problems = [
    ...describeBranchInterfaces(networking, { poolName: props.poolName, instanceTypes, windows }),
  ];
  if (windows && (addresses === EksPodAddresses.CUSTOM || addresses === EksPodAddresses.IPV6)) {
    problems.push(
      `'image' (windows) does not know the cluster's 'podNetworking' (${addresses}); take prefixDelegation() or singleAddresses() for the cluster`,
    );
  }
  const small = instanceTypes.find((type) => type.endsWith('.small'));
  if (addresses === EksPodAddresses.CUSTOM && small !== undefined) {
    problems.push(
      `'machines' '${small}' cannot hold the addresses of 110 pods when its first interface carries none, as with custom(); take 'medium' or larger`,
    );
  }
  return problems;
}

function describeRepair({ repair, ...props }: EksNodePoolProps): string[] {
  if (repair === undefined) return [];
  const { enabled = true, maxParallel, maxUnhealthy, overrides = [] } = repair;
  if (familyOf(props) === EksNodeFamily.WINDOWS && enabled)
    return [`'repair' is for Linux; leave it out with an image of Windows`];
  const problems: string[] = [];
  if (!enabled && (maxParallel !== undefined || maxUnhealthy !== undefined || overrides.length > 0)) {
    problems.push(
      `'repair' is off, so 'maxParallel', 'maxUnhealthy' and 'overrides' say nothing; leave them out`,
    );
  }
  const seen = new Set<string>();
  for (const { condition, reason, waitMinutes } of overrides) {
    const name = `${condition}/${reason}`;
    if (condition === '' || reason === '')
      problems.push(`'overrides' (${name}) must name a condition and a reason`);
    if (seen.has(name))
      problems.push(`'overrides' holds '${name}' twice; name each condition and reason once`);
    seen.add(name);
    if (!Number.isInteger(waitMinutes) || waitMinutes < 1)
      problems.push(`'waitMinutes' (${waitMinutes}) of '${name}' must be a whole number of at least 1`);
  }
  return problems;
}

function describeWarmPool(props: EksNodePoolProps): string[] {
  const { warmPool, size } = props;
  if (warmPool === undefined) return [];
  const problems: string[] = [];
  const { minSize = 0, maxPrepared } = warmPool;
  if (props.capacityType === CapacityType.INTERRUPTIBLE) {
    problems.push(`'warmPool' is for machines that stay; leave it out with 'capacityType' INTERRUPTIBLE`);
  }
  if (props.capacityReservation?.kind === EksReservationKind.CAPACITY_BLOCK) {
    problems.push(
      `'warmPool' would hold machines of a capacity block that are paid for already; leave it out`,
    );
  }
  if (props.image?.imageId !== undefined) {
    problems.push(`'warmPool' is for EKS's own images; leave it out with an image of your own`);
  }
  if (familyOf(props) === EksNodeFamily.BOTTLEROCKET) {
    if (warmPool.state === EksWarmPoolState.HIBERNATED)
      problems.push(`'warmPool' state (HIBERNATED) is not for Bottlerocket; take STOPPED or RUNNING`);
    if (warmPool.reuseOnScaleIn === true)
      problems.push(`'warmPool' 'reuseOnScaleIn' is not for Bottlerocket; leave it out`);
  }
  if (!Number.isInteger(minSize) || minSize < 0) {
    problems.push(`'warmPool' 'minSize' (${minSize}) must be a whole number of at least 0`);
  }
  const least = Math.max(minSize, size.min, 1);
  if (maxPrepared !== undefined && (!Number.isInteger(maxPrepared) || maxPrepared < least)) {
    problems.push(
      `'warmPool' 'maxPrepared' (${maxPrepared}) must be a whole number of at least ${least}, the larger 'minSize' of warm pool and pool`,
    );
  }
  return problems;
}

function describeReservation(props: EksNodePoolProps): string[] {
  const { capacityReservation } = props;
  if (capacityReservation === undefined) return [];
  const problems: string[] = [];
  if (props.capacityType === CapacityType.INTERRUPTIBLE) {
    problems.push(
      `'capacityReservation' is for machines that stay; leave it out with 'capacityType' INTERRUPTIBLE`,
    );
  }
  if (capacityReservation.kind === EksReservationKind.CAPACITY_BLOCK) {
    if (props.machines.instanceTypes.length > 1) {
      problems.push(
        `'machines' (${props.machines.instanceTypes.join(', ')}) must be the one type of the capacity block`,
      );
    }
    problems.push(...describeOneSubnet(props, 'a capacity block lies in one zone'));
  }
  return problems;
}

function describePlacement(props: EksNodePoolProps): string[] {
  const { placement, machines, size, subnetIds } = props;
  if (placement === undefined) return [];
  const problems: string[] = [];
  if (placement.strategy === EksPlacementStrategy.CLUSTER) {
    problems.push(...describeOneSubnet(props, 'machines of EksPlacement.cluster() stand in one zone'));
    const refused = machines.instanceTypes.find((type) => /^t\d|-flex\./.test(type));
    if (refused !== undefined) {
      problems.push(
        `'machines' '${refused}' cannot be in EksPlacement.cluster(); burstable and flex types are refused`,
      );
    }
  }
  if (placement.strategy === EksPlacementStrategy.SPREAD) {
    whenResolved(subnetIds, ({ length }) => {
      if (size.max > MOST_SPREAD * length)
        problems.push(
          `'size' of up to ${size.max} nodes must be at most ${MOST_SPREAD} in each of ${length} zones with EksPlacement.spread()`,
        );
    });
  }
  return problems;
}

function describeEfa(props: EksNodePoolProps): string[] {
  if (props.efa !== true) return [];
  const { machines, image } = props;
  const problems: string[] = [];
  const without = machines.instanceTypes.filter((type) => efaCardsOf(type).length === 0);
  if (without.length > 0) {
    problems.push(
      `'machines' (${without.join(', ')}) have no Elastic Fabric Adapter; take types such as 'p5.48xlarge', 'hpc7g.16xlarge' or the largest of 'c7i'`,
    );
  } else if (new Set(machines.instanceTypes.map((type) => efaCardsOf(type).join())).size > 1) {
    problems.push(
      `'machines' (${machines.instanceTypes.join(', ')}) must have the same number of Elastic Fabric Adapters, for they share one launch template`,
    );
  }
  if (familyOf(props) === EksNodeFamily.WINDOWS) {
    problems.push(`'efa' is for Linux; leave it out with an image of Windows`);
  }
  const plain = !machines.hasGpus && !machines.hasNeuron;
  if (familyOf(props) === EksNodeFamily.AMAZON_LINUX_2023 && plain && image?.imageId === undefined) {
    problems.push(
      `'image' (amazon-linux-2023) has the driver of 'efa' for machines with accelerators only; take EksNodeImage.bottlerocket()`,
    );
  }
  return [...problems, ...describeOneSubnet(props, 'traffic of Elastic Fabric Adapters stays in one subnet')];
}

function describeOneSubnet({ subnetIds }: EksNodePoolProps, why: string): string[] {
  const problems: string[] = [];
  whenResolved(subnetIds, ({ length }) => {
    if (length !== 1) problems.push(`'subnetIds' (${length}) must name one subnet: ${why}`);
  });
  return problems;
}
