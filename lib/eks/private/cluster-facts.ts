import type { ClusterCapabilities, ClusterConnection } from '../../cluster';

/** The same for every EKS cluster that has the add-ons of ours. */
export const EKS_CAPABILITIES: ClusterCapabilities = {
  managedControlPlane: true,
  // Node groups carry bounds and the tags of discovery; the autoscaler itself is installed in the cluster
  nodeAutoscaling: true,
  workloadIdentity: true,
  interruptibleCapacity: true,
  // By the cloud controller in EKS's control plane: a Classic Load Balancer
  serviceLoadBalancer: true,
  networkPolicy: true,
};

/** How kubectl and the providers of a second stack reach a cluster; the AWS CLI fetches a token of 15 minutes. */
export function eksConnection(attributes: {
  readonly clusterName: string;
  readonly region: string;
  readonly host: string;
  readonly caCertificateBase64: string;
}): ClusterConnection {
  return {
    host: attributes.host,
    caCertificateBase64: attributes.caCertificateBase64,
    credential: {
      kind: 'exec',
      apiVersion: 'client.authentication.k8s.io/v1beta1',
      command: 'aws',
      args: [
        'eks',
        'get-token',
        '--cluster-name',
        attributes.clusterName,
        '--region',
        attributes.region,
        '--output',
        'json',
      ],
      env: {},
    },
  };
}
