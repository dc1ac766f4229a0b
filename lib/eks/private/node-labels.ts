import { POOL_LABEL } from '../../cluster';

/** Prefixes under which a kubelet may label its own node, though they belong to Kubernetes. */
const OPEN_PREFIXES = new Set(['kubelet.kubernetes.io', 'node.kubernetes.io']);

/**
 * Labels that keep a node from joining: a kubelet refuses to start with them, and the node group fails twenty minutes
 * later without saying why.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#noderestriction
 */
export function describeReservedLabels(labels: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(labels).flatMap((key) => {
    if (key === POOL_LABEL) return [`'labels' key '${key}' is set to the name of the pool; leave it out`];
    const prefix = key.includes('/') ? key.slice(0, key.indexOf('/')) : '';
    const isReserved =
      prefix === 'eks.amazonaws.com' ||
      (/(^|\.)(kubernetes|k8s)\.io$/.test(prefix) &&
        ![...OPEN_PREFIXES].some((open) => prefix.endsWith(open)));
    return isReserved
      ? [`'labels' key '${key}' is reserved and a node that carries it cannot join; choose another prefix`]
      : [];
  });
}
