import { Token } from 'cdktf';
import { GkeEgress } from '../egress';
import type { GkeFlowLogOptions } from '../flow-logs';
import type { GkeNatOptions } from '../nat';
import { describeNat } from './nat-egress';
import { describeRanges, type NetworkRanges } from './subnet-ranges';

interface CheckedNetwork {
  readonly networkName: string;
  readonly morePodCidrs?: Readonly<Record<string, string>>;
  readonly mtu?: number;
  readonly egress?: GkeEgress;
  readonly nat?: GkeNatOptions;
  readonly flowLogs?: boolean;
  readonly flowLogOptions?: GkeFlowLogOptions;
}

const NETWORK_NAME = /^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/;
const LEAST_MTU = 1300;
const MOST_MTU = 8896;

/** One sentence for each prop of a network that Google would refuse, or that would do nothing. */
export function describeNetwork(props: CheckedNetwork, ranges: NetworkRanges): readonly string[] {
  return [
    ...describeName(props.networkName),
    ...describeRanges(ranges, props.morePodCidrs ?? {}),
    ...describeMtu(props.mtu),
    ...describeEgress(props),
    ...describeFlowLogs(props),
  ];
}

function describeName(name: string): readonly string[] {
  if (Token.isUnresolved(name) || NETWORK_NAME.test(name)) return [];
  return [
    `'networkName' (${name}) must be 1 to 40 lower-case letters, digits and hyphens, starting with a letter`,
  ];
}

function describeMtu(mtu: number | undefined): readonly string[] {
  if (mtu === undefined || Token.isUnresolved(mtu)) return [];
  if (Number.isInteger(mtu) && mtu >= LEAST_MTU && mtu <= MOST_MTU) return [];
  return [`'mtu' (${mtu}) must be a whole number of ${LEAST_MTU} to ${MOST_MTU}`];
}

function describeEgress({ egress, nat }: CheckedNetwork): readonly string[] {
  if (nat === undefined) return [];
  if (egress === GkeEgress.NONE) return [`'nat' does nothing with GkeEgress.NONE; leave it out`];
  return describeNat(nat);
}

function describeFlowLogs({ flowLogs, flowLogOptions }: CheckedNetwork): readonly string[] {
  if (flowLogOptions === undefined) return [];
  if (flowLogs === false) return [`'flowLogOptions' do nothing with 'flowLogs' false; leave them out`];
  const { sampling } = flowLogOptions;
  if (sampling === undefined || Token.isUnresolved(sampling) || (sampling > 0 && sampling <= 1)) return [];
  return [`'flowLogOptions' sampling (${sampling}) must be more than 0 and at most 1`];
}
