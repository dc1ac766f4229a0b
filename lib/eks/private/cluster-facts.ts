import type { ClusterCapabilities, ClusterConnection } from '../../cluster';
import { EksAddOn } from '../add-on';
import type { EksClusterProps } from '../cluster-props';

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

/** What a cluster can do, which is less on an Outpost, and where EKS runs the nodes. */
export function capabilitiesOf({
  outpost,
  autoMode,
  addOns = {},
  podNetworking,
}: EksClusterProps): ClusterCapabilities {
  if (outpost !== undefined) return { ...EKS_CAPABILITIES, workloadIdentity: false, networkPolicy: false };
  const ours = autoMode !== true || addOns[EksAddOn.VPC_CNI]?.enabled === true;
  // Machines of Auto Mode enforce it only once a ConfigMap and the NodeClass in the cluster say so
  return { ...EKS_CAPABILITIES, networkPolicy: ours && (podNetworking?.networkPolicy ?? true) };
}

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
