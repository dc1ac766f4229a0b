import { Fn, TerraformOutput } from 'cdktf';
import { Construct } from 'constructs';
import type { ICluster } from './cluster';
import { renderKubeconfig } from './kubeconfig';

/** Props of {@link ClusterOutputs}. */
export interface ClusterOutputsProps {
  readonly cluster: ICluster;
  /**
   * Put in front of every output name, for a stack that holds more than one cluster.
   *
   * @default ''
   */
  readonly prefix?: string;
}

/**
 * Terraform outputs of a cluster under names that stay: `cluster_name`, `cluster_platform`, `cluster_endpoint`,
 * `cluster_ca_certificate` (base64, where there is one) and `kubeconfig`. None is a secret: the kubeconfig names a
 * program or files that hold the credential.
 */
export class ClusterOutputs extends Construct {
  public constructor(scope: Construct, id: string, props: ClusterOutputsProps) {
    super(scope, id);
    const { cluster, prefix = '' } = props;
    this.output(`${prefix}cluster_name`, cluster.clusterName, 'Name of the cluster');
    this.output(`${prefix}cluster_platform`, cluster.platform, 'Platform the cluster runs on');
    this.output(`${prefix}cluster_endpoint`, cluster.connection.host, 'URL of the Kubernetes API');
    if (cluster.connection.caCertificateBase64 !== undefined) {
      this.output(
        `${prefix}cluster_ca_certificate`,
        cluster.connection.caCertificateBase64,
        'Certificate authority of the Kubernetes API, base64-encoded PEM',
      );
    }
    this.output(
      `${prefix}kubeconfig`,
      Fn.yamlencode(renderKubeconfig(cluster)),
      'Kubeconfig for kubectl; holds no secret',
    );
  }

  private output(name: string, value: string, description: string): void {
    new TerraformOutput(this, name, { value, description, staticId: true });
  }
}
