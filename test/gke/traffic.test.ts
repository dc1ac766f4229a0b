import { ContainerCluster } from '@cdktf/provider-google/lib/container-cluster';
import { GkeDataplane, GkeMode, GkeNetwork, type GkeNetworkAttributes } from '../../lib/gke';
import { GkeDns, GkeDnsScope } from '../../lib/gke/dns';
import { GkeEgressBandwidth } from '../../lib/gke/egress-bandwidth';
import { GkeNetworkTier } from '../../lib/gke/network-tier';
import { renderTraffic, setNewerTraffic, type TrafficGiven } from '../../lib/gke/private/network-parts';
import type { GkeTrafficProps } from '../../lib/gke/traffic-props';
import { synthesize } from '../support/synthesized';
import { gkeStack, only } from './gke-stack';

const ADOPTED: GkeNetworkAttributes = {
  networkId: 'projects/acme-net/global/networks/shared',
  nodeSubnetworkId: 'projects/acme-net/regions/europe-west3/subnetworks/gke',
  podRangeName: 'gke-pods',
  serviceRangeName: 'gke-services',
};

/** The arguments that traffic writes, as they stand in the JSON. */
function rendered(
  props: GkeTrafficProps,
  mode: TrafficGiven['mode'] = GkeMode.standard(),
  attributes: Partial<GkeNetworkAttributes> = {},
) {
  const stack = gkeStack();
  const network = GkeNetwork.fromAttributes(stack, 'Network', { ...ADOPTED, ...attributes });
  const cluster = new ContainerCluster(stack, 'Cluster', {
    name: 'prod',
    ...renderTraffic(props, { mode, network }),
  });
  setNewerTraffic(cluster, props);
  const synthesized = synthesize(stack);
  const { name: _, ...others } = only(synthesized, 'google_container_cluster');
  const { required_providers } = synthesized.terraform as {
    required_providers: { google: { version: string } };
  };
  return { written: others, provider: required_providers.google.version };
}

describe('the traffic of a cluster', () => {
  it('writes nothing where nothing is said', () => {
    expect(rendered({})).toEqual({ written: {}, provider: '6.50.0' });
    expect(rendered({}, GkeMode.standard({ dataplane: GkeDataplane.V2 })).written).toEqual({});
  });

  it.each<[string, GkeTrafficProps, Record<string, unknown>]>([
    ['the Gateway API', { gatewayApi: true }, { gateway_api_config: { channel: 'CHANNEL_STANDARD' } }],
    ['no Gateway API', { gatewayApi: false }, { gateway_api_config: { channel: 'CHANNEL_DISABLED' } }],
    ['pods under their own addresses', { sourceNat: false }, { default_snat_status: { disabled: true } }],
    ['pods under the nodes’ addresses', { sourceNat: true }, { default_snat_status: { disabled: false } }],
    ['policies of domains', { fqdnNetworkPolicy: true }, { enable_fqdn_network_policy: true }],
    ['no policies of domains', { fqdnNetworkPolicy: false }, { enable_fqdn_network_policy: false }],
    [
      'policies over all namespaces',
      { clusterwideNetworkPolicy: true },
      { enable_cilium_clusterwide_network_policy: true },
    ],
    ['further networks', { multiNetworking: true }, { enable_multi_networking: true }],
    [
      'more to send',
      { egressBandwidth: GkeEgressBandwidth.TIER_1 },
      { network_performance_config: { total_egress_bandwidth_tier: 'TIER_1' } },
    ],
    [
      'firewalls of load balancers that are not GKE’s',
      { loadBalancerFirewalls: false },
      { disable_l4_lb_firewall_reconciliation: true },
    ],
    [
      'firewalls of load balancers that are GKE’s',
      { loadBalancerFirewalls: true },
      { disable_l4_lb_firewall_reconciliation: false },
    ],
    [
      'Cloud DNS',
      { dns: GkeDns.cloudDns() },
      { dns_config: { cluster_dns: 'CLOUD_DNS', cluster_dns_scope: 'CLUSTER_SCOPE' } },
    ],
    [
      'Cloud DNS for the network',
      { dns: GkeDns.cloudDns({ scope: GkeDnsScope.NETWORK, domain: 'prod.example.internal' }) },
      {
        dns_config: {
          cluster_dns: 'CLOUD_DNS',
          cluster_dns_scope: 'VPC_SCOPE',
          cluster_dns_domain: 'prod.example.internal',
        },
      },
    ],
    [
      'names in the network beside its own',
      { dns: GkeDns.additive('prod.example.internal') },
      {
        dns_config: {
          cluster_dns: 'CLOUD_DNS',
          cluster_dns_scope: 'CLUSTER_SCOPE',
          additive_vpc_scope_dns_domain: 'prod.example.internal',
        },
      },
    ],
  ])('has %s', (_, props, written) => {
    expect(rendered(props)).toEqual({ written, provider: '6.50.0' });
  });

  it('writes what only nodes of yours can be told', () => {
    expect(
      rendered({}, GkeMode.standard({ maxPodsPerNode: 32, intranodeVisibility: false })).written,
    ).toEqual({ default_max_pods_per_node: 32, enable_intranode_visibility: false });
  });

  it('has Calico in place of Dataplane V2', () => {
    expect(rendered({}, GkeMode.standard({ dataplane: GkeDataplane.CALICO })).written).toEqual({
      datapath_provider: 'LEGACY_DATAPATH',
      network_policy: { enabled: true, provider: 'CALICO' },
    });
  });

  it('takes away what Autopilot refuses, and leaves what decides how load balancers reach it', () => {
    const part = renderTraffic(
      {},
      { mode: GkeMode.autopilot(), network: GkeNetwork.fromAttributes(gkeStack(), 'Network', ADOPTED) },
    );
    expect(Object.entries(part)).toEqual([
      ['datapathProvider', undefined],
      ['networkPolicy', undefined],
      ['defaultMaxPodsPerNode', undefined],
      ['enableIntranodeVisibility', undefined],
    ]);
  });

  it('tells Autopilot nothing of DNS but the second domain', () => {
    expect(rendered({ dns: GkeDns.additive('prod.example.internal') }, GkeMode.autopilot()).written).toEqual({
      dns_config: { additive_vpc_scope_dns_domain: 'prod.example.internal' },
    });
  });

  it.each<[string, GkeTrafficProps, Record<string, unknown>, string]>([
    ['GKE’s own ranges', { autoIpam: true }, { auto_ipam_config: { enabled: true } }, '7.4.0'],
    ['no ranges of GKE', { autoIpam: false }, { auto_ipam_config: { enabled: false } }, '7.4.0'],
    [
      'a cheaper tier',
      { networkTier: GkeNetworkTier.STANDARD },
      { network_tier_config: { network_tier: 'NETWORK_TIER_STANDARD' } },
      '7.10.0',
    ],
  ])('has %s with a newer provider', (_, props, policy, since) => {
    expect(rendered(props)).toEqual({
      written: { ip_allocation_policy: policy },
      provider: `>= ${since}, < 8.0.0`,
    });
  });
});

