import { KUBERNETES_SUPPORT } from './private/kubernetes-support';
import type { KubernetesSupport, ManagedService } from './types';

/**
 * Until when a managed service supports a minor version such as `1.34`, with the date of the facts; `undefined` when no dates are
 * known, as for a version that came out after them. Reads one small table: nothing else of the catalogue is expanded.
 */
export function kubernetesSupport(service: ManagedService, version: string): KubernetesSupport | undefined {
  return KUBERNETES_SUPPORT.find((row) => row.platform === service && row.version === version);
}
