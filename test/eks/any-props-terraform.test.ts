import { Testing } from 'cdktf';
import fc from 'fast-check';
import { EksCluster, type EksClusterProps } from '../../lib/eks';
import { validProps } from '../fuzz/eks-props';
import { EKS_NEWER_SCHEMA } from '../support/eks-newer-schema';
import { describeTerraform, lifecycle } from '../support/terraform';
import { eksStack } from './eks-stack';

/** Each run is a plan of a whole cluster; `KUBEWHERE_FUZZ_RUNS` asks for more, by another seed each time. */
const ASKED = process.env.KUBEWHERE_FUZZ_RUNS;
const SAMPLES = fc.sample(
  validProps,
  ASKED === undefined ? { numRuns: 3, seed: 20261124 } : { numRuns: Number(ASKED) },
);

function synthesized(props: EksClusterProps): string {
  const stack = eksStack();
  new EksCluster(stack, 'Cluster', props);
  return Testing.synth(stack, true);
}

describeTerraform('a cluster of any props that are all right, on simulated providers', () => {
  it.each(SAMPLES.map((props, index) => [index + 1, props] as const))(
    'is one that Terraform validates and plans (%i)',
    async (_index, props) => {
      const { planned } = await lifecycle(synthesized(props), {
        until: 'plan',
        newerSchema: EKS_NEWER_SCHEMA,
      });
      expect(planned.map(({ address }) => address)).toContain('aws_eks_cluster.Cluster_EB0386A7');
      expect(planned.filter(({ actions }) => actions.join() !== 'create')).toEqual([]);
    },
  );
});
