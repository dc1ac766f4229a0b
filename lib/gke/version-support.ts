import { kubernetesSupport } from '../catalog/kubernetes-support';
import type { KubernetesSupport } from '../catalog/types';
import type { KubernetesVersion } from '../values';

/**
 * Until when GKE supports a version, as far as it was known at the date that comes along (`asOf`); `undefined` for one that is not
 * known, which may be newer than the facts. Google calls its dates estimates, and how long `EXTENDED` goes beyond them was not found.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/release-schedule
 */
export function gkeVersionSupport(version: KubernetesVersion): KubernetesSupport | undefined {
  return kubernetesSupport('gke', version.toString());
}
