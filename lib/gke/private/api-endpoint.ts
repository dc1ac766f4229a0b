import type {
  ContainerClusterControlPlaneEndpointsConfig,
  ContainerClusterMasterAuthorizedNetworksConfig,
  ContainerClusterPrivateClusterConfig,
} from '@cdktf/provider-google/lib/container-cluster';
import { type ApiAccess, ApiExposure } from '../../cluster';

/**
 * Addresses of the network, and of what is connected to it. GKE applies the authorized networks to the private address
 * as well, and lets in by itself nobody but nodes and pods: a bastion beside them or a VPN would be shut out.
 */
const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];

/** The blocks of a cluster that decide together who reaches the Kubernetes API. */
export interface ApiEndpoint {
  readonly privateClusterConfig: ContainerClusterPrivateClusterConfig;
  readonly masterAuthorizedNetworksConfig: ContainerClusterMasterAuthorizedNetworksConfig | undefined;
  readonly controlPlaneEndpointsConfig: ContainerClusterControlPlaneEndpointsConfig;
}

/** One word in, every attribute that has a say in it out. */
export function renderApiEndpoint(
  access: ApiAccess,
  controlPlaneSubnetworkId: string | undefined,
): ApiEndpoint {
  return {
    privateClusterConfig: {
      enablePrivateNodes: true,
      enablePrivateEndpoint: access.exposure === ApiExposure.PRIVATE,
      privateEndpointSubnetwork: controlPlaneSubnetworkId,
      // other regions of the network and what is connected through them count as the cluster's own network
      masterGlobalAccessConfig: { enabled: true },
    },
    masterAuthorizedNetworksConfig: renderAuthorizedNetworks(access),
    // the DNS endpoint answers to the whole Internet and leaves the decision to IAM: that is no private API
    controlPlaneEndpointsConfig: { dnsEndpointConfig: { allowExternalTraffic: false } },
  };
}

function renderAuthorizedNetworks(
  access: ApiAccess,
): ContainerClusterMasterAuthorizedNetworksConfig | undefined {
  // without the block every address is authorized, so only a public API goes without it
  if (access.exposure === ApiExposure.PUBLIC) return undefined;
  // otherwise every virtual machine of every Google customer is authorized
  const gcpPublicCidrsAccessEnabled = false;
  const cidrs = [...new Set([...PRIVATE_RANGES, ...access.allowedCidrs])].sort();
  return { gcpPublicCidrsAccessEnabled, cidrBlocks: cidrs.map((cidrBlock) => ({ cidrBlock })) };
}
