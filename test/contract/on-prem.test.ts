import { ClusterEndpoint, OnPremCluster, type OnPremHost } from '../../lib/self-managed';
import { KubernetesVersion } from '../../lib/values';
import { testCluster } from '../support/cluster-contract';

const host = (number: number): OnPremHost => ({
  address: `10.20.0.${number}`,
  hostKey: `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBb3e4b1i4dW0p9kqZ8qv3Yd1mJ0xk5o3c7nGv1hT0${number}`,
  rack: `r${number % 10}`,
});

testCluster({
  platform: 'on-prem',
  define: (stack, clusterName) =>
    new OnPremCluster(stack, 'Cluster', {
      clusterName,
      version: KubernetesVersion.of('1.34'),
      hosts: { 'cp-1': host(11), 'cp-2': host(12), 'cp-3': host(13), 'w-1': host(21), 'w-2': host(22) },
      controlPlane: { hosts: ['cp-1', 'cp-2', 'cp-3'] },
      endpoint: ClusterEndpoint.virtualAddress({ address: '10.20.0.100', routerId: 51 }),
      ssh: { user: 'kubewhere' },
      pkiDirectory: './pki',
      nodePools: { first: { hosts: ['w-1'] } },
    }),
  addNodePool: (cluster, name) => (cluster as OnPremCluster).addNodePool(name, { hosts: ['w-2'] }),
  importCluster: (stack, attributes) =>
    OnPremCluster.fromAttributes(stack, 'Imported', {
      ...attributes,
      adminCertificatePath: 'pki/admin.crt',
      adminKeyPath: 'pki/admin.key',
    }),
  isOfPlatform: OnPremCluster.isOnPremCluster,
  capabilities: {
    managedControlPlane: false,
    nodeAutoscaling: false,
    workloadIdentity: false,
    interruptibleCapacity: false,
    serviceLoadBalancer: false,
    networkPolicy: false,
  },
});
