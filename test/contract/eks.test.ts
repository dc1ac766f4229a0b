import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { NodePoolSize } from '../../lib/cluster';
import { EksCluster, EksMachines } from '../../lib/eks';
import { KubernetesVersion } from '../../lib/values';
import { testCluster } from '../support/cluster-contract';

const pool = { machines: EksMachines.ofTypes('m7i.xlarge'), size: NodePoolSize.fixed(3) };

testCluster({
  platform: 'eks',
  define: (stack, clusterName) => {
    new AwsProvider(stack, 'Aws', { region: 'eu-central-1' });
    return new EksCluster(stack, 'Cluster', {
      clusterName,
      version: KubernetesVersion.of('1.34'),
      nodePools: { first: pool },
    });
  },
  addNodePool: (cluster, name) => (cluster as EksCluster).addNodePool(name, pool),
  importCluster: (stack, attributes) =>
    EksCluster.fromAttributes(stack, 'Imported', { ...attributes, region: 'eu-central-1' }),
  isOfPlatform: EksCluster.isEksCluster,
  capabilities: {
    managedControlPlane: true,
    nodeAutoscaling: true,
    workloadIdentity: true,
    interruptibleCapacity: true,
    serviceLoadBalancer: true,
    networkPolicy: true,
  },
});
