import { LocalBackend, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { NodePoolSize } from '../../lib/cluster';
import { GkeEgress, GkeNetwork, type GkeNetworkProps } from '../../lib/gke';
import { resourceAddresses, synthesize } from '../support/synthesized';
import { defineGke, gkeStack, only, POOL } from './gke-stack';

const PROPS: GkeNetworkProps = { networkName: 'shared', project: 'acme-net', region: 'europe-west3' };

function synthesizeNetwork(props: Partial<GkeNetworkProps> = {}) {
  const stack = gkeStack();
  new GkeNetwork(stack, 'Shared', { ...PROPS, ...props });
  return synthesize(stack);
}

describe('GkeNetwork', () => {
  it('defines a network with ranges for nodes, pods, services and control plane, and a way out', () => {
    const { resource } = synthesizeNetwork();
    const network = '${google_compute_network.Shared_DACC02AA.self_link}';
    const common = { project: 'acme-net', region: 'europe-west3' };
    expect(resource).toEqual({
      google_compute_network: {
        Shared_DACC02AA: { project: 'acme-net', name: 'shared', auto_create_subnetworks: false },
      },
      google_compute_subnetwork: {
        Shared_NodeSubnetwork_55D96E90: {
          ...common,
          name: 'shared-nodes',
          network,
          ip_cidr_range: '10.0.0.0/20',
          private_ip_google_access: true,
          secondary_ip_range: [
            { range_name: 'pods', ip_cidr_range: '10.4.0.0/14' },
            { range_name: 'services', ip_cidr_range: '10.8.0.0/20' },
          ],
          log_config: {
            aggregation_interval: 'INTERVAL_10_MIN',
            flow_sampling: 0.5,
            metadata: 'INCLUDE_ALL_METADATA',
          },
        },
        Shared_ControlPlaneSubnetwork_B9639056: {
          ...common,
          name: 'shared-control-plane',
          network,
          ip_cidr_range: '172.16.0.0/28',
          private_ip_google_access: true,
        },
      },
      google_compute_router: { Shared_Router_3F095875: { ...common, name: 'shared', network } },
      google_compute_router_nat: {
        Shared_Nat_2C883628: {
          ...common,
          name: 'shared',
          router: '${google_compute_router.Shared_Router_3F095875.name}',
          nat_ip_allocate_option: 'AUTO_ONLY',
          source_subnetwork_ip_ranges_to_nat: 'LIST_OF_SUBNETWORKS',
          subnetwork: [
            {
              name: '${google_compute_subnetwork.Shared_NodeSubnetwork_55D96E90.self_link}',
              source_ip_ranges_to_nat: ['ALL_IP_RANGES'],
            },
          ],
          enable_dynamic_port_allocation: true,
          enable_endpoint_independent_mapping: false,
          log_config: { enable: true, filter: 'ERRORS_ONLY' },
        },
      },
    });
  });

  it('has no way out when that is asked for', () => {
    const synthesized = synthesizeNetwork({ egress: GkeEgress.NONE });
    expect(Object.keys(synthesized.resource ?? {})).toEqual([
      'google_compute_network',
      'google_compute_subnetwork',
    ]);
  });

  it('logs no flows when that is asked for', () => {
    const subnetworks = Object.values(
      synthesizeNetwork({ flowLogs: false }).resource?.google_compute_subnetwork ?? {},
    );
    expect(subnetworks.filter((subnetwork) => 'log_config' in subnetwork)).toEqual([]);
  });

  it('leaves a range that Terraform fills in unchecked', () => {
    const stack = gkeStack();
    const podCidr = new TerraformVariable(stack, 'pods', { type: 'string' }).stringValue;
    new GkeNetwork(stack, 'Shared', { ...PROPS, podCidr });
    expect(JSON.stringify(synthesize(stack))).toContain('"ip_cidr_range":"${var.pods}"');
  });

  it.each<[string, Partial<GkeNetworkProps>, string]>([
    [
      'the name is malformed',
      { networkName: 'Shared' },
      "[test/Shared] 'networkName' (Shared) must be 1 to 40 lower-case letters, digits and hyphens, starting with a letter",
    ],
    [
      'ranges overlap, all of them at once',
      { podCidr: '10.0.0.0/14', serviceCidr: '10.3.0.0/20' },
      "[test/Shared] 'nodeCidr' (10.0.0.0/20) overlaps 'podCidr' (10.0.0.0/14); give them disjoint ranges; 'podCidr' (10.0.0.0/14) overlaps 'serviceCidr' (10.3.0.0/20); give them disjoint ranges",
    ],
    [
      'the control plane stands in the range of the nodes',
      { controlPlaneCidr: '10.0.0.0/28' },
      "[test/Shared] 'nodeCidr' (10.0.0.0/20) overlaps 'controlPlaneCidr' (10.0.0.0/28); give them disjoint ranges",
    ],
    [
      'a range is too small or no IPv4',
      { controlPlaneCidr: '172.16.0.0/29', serviceCidr: 'fd00::/108' },
      "[test/Shared] 'serviceCidr' (fd00::/108) must be an IPv4 range; 'controlPlaneCidr' (172.16.0.0/29) must have a mask of /8 to /28",
    ],
    [
      'a range is none',
      { nodeCidr: '10.0.0.1/20' },
      "[test/Shared] 'nodeCidr': '10.0.0.1/20' has host bits set; the range that holds it is '10.0.0.0/20'",
    ],
  ])('fails when %s', (_, props, message) => {
    expect(() => synthesizeNetwork(props)).toThrow(new Error(message));
  });
});

describe('a GKE cluster in its network', () => {
  const ADOPTED = {
    networkId: 'projects/acme-net/global/networks/shared',
    nodeSubnetworkId: 'projects/acme-net/regions/europe-west3/subnetworks/gke',
    podRangeName: 'gke-pods',
    serviceRangeName: 'gke-services',
  };

  it('adopts a network that exists and defines none', () => {
    const stack = gkeStack();
    const network = GkeNetwork.fromAttributes(stack, 'Shared', ADOPTED);
    const cluster = defineGke(stack, { network });
    const synthesized = synthesize(stack);
    expect(only(synthesized, 'google_container_cluster')).toMatchObject({
      network: 'projects/acme-net/global/networks/shared',
      subnetwork: 'projects/acme-net/regions/europe-west3/subnetworks/gke',
      ip_allocation_policy: {
        cluster_secondary_range_name: 'gke-pods',
        services_secondary_range_name: 'gke-services',
      },
      depends_on: [
        'google_kms_crypto_key_iam_member.Prod_Encryption_ContainerGrant_B08299D8',
        'google_kms_crypto_key_iam_member.Prod_Encryption_ComputeGrant_8946F4CC',
        'google_project_iam_member.Prod_NodeIdentity_Role_3EDFCF54',
        'google_project_iam_member.Prod_NodeIdentity_ImagePull_4291A1A8',
        'google_project_iam_member.Prod_NodeIdentity_MetadataWriter_011EF1D7',
      ],
    });
    expect(only(synthesized, 'google_container_cluster').private_cluster_config).not.toHaveProperty(
      'private_endpoint_subnetwork',
    );
    expect(resourceAddresses(synthesized).filter((address) => address.includes('compute'))).toEqual([]);
    expect(cluster.network).toEqual({
      podCidr: undefined,
      serviceCidr: undefined,
      networkId: 'projects/acme-net/global/networks/shared',
    });
  });

  it('takes the control plane’s address from the subnetwork that an adopted network names', () => {
    const stack = gkeStack();
    const network = GkeNetwork.fromAttributes(stack, 'Shared', {
      ...ADOPTED,
      controlPlaneSubnetworkId: 'projects/acme-net/regions/europe-west3/subnetworks/control-plane',
    });
    defineGke(stack, { network });
    expect(only(synthesize(stack), 'google_container_cluster').private_cluster_config).toMatchObject({
      private_endpoint_subnetwork: 'projects/acme-net/regions/europe-west3/subnetworks/control-plane',
    });
  });

  it('gives its own network the service range of the cluster', () => {
    const stack = gkeStack();
    const cluster = defineGke(stack, { serviceCidr: '10.9.0.0/20' });
    expect(cluster.network.serviceCidr).toBe('10.9.0.0/20');
    expect(JSON.stringify(synthesize(stack).resource)).toContain(
      '{"ip_cidr_range":"10.9.0.0/20","range_name":"services"}',
    );
  });

  it('fails when the service range is said twice', () => {
    const stack = gkeStack();
    const network = GkeNetwork.fromAttributes(stack, 'Shared', ADOPTED);
    expect(() => defineGke(stack, { network, serviceCidr: '10.9.0.0/20' })).toThrow(
      new Error(
        "[test/Prod] 'serviceCidr' (10.9.0.0/20) belongs to the network when 'network' is given; set it there",
      ),
    );
  });

  it('does not wait for the way out of a network in another stack, which Terraform cannot express', () => {
    const stack = gkeStack('cluster');
    const other = new TerraformStack(stack.node.root, 'network');
    new LocalBackend(other, { path: 'network.tfstate' });
    defineGke(stack, { network: new GkeNetwork(other, 'Shared', PROPS) });
    expect(only(JSON.parse(Testing.synth(stack)), 'google_container_cluster').depends_on).toEqual([
      'google_kms_crypto_key_iam_member.Prod_Encryption_ContainerGrant_B08299D8',
      'google_kms_crypto_key_iam_member.Prod_Encryption_ComputeGrant_8946F4CC',
      'google_project_iam_member.Prod_NodeIdentity_Role_3EDFCF54',
      'google_project_iam_member.Prod_NodeIdentity_ImagePull_4291A1A8',
      'google_project_iam_member.Prod_NodeIdentity_MetadataWriter_011EF1D7',
    ]);
  });

  it('fails at synthesis when the pools outgrow the pod range or the node range', () => {
    const stack = gkeStack();
    const network = new GkeNetwork(stack, 'Shared', {
      ...PROPS,
      nodeCidr: '10.0.0.0/28',
      podCidr: '10.4.0.0/20',
    });
    const cluster = defineGke(stack, { network, nodePools: { general: POOL } });
    cluster.addNodePool('batch', { ...POOL, size: NodePoolSize.autoscaled({ min: 0, max: 12 }) });
    expect(() => synthesize(stack)).toThrow(
      "[test/Prod] 'podCidr' (10.4.0.0/20) has room for 16 nodes of 256 addresses, but the node pools may grow to 17 (surge included); widen it, or let the pools grow less\n  [test/Prod] 'nodeCidr' (10.0.0.0/28) has room for 12 nodes, but the node pools may grow to 17 (surge included); widen it, or let the pools grow less",
    );
  });

  it('fits pools exactly as large as the pod range', () => {
    const stack = gkeStack();
    const network = new GkeNetwork(stack, 'Shared', { ...PROPS, podCidr: '10.4.0.0/20' });
    defineGke(stack, {
      network,
      nodePools: { general: { ...POOL, size: NodePoolSize.fixed(15) } },
    });
    expect(() => synthesize(stack)).not.toThrow();
  });
});
