/** How Terraform reaches the hosts. */
export interface SshOptions {
  /** A user that may run `sudo` without a password, or root. */
  readonly user: string;
  /**
   * Path, or token of a path, of the private key on the machine that runs Terraform. Only the path enters the state.
   *
   * @default - the keys of the SSH agent
   */
  readonly privateKeyPath?: string;
  /** @default 22 */
  readonly port?: number;
  /**
   * How long one connection is tried. A wrong key or an absent host fails only after all of it.
   *
   * @default 30
   */
  readonly timeoutSeconds?: number;
  /** @default - hosts are reached directly */
  readonly bastion?: SshBastion;
}

/** A machine that connections to the hosts go through. */
export interface SshBastion {
  readonly host: string;
  /** Public key of its SSH server; required for the same reason as a host's. */
  readonly hostKey: string;
  /** @default - the user of the hosts */
  readonly user?: string;
  /** @default 22 */
  readonly port?: number;
  /** @default - the key of the hosts */
  readonly privateKeyPath?: string;
}
