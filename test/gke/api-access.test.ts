import { ApiAccess } from '../../lib/cluster';
import { defineGke, gkeStack, only, synthesizeGke } from './gke-stack';

function endpointOf(apiAccess: ApiAccess): Record<string, unknown> {
  const cluster = only(synthesizeGke({ apiAccess }), 'google_container_cluster');
  const privateCluster = cluster.private_cluster_config as Record<string, unknown>;
  return {
    enable_private_endpoint: privateCluster.enable_private_endpoint,
    enable_private_nodes: privateCluster.enable_private_nodes,
    master_authorized_networks_config: cluster.master_authorized_networks_config,
    control_plane_endpoints_config: cluster.control_plane_endpoints_config,
  };
}

const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map((cidr_block) => ({
  cidr_block,
}));
const NO_DNS_FROM_OUTSIDE = {
  dns_endpoint_config: { allow_external_traffic: false },
  ip_endpoints_config: { enabled: true },
};

describe('the API access of a GKE cluster', () => {
  it('keeps a private API off the Internet, the DNS endpoint included, and answers private networks', () => {
    expect(endpointOf(ApiAccess.private())).toEqual({
      enable_private_endpoint: true,
      enable_private_nodes: true,
      master_authorized_networks_config: {
        gcp_public_cidrs_access_enabled: false,
        cidr_blocks: PRIVATE_RANGES,
      },
      control_plane_endpoints_config: NO_DNS_FROM_OUTSIDE,
    });
  });

  it('opens a restricted API to the ranges given, sorted, beside the private ones', () => {
    expect(endpointOf(ApiAccess.restricted('203.0.113.0/24', '198.51.100.0/24'))).toEqual({
      enable_private_endpoint: false,
      enable_private_nodes: true,
      master_authorized_networks_config: {
        gcp_public_cidrs_access_enabled: false,
        cidr_blocks: [...PRIVATE_RANGES, { cidr_block: '198.51.100.0/24' }, { cidr_block: '203.0.113.0/24' }],
      },
      control_plane_endpoints_config: NO_DNS_FROM_OUTSIDE,
    });
  });

  it('opens a public API to everybody, and the nodes stay private', () => {
    expect(endpointOf(ApiAccess.public())).toEqual({
      enable_private_endpoint: false,
      enable_private_nodes: true,
      master_authorized_networks_config: {
        gcp_public_cidrs_access_enabled: true,
        cidr_blocks: [{ cidr_block: '0.0.0.0/0' }],
      },
      control_plane_endpoints_config: NO_DNS_FROM_OUTSIDE,
    });
  });

  it('warns of a public API, and of no other', () => {
    const warningsOf = (apiAccess: ApiAccess): readonly unknown[] => {
      const cluster = defineGke(gkeStack(), { apiAccess });
      return cluster.node.metadata.filter(({ type }) => type === '@cdktf/warn').map(({ data }) => data);
    };
    expect(warningsOf(ApiAccess.public())).toEqual([
      "[kubewhere:gke/public-api] The Kubernetes API of 'prod' is reachable from the whole Internet. ApiAccess.restricted('203.0.113.0/24') names the ranges that need it.",
    ]);
    expect(warningsOf(ApiAccess.private())).toEqual([]);
    expect(warningsOf(ApiAccess.restricted('203.0.113.0/24'))).toEqual([]);
  });
});
