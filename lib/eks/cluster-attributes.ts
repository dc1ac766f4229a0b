import type { ClusterAttributes } from '../cluster';

/** What must be told about an EKS cluster that exists. */
export interface EksClusterAttributes extends ClusterAttributes {
  /** Region of the cluster, such as `eu-west-1`; the program that fetches credentials needs it. */
  readonly region: string;
  /** Base64-encoded PEM; every EKS cluster has one. */
  readonly caCertificateBase64: string;
  /**
   * Id of the VPC.
   *
   * @default - unknown
   */
  readonly vpcId?: string;
}
