import type { EksIamStatement } from './iam-statement';

/** What the role of a capability may do in AWS. */
export interface EksCapabilityPermissions {
  /**
   * Names of policies of AWS such as `AmazonS3FullAccess`.
   *
   * @default []
   */
  readonly managedPolicies?: readonly string[];
  /**
   * Permissions written into the role.
   *
   * @default []
   */
  readonly statements?: readonly EksIamStatement[];
}
