import { Token } from 'cdktf';
import { describeOverlaps, type NamedCidr, readNamedCidr } from '../../values';
import type { EksRemoteNetworks } from '../remote-networks';

/** All ranges of addresses that meet in a cluster. */
export interface ClusterRanges {
  /** Range of Services; `undefined` where EKS picks an IPv6 one itself. */
  readonly serviceCidr: string | undefined;
  readonly vpcCidr: string;
  /** Further ranges of the VPC, such as that of its pods. */
  readonly secondaryCidrs: readonly string[];
  readonly remoteNetworks: EksRemoteNetworks | undefined;
}

/**
 * One sentence for every two ranges that overlap: an address in both would be routed to one of them only, and EKS would refuse or
 * lose traffic. Ranges that Terraform fills in are left to EKS, and one that cannot be read to whoever reads it.
 */
export function describeRangeOverlaps(ranges: ClusterRanges): readonly string[] {
  const { serviceCidr, vpcCidr, secondaryCidrs, remoteNetworks } = ranges;
  return describeOverlaps([
    ...named('serviceCidr', serviceCidr === undefined ? [] : [serviceCidr]),
    ...named('vpcCidr', [vpcCidr]),
    ...named('secondaryCidrs', secondaryCidrs),
    ...named('remoteNetworks.nodeCidrs', remoteNetworks?.nodeCidrs ?? []),
    ...named('remoteNetworks.podCidrs', remoteNetworks?.podCidrs ?? []),
  ]);
}

function named(name: string, texts: readonly string[]): readonly NamedCidr[] {
  if (Token.isUnresolved(texts)) return [];
  return [...new Set(texts)].flatMap((text) => {
    if (Token.isUnresolved(text)) return [];
    const read = readNamedCidr(name, text);
    return typeof read === 'string' ? [] : [read];
  });
}
