import { ContainerCluster } from '@cdktf/provider-google/lib/container-cluster';
import { GkeNetwork, type GkeNetworkAttributes } from '../../lib/gke';
import { GkeFirewall } from '../../lib/gke/firewall';
import type { GkeFirewallOptions } from '../../lib/gke/firewall-options';
import { synthesize } from '../support/synthesized';
import { gkeStack, only } from './gke-stack';

const ADOPTED: GkeNetworkAttributes = {
  networkId: 'projects/acme-prod/global/networks/shared',
  nodeSubnetworkId: 'projects/acme-prod/regions/europe-west3/subnetworks/gke',
  podRangeName: 'gke-pods',
  serviceRangeName: 'gke-services',
  nodeCidr: '10.0.0.0/20',
  podCidr: '10.4.0.0/14',
  controlPlaneCidr: '172.16.0.0/28',
};

function synthesizeFirewall(options: GkeFirewallOptions, attributes: Partial<GkeNetworkAttributes> = {}) {
  const stack = gkeStack();
  const network = GkeNetwork.fromAttributes(stack, 'Network', { ...ADOPTED, ...attributes });
  new GkeFirewall(stack, 'Firewall', {
    clusterName: 'prod',
    project: 'acme-prod',
    network,
    nodeServiceAccountEmail: 'prod-nodes@acme-prod.iam.gserviceaccount.com',
    ...options,
  });
  return synthesize(stack).resource?.google_compute_firewall;
}

const COMMON = {
  project: 'acme-prod',
  network: 'projects/acme-prod/global/networks/shared',
  priority: 999,
  target_service_accounts: ['prod-nodes@acme-prod.iam.gserviceaccount.com'],
};

describe('GkeFirewall', () => {
  it('lets the control plane call webhooks on the nodes of the cluster', () => {
    expect(synthesizeFirewall({ webhookPorts: [15017, 8443, 8443] })).toEqual({
      Firewall_Webhooks_B3738D27: {
        ...COMMON,
        name: 'prod-webhooks',
        description: 'The control plane of the GKE cluster prod calls webhooks',
        direction: 'INGRESS',
        source_ranges: ['172.16.0.0/28'],
        allow: [{ protocol: 'tcp', ports: ['8443', '15017'] }],
      },
    });
  });

  it('lets nodes and pods reach each other and the control plane, further ranges included', () => {
    expect(
      synthesizeFirewall(
        { explicitEgress: true, logged: true },
        { morePodRanges: [{ rangeName: 'batch', cidr: '10.16.0.0/16' }] },
      ),
    ).toEqual({
      Firewall_Egress_16C485EB: {
        ...COMMON,
        name: 'prod-egress',
        description: 'Nodes and pods of the GKE cluster prod reach each other and the control plane',
        direction: 'EGRESS',
        destination_ranges: ['10.0.0.0/20', '10.16.0.0/16', '10.4.0.0/14', '172.16.0.0/28'],
        allow: [{ protocol: 'all' }],
        log_config: { metadata: 'INCLUDE_ALL_METADATA' },
      },
    });
  });

  it('lets a peered control plane call from its own range', () => {
    const stack = gkeStack();
    const adopted = GkeNetwork.fromAttributes(stack, 'Network', { ...ADOPTED, controlPlaneCidr: undefined });
    new GkeFirewall(stack, 'Firewall', {
      clusterName: 'prod',
      project: 'acme-prod',
      network: Object.assign(adopted, { peeredControlPlaneCidr: '172.16.32.0/28' }),
      nodeServiceAccountEmail: 'prod-nodes@acme-prod.iam.gserviceaccount.com',
      webhookPorts: [8443],
    });
    expect(only(synthesize(stack), 'google_compute_firewall').source_ranges).toEqual(['172.16.32.0/28']);
  });

  it('is what a cluster can wait for, every rule of it', () => {
    const stack = gkeStack();
    const { ready } = new GkeFirewall(stack, 'Firewall', {
      clusterName: 'prod',
      project: 'acme-prod',
      network: GkeNetwork.fromAttributes(stack, 'Network', ADOPTED),
      nodeServiceAccountEmail: 'prod-nodes@acme-prod.iam.gserviceaccount.com',
      webhookPorts: [8443],
      explicitEgress: true,
    });
    new ContainerCluster(stack, 'Cluster', { name: 'prod', dependsOn: [...ready] });
    expect(only(synthesize(stack), 'google_container_cluster').depends_on).toEqual([
      'google_compute_firewall.Firewall_Webhooks_B3738D27',
      'google_compute_firewall.Firewall_Egress_16C485EB',
    ]);
  });

  it('has no rule where none is asked for, in whatever network', () => {
    expect(synthesizeFirewall({}, { networkProject: 'acme-net' })).toBeUndefined();
  });

  it('has rules in a network of the same project, also when that is said', () => {
    expect(
      Object.keys(synthesizeFirewall({ webhookPorts: [8443] }, { networkProject: 'acme-prod' }) ?? {}),
    ).toEqual(['Firewall_Webhooks_B3738D27']);
  });

  it.each<[string, GkeFirewallOptions, Partial<GkeNetworkAttributes>, string]>([
    [
      'a port is none',
      { webhookPorts: [0, 8443, 65536] },
      {},
      "[test/Firewall] 'firewall' webhookPorts holds 0, which must be a port of 1 to 65535; 'firewall' webhookPorts holds 65536, which must be a port of 1 to 65535",
    ],
    [
      'the network is another project’s',
      { webhookPorts: [8443] },
      { networkProject: 'acme-net' },
      "[test/Firewall] 'firewall' is for nodes of 'acme-prod', but the network is of 'acme-net', where Google takes no rule that names them; have the owner of that network write the rules",
    ],
    [
      'the range of the control plane is not known',
      { webhookPorts: [8443] },
      { controlPlaneCidr: undefined },
      "[test/Firewall] 'firewall' webhookPorts needs the range that the control plane calls from; tell 'controlPlaneCidr' of the network",
    ],
    [
      'ranges of pods are not known',
      { explicitEgress: true },
      { podCidr: undefined, morePodRanges: [{ rangeName: 'batch' }] },
      "[test/Firewall] 'firewall' explicitEgress needs every range of the network; tell 'podCidr', 'morePodRanges.batch.cidr' of it",
    ],
  ])('fails when %s', (_, options, attributes, message) => {
    expect(() => synthesizeFirewall(options, attributes)).toThrow(new Error(message));
  });
});
