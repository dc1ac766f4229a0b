import { ApiAccess } from '../../lib/cluster';
import { GkeApiAccess } from '../../lib/gke';
import { only, synthesizeGke } from './gke-stack';

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