describe('the addresses of a cluster', () => {
  const NAMES = {
    cluster_secondary_range_name: 'gke-pods',
    services_secondary_range_name: 'gke-services',
  };

  it.each([
    [true, 'IPV4_IPV6'],
    [false, 'IPV4'],
  ])('are dual stack: %s', (dualStack, stack_type) => {
    expect(rendered({ dualStack }, GkeMode.standard(), { isDualStack: true }).written).toEqual({
      ip_allocation_policy: { ...NAMES, stack_type },
    });
  });

  it('come from further ranges and subnetworks, names sorted', () => {
    expect(
      rendered({}, GkeMode.standard(), {
        morePodRanges: [{ rangeName: 'late' }, { rangeName: 'batch', cidr: '10.16.0.0/16' }],
        moreNodeSubnetworks: [
          { subnetworkId: 'projects/acme-net/regions/europe-west3/subnetworks/b', podRangeNames: ['z', 'a'] },
          { subnetworkId: 'projects/acme-net/regions/europe-west3/subnetworks/a', podRangeNames: ['pods'] },
        ],
      }).written,
    ).toEqual({
      ip_allocation_policy: {
        ...NAMES,
        additional_pod_ranges_config: { pod_range_names: ['batch', 'late'] },
        additional_ip_ranges_config: [
          {
            subnetwork: 'projects/acme-net/regions/europe-west3/subnetworks/b',
            pod_ipv4_range_names: ['a', 'z'],
          },
          {
            subnetwork: 'projects/acme-net/regions/europe-west3/subnetworks/a',
            pod_ipv4_range_names: ['pods'],
          },
        ],
      },
    });
  });

  it('come from ranges that GKE makes, in place of those with names', () => {
    const network = {
      ...GkeNetwork.fromAttributes(gkeStack(), 'Network', ADOPTED),
      rangesOfGke: { podCidr: '/17', serviceCidr: '10.96.0.0/22' },
    };
    expect(renderTraffic({}, { mode: GkeMode.standard(), network })).toEqual({
      ipAllocationPolicy: { clusterIpv4CidrBlock: '/17', servicesIpv4CidrBlock: '10.96.0.0/22' },
    });
  });
});
