import { DataAwsEksCluster } from '@cdktf/provider-aws/lib/data-aws-eks-cluster';
import type { Construct } from 'constructs';
import type { ClusterCapabilities, ClusterConnection, ClusterNetwork } from '../cluster';
import { ClusterBase } from '../cluster/private/cluster-base';
import type { KubernetesVersion } from '../values';
import type { EksLookupAttributes } from './lookup-attributes';
import { EKS_CAPABILITIES, eksConnection } from './private/cluster-facts';

/**
 * An EKS cluster that exists and is looked up by its name: Terraform reads its endpoint, certificate and ranges in the plan, and
 * changes nothing. Whoever plans needs `eks:DescribeCluster`. The range of its pods and its zones stay unknown.
 */
export class LookedUpEksCluster extends ClusterBase {
  public readonly platform = 'eks';
  public readonly clusterName: string;
  public readonly kubernetesVersion: KubernetesVersion;
  public readonly connection: ClusterConnection;
  public readonly network: ClusterNetwork;
  public readonly failureDomains: readonly string[] = [];
  public readonly capabilities: ClusterCapabilities = EKS_CAPABILITIES;

  public constructor(scope: Construct, id: string, attributes: EksLookupAttributes) {
    super(scope, id);
    const { clusterName, version, region } = attributes;
    this.clusterName = clusterName;
    this.kubernetesVersion = version;
    const cluster = new DataAwsEksCluster(this, 'Resource', {
      name: clusterName,
      region,
      lifecycle: {
        postcondition: [
          {
            condition: `\${self.version == "${version}"}`,
            errorMessage: `EKS cluster ${clusterName} does not have Kubernetes ${version}: give the version that it has to EksCluster.fromLookup.`,
          },
        ],
      },
    });
    this.connection = eksConnection({
      clusterName,
      region,
      host: cluster.endpoint,
      caCertificateBase64: cluster.certificateAuthority.get(0).data,
    });
    this.network = {
      podCidr: undefined,
      serviceCidr: cluster.kubernetesNetworkConfig.get(0).serviceIpv4Cidr,
      networkId: cluster.vpcConfig.get(0).vpcId,
    };
  }
}
