/**
 * How pods come to secrets that are kept in Secret Manager, and never in Terraform. What is said stays until its opposite is said:
 * leaving it out again changes nothing. The API must be on, and a pod's service account needs `roles/secretmanager.secretAccessor`.
 *
 * @see https://cloud.google.com/secret-manager/docs/secret-manager-managed-csi-component
 */
export interface GkeSecretManager {
  /** Whether pods can mount secrets as files in memory. */
  readonly enabled: boolean;
  /**
   * Minutes after which mounted secrets are read anew, at least 2; 0 for never. Needs hashicorp/google 7.0.
   *
   * @default - GKE's own, never
   */
  readonly rotationMinutes?: number;
  /**
   * Whether secrets can also be copied into secrets of Kubernetes, where whoever may read those sees them. It does not need `enabled`,
   * but Kubernetes 1.34 and hashicorp/google 7.33.
   *
   * @default - GKE's own, not
   */
  readonly sync?: boolean;
  /**
   * Minutes after which copies are made anew, at least 2; 0 for never. Needs hashicorp/google 7.33.
   *
   * @default - GKE's own, never
   */
  readonly syncRotationMinutes?: number;
}
