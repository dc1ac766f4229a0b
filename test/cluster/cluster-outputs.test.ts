import type { TerraformStack } from 'cdktf';
import { ClusterOutputs } from '../../lib/cluster';
import { EksCluster } from '../../lib/eks';
import { KubernetesVersion, ValidationError } from '../../lib/values';
import { synthesize, testStack } from '../support/synthesized';

function outputsOf(stack: TerraformStack, clusterName: string, prefix?: string): ClusterOutputs {
  const cluster = EksCluster.fromAttributes(stack, clusterName, {
    clusterName,
    version: KubernetesVersion.of('1.34'),
    host: `https://${clusterName}.test`,
    region: 'eu-west-1',
    caCertificateBase64: 'Q0E=',
  });
  return new ClusterOutputs(stack, `${clusterName}Outputs`, { cluster, prefix });
}

describe('ClusterOutputs', () => {
  it('tells two clusters of a stack apart by their prefixes', () => {
    const stack = testStack();
    outputsOf(stack, 'blue', 'blue_');
    outputsOf(stack, 'green', 'green_');
    const { output = {} } = synthesize(stack);
    expect([output.blue_cluster_name?.value, output.green_cluster_name?.value]).toEqual(['blue', 'green']);
    expect(Object.keys(output)).toHaveLength(10);
  });

  it('fails when a second cluster would take the place of the first', () => {
    const stack = testStack();
    outputsOf(stack, 'blue');
    expect(() => outputsOf(stack, 'green')).toThrow(
      new ValidationError(
        "[test/greenOutputs] 'prefix' ('') gives the output 'cluster_name', which the stack has already; give each cluster of a stack a prefix of its own such as 'blue_'",
      ),
    );
  });
});
