import type { Construct } from 'constructs';
import type { ClusterCapabilities, ClusterConnection, ClusterNetwork } from '../cluster';
import { ClusterBase } from '../cluster/private/cluster-base';
import type { KubernetesVersion } from '../values';
import type { EksClusterAttributes } from './cluster-attributes';
import { EKS_CAPABILITIES, eksConnection } from './private/cluster-facts';

/** An EKS cluster that exists: passes on what it was told, defines nothing. */
export class ImportedEksCluster extends ClusterBase {
  public readonly platform = 'eks';
  public readonly clusterName: string;
  public readonly kubernetesVersion: KubernetesVersion;
  public readonly connection: ClusterConnection;
  public readonly network: ClusterNetwork;
  public readonly failureDomains: readonly string[];
  public readonly capabilities: ClusterCapabilities = EKS_CAPABILITIES;

  public constructor(scope: Construct, id: string, attributes: EksClusterAttributes) {
    super(scope, id);
    this.clusterName = attributes.clusterName;
    this.kubernetesVersion = attributes.version;
    this.connection = eksConnection({
      clusterName: attributes.clusterName,
      region: attributes.region,
      host: attributes.host,
      caCertificateBase64: attributes.caCertificateBase64,
    });
    this.network = {
      podCidr: attributes.podCidr,
      serviceCidr: attributes.serviceCidr,
      networkId: attributes.vpcId,
    };
    this.failureDomains = attributes.failureDomains ?? [];
  }
}
