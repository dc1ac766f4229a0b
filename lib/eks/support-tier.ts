/**
 * What happens when a Kubernetes version leaves its first 14 months.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
 */
export enum EksSupportTier {
  /** AWS upgrades the control plane by itself when standard support ends; the hourly price never rises. */
  STANDARD = 'STANDARD',
  /** The version stays for twelve more months at several times the hourly price of the control plane. */
  EXTENDED = 'EXTENDED',
}
