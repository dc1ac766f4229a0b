/**
 * Whose network carries what the control plane asks for by itself: admission webhooks, aggregated APIs, issuers of OIDC
 * tokens.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/control-plane-egress.html
 */
export enum EksControlPlaneEgress {
  /** EKS's own network. Nothing to route, nothing to inspect. */
  AWS_MANAGED = 'AWS_MANAGED',
  /**
   * The subnets of the control plane's network interfaces, through your routes, firewalls and NAT. For good: EKS never takes it back,
   * so the way back replaces the cluster. What those subnets do not reach, the control plane does not reach either.
   */
  CUSTOMER_ROUTED = 'CUSTOMER_ROUTED',
}
