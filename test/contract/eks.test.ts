import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { TerraformStack } from 'cdktf';
import { NodePoolSize } from '../../lib/cluster';
import { EksAddOn, EksCluster, type EksClusterProps, EksMachines, EksPodNetworking } from '../../lib/eks';
import { KubernetesVersion } from '../../lib/values';
import { type ClusterContract, testCluster } from '../support/cluster-contract';

const pool = { machines: EksMachines.ofTypes('m7i.xlarge'), size: NodePoolSize.fixed(3) };

function contract(props: Partial<EksClusterProps> = {}): ClusterContract {
  const provider = (stack: TerraformStack) => new AwsProvider(stack, 'Aws', { region: 'eu-central-1' });
  return {
    platform: 'eks',
    define: (stack, clusterName) => {
      provider(stack);
      return new EksCluster(stack, 'Cluster', {
        clusterName,
        version: KubernetesVersion.of('1.34'),
        nodePools: { first: pool },
        ...props,
      });
    },
    addNodePool: (cluster, name) => (cluster as EksCluster).addNodePool(name, pool),
    importCluster: (stack, attributes) =>
      EksCluster.fromAttributes(stack, 'Imported', { ...attributes, region: 'eu-central-1' }),
    lookUp: (stack) => {
      provider(stack);
      return EksCluster.fromLookup(stack, 'Found', {
        clusterName: 'elsewhere',
        version: KubernetesVersion.of('1.33'),
        region: 'eu-central-1',
      });
    },
    isOfPlatform: EksCluster.isEksCluster,
    capabilities: {
      managedControlPlane: true,
      nodeAutoscaling: true,
      workloadIdentity: true,
      interruptibleCapacity: true,
      serviceLoadBalancer: true,
      networkPolicy: true,
    },
  };
}

testCluster(contract());

testCluster({
  ...contract({
    autoMode: true,
    addOns: {
      [EksAddOn.POD_IDENTITY_AGENT]: { enabled: true },
      [EksAddOn.VPC_CNI]: { enabled: true },
      [EksAddOn.KUBE_PROXY]: { enabled: true },
      [EksAddOn.COREDNS]: { enabled: true },
    },
  }),
  form: 'eks in Auto Mode',
});

testCluster({ ...contract({ podNetworking: EksPodNetworking.ipv6() }), form: 'eks with IPv6' });
