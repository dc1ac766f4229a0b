import { TerraformVariable, Token } from 'cdktf';
import { ApiAccess } from '../../lib/cluster';
import { EksPodNetworking } from '../../lib/eks';
import { describeRangeOverlaps } from '../../lib/eks/private/ranges';
import { describeRemoteNetworks, describeRemoteNodesOutside } from '../../lib/eks/private/remote-networks';
import type { EksRemoteNetworks } from '../../lib/eks/remote-networks';
import { clusterOf } from './control-plane-stack';
import { eksStack } from './eks-stack';

const REMOTE: EksRemoteNetworks = { nodeCidrs: ['192.168.0.0/20'], podCidrs: ['192.168.16.0/20'] };

function problemsOf(networks: EksRemoteNetworks, podNetworking?: EksPodNetworking): readonly string[] {
  return describeRemoteNetworks(networks, podNetworking);
}

describe('networks of nodes outside AWS', () => {
  it('are not mentioned where there are none', () => {
    expect(clusterOf()).not.toHaveProperty('remote_network_config');
  });

  it('are named with those of their pods, sorted and each once', () => {
    const remoteNetworks = {
      nodeCidrs: ['192.168.0.0/20', '10.1.0.0/16', '192.168.0.0/20'],
      podCidrs: ['100.64.0.0/16', '10.2.0.0/16'],
    };
    expect(clusterOf({ remoteNetworks }).remote_network_config).toEqual({
      remote_node_networks: { cidrs: ['10.1.0.0/16', '192.168.0.0/20'] },
      remote_pod_networks: { cidrs: ['10.2.0.0/16', '100.64.0.0/16'] },
    });
  });

  it('have none of pods unless asked', () => {
    for (const podCidrs of [undefined, []]) {
      expect(
        clusterOf({ remoteNetworks: { nodeCidrs: ['10.1.0.0/16'], podCidrs } }).remote_network_config,
      ).toEqual({ remote_node_networks: { cidrs: ['10.1.0.0/16'] } });
    }
  });

  it('may be ones that Terraform fills in', () => {
    const office = new TerraformVariable(eksStack(), 'office', { type: 'string' }).stringValue;
    expect(problemsOf({ nodeCidrs: [office], podCidrs: [office] })).toEqual([]);
  });

  it('may be lists that Terraform fills in', () => {
    const remoteNetworks = { nodeCidrs: Token.asList('${var.nodes}'), podCidrs: Token.asList('${var.pods}') };
    expect(problemsOf(remoteNetworks)).toEqual([]);
    expect(clusterOf({ remoteNetworks }).remote_network_config).toEqual({
      remote_node_networks: { cidrs: '${var.nodes}' },
      remote_pod_networks: { cidrs: '${var.pods}' },
    });
  });

  it.each<[EksRemoteNetworks, string]>([
    [
      { nodeCidrs: [] },
      "'remoteNetworks.nodeCidrs' needs at least one range such as '192.168.0.0/20'; leave 'remoteNetworks' out for none",
    ],
    [
      { nodeCidrs: ['203.0.113.0/24'] },
      "'remoteNetworks.nodeCidrs' (203.0.113.0/24) must lie within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10",
    ],
    [
      { nodeCidrs: ['10.1.0.0/16'], podCidrs: ['fd00::/64'] },
      "'remoteNetworks.podCidrs' (fd00::/64) must lie within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10",
    ],
    [
      { nodeCidrs: ['10.1.0.1/16'] },
      "'remoteNetworks.nodeCidrs': '10.1.0.1/16' has host bits set; the range that holds it is '10.1.0.0/16'",
    ],
    [
      { nodeCidrs: Array.from({ length: 16 }, (_, index) => `10.${index + 1}.0.0/16`) },
      "'remoteNetworks.nodeCidrs' (16) must name at most 15 ranges, the most that EKS takes; join neighbours into wider ranges",
    ],
  ])('are refused when they are %j', (networks, problem) => {
    expect(problemsOf(networks)).toEqual([problem]);
  });

  it('take 15 ranges of nodes and as many of pods', () => {
    const nodeCidrs = Array.from({ length: 15 }, (_, index) => `10.${index + 1}.0.0/16`);
    const podCidrs = Array.from({ length: 15 }, (_, index) => `10.${index + 101}.0.0/16`);
    expect(problemsOf({ nodeCidrs, podCidrs })).toEqual([]);
  });

  it('are refused for a cluster with IPv6', () => {
    expect(problemsOf(REMOTE, EksPodNetworking.ipv6())).toEqual([
      "'remoteNetworks' do not go with EksPodNetworking.ipv6(): EKS connects them to clusters with IPv4 only",
    ]);
    expect(problemsOf(REMOTE, EksPodNetworking.custom())).toEqual([]);
  });

  it('are warned of where the API has public addresses, which their nodes would find', () => {
    const warning =
      "[kubewhere:eks/remote-nodes-public-api] nodes outside AWS find the API of 'prod' at its public addresses, because it has some: they join only where 'apiAccess' lets their public addresses in; ApiAccess.private() keeps them on the private way";
    expect(describeRemoteNodesOutside('prod', REMOTE, ApiAccess.public())).toBe(warning);
    expect(describeRemoteNodesOutside('prod', REMOTE, ApiAccess.restricted('203.0.113.0/24'))).toBe(warning);
    expect(describeRemoteNodesOutside('prod', REMOTE, ApiAccess.private())).toBeUndefined();
    expect(describeRemoteNodesOutside('prod', REMOTE, undefined)).toBeUndefined();
    expect(describeRemoteNodesOutside('prod', undefined, ApiAccess.public())).toBeUndefined();
  });
});

