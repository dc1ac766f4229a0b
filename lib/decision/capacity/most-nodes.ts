/** Nodes up to which Kubernetes is designed to work. https://kubernetes.io/docs/setup/best-practices/cluster-large/ */
export const MOST_NODES = 5_000;

/** Nodes that a network has addresses for, in all zones together. */
export interface AddressRoom {
  readonly nodes: number;
  /** Of these, what each pool keeps free for the nodes that an upgrade adds. */
  readonly eachPool: number;
}

/** Nodes of each of several equal zones in the largest cluster that there may be, in so many pools. */
export function mostNodesOfAZone(zones: number, room?: AddressRoom, pools = 1): number {
  const most = room === undefined ? MOST_NODES : Math.min(MOST_NODES, room.nodes - pools * room.eachPool);
  return Math.floor(most / zones);
}
