import { Testing } from 'cdktf';
import { AWS_REPLACEMENTS } from '../../lib/day-two';
import type { EksClusterProps } from '../../lib/eks';
import { EKS_NEWER_SCHEMA } from '../support/eks-newer-schema';
import type { SynthesizedStack } from '../support/synthesized';
import {
  describeChanges,
  describeTerraform,
  SimulatedProviders,
  TerraformWorkspace,
} from '../support/terraform';
import { eksStack } from './eks-stack';
import { CHANGED, defineFull } from './full-cluster';

function synthesized(props: Partial<EksClusterProps> = {}): string {
  const stack = eksStack();
  defineFull(stack, props);
  return Testing.synth(stack, true);
}

/**
 * Arguments that replace, by what is known of the provider; of types in which nothing may change, all that the stack sets. Tags may
 * change everywhere but in an activation, as hashicorp/aws 5.100 has it in `test/integration/eks-moto.test.ts`.
 */
function replacingIn(stack: string): Readonly<Record<string, readonly string[]>> {
  const { resource = {} } = JSON.parse(stack) as SynthesizedStack;
  return Object.fromEntries(
    Object.entries(resource).map(([type, instances]) => {
      const replaces = AWS_REPLACEMENTS[type]?.replaces ?? [];
      const set = Object.values(instances).flatMap((body) => Object.keys(body));
      const free = type === 'aws_ssm_activation' ? TERRAFORMS : [...TERRAFORMS, 'tags'];
      return [type, replaces === 'all' ? set.filter((name) => !free.includes(name)) : replaces];
    }),
  );
}

/** Arguments that Terraform takes itself. */
const TERRAFORMS = ['depends_on', 'lifecycle', '//'];

describeTerraform(
  'a cluster that asks for everything, on simulated providers with every newer attribute',
  () => {
    const full = synthesized();
    let providers: SimulatedProviders;
    let workspace: TerraformWorkspace;

    beforeAll(async () => {
      providers = await SimulatedProviders.start(full, {
        newerSchema: EKS_NEWER_SCHEMA,
        forceNew: replacingIn(full),
        honourDeletionProtection: true,
      });
      workspace = TerraformWorkspace.open(full, { env: providers.env });
      await workspace.init();
      await workspace.apply();
    });
    afterAll(() => {
      workspace?.close();
      providers?.stop();
    });

    it('is made, whole, and at rest', async () => {
      const { resource = {} } = JSON.parse(full) as SynthesizedStack;
      const defined = Object.values(resource).flatMap((instances) => Object.keys(instances));
      expect(providers.liveResources()).toHaveLength(defined.length);
      expect(defined).toHaveLength(150);
      expect(describeChanges(await workspace.plan())).toBe('');
    });

    it('is not destroyed while it is protected', async () => {
      await expect(workspace.destroy()).rejects.toThrow(/prevent_destroy/);
    });

    it('is changed in many ways with nothing replaced but an activation', async () => {
      workspace.use(synthesized(CHANGED));
      const { changes } = await workspace.plan();
      expect(changes.filter(({ actions }) => String(actions) !== 'update')).toEqual([
        {
          address: 'aws_ssm_activation.Cluster_HybridNodes_Activation_86248BF5',
          actions: ['delete', 'create'],
          replacePaths: ['tags'],
        },
      ]);
      expect(changes).toHaveLength(98);
      await workspace.applyPlan();
      expect(describeChanges(await workspace.plan())).toBe('');
    });

    it('is destroyed, once it is not protected, with nothing left', async () => {
      await workspace.destroy();
      expect(await workspace.addresses()).toEqual([]);
      expect(providers.liveResources()).toEqual([]);
    });
  },
);
