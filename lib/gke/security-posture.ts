/**
 * Whether GKE audits what runs in the cluster and shows what it finds in the console. The values are GKE's own words.
 *
 * Google has ended the scan of images for vulnerabilities, and the tier of the posture that found threats; neither can be had any more.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/deprecations/posture-management-deprecation
 */
export enum GkeSecurityPosture {
  DISABLED = 'DISABLED',
  /** Costs nothing. */
  BASIC = 'BASIC',
}
