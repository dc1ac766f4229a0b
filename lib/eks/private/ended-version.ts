import type { KubernetesSupport } from '../../catalog/types';
import { KubernetesVersion } from '../../values';
import { EksSupportTier } from '../support-tier';
import { eksVersionSupport } from '../version-support';

/** Minors that are looked through for one that is known; EKS has some six at a time. */
const FAR_AHEAD = 30;

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

/**
 * What EKS does with a version that is older than all that AWS's calendar named when the facts were put together; `undefined` for one
 * that it names, and for one that may be newer than the facts.
 */
export function describeForgottenVersion(
  clusterName: string,
  version: KubernetesVersion,
): string | undefined {
  if (eksVersionSupport(version) !== undefined) return undefined;
  const oldest = Array.from({ length: FAR_AHEAD }, (_, step) => version.minor + 1 + step)
    .map((minor) => eksVersionSupport(KubernetesVersion.of(`${version.major}.${minor}`)))
    .find((support) => support !== undefined);
  if (oldest === undefined) return undefined;
  return `[kubewhere:eks/version-ended] Kubernetes ${version} of '${clusterName}' is older than ${oldest.version}, the oldest on EKS (by AWS's calendar as of ${oldest.asOf}); EKS makes no cluster of it and upgrades those that it has; raise 'version'`;
}
