import type { KubernetesSupport } from '../../catalog/types';
import { EksSupportTier } from '../support-tier';

/**
 * What AWS does by itself with a version whose support had ended when the facts were put together; `undefined` while it is supported,
 * and when nothing is known. No clock is read: the same program says the same at any time, and newer facts come with a newer
 * package.
 */
export function describeEndedVersion(
  clusterName: string,
  support: KubernetesSupport | undefined,
  tier: EksSupportTier,
): string | undefined {
  if (support === undefined) return undefined;
  const { version, standardUntil, extendedUntil, asOf } = support;
  const facts = `(by AWS's calendar as of ${asOf})`;
  const start = `[kubewhere:eks/version-ended] Kubernetes ${version} of '${clusterName}'`;
  if (extendedUntil !== undefined && asOf > extendedUntil) {
    return `${start} had extended support on EKS until ${extendedUntil}, after which AWS upgrades the control plane by itself ${facts}; raise 'version'`;
  }
  if (tier === EksSupportTier.EXTENDED || asOf <= standardUntil) return undefined;
  const way =
    extendedUntil === undefined
      ? `raise 'version'`
      : `raise 'version', or pay for EksSupportTier.EXTENDED until ${extendedUntil}`;
  return `${start} had standard support on EKS until ${standardUntil}, after which AWS upgrades the control plane of EksSupportTier.STANDARD by itself ${facts}; ${way}`;
}
