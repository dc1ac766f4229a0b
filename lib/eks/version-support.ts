import { kubernetesSupport } from '../catalog/kubernetes-support';
import type { KubernetesSupport } from '../catalog/types';
import type { KubernetesVersion } from '../values';

/**
 * Until when EKS supports a version, as far as it was known at the date that comes along (`asOf`); `undefined` for one that is not
 * known, which may be newer than the facts.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
 */
export function eksVersionSupport(version: KubernetesVersion): KubernetesSupport | undefined {
  return kubernetesSupport('eks', version.toString());
}
