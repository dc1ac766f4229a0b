import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Synthesis } from '../../lib/cli/tools';
import { REQUEST, World } from './world';

let world: World;
beforeEach(async () => {
  world = new World();
  world.write('payments.yaml', REQUEST);
  await synth('old');
});
afterEach(() => world.remove());

const ONE = 'cdktf.out/stacks/one';

const synth = (text: string, names: readonly string[] = ['one']) =>
  world.run(['synth', 'payments.yaml'], {
    synthesize: ({ outdir }: Synthesis) => {
      for (const name of names) {
        mkdirSync(join(outdir, 'stacks', name), { recursive: true });
        writeFileSync(join(outdir, 'stacks', name, 'cdk.tf.json'), text);
      }
      return { stacks: names.map((name) => ({ name, clusterKey: name, platform: 'eks' })) };
    },
  });

test('keeps provider locks, local states and fetched providers through a new synthesis', async () => {
  mkdirSync(world.path(`${ONE}/.terraform/providers`), { recursive: true });
  mkdirSync(world.path(`${ONE}/terraform.tfstate.d/prod`), { recursive: true });
  world.write(`${ONE}/.terraform/providers/aws`, 'binary');
  world.write(`${ONE}/.terraform.lock.hcl`, 'lock');
  world.write(`${ONE}/terraform.tfstate`, 'state');
  world.write(`${ONE}/terraform.tfstate.backup`, 'backup');
  world.write(`${ONE}/terraform.tfstate.d/prod/terraform.tfstate`, 'prod');
  world.write(`${ONE}/notes.txt`, 'generated folders hold nothing else');
  expect(await synth('new')).toBe(0);
  expect(world.files(ONE)).toEqual({
    '.terraform.lock.hcl': 'lock',
    '.terraform/providers/aws': 'binary',
    'cdk.tf.json': 'new',
    'terraform.tfstate': 'state',
    'terraform.tfstate.backup': 'backup',
    'terraform.tfstate.d/prod/terraform.tfstate': 'prod',
  });
});

test('fails while Terraform runs in a stack', async () => {
  world.write(`${ONE}/.terraform.tfstate.lock.info`, '{}');
  const before = world.files();
  expect(await synth('new')).toBe(2);
  expect(world.stderr).toBe(`error: Terraform is running in ${world.path(ONE)}; wait until it ends\n`);
  expect(world.files()).toEqual(before);
});

test.each(['{"resources":[{"type":"aws_vpc"}]}', 'unreadable'])(
  'fails when a stack that is no longer asked for holds the state %s',
  async (state) => {
    world.write(`${ONE}/terraform.tfstate`, state);
    const before = world.files();
    expect(await synth('new', ['two'])).toBe(2);
    expect(world.stderr).toBe(
      `error: ${world.path(ONE)} is no longer part of the request, and its state terraform.tfstate still holds resources; run 'terraform destroy' there, or move the state away, then synthesize again\n`,
    );
    expect(world.files()).toEqual(before);
  },
);

test('drops a stack whose state is empty', async () => {
  world.write(`${ONE}/terraform.tfstate`, '{"resources":[]}');
  expect(await synth('new', ['two'])).toBe(0);
  expect(existsSync(world.path(ONE))).toBe(false);
});
