import { Token } from 'cdktf';
import { readNamedCidr } from '../../values';
import { GkeDataplane } from '../dataplane';
import type { GkeMadeRanges } from '../made-ranges';
import type { GkeAutopilotMode, GkeStandardMode } from '../mode';
import type { IGkeNetwork } from '../network-attributes';
import type { GkeTrafficProps } from '../traffic-props';
import { describeFirewall, isOfOtherProject } from './firewall-checks';

/** What else a cluster was told, as far as traffic depends on it. */
export interface TrafficSurroundings {
  readonly mode: GkeStandardMode | GkeAutopilotMode;
  readonly project: string;
  readonly network: IGkeNetwork;
  /** `undefined` where nothing was said of the add-on. */
  readonly httpLoadBalancing: boolean | undefined;
}

const LEAST_PODS = 8;
const MOST_PODS = 256;

/** One sentence for each prop that Google would refuse. */
export function describeTraffic(props: GkeTrafficProps, given: TrafficSurroundings): readonly string[] {
  const { mode, network, project } = given;
  return [
    ...describeMode(mode),
    ...describeDualStack(props, network),
    ...describeNeedOfDataplaneV2(mode, {
      dualStack: props.dualStack,
      fqdnNetworkPolicy: props.fqdnNetworkPolicy,
      clusterwideNetworkPolicy: props.clusterwideNetworkPolicy,
      multiNetworking: props.multiNetworking,
    }),
    ...describeDns(props, given),
    ...describeGateway(props, given),
    ...(props.firewall === undefined ? [] : describeFirewall(props.firewall, network, project)),
  ];
}

/** One sentence for each prop that is asked for and that Calico cannot do. */
export function describeNeedOfDataplaneV2(
  mode: GkeStandardMode | GkeAutopilotMode,
  wanted: Readonly<Record<string, boolean | undefined>>,
): readonly string[] {
  if (mode.kind !== 'standard' || mode.options.dataplane !== GkeDataplane.CALICO) return [];
  return Object.entries(wanted)
    .filter(([, value]) => value === true)
    .map(([prop]) => `'${prop}' needs Dataplane V2; leave it out, or 'dataplane' GkeDataplane.CALICO`);
}

/** One sentence unless the ranges of pods and Services are told in exactly one of the two ways, and in a form that Google takes. */
export function describeMadeRanges(attributes: {
  readonly podRangeName?: string;
  readonly serviceRangeName?: string;
  readonly rangesOfGke?: GkeMadeRanges;
}): readonly string[] {
  const { podRangeName, serviceRangeName, rangesOfGke } = attributes;
  if (rangesOfGke === undefined) {
    return podRangeName !== undefined && serviceRangeName !== undefined
      ? []
      : [`'podRangeName' and 'serviceRangeName' must both be given, or 'rangesOfGke' in place of them`];
  }
  if (podRangeName !== undefined || serviceRangeName !== undefined) {
    return [`'rangesOfGke' stands in place of 'podRangeName' and 'serviceRangeName'; give one of both ways`];
  }
  return Object.entries(rangesOfGke).flatMap(([name, text]) =>
    describeMadeRange(`rangesOfGke.${name}`, text),
  );
}

const MADE_MASK = /^\/(\d{1,2})$/;
const WIDEST_MADE = 8;
const NARROWEST_MADE = 29;

function describeMadeRange(name: string, text: string): readonly string[] {
  if (Token.isUnresolved(text)) return [];
  const mask = MADE_MASK.exec(text)?.[1];
  if (mask === undefined) {
    const read = readNamedCidr(name, text);
    return typeof read === 'string' ? [read] : [];
  }
  if (Number(mask) >= WIDEST_MADE && Number(mask) <= NARROWEST_MADE) return [];
  return [`'${name}' (${text}) must be a range, or a mask of /${WIDEST_MADE} to /${NARROWEST_MADE}`];
}

function describeMode(mode: GkeStandardMode | GkeAutopilotMode): readonly string[] {
  if (mode.kind !== 'standard') return [];
  const { maxPodsPerNode } = mode.options;
  if (maxPodsPerNode === undefined || Token.isUnresolved(maxPodsPerNode)) return [];
  if (Number.isInteger(maxPodsPerNode) && maxPodsPerNode >= LEAST_PODS && maxPodsPerNode <= MOST_PODS) {
    return [];
  }
  return [`'maxPodsPerNode' (${maxPodsPerNode}) must be a whole number of ${LEAST_PODS} to ${MOST_PODS}`];
}

function describeDualStack({ dualStack }: GkeTrafficProps, network: IGkeNetwork): readonly string[] {
  if (dualStack !== true || network.isDualStack) return [];
  return [
    `'dualStack' needs a node subnetwork with IPv6; give GkeNetwork an 'ipv6', or tell 'isDualStack' of one that exists`,
  ];
}

function describeDns(
  { dns }: GkeTrafficProps,
  { mode, network, project }: TrafficSurroundings,
): readonly string[] {
  const problems: string[] = [];
  if (dns === undefined) return problems;
  if (mode.kind === 'autopilot' && !dns.isOnlyAdditive) {
    problems.push(
      `'dns' GkeDns.cloudDns() is what an Autopilot cluster has anyway; leave it out, or say GkeDns.additive() for names in the network`,
    );
  }
  const { networkProject } = network;
  if (dns.additiveDomain !== undefined && isOfOtherProject(networkProject, project)) {
    problems.push(
      `'dns' additive domain (${dns.additiveDomain}) is not for a network of another project ('${networkProject}'): Google has none in a Shared VPC`,
    );
  }
  return problems;
}

function describeGateway(
  { gatewayApi }: GkeTrafficProps,
  { httpLoadBalancing }: TrafficSurroundings,
): readonly string[] {
  if (gatewayApi !== true || httpLoadBalancing !== false) return [];
  return [`'gatewayApi' needs the add-on for HTTP load balancing, which 'addOns' switches off`];
}
