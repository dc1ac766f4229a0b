import { Token } from 'cdktf';
import { type ApiAccess, ApiExposure } from '../../cluster';
import { whenResolved } from '../../cluster/private/tokens';
import { Cidr, readNamedCidr } from '../../values';
import { EksPodAddresses, type EksPodNetworking } from '../pod-networking';
import type { EksRemoteNetworks } from '../remote-networks';
import type { ClusterConfigPart } from './cluster-config';

/** Ranges that EKS takes for remote nodes, and as many for their pods. */
const MOST_RANGES = 15;

/** Private addresses by RFC 1918, and those of carriers by RFC 6598. */
const REMOTE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'].map((text) =>
  Cidr.parse(text),
);

/**
 * What EKS would refuse about networks outside AWS by themselves; overlaps with others are described by `describeRangeOverlaps`.
 *
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteNodeNetwork.html
 */
export function describeRemoteNetworks(
  networks: EksRemoteNetworks | undefined,
  podNetworking: EksPodNetworking | undefined,
): readonly string[] {
  if (networks === undefined) return [];
  const problems = [
    ...describeRanges('remoteNetworks.nodeCidrs', networks.nodeCidrs),
    ...describeRanges('remoteNetworks.podCidrs', networks.podCidrs ?? []),
  ];
  if (networks.nodeCidrs.length === 0) {
    problems.unshift(
      `'remoteNetworks.nodeCidrs' needs at least one range such as '192.168.0.0/20'; leave 'remoteNetworks' out for none`,
    );
  }
  if (podNetworking?.addresses === EksPodAddresses.IPV6) {
    problems.push(
      `'remoteNetworks' do not go with EksPodNetworking.ipv6(): EKS connects them to clusters with IPv4 only`,
    );
  }
  return problems;
}

/** The networks as the provider wants them: sets, so sorted and each once. */
export function renderRemoteNetworks(networks: EksRemoteNetworks | undefined): ClusterConfigPart {
  if (networks === undefined) return {};
  const { nodeCidrs, podCidrs = [] } = networks;
  return {
    remoteNetworkConfig: {
      remoteNodeNetworks: { cidrs: sorted(nodeCidrs) },
      ...(podCidrs.length === 0 ? {} : { remotePodNetworks: { cidrs: sorted(podCidrs) } }),
    },
  };
}

/** Why remote nodes may never join: `undefined` while the name of the API stands for private addresses. */
export function describeRemoteNodesOutside(
  clusterName: string,
  networks: EksRemoteNetworks | undefined,
  apiAccess: ApiAccess | undefined,
): string | undefined {
  if (networks === undefined || apiAccess === undefined || apiAccess.exposure === ApiExposure.PRIVATE) {
    return undefined;
  }
  return `[kubewhere:eks/remote-nodes-public-api] nodes outside AWS find the API of '${clusterName}' at its public addresses, because it has some: they join only where 'apiAccess' lets their public addresses in; ApiAccess.private() keeps them on the private way`;
}

function describeRanges(name: string, cidrs: readonly string[]): string[] {
  if (Token.isUnresolved(cidrs)) return [];
  const problems: string[] = [];
  const count = new Set(cidrs).size;
  if (count > MOST_RANGES) {
    problems.push(
      `'${name}' (${count}) must name at most ${MOST_RANGES} ranges, the most that EKS takes; join neighbours into wider ranges`,
    );
  }
  for (const text of new Set(cidrs)) {
    whenResolved(text, (known) => {
      const read = readNamedCidr(name, known);
      if (typeof read === 'string') {
        problems.push(read);
        return;
      }
      if (REMOTE_RANGES.some((range) => range.contains(read.cidr))) return;
      problems.push(
        `'${name}' (${read.cidr}) must lie within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10`,
      );
    });
  }
  return problems;
}

function sorted(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
