import { KubernetesVersion } from '../../lib/values';
import { testCluster } from '../support/cluster-contract';
import { ToyCluster } from '../support/toy-platform';

testCluster({
  platform: 'toy',
  define: (stack, clusterName) => {
    const cluster = new ToyCluster(stack, 'Cluster', { clusterName, version: KubernetesVersion.of('1.34') });
    cluster.addNodePool('first', { nodes: 3 });
    return cluster;
  },
  addNodePool: (cluster, name) => (cluster as ToyCluster).addNodePool(name, { nodes: 1 }),
  importCluster: (stack, attributes) => ToyCluster.fromAttributes(stack, 'Imported', attributes),
  capabilities: {
    managedControlPlane: false,
    nodeAutoscaling: false,
    workloadIdentity: false,
    interruptibleCapacity: false,
    serviceLoadBalancer: false,
    networkPolicy: false,
  },
});
