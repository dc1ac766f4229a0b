/**
 * A machine that exists, runs Linux with systemd, and can be reached over SSH. Its key in `hosts` is the name of its node.
 * The order of hosts means nothing, anywhere.
 */
export interface OnPremHost {
  /** Address or DNS name that the machine which runs Terraform (or the bastion) reaches it at over SSH. */
  readonly address: string;
  /**
   * Public key of its SSH server, as in `ssh-ed25519 AAAA…` (`ssh-keyscan -t ed25519`, compared with what the machine's
   * console shows). Required: without it a re-used address would be given the keys of the cluster.
   */
  readonly hostKey: string;
  /**
   * IPv4 address by which the nodes talk to each other.
   *
   * @default - `address`, which must then be an IPv4 address
   */
  readonly nodeAddress?: string;
  /**
   * What the machine shares its fate with; becomes the label `topology.kubernetes.io/zone` of its node.
   *
   * @default - no label
   */
  readonly rack?: string;
  /**
   * Network interface that takes the virtual address of the API.
   *
   * @default - the one that holds the node address, found on the host
   */
  readonly interface?: string;
}

/** What Terraform does about a host that is taken out of the cluster and cannot be reached any more. */
export enum UnreachableHosts {
  /** The apply fails after the node was drained and removed through another control plane; the host stays in the state. */
  FAIL = 'fail',
  /**
   * The host is forgotten without being wiped. Switch it off for good: it still holds keys of the cluster. Set this for the
   * apply that removes it and take it back afterwards.
   */
  FORGET = 'forget',
}
