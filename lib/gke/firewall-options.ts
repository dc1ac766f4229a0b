/** Firewall rules beside those that GKE makes itself. */
export interface GkeFirewallOptions {
  /**
   * Ports of pods that the control plane calls, those of admission webhooks and aggregated APIs, beside 443 and 10250, which GKE
   * opens. Write the port of the container, not that of its Service.
   *
   * @default []
   */
  readonly webhookPorts?: readonly number[];
  /**
   * Whether nodes and pods may reach each other and the control plane where the network forbids what it does not allow. All ranges
   * of the network must be known.
   *
   * @default false
   */
  readonly explicitEgress?: boolean;
  /**
   * Whether each connection that a rule lets through goes to Cloud Logging. Charged by volume.
   *
   * @default false
   */
  readonly logged?: boolean;
}
