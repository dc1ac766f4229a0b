/**
 * What a cluster can do, as data: ask before you define something that needs it, and never by trial.
 */
export interface ClusterCapabilities {
  /** The provider runs and patches the control plane. */
  readonly managedControlPlane: boolean;
  /** The number of nodes can follow demand. */
  readonly nodeAutoscaling: boolean;
  /** Pods can take on an identity of the cloud without a stored key. */
  readonly workloadIdentity: boolean;
  /** Machines that the provider may take back, at a discount. */
  readonly interruptibleCapacity: boolean;
  /** The platform itself gives a Service of type LoadBalancer an address, with nothing installed. */
  readonly serviceLoadBalancer: boolean;
  /** NetworkPolicy objects are enforced with nothing installed. */
  readonly networkPolicy: boolean;
}