describe('the ranges of a cluster', () => {
  const DISJOINT = {
    serviceCidr: '172.20.0.0/16',
    vpcCidr: '10.0.0.0/16',
    secondaryCidrs: ['100.64.0.0/16'],
    remoteNetworks: REMOTE,
  };

  it('are fine when all are disjoint', () => {
    expect(describeRangeOverlaps(DISJOINT)).toEqual([]);
  });

  it.each([
    [
      { vpcCidr: '172.20.0.0/20' },
      "'serviceCidr' (172.20.0.0/16) overlaps 'vpcCidr' (172.20.0.0/20); give them disjoint ranges",
    ],
    [
      { secondaryCidrs: ['172.20.128.0/17'] },
      "'serviceCidr' (172.20.0.0/16) overlaps 'secondaryCidrs' (172.20.128.0/17); give them disjoint ranges",
    ],
    [
      { secondaryCidrs: ['10.0.128.0/17'] },
      "'vpcCidr' (10.0.0.0/16) overlaps 'secondaryCidrs' (10.0.128.0/17); give them disjoint ranges",
    ],
    [
      { remoteNetworks: { nodeCidrs: ['172.16.0.0/12'] } },
      "'serviceCidr' (172.20.0.0/16) overlaps 'remoteNetworks.nodeCidrs' (172.16.0.0/12); give them disjoint ranges",
    ],
    [
      { remoteNetworks: { nodeCidrs: ['10.0.4.0/24'] } },
      "'vpcCidr' (10.0.0.0/16) overlaps 'remoteNetworks.nodeCidrs' (10.0.4.0/24); give them disjoint ranges",
    ],
    [
      { remoteNetworks: { nodeCidrs: ['100.64.0.0/10'] } },
      "'secondaryCidrs' (100.64.0.0/16) overlaps 'remoteNetworks.nodeCidrs' (100.64.0.0/10); give them disjoint ranges",
    ],
    [
      { remoteNetworks: { nodeCidrs: ['10.8.0.0/16'], podCidrs: ['10.8.4.0/24'] } },
      "'remoteNetworks.nodeCidrs' (10.8.0.0/16) overlaps 'remoteNetworks.podCidrs' (10.8.4.0/24); give them disjoint ranges",
    ],
    [
      { remoteNetworks: { nodeCidrs: ['10.8.0.0/16', '10.8.4.0/24'] } },
      "'remoteNetworks.nodeCidrs' (10.8.0.0/16) overlaps 'remoteNetworks.nodeCidrs' (10.8.4.0/24); give them disjoint ranges",
    ],
  ])('are refused with %j', (change, problem) => {
    expect(describeRangeOverlaps({ ...DISJOINT, ...change })).toEqual([problem]);
  });

  it('are left to EKS where Terraform fills them in, and to their reader where they cannot be read', () => {
    const stack = eksStack();
    const text = new TerraformVariable(stack, 'range', { type: 'string' }).stringValue;
    const list = new TerraformVariable(stack, 'ranges', { type: 'list(string)' }).listValue;
    expect(
      describeRangeOverlaps({
        serviceCidr: undefined,
        vpcCidr: text,
        secondaryCidrs: list,
        remoteNetworks: { nodeCidrs: [text, text], podCidrs: ['office'] },
      }),
    ).toEqual([]);
  });
});
