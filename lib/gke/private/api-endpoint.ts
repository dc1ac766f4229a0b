import type {
  ContainerClusterControlPlaneEndpointsConfig,
  ContainerClusterMasterAuthorizedNetworksConfig,
  ContainerClusterPrivateClusterConfig,
} from '@cdktf/provider-google/lib/container-cluster';
import { type ApiAccess, ApiExposure } from '../../cluster';
import { GkeApiAccess, type GkeApiAddresses } from '../api-access';

/** The blocks of a cluster that decide together who reaches the Kubernetes API. */
export interface ApiEndpoint {
  readonly privateClusterConfig: ContainerClusterPrivateClusterConfig;
  readonly masterAuthorizedNetworksConfig: ContainerClusterMasterAuthorizedNetworksConfig | undefined;
  readonly controlPlaneEndpointsConfig: ContainerClusterControlPlaneEndpointsConfig;
}

/** The words of every platform as those of GKE. */
export function apiAccessOfGke(access: ApiAccess | GkeApiAccess): GkeApiAccess {
  return 'exposure' in access ? GkeApiAccess.addresses(access) : access;
}

/** Whether the whole Internet reaches an address of the API. */
export function isPublicApi({ ipEndpoints }: GkeApiAccess): boolean {
  return ipEndpoints?.access.exposure === ApiExposure.PUBLIC;
}

/** One word in, every attribute that has a say in it out. */
export function renderApiEndpoint(
  { ipEndpoints, dnsEndpoint }: GkeApiAccess,
  controlPlaneSubnetworkId: string | undefined,
): ApiEndpoint {
  return {
    privateClusterConfig: {
      enablePrivateNodes: true,
      enablePrivateEndpoint: ipEndpoints === undefined || ipEndpoints.access.exposure === ApiExposure.PRIVATE,
      privateEndpointSubnetwork: controlPlaneSubnetworkId,
      // other regions of the network and what is connected through them count as the cluster's own network
      masterGlobalAccessConfig:
        ipEndpoints === undefined ? undefined : { enabled: ipEndpoints.fromAllRegions },
    },
    // beside a name alone the block must be away: with it, GKE brings the addresses back
    masterAuthorizedNetworksConfig:
      ipEndpoints === undefined ? undefined : renderAuthorizedNetworks(ipEndpoints),
    controlPlaneEndpointsConfig: {
      // the DNS endpoint answers to the whole Internet and leaves the decision to IAM: that is no private API
      dnsEndpointConfig: { allowExternalTraffic: dnsEndpoint !== undefined },
      ipEndpointsConfig: ipEndpoints === undefined ? { enabled: false } : undefined,
    },
  };
}

function renderAuthorizedNetworks(
  addresses: GkeApiAddresses,
): ContainerClusterMasterAuthorizedNetworksConfig | undefined {
  const { access, privateRanges, fromGoogle, enforceInside } = addresses;
  // without the block every address is authorized, so only a public API goes without it
  if (access.exposure === ApiExposure.PUBLIC) return undefined;
  // GKE lets in by itself nobody but nodes and pods: a bastion beside them or a VPN would be shut out
  const cidrs = [...new Set([...privateRanges, ...access.allowedCidrs])].sort();
  return {
    // otherwise every virtual machine of every Google customer is authorized
    gcpPublicCidrsAccessEnabled: fromGoogle,
    privateEndpointEnforcementEnabled: enforceInside,
    cidrBlocks: cidrs.map((cidrBlock) => ({ cidrBlock })),
  };
}
