import { renderKubeconfig } from '../../lib/cluster';
import { LookedUpEksCluster } from '../../lib/eks/looked-up-cluster';
import { KubernetesVersion } from '../../lib/values';
import { resourceAddresses, synthesize } from '../support/synthesized';
import { eksStack, resolved } from './eks-stack';

const DATA = 'data.aws_eks_cluster.Elsewhere_AE38D9E0';

function lookUp(stack = eksStack()): LookedUpEksCluster {
  return new LookedUpEksCluster(stack, 'Elsewhere', {
    clusterName: 'elsewhere',
    version: KubernetesVersion.of('1.34'),
    region: 'eu-central-1',
  });
}

describe('an EKS cluster that is looked up', () => {
  it('is read in its region, and refused when its version is another', () => {
    const stack = eksStack();
    lookUp(stack);
    const synthesized = synthesize(stack);
    expect(synthesized.data).toEqual({
      aws_eks_cluster: {
        Elsewhere_AE38D9E0: {
          name: 'elsewhere',
          region: 'eu-central-1',
          lifecycle: {
            postcondition: [
              {
                condition: '${self.version == "1.34"}',
                error_message:
                  'EKS cluster elsewhere does not have Kubernetes 1.34: give the version that it has to EksCluster.fromLookup.',
              },
            ],
          },
        },
      },
    });
    expect(resourceAddresses(synthesized)).toEqual([]);
  });

  it('answers every member of ICluster', () => {
    const stack = eksStack();
    const cluster = lookUp(stack);
    expect(cluster.platform).toBe('eks');
    expect(cluster.clusterName).toBe('elsewhere');
    expect(cluster.kubernetesVersion.toString()).toBe('1.34');
    expect(cluster.failureDomains).toEqual([]);
    expect(cluster.nodePools).toEqual([]);
    expect(cluster.capabilities.managedControlPlane).toBe(true);
    expect(resolved(stack, { ...cluster.network })).toEqual({
      serviceCidr: `\${${DATA}.kubernetes_network_config[0].service_ipv4_cidr}`,
      networkId: `\${${DATA}.vpc_config[0].vpc_id}`,
    });
    expect(cluster.network.podCidr).toBeUndefined();
  });

  it('is reached by its endpoint, with tokens that the AWS CLI fetches', () => {
    const stack = eksStack();
    expect(resolved(stack, renderKubeconfig(lookUp(stack)))).toMatchObject({
      clusters: [
        {
          name: 'elsewhere',
          cluster: {
            server: `\${${DATA}.endpoint}`,
            'certificate-authority-data': `\${${DATA}.certificate_authority[0].data}`,
          },
        },
      ],
      users: [
        {
          user: {
            exec: {
              command: 'aws',
              args: [
                'eks',
                'get-token',
                '--cluster-name',
                'elsewhere',
                '--region',
                'eu-central-1',
                '--output',
                'json',
              ],
            },
          },
        },
      ],
    });
  });
});
