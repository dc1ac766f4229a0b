import { DataGoogleContainerCluster } from '@cdktf/provider-google/lib/data-google-container-cluster';
import { Fn, Token } from 'cdktf';
import type { Construct } from 'constructs';
import type { ClusterConnection, ClusterNetwork } from '../cluster';
import { ClusterBase } from '../cluster/private/cluster-base';
import type { KubernetesVersion, PlatformId } from '../values';
import type { GkeLookupAttributes } from './lookup-attributes';
import { GKE_CAPABILITIES, gkeConnection } from './private/connection';

const ZONE = /^[a-z]+-[a-z]+\d{1,2}-[a-z]$/;

/**
 * A GKE cluster that exists and is looked up by its name: Terraform reads its endpoint, certificate, ranges and zones in the plan, and
 * changes nothing. Whoever plans needs `container.clusters.get`.
 */
export class LookedUpGkeCluster extends ClusterBase {
  public readonly platform: PlatformId = 'gke';
  public readonly clusterName: string;
  public readonly kubernetesVersion: KubernetesVersion;
  public readonly connection: ClusterConnection;
  public readonly network: ClusterNetwork;
  public readonly failureDomains: readonly string[];
  public readonly capabilities = GKE_CAPABILITIES;

  public constructor(scope: Construct, id: string, attributes: GkeLookupAttributes) {
    super(scope, id);
    const { clusterName, version, project, location } = attributes;
    this.clusterName = clusterName;
    this.kubernetesVersion = version;
    const cluster = new DataGoogleContainerCluster(this, 'Resource', {
      name: clusterName,
      project,
      location,
      lifecycle: {
        postcondition: [
          {
            condition: `\${tonumber(split(".", self.master_version)[1]) >= ${version.minor}}`,
            errorMessage: `GKE cluster ${clusterName} has an older Kubernetes than ${version}: give the version that it has to GkeCluster.fromLookup.`,
          },
        ],
      },
    });
    this.connection =
      attributes.viaDnsEndpoint === true
        ? gkeConnection(
            `https://${cluster.controlPlaneEndpointsConfig.get(0).dnsEndpointConfig.get(0).endpoint}`,
            undefined,
          )
        : gkeConnection(`https://${cluster.endpoint}`, cluster.masterAuth.get(0).clusterCaCertificate);
    this.network = {
      podCidr: cluster.clusterIpv4Cidr,
      serviceCidr: cluster.servicesIpv4Cidr,
      networkId: cluster.network,
    };
    // Terraform leaves the zone of a zonal cluster out
    this.failureDomains = ZONE.test(location)
      ? Fn.sort(Token.asList(Fn.concat([[location], cluster.nodeLocations])))
      : cluster.nodeLocations;
  }
}
