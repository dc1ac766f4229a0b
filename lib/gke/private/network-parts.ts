import type {
  ContainerCluster,
  ContainerClusterConfig,
  ContainerClusterDnsConfig,
  ContainerClusterIpAllocationPolicy,
} from '@cdktf/provider-google/lib/container-cluster';
import { GkeDataplane } from '../dataplane';
import type { GkeDns } from '../dns';
import type { GkeMadeRanges } from '../made-ranges';
import type { GkeAutopilotMode, GkeStandardMode, GkeStandardOptions } from '../mode';
import type { IGkeNetwork } from '../network-attributes';
import { setNewerAttribute } from '../newer-attributes';
import type { GkeTrafficProps } from '../traffic-props';

/** A network whose ranges may be GKE's. */
interface RangedNetwork
  extends Pick<IGkeNetwork, 'podRangeName' | 'serviceRangeName' | 'morePodRanges' | 'moreNodeSubnetworks'> {
  readonly rangesOfGke?: GkeMadeRanges;
}

/** What else a cluster was told, as far as traffic depends on it. */
export interface TrafficGiven {
  readonly mode: GkeStandardMode | GkeAutopilotMode;
  readonly network: RangedNetwork;
}

/** Arguments of the cluster that traffic decides, as far as something was said that is not the default. */
export function renderTraffic(props: GkeTrafficProps, given: TrafficGiven): Partial<ContainerClusterConfig> {
  return {
    ...renderMode(given.mode),
    ...renderAddresses(props, given.network),
    ...renderNames(props, given.mode),
    ...renderSwitches(props),
  };
}

/** Writes what the bindings do not have yet. */
export function setNewerTraffic(
  resource: ContainerCluster,
  { autoIpam, networkTier }: GkeTrafficProps,
): void {
  if (autoIpam !== undefined) setNewerAttribute(resource, 'autoIpam', autoIpam);
  if (networkTier !== undefined) setNewerAttribute(resource, 'networkTier', networkTier);
}

/** Of the two modes, only one lets be said what carries the traffic. */
function renderMode(mode: GkeStandardMode | GkeAutopilotMode): Partial<ContainerClusterConfig> {
  if (mode.kind === 'autopilot') {
    return {
      datapathProvider: undefined,
      networkPolicy: undefined,
      defaultMaxPodsPerNode: undefined,
      enableIntranodeVisibility: undefined,
    };
  }
  const { maxPodsPerNode, intranodeVisibility } = mode.options;
  return {
    ...(maxPodsPerNode === undefined ? {} : { defaultMaxPodsPerNode: maxPodsPerNode }),
    ...(intranodeVisibility === undefined ? {} : { enableIntranodeVisibility: intranodeVisibility }),
    ...renderDataplane(mode.options),
  };
}

function renderDataplane({ dataplane }: GkeStandardOptions): Partial<ContainerClusterConfig> {
  if (dataplane !== GkeDataplane.CALICO) return {};
  return { datapathProvider: 'LEGACY_DATAPATH', networkPolicy: { enabled: true, provider: 'CALICO' } };
}

function renderAddresses(
  { dualStack }: GkeTrafficProps,
  network: RangedNetwork,
): Partial<ContainerClusterConfig> {
  const { rangesOfGke, morePodRanges, moreNodeSubnetworks } = network;
  const isAsEver =
    dualStack === undefined &&
    rangesOfGke === undefined &&
    morePodRanges.length === 0 &&
    moreNodeSubnetworks.length === 0;
  if (isAsEver) return {};
  const ipAllocationPolicy: ContainerClusterIpAllocationPolicy = {
    ...renderRanges(network),
    stackType: renderStack(dualStack),
    additionalPodRangesConfig:
      morePodRanges.length === 0
        ? undefined
        : { podRangeNames: morePodRanges.map(({ rangeName }) => rangeName).sort() },
    // in the order given: ids may be tokens, which have none
    additionalIpRangesConfig:
      moreNodeSubnetworks.length === 0
        ? undefined
        : moreNodeSubnetworks.map(({ subnetworkId, podRangeNames }) => ({
            subnetwork: subnetworkId,
            podIpv4RangeNames: [...podRangeNames].sort(),
          })),
  };
  return { ipAllocationPolicy };
}

function renderRanges({ rangesOfGke, podRangeName, serviceRangeName }: RangedNetwork) {
  return rangesOfGke === undefined
    ? { clusterSecondaryRangeName: podRangeName, servicesSecondaryRangeName: serviceRangeName }
    : { clusterIpv4CidrBlock: rangesOfGke.podCidr, servicesIpv4CidrBlock: rangesOfGke.serviceCidr };
}

function renderStack(dualStack: boolean | undefined): string | undefined {
  if (dualStack === undefined) return undefined;
  return dualStack ? 'IPV4_IPV6' : 'IPV4';
}

function renderNames(
  { dns, gatewayApi }: GkeTrafficProps,
  mode: GkeStandardMode | GkeAutopilotMode,
): Partial<ContainerClusterConfig> {
  return {
    ...(dns === undefined ? {} : { dnsConfig: renderDns(dns, mode) }),
    ...(gatewayApi === undefined
      ? {}
      : { gatewayApiConfig: { channel: gatewayApi ? 'CHANNEL_STANDARD' : 'CHANNEL_DISABLED' } }),
  };
}

function renderDns(dns: GkeDns, mode: GkeStandardMode | GkeAutopilotMode): ContainerClusterDnsConfig {
  // Autopilot has Cloud DNS for the cluster already, and the provider ignores what else is said of it
  if (mode.kind === 'autopilot') return { additiveVpcScopeDnsDomain: dns.additiveDomain };
  return {
    clusterDns: 'CLOUD_DNS',
    clusterDnsScope: dns.scope,
    clusterDnsDomain: dns.domain,
    additiveVpcScopeDnsDomain: dns.additiveDomain,
  };
}

function renderSwitches(props: GkeTrafficProps): Partial<ContainerClusterConfig> {
  const { sourceNat, egressBandwidth, loadBalancerFirewalls } = props;
  const { fqdnNetworkPolicy, clusterwideNetworkPolicy, multiNetworking } = props;
  return {
    ...(sourceNat === undefined ? {} : { defaultSnatStatus: { disabled: !sourceNat } }),
    ...(fqdnNetworkPolicy === undefined ? {} : { enableFqdnNetworkPolicy: fqdnNetworkPolicy }),
    ...(clusterwideNetworkPolicy === undefined
      ? {}
      : { enableCiliumClusterwideNetworkPolicy: clusterwideNetworkPolicy }),
    ...(multiNetworking === undefined ? {} : { enableMultiNetworking: multiNetworking }),
    ...(egressBandwidth === undefined
      ? {}
      : { networkPerformanceConfig: { totalEgressBandwidthTier: egressBandwidth } }),
    ...(loadBalancerFirewalls === undefined
      ? {}
      : { disableL4LbFirewallReconciliation: !loadBalancerFirewalls }),
  };
}
