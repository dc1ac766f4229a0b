import type { ClusterCapabilities } from '../../../cluster';

/** Nothing comes with the machines: what a cloud adds by itself is an add-on here, or is not there. */
export const ON_PREM_CAPABILITIES: ClusterCapabilities = {
  managedControlPlane: false,
  nodeAutoscaling: false,
  workloadIdentity: false,
  interruptibleCapacity: false,
  serviceLoadBalancer: false,
  networkPolicy: false,
};
