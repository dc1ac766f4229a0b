import type { EksIamStatement } from './iam-statement';

/** What the pods of a service account may do in AWS. */
export interface EksWorkloadIdentityOptions {
  /** Namespace of the service account. It need not exist yet. Changing it replaces the association. */
  readonly namespace: string;
  /** Name of the service account. It need not exist yet. Changing it replaces the association. */
  readonly serviceAccount: string;
  /**
   * A role that exists and trusts `pods.eks.amazonaws.com` with `sts:AssumeRole` and `sts:TagSession`.
   *
   * @default - a role of its own, that no other service account and no other cluster can take on
   */
  readonly roleArn?: string;
  /**
   * Names of policies of AWS for the role of its own, such as `AmazonS3ReadOnlyAccess`.
   *
   * @default []
   */
  readonly managedPolicies?: readonly string[];
  /**
   * Permissions of the role of its own.
   *
   * @default []
   */
  readonly statements?: readonly EksIamStatement[];
  /**
   * A role, of another account as a rule, that the first one takes on for the pods. Its own trust is for its owner to write, with the
   * first role as principal and `EksBoundIdentity.externalId` as condition.
   *
   * @default - none
   */
  readonly targetRoleArn?: string;
  /**
   * Whether AWS sees cluster, namespace and service account as tags of the session. Without them a role of its own trusts
   * EKS Pod Identity for every service account of the account that somebody may bind to it.
   *
   * @default true, false with `sessionPolicy`
   */
  readonly sessionTags?: boolean;
  /**
   * Narrows what the role allows, for this service account alone. Needs hashicorp/aws 6.66, and no session tags.
   *
   * @default - all that the role allows
   */
  readonly sessionPolicy?: readonly EksIamStatement[];
}
