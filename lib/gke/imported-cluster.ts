import type { Construct } from 'constructs';
import type { ClusterConnection, ClusterNetwork } from '../cluster';
import { ClusterBase } from '../cluster/private/cluster-base';
import type { KubernetesVersion, PlatformId } from '../values';
import type { GkeClusterAttributes } from './cluster-attributes';
import { GKE_CAPABILITIES, gkeConnection } from './private/connection';

/** A GKE cluster that exists; defines nothing. Made by `GkeCluster.fromAttributes()`. */
export class ImportedGkeCluster extends ClusterBase {
  public readonly platform: PlatformId = 'gke';
  public readonly clusterName: string;
  public readonly kubernetesVersion: KubernetesVersion;
  public readonly connection: ClusterConnection;
  public readonly network: ClusterNetwork;
  public readonly failureDomains: readonly string[];
  public readonly capabilities = GKE_CAPABILITIES;

  public constructor(scope: Construct, id: string, attributes: GkeClusterAttributes) {
    super(scope, id);
    this.clusterName = attributes.clusterName;
    this.kubernetesVersion = attributes.version;
    this.connection = gkeConnection(attributes.host, attributes.caCertificateBase64);
    this.network = {
      podCidr: attributes.podCidr,
      serviceCidr: attributes.serviceCidr,
      networkId: attributes.networkId,
    };
    this.failureDomains = [...(attributes.failureDomains ?? [])];
  }
}
