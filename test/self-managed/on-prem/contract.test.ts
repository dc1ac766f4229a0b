import { OnPremCluster } from '../../../lib/self-managed';
import { testCluster } from '../../support/cluster-contract';
import { define, host, PROPS } from '../support';

testCluster({
  platform: 'on-prem',
  define: (stack, clusterName) =>
    define(stack, {
      clusterName,
      hosts: { ...PROPS.hosts, w3: host(23) },
      nodePools: { first: { hosts: ['w1', 'w2'] } },
    }),
  addNodePool: (cluster, name) => (cluster as OnPremCluster).addNodePool(name, { hosts: ['w3'] }),
  importCluster: (stack, attributes) =>
    OnPremCluster.fromAttributes(stack, 'Imported', {
      ...attributes,
      adminCertificatePath: 'pki/admin.crt',
      adminKeyPath: 'pki/admin.key',
    }),
  capabilities: {
    managedControlPlane: false,
    nodeAutoscaling: false,
    workloadIdentity: false,
    interruptibleCapacity: false,
    serviceLoadBalancer: false,
    networkPolicy: false,
  },
  isOfPlatform: (value) => OnPremCluster.isOnPremCluster(value),
});
