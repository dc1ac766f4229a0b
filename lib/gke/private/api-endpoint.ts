import type {
  ContainerCluster,
  ContainerClusterControlPlaneEndpointsConfig,
  ContainerClusterMasterAuthorizedNetworksConfig,
  ContainerClusterPrivateClusterConfig,
} from '@cdktf/provider-google/lib/container-cluster';
import { type ApiAccess, ApiExposure } from '../../cluster';
import { whenResolved } from '../../cluster/private/tokens';
import { Cidr } from '../../values';
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

/** Where the private address of the API comes from. */
export interface ControlPlaneAddress {
  /** Subnetwork; left out for that of the nodes, or for a range of its own. */
  readonly controlPlaneSubnetworkId?: string;
  /** A range outside the network, which Google peers with it; left out for none. */
  readonly peeredControlPlaneCidr?: string;
}

/** What GKE would refuse about the place of the private address. */
export function describeControlPlaneAddress(address: ControlPlaneAddress): readonly string[] {
  const { peeredControlPlaneCidr, controlPlaneSubnetworkId } = address;
  if (peeredControlPlaneCidr === undefined) return [];
  if (controlPlaneSubnetworkId !== undefined) {
    return [
      `'peeredControlPlaneCidr' and 'controlPlaneSubnetworkId' are two places for one address; leave one of them out`,
    ];
  }
  const problems: string[] = [];
  whenResolved(peeredControlPlaneCidr, (text) => {
    const { version, prefix } = Cidr.parse(text);
    if (version === 4 && prefix === 28) return;
    problems.push(`'peeredControlPlaneCidr' (${text}) must be a range of IPv4 with a /28, as GKE takes it`);
  });
  return problems;
}

/** How the API of a cluster is reached from outside. Addresses come first where there are any: who uses them goes on as before. */
export function reachApi(
  cluster: ContainerCluster,
  { ipEndpoints }: GkeApiAccess,
): { readonly host: string; readonly caCertificateBase64: string | undefined } {
  if (ipEndpoints !== undefined) {
    return {
      host: `https://${cluster.endpoint}`,
      caCertificateBase64: cluster.masterAuth.clusterCaCertificate,
    };
  }
  // its certificate is publicly trusted, and the cluster's own authority did not sign it
  return { host: `https://${dnsEndpointOf(cluster)}`, caCertificateBase64: undefined };
}

/** The name of the API, without a scheme. */
export function dnsEndpointOf(cluster: ContainerCluster): string {
  return cluster.controlPlaneEndpointsConfig.dnsEndpointConfig.endpoint;
}

/** One word in, every attribute that has a say in it out. */
export function renderApiEndpoint(
  { ipEndpoints, dnsEndpoint }: GkeApiAccess,
  controlPlaneSubnetworkId: string | undefined,
  peeredControlPlaneCidr?: string,
): ApiEndpoint {
  return {
    privateClusterConfig: {
      enablePrivateNodes: true,
      enablePrivateEndpoint: ipEndpoints === undefined || ipEndpoints.access.exposure === ApiExposure.PRIVATE,
      privateEndpointSubnetwork: controlPlaneSubnetworkId,
      masterIpv4CidrBlock: peeredControlPlaneCidr,
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
      // left out it would stay as it is, and addresses that were off would stay off
      ipEndpointsConfig: { enabled: ipEndpoints !== undefined },
    },
  };
}

const EVERYBODY: readonly string[] = ['0.0.0.0/0'];

function renderAuthorizedNetworks(
  addresses: GkeApiAddresses,
): ContainerClusterMasterAuthorizedNetworksConfig {
  const { access, privateRanges, fromGoogle, enforceInside } = addresses;
  const isPublic = access.exposure === ApiExposure.PUBLIC;
  // GKE lets in by itself nobody but nodes and pods: a bastion beside them or a VPN would be shut out
  const cidrs = [...new Set([...privateRanges, ...access.allowedCidrs])].sort();
  // everybody must be said too: without the block, the networks of before stay the only ones
  return {
    // otherwise every virtual machine of every Google customer is authorized
    gcpPublicCidrsAccessEnabled: isPublic || fromGoogle,
    privateEndpointEnforcementEnabled: enforceInside,
    cidrBlocks: (isPublic ? EVERYBODY : cidrs).map((cidrBlock) => ({ cidrBlock })),
  };
}
