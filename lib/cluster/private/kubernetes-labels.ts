/** Prefixes under which a kubelet may label its own node, though they belong to Kubernetes. */
const OPEN_PREFIXES = ['kubelet.kubernetes.io', 'node.kubernetes.io'];

/** The part of a label's key before the slash; empty when there is none. */
export function labelPrefix(key: string): string {
  return key.includes('/') ? key.slice(0, key.indexOf('/')) : '';
}

/**
 * Whether a label's key is one of those that a kubelet refuses to give its own node, so that the node never joins.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#noderestriction
 */
export function belongsToKubernetes(key: string): boolean {
  const prefix = labelPrefix(key);
  return (
    /(^|\.)(kubernetes|k8s)\.io$/.test(prefix) &&
    !OPEN_PREFIXES.some((open) => prefix === open || prefix.endsWith(`.${open}`))
  );
}
