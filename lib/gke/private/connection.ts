import type { ClusterCapabilities, ClusterConnection } from '../../cluster';

/** The same for every cluster of GKE Standard with Dataplane V2. */
export const GKE_CAPABILITIES: ClusterCapabilities = {
  managedControlPlane: true,
  nodeAutoscaling: true,
  workloadIdentity: true,
  interruptibleCapacity: true,
  serviceLoadBalancer: true,
  networkPolicy: true,
};

/** @see https://cloud.google.com/kubernetes-engine/docs/how-to/cluster-access-for-kubectl */
export function gkeConnection(host: string, caCertificateBase64: string | undefined): ClusterConnection {
  return {
    host,
    caCertificateBase64,
    credential: {
      kind: 'exec',
      apiVersion: 'client.authentication.k8s.io/v1beta1',
      command: 'gke-gcloud-auth-plugin',
      args: [],
      env: {},
    },
  };
}
