import type { ClusterAttributes } from '../../cluster';

/** What must be told about a cluster on premises that exists. */
export interface OnPremClusterAttributes extends ClusterAttributes {
  /** Path, or token of a path, of an administrator's certificate on the machine that runs Terraform. */
  readonly adminCertificatePath: string;
  /** Path, or token of a path, of its private key. */
  readonly adminKeyPath: string;
}
