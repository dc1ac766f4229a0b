import type { Construct } from 'constructs';
import type { ClusterConnection, ClusterNetwork } from '../../../cluster';
import { ClusterBase } from '../../../cluster/private/cluster-base';
import type { KubernetesVersion } from '../../../values';
import type { OnPremClusterAttributes } from '../imported-cluster';
import { ON_PREM_CAPABILITIES } from './capabilities';

/** A cluster that exists: what its attributes say, and nothing defined. */
export class ImportedOnPremCluster extends ClusterBase {
  public readonly platform = 'on-prem';
  public readonly capabilities = ON_PREM_CAPABILITIES;
  public readonly clusterName: string;
  public readonly kubernetesVersion: KubernetesVersion;
  public readonly connection: ClusterConnection;
  public readonly network: ClusterNetwork;
  public readonly failureDomains: readonly string[];

  public constructor(scope: Construct, id: string, attributes: OnPremClusterAttributes) {
    super(scope, id);
    this.clusterName = attributes.clusterName;
    this.kubernetesVersion = attributes.version;
    this.connection = {
      host: attributes.host,
      caCertificateBase64: attributes.caCertificateBase64,
      credential: {
        kind: 'certificate-files',
        certificatePath: attributes.adminCertificatePath,
        keyPath: attributes.adminKeyPath,
      },
    };
    this.network = { podCidr: attributes.podCidr, serviceCidr: attributes.serviceCidr, networkId: undefined };
    this.failureDomains = [...(attributes.failureDomains ?? [])];
  }
}
