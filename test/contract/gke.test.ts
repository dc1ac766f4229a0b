import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { NodePoolSize } from '../../lib/cluster';
import { GkeCluster, GkeLocation, GkeMachine } from '../../lib/gke';
import { KubernetesVersion } from '../../lib/values';
import { testCluster } from '../support/cluster-contract';

const pool = { machine: GkeMachine.ofType('n4-standard-4'), size: NodePoolSize.fixed(3) };

testCluster({
  platform: 'gke',
  define: (stack, clusterName) => {
    new GoogleProvider(stack, 'Google', { project: 'acme-payments' });
    return new GkeCluster(stack, 'Cluster', {
      clusterName,
      version: KubernetesVersion.of('1.34'),
      project: 'acme-payments',
      projectNumber: '123456789012',
      location: GkeLocation.region('europe-west3'),
      nodePools: { first: pool },
    });
  },
  addNodePool: (cluster, name) => (cluster as GkeCluster).addNodePool(name, pool),
  importCluster: (stack, attributes) => GkeCluster.fromAttributes(stack, 'Imported', attributes),
  isOfPlatform: GkeCluster.isGkeCluster,
  capabilities: {
    managedControlPlane: true,
    nodeAutoscaling: true,
    workloadIdentity: true,
    interruptibleCapacity: true,
    serviceLoadBalancer: true,
    networkPolicy: true,
  },
});
