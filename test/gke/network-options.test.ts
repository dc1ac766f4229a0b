import { TerraformVariable } from 'cdktf';
import { GkeEgress, GkeNetwork, type GkeNetworkProps } from '../../lib/gke';
import { GkeFlowLogInterval } from '../../lib/gke/flow-logs';
import { GkeIpv6 } from '../../lib/gke/ipv6';
import { GkeRoutingMode } from '../../lib/gke/routing-mode';
import { resourceAddresses, synthesize } from '../support/synthesized';
import { gkeStack, only } from './gke-stack';

const PROPS: GkeNetworkProps = { networkName: 'shared', project: 'acme-net', region: 'europe-west3' };

function synthesizeNetwork(props: Partial<GkeNetworkProps> = {}) {
  const stack = gkeStack();
  const network = new GkeNetwork(stack, 'Shared', { ...PROPS, ...props });
  const synthesized = synthesize(stack);
  const nodes = synthesized.resource?.google_compute_subnetwork?.Shared_NodeSubnetwork_55D96E90;
  return { network, synthesized, nodes };
}

describe('options of a GkeNetwork', () => {
  it('has further ranges for pods behind the two of every network, sorted by name', () => {
    const { network, nodes } = synthesizeNetwork({
      morePodCidrs: { late: '10.32.0.0/16', batch: '10.16.0.0/16' },
    });
    expect(nodes?.secondary_ip_range).toEqual([
      { range_name: 'pods', ip_cidr_range: '10.4.0.0/14' },
      { range_name: 'services', ip_cidr_range: '10.8.0.0/20' },
      { range_name: 'batch', ip_cidr_range: '10.16.0.0/16' },
      { range_name: 'late', ip_cidr_range: '10.32.0.0/16' },
    ]);
    expect(network.morePodRanges).toEqual([
      { rangeName: 'batch', cidr: '10.16.0.0/16' },
      { rangeName: 'late', cidr: '10.32.0.0/16' },
    ]);
  });

  it('has a further range that Terraform fills in unchecked', () => {
    const stack = gkeStack();
    const more = new TerraformVariable(stack, 'more', { type: 'string' }).stringValue;
    new GkeNetwork(stack, 'Shared', { ...PROPS, morePodCidrs: { more } });
    expect(JSON.stringify(synthesize(stack))).toContain('"ip_cidr_range":"${var.more}"');
  });

  it('has IPv6 of its own in the node subnetwork, and in no other', () => {
    const { network, synthesized, nodes } = synthesizeNetwork({ ipv6: GkeIpv6.INTERNAL });
    expect(only(synthesized, 'google_compute_network').enable_ula_internal_ipv6).toBe(true);
    expect(nodes).toMatchObject({ stack_type: 'IPV4_IPV6', ipv6_access_type: 'INTERNAL' });
    expect(
      Object.values(synthesized.resource?.google_compute_subnetwork ?? {}).filter(
        (one) => 'stack_type' in one,
      ),
    ).toHaveLength(1);
    expect(network.isDualStack).toBe(true);
  });

  it('has IPv6 of the Internet without any of its own', () => {
    const { synthesized, nodes } = synthesizeNetwork({ ipv6: GkeIpv6.EXTERNAL });
    expect(only(synthesized, 'google_compute_network')).not.toHaveProperty('enable_ula_internal_ipv6');
    expect(nodes).toMatchObject({ stack_type: 'IPV4_IPV6', ipv6_access_type: 'EXTERNAL' });
  });

  it('has none of that by default', () => {
    const { network, nodes } = synthesizeNetwork();
    expect(network.isDualStack).toBe(false);
    expect(network.morePodRanges).toEqual([]);
    expect(nodes).not.toHaveProperty('stack_type');
    expect(nodes).not.toHaveProperty('ipv6_access_type');
  });

  it('takes larger packets and routes of all regions', () => {
    const { synthesized } = synthesizeNetwork({ mtu: 8896, routingMode: GkeRoutingMode.GLOBAL });
    expect(only(synthesized, 'google_compute_network')).toEqual({
      project: 'acme-net',
      name: 'shared',
      auto_create_subnetworks: false,
      mtu: 8896,
      routing_mode: 'GLOBAL',
    });
  });

  it('logs flows as it is told', () => {
    const { nodes } = synthesizeNetwork({
      flowLogOptions: {
        interval: GkeFlowLogInterval.SECONDS_30,
        sampling: 1,
        metadata: false,
        filter: 'connection.protocol == 6',
      },
    });
    expect(nodes?.log_config).toEqual({
      aggregation_interval: 'INTERVAL_30_SEC',
      flow_sampling: 1,
      metadata: 'EXCLUDE_ALL_METADATA',
      filter_expr: 'connection.protocol == 6',
    });
  });

  it('logs the queries of names when that is asked for', () => {
    const { synthesized } = synthesizeNetwork({ dnsLogging: true });
    expect(synthesized.resource?.google_dns_policy).toEqual({
      Shared_DnsPolicy_EE96B63C: {
        project: 'acme-net',
        name: 'shared',
        description: 'Logs the DNS queries of the network shared',
        enable_logging: true,
        networks: [{ network_url: '${google_compute_network.Shared_DACC02AA.self_link}' }],
      },
    });
  });

  it('keeps every address, whatever is added', () => {
    const before = resourceAddresses(synthesizeNetwork().synthesized);
    const after = resourceAddresses(
      synthesizeNetwork({
        morePodCidrs: { batch: '10.16.0.0/16' },
        ipv6: GkeIpv6.INTERNAL,
        mtu: 1500,
        nat: { addressCount: 1 },
        restrictedGoogleAccess: true,
        dnsLogging: true,
      }).synthesized,
    );
    expect(before.filter((address) => !after.includes(address))).toEqual([]);
  });

  it.each<[string, Partial<GkeNetworkProps>, string]>([
    [
      'a further range has a name that is taken or malformed, is too small, or overlaps',
      { morePodCidrs: { pods: '10.16.0.0/16', Late: '10.17.0.0/29', more: '10.5.0.0/16' } },
      "[test/Shared] 'morePodCidrs' key 'pods' is the name of a range that the network has already; choose another; 'morePodCidrs' key 'Late' must be 1 to 63 lower-case letters, digits and hyphens, starting with a letter; 'morePodCidrs.Late' (10.17.0.0/29) must have a mask of /9 to /28; 'podCidr' (10.4.0.0/14) overlaps 'morePodCidrs.more' (10.5.0.0/16); give them disjoint ranges",
    ],
    [
      'packets are too large',
      { mtu: 9000 },
      "[test/Shared] 'mtu' (9000) must be a whole number of 1300 to 8896",
    ],
    [
      'flow logs are told how and switched off',
      { flowLogs: false, flowLogOptions: {} },
      "[test/Shared] 'flowLogOptions' do nothing with 'flowLogs' false; leave them out",
    ],
    [
      'flow logs keep nothing',
      { flowLogOptions: { sampling: 0 } },
      "[test/Shared] 'flowLogOptions' sampling (0) must be more than 0 and at most 1",
    ],
    [
      'NAT is told how and there is none',
      { egress: GkeEgress.NONE, nat: { addressCount: 1 } },
      "[test/Shared] 'nat' does nothing with GkeEgress.NONE; leave it out",
    ],
    [
      'several things are wrong, all of them at once',
      { networkName: 'x'.repeat(41), mtu: 1 },
      `[test/Shared] 'networkName' (${'x'.repeat(41)}) must be 1 to 40 lower-case letters, digits and hyphens, starting with a letter; 'mtu' (1) must be a whole number of 1300 to 8896`,
    ],
  ])('fails when %s', (_, props, message) => {
    expect(() => synthesizeNetwork(props)).toThrow(new Error(message));
  });
});
