import type {
  ContainerNodePoolNetworkConfig,
  ContainerNodePoolNodeConfig,
} from '@cdktf/provider-google/lib/container-node-pool';
import { Token } from 'cdktf';
import { whenResolved } from '../../cluster/private/tokens';
import type { GkeNodePoolHost, GkeNodePoolOptions } from '../node-pool-options';
import type { GkeNodeInterface } from '../pool-network';
import { blockOf, sortedOf } from './block';

const TAG = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;
/** Beside the one of the cluster's network. */
const MOST_INTERFACES = 7;
const LEAST_PODS = 8;
const MOST_PODS = 256;
/** Series that have another network card unless they are told. Newer ones have no other than gVNIC. */
const WITH_CHOICE_OF_CARD = /^(a2|c2|c2d|e2|g2|m1|m2|m3|n1|n2|n2d|t2a|t2d)-/;

/** What was said of the pool's network; `undefined` where nothing was. */
export function renderPoolNetwork(options: GkeNodePoolOptions): ContainerNodePoolNetworkConfig | undefined {
  const { podRange, moreNetworks = [], egressBandwidth } = options;
  const withPods = moreNetworks.filter(({ podRangeName }) => podRangeName !== undefined);
  return blockOf({
    createPodRange: podRange?.isMade === true ? true : undefined,
    podRange: podRange?.rangeName,
    podIpv4CidrBlock: podRange?.cidr,
    additionalNodeNetworkConfigs:
      moreNetworks.length === 0
        ? undefined
        : moreNetworks.map(({ networkId, subnetworkId }) => ({
            network: networkId,
            subnetwork: subnetworkId,
          })),
    additionalPodNetworkConfigs:
      withPods.length === 0
        ? undefined
        : withPods.map(({ subnetworkId, podRangeName, maxPods }) => ({
            subnetwork: subnetworkId,
            secondaryPodRange: podRangeName,
            maxPodsPerNode: maxPods,
          })),
    networkPerformanceConfig:
      egressBandwidth === undefined ? undefined : { totalEgressBandwidthTier: egressBandwidth },
  });
}

/** The network card and what finds the machines in firewalls. */
export function renderCard({
  gvnic,
  fastSocket,
  networkTags,
}: GkeNodePoolOptions): Partial<ContainerNodePoolNodeConfig> {
  return {
    gvnic: gvnic === undefined ? undefined : { enabled: gvnic },
    fastSocket: fastSocket === undefined ? undefined : { enabled: fastSocket },
    tags: sortedOf(networkTags),
  };
}

/** One sentence for everything about its network that a pool could not be made with. */
export function describePoolNetwork(options: GkeNodePoolOptions, host: GkeNodePoolHost): readonly string[] {
  return [
    ...describePods('maxPodsPerNode', options.maxPodsPerNode),
    ...describeRange(options, host),
    ...describeInterfaces(options.moreNetworks ?? [], host),
    ...describeCard(options),
    ...describeTags(options.networkTags ?? []),
  ];
}

function describePods(prop: string, pods: number | undefined): readonly string[] {
  const problems: string[] = [];
  whenResolved(pods, (known) => {
    if (Number.isInteger(known) && known >= LEAST_PODS && known <= MOST_PODS) return;
    problems.push(`'${prop}' (${known}) must be a whole number of ${LEAST_PODS} to ${MOST_PODS}`);
  });
  return problems;
}

function describeRange(
  { podRange }: GkeNodePoolOptions,
  { podRangeNames }: GkeNodePoolHost,
): readonly string[] {
  if (podRange === undefined || podRangeNames === undefined) return [];
  const { rangeName, isMade } = podRange;
  if ([rangeName, ...podRangeNames].some((name) => Token.isUnresolved(name))) return [];
  const isKnown = podRangeNames.includes(rangeName);
  if (isMade && isKnown) {
    return [`'podRange' '${rangeName}' is there already; say GkePoolPodRange.existing('${rangeName}')`];
  }
  if (!isMade && !isKnown) {
    return [
      `'podRange' '${rangeName}' must be a range of the cluster's network: ${podRangeNames.join(', ')}`,
    ];
  }
  return [];
}

function describeInterfaces(
  interfaces: readonly GkeNodeInterface[],
  host: GkeNodePoolHost,
): readonly string[] {
  if (interfaces.length === 0) return [];
  const problems: string[] = [];
  if (host.multiNetworking !== true) {
    problems.push(`'moreNetworks' need the cluster's 'multiNetworking' to be true`);
  }
  if (interfaces.length > MOST_INTERFACES) {
    problems.push(
      `'moreNetworks' holds ${interfaces.length} networks; a node takes ${MOST_INTERFACES} beside its own`,
    );
  }
  const networks = interfaces.map(({ networkId }) => networkId);
  const twice = networks.find((id, at) => !Token.isUnresolved(id) && networks.indexOf(id) !== at);
  if (twice !== undefined)
    problems.push(`'moreNetworks' names '${twice}' twice; a node has one interface in each`);
  for (const { podRangeName, maxPods } of interfaces) {
    problems.push(...describePods('moreNetworks maxPods', maxPods));
    if (maxPods !== undefined && podRangeName === undefined) {
      problems.push(`'moreNetworks' maxPods (${maxPods}) goes with 'podRangeName' only`);
    }
  }
  return problems;
}

function describeCard({
  gvnic,
  fastSocket,
  egressBandwidth,
  machine,
}: GkeNodePoolOptions): readonly string[] {
  const { machineType } = machine;
  const problems: string[] = [];
  const hasChoice = WITH_CHOICE_OF_CARD.test(machineType);
  if (gvnic === false && !hasChoice) {
    problems.push(`'gvnic' cannot be off on '${machineType}', which has no other network card; leave it out`);
  }
  const hasGvnic = gvnic ?? !hasChoice;
  if (!hasGvnic && fastSocket === true) problems.push(`'fastSocket' needs 'gvnic' to be true`);
  if (!hasGvnic && egressBandwidth !== undefined) problems.push(`'egressBandwidth' needs 'gvnic' to be true`);
  return problems;
}

function describeTags(tags: readonly string[]): readonly string[] {
  const problems: string[] = [];
  tags.forEach((tag, at) => {
    whenResolved(tag, (known) => {
      if (!TAG.test(known)) {
        problems.push(
          `'networkTags' holds '${known}', which must be 1 to 63 lower-case letters, digits and hyphens, starting with a letter`,
        );
      }
      if (tags.indexOf(known) !== at) problems.push(`'networkTags' holds '${known}' twice; name each once`);
    });
  });
  return problems;
}
