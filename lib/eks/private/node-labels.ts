import { POOL_LABEL, type Taint } from '../../cluster';
import { belongsToKubernetes, labelPrefix } from '../../cluster/private/kubernetes-labels';

/**
 * Labels that keep a node from joining: a kubelet refuses to start with them, and the node group fails twenty minutes
 * later without saying why.
 */
export function describeReservedLabels(labels: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(labels).flatMap((key) => {
    if (key === POOL_LABEL) return [`'labels' key '${key}' is set to the name of the pool; leave it out`];
    const isReserved = labelPrefix(key) === 'eks.amazonaws.com' || belongsToKubernetes(key);
    return isReserved
      ? [`'labels' key '${key}' is reserved and a node that carries it cannot join; choose another prefix`]
      : [];
  });
}

/** What EKS takes of a key, its prefix included; Kubernetes would take more. */
const LONGEST_KEY = 63;

/**
 * Labels and taints that Kubernetes allows and EKS does not; empty when all are fine.
 *
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html
 */
export function describeRefusedByEks(
  labels: Readonly<Record<string, string>>,
  taints: readonly Taint[],
): readonly string[] {
  const long = (prop: string, key: string): string[] =>
    key.length <= LONGEST_KEY
      ? []
      : [
          `'${prop}' key '${key}' has ${key.length} characters; EKS takes ${LONGEST_KEY}, the prefix included`,
        ];
  return [
    ...Object.entries(labels).flatMap(([key, value]) => [
      ...long('labels', key),
      ...(value === '' ? [`'labels' value of '${key}' is empty, which EKS refuses; write 'true'`] : []),
    ]),
    ...taints.flatMap((taint) => long('taints', taint.key)),
  ];
}
