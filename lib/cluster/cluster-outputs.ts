import { Fn, TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { ValidationError } from '../values';
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
  /** @throws ValidationError when the stack has outputs of these names, which would be overwritten. */
  public constructor(scope: Construct, id: string, props: ClusterOutputsProps) {
    super(scope, id);
    const { cluster, prefix = '' } = props;
    this.assertFree(`${prefix}cluster_name`, prefix);
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

  /** Outputs carry their names as they are, so the engine would let the second silently take the place of the first. */
  private assertFree(name: string, prefix: string): void {
    const isTaken = TerraformStack.of(this)
      .node.findAll()
      .some((child) => TerraformOutput.isTerraformOutput(child) && child.friendlyUniqueId === name);
    if (!isTaken) return;
    throw new ValidationError(
      `'prefix' ('${prefix}') gives the output '${name}', which the stack has already; give each cluster of a stack a prefix of its own such as 'blue_'`,
      this,
    );
  }

  private output(name: string, value: string, description: string): void {
    new TerraformOutput(this, name, { value, description, staticId: true });
  }
}
