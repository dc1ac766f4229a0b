import type { KubernetesSupport } from '../../catalog/types';
import { GkeReleaseChannel, type GkeVersionPolicy } from '../release-channel';

/**
 * What Google does by itself with a version whose support had ended when the facts were put together; `undefined` while it is
 * supported, and when nothing is known. No clock is read: the same program says the same at any time, and newer facts come with a newer
 * package.
 */
export function describeEndedVersion(
  clusterName: string,
  support: KubernetesSupport | undefined,
  { releaseChannel, pinnedVersion }: GkeVersionPolicy,
): string | undefined {
  if (support === undefined) return undefined;
  const { version, standardUntil, extendedUntil, asOf } = support;
  const isExtended = releaseChannel === GkeReleaseChannel.EXTENDED;
  const until = isExtended ? extendedUntil : standardUntil;
  if (until === undefined || asOf <= until) return undefined;
  const kind = isExtended ? 'extended' : 'standard';
  const outcome =
    pinnedVersion === undefined
      ? 'after which Google upgrades control plane and nodes to a newer one by itself, if it has not yet'
      : 'after which Google upgrades control plane and nodes by force, pinned or not';
  const prop = pinnedVersion === undefined ? `'version'` : `'version' and the pinned version`;
  const way = isExtended
    ? `raise ${prop}`
    : `raise ${prop}, or pay for GkeReleaseChannel.EXTENDED while it has the version`;
  return `[kubewhere:gke/version-ended] Kubernetes ${version} of '${clusterName}' had ${kind} support on GKE until ${until}, ${outcome} (by Google's schedule as of ${asOf}); ${way}`;
}
