import { ContainerCluster } from '@cdktf/provider-google/lib/container-cluster';
import { TerraformOutput } from 'cdktf';
import { ApiAccess } from '../../lib/cluster';
import { GkeApiAccess } from '../../lib/gke';
import { describeControlPlaneAddress, reachApi, renderApiEndpoint } from '../../lib/gke/private/api-endpoint';
import { synthesize } from '../support/synthesized';
import { gkeStack, only, synthesizeGke } from './gke-stack';

describe('what only GKE can be told about its API', () => {
  it('takes every address away where the API has a name only', () => {
    const cluster = only(
      synthesizeGke({ apiAccess: GkeApiAccess.identityGated() }),
      'google_container_cluster',
    );
    expect(cluster.control_plane_endpoints_config).toEqual({
      dns_endpoint_config: { allow_external_traffic: true },
      ip_endpoints_config: { enabled: false },
    });
    expect(cluster.private_cluster_config).toEqual({
      enable_private_nodes: true,
      enable_private_endpoint: true,
      private_endpoint_subnetwork:
        '${google_compute_subnetwork.Prod_Network_ControlPlaneSubnetwork_EB2B9D97.self_link}',
    });
    expect(cluster).not.toHaveProperty('master_authorized_networks_config');
  });

  it('is the same as the word of every platform when nothing else is said', () => {
    const [word, addresses] = [ApiAccess.private(), GkeApiAccess.addresses(ApiAccess.private())].map(
      (apiAccess) => synthesizeGke({ apiAccess }),
    );
    expect(addresses).toEqual(word);
  });

  it('opens the name beside the addresses, names other private ranges, and keeps other regions out', () => {
    const apiAccess = GkeApiAccess.addresses(ApiAccess.restricted('203.0.113.0/24'), {
      privateRanges: ['100.64.0.0/10'],
      fromAllRegions: false,
      fromGoogle: true,
      enforceInside: true,
      dnsEndpoint: {},
    });
    const cluster = only(synthesizeGke({ apiAccess }), 'google_container_cluster');
    expect(cluster.control_plane_endpoints_config).toEqual({
      dns_endpoint_config: { allow_external_traffic: true },
      ip_endpoints_config: { enabled: true },
    });
    expect(cluster.master_authorized_networks_config).toEqual({
      gcp_public_cidrs_access_enabled: true,
      private_endpoint_enforcement_enabled: true,
      cidr_blocks: [{ cidr_block: '100.64.0.0/10' }, { cidr_block: '203.0.113.0/24' }],
    });
    expect(cluster.private_cluster_config).toMatchObject({
      enable_private_endpoint: false,
      master_global_access_config: { enabled: false },
    });
  });

  it.each([
    [
      [],
      `'privateRanges' is empty, which shuts out all but nodes and pods; leave it out for 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16`,
    ],
    [
      ['fd00::/8'],
      `'privateRanges' holds 'fd00::/8', which must be a range of IPv4, the only addresses that the API has`,
    ],
  ])('fails for the private ranges %j', (privateRanges, message) => {
    expect(() => GkeApiAccess.addresses(ApiAccess.private(), { privateRanges })).toThrow(message);
  });
});

describe('how the API of a GKE cluster is reached', () => {
  const REF = 'google_container_cluster.Cluster';

  it.each([
    [
      GkeApiAccess.identityGated(),
      `https://\${${REF}.control_plane_endpoints_config[0].dns_endpoint_config[0].endpoint}`,
      undefined,
    ],
    [
      GkeApiAccess.addresses(ApiAccess.private(), { dnsEndpoint: {} }),
      `https://\${${REF}.endpoint}`,
      `\${${REF}.master_auth[0].cluster_ca_certificate}`,
    ],
  ])('is its name where it has no address, and its address otherwise (%#)', (access, host, authority) => {
    const stack = gkeStack();
    const cluster = new ContainerCluster(stack, 'Cluster', { name: 'prod' });
    new TerraformOutput(stack, 'Reached', { value: { ...reachApi(cluster, access) }, staticId: true });
    expect(synthesize(stack).output?.Reached?.value).toEqual({
      host,
      ...(authority === undefined ? {} : { caCertificateBase64: authority }),
    });
  });
});

describe('the range of a control plane that is peered', () => {
  const CIDR = '172.16.0.16/28';

  it('stands in place of a subnetwork; changing it replaces the cluster', () => {
    const access = GkeApiAccess.addresses(ApiAccess.private());
    expect(renderApiEndpoint(access, undefined, CIDR).privateClusterConfig).toEqual({
      enablePrivateNodes: true,
      enablePrivateEndpoint: true,
      privateEndpointSubnetwork: undefined,
      masterIpv4CidrBlock: CIDR,
      masterGlobalAccessConfig: { enabled: true },
    });
  });

  it.each([
    [{ controlPlaneSubnetworkId: undefined }, []],
    [{ controlPlaneSubnetworkId: 'projects/p/regions/r/subnetworks/s' }, []],
    [{ controlPlaneSubnetworkId: undefined, peeredControlPlaneCidr: CIDR }, []],
    [
      { controlPlaneSubnetworkId: 'projects/p/regions/r/subnetworks/s', peeredControlPlaneCidr: CIDR },
      [
        "'peeredControlPlaneCidr' and 'controlPlaneSubnetworkId' are two places for one address; leave one of them out",
      ],
    ],
    [
      { controlPlaneSubnetworkId: undefined, peeredControlPlaneCidr: '172.16.0.0/24' },
      ["'peeredControlPlaneCidr' (172.16.0.0/24) must be a range of IPv4 with a /28, as GKE takes it"],
    ],
  ])('is one place of two (%#)', (address, problems) => {
    expect(describeControlPlaneAddress(address)).toEqual(problems);
  });
});
