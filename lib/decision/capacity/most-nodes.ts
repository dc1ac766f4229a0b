/** Nodes up to which Kubernetes is designed to work. https://kubernetes.io/docs/setup/best-practices/cluster-large/ */
export const MOST_NODES = 5_000;

/** Nodes of each of several equal zones in the largest cluster that there may be. */
export function mostNodesOfAZone(zones: number): number {
  return Math.floor(MOST_NODES / zones);
}
