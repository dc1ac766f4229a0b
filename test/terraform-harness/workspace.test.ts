import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeTerraform, SimulatedProviders, TerraformWorkspace } from '../support/terraform';

type Json = Readonly<Record<string, unknown>>;

/** A stack that needs no provider: `terraform_data` is part of Terraform. */
function builtIn(backend: Json, more: Json = {}): string {
  return JSON.stringify({
    terraform: { backend },
    resource: { terraform_data: { Note: { input: '${var.text}' } } },
    variable: { text: { type: 'string', sensitive: true }, sizes: { type: 'list(number)', default: [] } },
    output: {
      text: { value: '${terraform_data.Note.output}', sensitive: true },
      sizes: { value: '${var.sizes}' },
    },
    ...more,
  });
}

describeTerraform('a workspace', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'workspace-test-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test('passes variables of any type and returns outputs, sensitive ones too', async () => {
    const workspace = TerraformWorkspace.open(builtIn({ local: { path: 'mine.tfstate' } }));
    try {
      await workspace.init();
      await workspace.apply({ text: 'secret', sizes: [1, 2] });
      expect(await workspace.output()).toEqual({ text: 'secret', sizes: [1, 2] });
      expect(await workspace.addresses()).toEqual(['terraform_data.Note']);
      expect(readdirSync(workspace.directory)).toContain('mine.tfstate');
      const plan = await workspace.plan({ vars: { text: 'other', sizes: [1, 2] } });
      expect(plan).toEqual({
        changes: [{ address: 'terraform_data.Note', actions: ['update'], replacePaths: [] }],
        outputChanges: ['text'],
        exitCode: 2,
      });
      const destroy = await workspace.plan({ destroy: true, vars: { text: 'secret' } });
      expect(destroy.changes).toEqual([
        { address: 'terraform_data.Note', actions: ['delete'], replacePaths: [] },
      ]);
    } finally {
      workspace.close();
    }
  });

  test('keeps a backend away from anything outside the copy and leaves the original alone', async () => {
    const original = join(root, 'original');
    mkdirSync(original);
    const remote = builtIn({ s3: { bucket: 'none', key: 'x', region: 'eu-west-1' } });
    writeFileSync(join(original, 'cdk.tf.json'), remote);
    const workspace = TerraformWorkspace.open(original, { root });
    await workspace.init();
    await workspace.apply({ text: 'x' });
    expect(readdirSync(workspace.directory)).toContain('terraform.tfstate');
    expect(readdirSync(original)).toEqual(['cdk.tf.json']);
    expect(readFileSync(join(original, 'cdk.tf.json'), 'utf8')).toBe(remote);
  });

  test('lets a stack read the state of its neighbour under the same root', async () => {
    const folders = ['first', 'second'].map((name) => join(root, 'synth', name));
    const [first = '', second = ''] = folders;
    for (const folder of folders) mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(first, 'cdk.tf.json'),
      builtIn({ local: { path: '../../first.tfstate' } }, { output: { handed: { value: 'over' } } }),
    );
    writeFileSync(
      join(second, 'cdk.tf.json'),
      JSON.stringify({
        terraform: { backend: { local: { path: '../../second.tfstate' } } },
        data: {
          terraform_remote_state: { First: { backend: 'local', config: { path: '../../first.tfstate' } } },
        },
        output: { received: { value: '${data.terraform_remote_state.First.outputs.handed}' } },
      }),
    );
    const cluster = TerraformWorkspace.open(first, { root });
    const addons = TerraformWorkspace.open(second, { root });
    await cluster.init();
    await cluster.apply({ text: 'x' });
    await addons.init();
    await addons.apply();
    expect(await addons.output()).toEqual({ received: 'over' });
  });

  test("rejects with Terraform's own text", async () => {
    const workspace = TerraformWorkspace.open(builtIn({ local: { path: 'x' } }), { root });
    await workspace.init();
    await expect(workspace.plan()).rejects.toThrow(
      /^terraform plan ended with 1:\n[\s\S]*No value for required variable/,
    );
  });

  test('is refused for what is no synthesized stack', () => {
    expect(() => TerraformWorkspace.open(root, { root })).toThrow(
      `'${root}' is no synthesized stack: it holds no cdk.tf.json`,
    );
  });

  test('cannot start a provider whose bindings are missing', async () => {
    const stack = JSON.stringify({
      terraform: { required_providers: { nowhere: { source: 'acme/nowhere' } } },
    });
    await expect(SimulatedProviders.start(stack)).rejects.toThrow(
      "provider 'acme/nowhere' cannot be simulated: its bindings '@cdktf/provider-nowhere' are not installed",
    );
  });
});
