import {
  GkeDataplane,
  GkeDns,
  GkeMode,
  GkeNetwork,
  type GkeNetworkAttributes,
  GkeSharedVpcGrants,
} from '../../lib/gke';
import { resourceAddresses, synthesize } from '../support/synthesized';
import { defineGke, gkeStack, only, synthesizeGke } from './gke-stack';

const ADOPTED: GkeNetworkAttributes = {
  networkId: 'projects/acme-net/global/networks/shared',
  nodeSubnetworkId: 'projects/acme-net/regions/europe-west3/subnetworks/gke',
};

describe('a GKE cluster and its traffic', () => {
  it('is dual stack in a network of its own that is, too', () => {
    const synthesized = synthesizeGke({ dualStack: true });
    expect(only(synthesized, 'google_container_cluster').ip_allocation_policy).toEqual({
      cluster_secondary_range_name: 'pods',
      services_secondary_range_name: 'services',
      stack_type: 'IPV4_IPV6',
    });
    expect(only(synthesized, 'google_compute_network').enable_ula_internal_ipv6).toBe(true);
  });

  it('takes the further ranges of its network', () => {
    const stack = gkeStack();
    const network = new GkeNetwork(stack, 'Shared', {
      networkName: 'shared',
      project: 'acme-prod',
      region: 'europe-west3',
      morePodCidrs: { late: '10.32.0.0/16' },
    });
    defineGke(stack, { network });
    expect(only(synthesize(stack), 'google_container_cluster').ip_allocation_policy).toEqual({
      cluster_secondary_range_name: 'pods',
      services_secondary_range_name: 'services',
      additional_pod_ranges_config: { pod_range_names: ['late'] },
    });
  });

  it('starts nodes after the firewall rules they need', () => {
    const synthesized = synthesizeGke({ firewall: { webhookPorts: [8443], explicitEgress: true } });
    const rules = resourceAddresses(synthesized).filter((address) => address.includes('_firewall.'));
    expect(rules).toEqual([
      'google_compute_firewall.Prod_Firewall_Egress_ADDA1136',
      'google_compute_firewall.Prod_Firewall_Webhooks_ADCC25C1',
    ]);
    const waited = only(synthesized, 'google_container_cluster').depends_on as readonly string[];
    expect(rules.filter((rule) => !waited.includes(rule))).toEqual([]);
  });

  it('takes ranges that GKE makes, and waits for grants in the host project', () => {
    const stack = gkeStack();
    const grants = new GkeSharedVpcGrants(stack, 'Grants', {
      hostProject: 'acme-net',
      serviceProjectNumber: '123456789012',
      region: 'europe-west3',
      subnetworks: { nodes: ADOPTED.nodeSubnetworkId },
    });
    const network = GkeNetwork.fromAttributes(stack, 'Shared', {
      ...ADOPTED,
      rangesOfGke: { podCidr: '/17', serviceCidr: '10.96.0.0/22' },
      networkProject: 'acme-net',
      readyForNodes: grants.ready,
    });
    const cluster = defineGke(stack, { network });
    const synthesized = synthesize(stack);
    expect(only(synthesized, 'google_container_cluster').ip_allocation_policy).toEqual({
      cluster_ipv4_cidr_block: '/17',
      services_ipv4_cidr_block: '10.96.0.0/22',
    });
    expect(cluster.network).toMatchObject({ podCidr: undefined, serviceCidr: '10.96.0.0/22' });
    const given = resourceAddresses(synthesized).filter((address) => address.includes('.Grants_'));
    const waited = only(synthesized, 'google_container_cluster').depends_on as readonly string[];
    expect(given).toHaveLength(3);
    expect(given.filter((address) => !waited.includes(address))).toEqual([]);
  });

  it('has Calico and Cloud DNS, and load balancers as ever', () => {
    expect(
      only(
        synthesizeGke({ mode: GkeMode.standard({ dataplane: GkeDataplane.CALICO }), dns: GkeDns.cloudDns() }),
        'google_container_cluster',
      ),
    ).toMatchObject({
      datapath_provider: 'LEGACY_DATAPATH',
      network_policy: { enabled: true, provider: 'CALICO' },
      dns_config: { cluster_dns: 'CLOUD_DNS', cluster_dns_scope: 'CLUSTER_SCOPE' },
      enable_l4_ilb_subsetting: true,
      default_max_pods_per_node: 110,
    });
  });

  it('fails when the network is told neither by names nor by ranges, or has no IPv6 for the cluster', () => {
    expect(() => GkeNetwork.fromAttributes(gkeStack(), 'Shared', ADOPTED)).toThrow(
      new Error(
        "[test/Shared] 'podRangeName' and 'serviceRangeName' must both be given, or 'rangesOfGke' in place of them",
      ),
    );
    const stack = gkeStack();
    const network = GkeNetwork.fromAttributes(stack, 'Shared', {
      ...ADOPTED,
      podRangeName: 'gke-pods',
      serviceRangeName: 'gke-services',
    });
    expect(() => defineGke(stack, { network, dualStack: true })).toThrow(
      new Error(
        "[test/Prod] 'dualStack' needs a node subnetwork with IPv6; give GkeNetwork an 'ipv6', or tell 'isDualStack' of one that exists",
      ),
    );
  });
});
