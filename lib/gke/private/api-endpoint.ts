import type {
  ContainerClusterControlPlaneEndpointsConfig,
  ContainerClusterMasterAuthorizedNetworksConfig,
  ContainerClusterPrivateClusterConfig,
} from '@cdktf/provider-google/lib/container-cluster';
import { type ApiAccess, ApiExposure } from '../../cluster';

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
  if (access.exposure === ApiExposure.PRIVATE) return { gcpPublicCidrsAccessEnabled };
  const cidrBlocks = [...access.allowedCidrs].sort().map((cidrBlock) => ({ cidrBlock }));
  return { gcpPublicCidrsAccessEnabled, cidrBlocks };
}
