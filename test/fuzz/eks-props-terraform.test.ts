import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Testing } from 'cdktf';
import fc from 'fast-check';
import { EksCluster, type EksClusterProps } from '../../lib/eks';
import { eksStack } from '../eks/eks-stack';
import { EKS_NEWER_SCHEMA } from '../support/eks-newer-schema';
import { describeTerraform, SimulatedProviders, TerraformWorkspace } from '../support/terraform';
import { validProps } from './eks-props';

/** Clusters of one validation; `KUBEWHERE_FUZZ_RUNS` asks for more. */
const CLUSTERS = Number(process.env.KUBEWHERE_FUZZ_RUNS ?? 10);

function synthesized(props: EksClusterProps): string {
  const stack = eksStack();
  new EksCluster(stack, 'Cluster', props);
  return Testing.synth(stack, true);
}

/** Has every stack as a module of one configuration, so that Terraform starts once for all of them. */
function writeModules(root: string, stacks: readonly string[]): void {
  const names = stacks.map((_, at) => `cluster${at}`);
  const module = Object.fromEntries(names.map((name) => [name, { source: `./${name}` }]));
  writeFileSync(join(root, 'cdk.tf.json'), JSON.stringify({ module }));
  for (const [at, stack] of stacks.entries()) {
    mkdirSync(join(root, `cluster${at}`), { recursive: true });
    writeFileSync(join(root, `cluster${at}`, 'cdk.tf.json'), stack);
  }
}

/** What Terraform says of stacks, or nothing. With a member that no provider has in the last one, when that is asked for. */
async function validated(stacks: readonly string[], spoilt: readonly string[]): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), 'eks-props-'));
  const providers = await SimulatedProviders.start(stacks, { newerSchema: EKS_NEWER_SCHEMA });
  writeModules(root, stacks);
  const workspace = TerraformWorkspace.open(root, { env: providers.env });
  const said = () =>
    workspace.validate().then(
      () => '',
      (error: Error) => error.message,
    );
  try {
    await workspace.init();
    const first = await said();
    writeModules(root, spoilt);
    workspace.use(root);
    return [first, await said()];
  } finally {
    workspace.close();
    providers.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

/** The last stack with an argument that its cluster does not have. */
function spoil(stacks: readonly string[]): readonly string[] {
  const [last = '', ...others] = [...stacks].reverse();
  const { resource, ...rest } = JSON.parse(last);
  const clusters = Object.entries<object>(resource.aws_eks_cluster).map(([id, body]) => [
    id,
    { ...body, colour: 'blue' },
  ]);
  const spoilt = { ...rest, resource: { ...resource, aws_eks_cluster: Object.fromEntries(clusters) } };
  return [JSON.stringify(spoilt), ...others].reverse();
}

describeTerraform('clusters of EKS from any props that are all right', () => {
  it('are valid to Terraform, which would see a wrong one among them', async () => {
    const many = fc.array(validProps, { minLength: CLUSTERS, maxLength: CLUSTERS });
    await fc.assert(
      fc.asyncProperty(many, async (all) => {
        const stacks = all.map(synthesized);
        const [said, saidOfSpoilt] = await validated(stacks, spoil(stacks));
        expect(said).toBe('');
        expect(saidOfSpoilt).toMatch(new RegExp(`on cluster${CLUSTERS - 1}/cdk\\.tf\\.json.*colour`, 's'));
      }),
      // one configuration holds all, and a smaller one would tell no more than the message does
      { numRuns: 1, endOnFailure: true },
    );
  });
});
