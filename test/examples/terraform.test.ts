import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXAMPLES, exampleRequest, synthesizeRequest, withoutDeletionProtection } from '../support/examples';
import { describeTerraform, lifecycle, SimulatedProviders, TerraformWorkspace } from '../support/terraform';

const ROOT = join(EXAMPLES, '..');
const MAKE_PKI = join(ROOT, 'lib/self-managed/scripts/make-pki.sh');

/** Keys of a cluster, made as the page on the platform tells people to. */
function makePki(): string {
  const directory = join(mkdtempSync(join(tmpdir(), 'kubewhere-pki-')), 'pki');
  execFileSync('bash', [MAKE_PKI, directory], { stdio: 'pipe' });
  return directory;
}

/** Applies a protected stack, sees its destruction refused, takes the protection off and destroys it: what a user has to do. */
async function protectedLifecycle(protectedStack: string, openStack: string): Promise<void> {
  const providers = await SimulatedProviders.start(protectedStack);
  const workspace = TerraformWorkspace.open(protectedStack, { env: providers.env });
  try {
    await workspace.init();
    await workspace.validate();
    await workspace.apply();
    expect((await workspace.plan()).changes).toEqual([]);
    await expect(workspace.destroy()).rejects.toThrow('prevent_destroy');
    workspace.use(openStack);
    const { changes } = await workspace.plan();
    expect(changes.filter((change) => change.actions.join() !== 'update')).toEqual([]);
    await workspace.applyPlan();
    expect((await workspace.plan()).changes).toEqual([]);
    await workspace.destroy();
    expect(providers.liveResources()).toEqual([]);
  } finally {
    workspace.close();
    providers.stop();
  }
}

function only(stacks: readonly string[]): string {
  const [stack] = stacks;
  if (stack === undefined || stacks.length !== 1)
    throw new Error(`expected one stack, found ${stacks.join(', ')}`);
  return stack;
}

/** The same stack as somebody would write it who takes the protection off: only that differs. */
function withoutProtection(stack: string): string {
  const json = JSON.parse(readFileSync(join(stack, 'cdk.tf.json'), 'utf8'));
  for (const resource of Object.values<Record<string, Resource>>(json.resource).flatMap(Object.values)) {
    delete resource.lifecycle?.prevent_destroy;
    if (resource.deletion_protection !== undefined) resource.deletion_protection = false;
  }
  return JSON.stringify(json);
}

interface Resource {
  lifecycle?: { prevent_destroy?: boolean };
  deletion_protection?: boolean;
}

describeTerraform('Terraform on the examples', () => {
  it.each(['request.yaml', 'on-eks.yaml', 'on-gke.yaml'])(
    'applies %s, plans nothing after it, refuses to destroy it while protected, and then leaves nothing',
    async (file) => {
      const request = exampleRequest(`payments/${file}`);
      await protectedLifecycle(
        only(synthesizeRequest(request)),
        only(synthesizeRequest(withoutDeletionProtection(request))),
      );
    },
  );

  it('plans on-premises.yaml without a provider, without a network and without logging in to a host', async () => {
    const stack = only(synthesizeRequest(exampleRequest('payments/on-premises.yaml')));
    const { planned } = await lifecycle(stack, { until: 'plan', vars: { pki_directory: makePki() } });
    expect(planned).toHaveLength(39);
    expect(new Set(planned.map((change) => change.address.split('.')[0]))).toEqual(
      new Set(['terraform_data']),
    );
    expect(new Set(planned.flatMap((change) => change.actions))).toEqual(new Set(['create']));
  });

  describe('in code', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'kubewhere-in-code-'));
    beforeAll(() => {
      const tsx = require.resolve('tsx/cli');
      execFileSync(process.execPath, [tsx, join(EXAMPLES, 'in-code/main.ts')], {
        cwd: ROOT,
        env: { ...process.env, CDKTF_OUTDIR: outdir },
        stdio: 'pipe',
      });
    }, 60_000);

    it('synthesizes one stack for each platform', () => {
      expect(readdirSync(join(outdir, 'stacks')).sort()).toEqual([
        'shop-eks-cluster',
        'shop-gke-cluster',
        'shop-on-prem-cluster',
      ]);
    });

    it.each(['shop-eks-cluster', 'shop-gke-cluster'])(
      'applies %s, plans nothing after it, refuses to destroy it while protected, and then leaves nothing',
      async (name) => {
        const stack = join(outdir, 'stacks', name);
        await protectedLifecycle(stack, withoutProtection(stack));
      },
    );

    it('plans shop-on-prem-cluster', async () => {
      const stack = join(outdir, 'stacks/shop-on-prem-cluster');
      const { planned } = await lifecycle(stack, { until: 'plan', vars: { pki_directory: makePki() } });
      expect(planned).toHaveLength(34);
    });
  });
});
