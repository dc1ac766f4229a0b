import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Synthesis, Tools } from '../../lib/cli/tools';
import { IMPOSSIBLE, REQUEST, World } from './world';

let world: World;
beforeEach(() => {
  world = new World();
  world.write('payments.yaml', REQUEST);
});
afterEach(() => world.remove());

/** Stands in for CDKTF: one stack per name, with the given text. Everything around it is real. */
const fake = (
  text = '{}',
  names: readonly string[] = ['payments-api-cluster'],
): Pick<Tools, 'synthesize'> => ({
  synthesize: ({ outdir }: Synthesis) => {
    writeFileSync(join(outdir, 'manifest.json'), '{"version":"fake"}');
    for (const name of names) {
      mkdirSync(join(outdir, 'stacks', name), { recursive: true });
      writeFileSync(join(outdir, 'stacks', name, 'cdk.tf.json'), text);
    }
    return { stacks: names.map((name) => ({ name, clusterKey: 'api', platform: 'eks' })) };
  },
});

describe('kubewhere synth', () => {
  test('writes the stacks and the decision, and names the folders on stdout', async () => {
    expect(await world.run(['synth', 'payments.yaml'], fake())).toBe(0);
    expect(Object.keys(world.files('cdktf.out'))).toEqual([
      'decision.json',
      'decision.md',
      'manifest.json',
      'stacks/payments-api-cluster/cdk.tf.json',
    ]);
    expect(world.stdout).toBe('cdktf.out/stacks/payments-api-cluster\n');
    const [headline, ...rest] = world.stderr.split('\n');
    expect(headline).toMatch(/^payments-api: eks\/.* examined\.$/);
    expect(rest).toEqual([
      'wrote cdktf.out: 1 stack, decision.json, decision.md',
      'to keep later prices from moving it: kubewhere decide payments.yaml --lock',
      'next: terraform -chdir=cdktf.out/stacks/payments-api-cluster init, then plan',
      '',
    ]);
    expect(readdirSync(world.cwd).sort()).toEqual(['cdktf.out', 'payments.yaml']);
  });

  test('writes the same decision that decide prints', async () => {
    await world.run(['synth', 'payments.yaml'], fake());
    await world.run(['decide', 'payments.yaml', '--format', 'record']);
    expect(world.read('cdktf.out/decision.json')).toBe(world.stdout);
    await world.run(['decide', 'payments.yaml', '--format', 'markdown']);
    expect(world.read('cdktf.out/decision.md')).toBe(world.stdout);
  });

  test('writes real Terraform for a real decision', async () => {
    expect(await world.run(['synth', 'payments.yaml', '--out', 'build/tf'])).toBe(0);
    const stack = JSON.parse(world.read('build/tf/stacks/payments-api-cluster/cdk.tf.json'));
    expect(Object.keys(stack.resource)).toContain('aws_eks_cluster');
    expect(world.stdout).toBe('build/tf/stacks/payments-api-cluster\n');
  });

  test('writes the same bytes wherever it writes them', async () => {
    await world.run(['synth', 'payments.yaml']);
    await world.run(['synth', 'payments.yaml', '--out', 'elsewhere/below']);
    const one = world.files('cdktf.out');
    expect(world.files('elsewhere/below')).toEqual(one);
    for (const text of Object.values(one)) expect(text).not.toContain(world.cwd);
  });

  test('keeps to the lock beside the request', async () => {
    await world.run(['decide', 'payments.yaml', '--platform', 'gke', '--lock']);
    expect(await world.run(['synth', 'payments.yaml'], fake())).toBe(0);
    expect(world.stderr).toMatch(/^payments-api: gke\//);
    expect(world.stderr).toMatch(/^(warning|note): payments-api: locked to gke\//m);
    expect(world.stderr).not.toContain('--lock\n');
  });

  test('warns of each rule that an override breaks', async () => {
    world.write('payments.yaml', REQUEST.replace('usdPerHour: 95', 'usdPerHour: 95, hoursPerMonth: 10'));
    expect(await world.run(['synth', 'payments.yaml', '--platform', 'eks'], fake())).toBe(0);
    expect(world.stderr).toMatch(/^warning: payments-api: platform 'eks' was asked for;/m);
    expect(world.stderr).toMatch(/^warning: payments-api does not pass hours-budget: asked /m);
  });

  test('ends with 3 and writes nothing when nothing passes', async () => {
    world.write('payments.yaml', IMPOSSIBLE);
    expect(await world.run(['synth', 'payments.yaml'], fake())).toBe(3);
    expect(world.stdout).toBe('');
    expect(world.stderr).toContain('What it would take');
    expect(world.stderr).toMatch(/\nerror: no place for payments-api; nothing was written\n$/);
    expect(readdirSync(world.cwd)).toEqual(['payments.yaml']);
  });

  test('ends with 2 and writes nothing when the request is wrong', async () => {
    world.write('payments.yaml', 'name: 3\n');
    expect(await world.run(['synth', 'payments.yaml'], fake())).toBe(2);
    expect(readdirSync(world.cwd)).toEqual(['payments.yaml']);
  });

  test('passes on what the request lacks for its platform, in one line', async () => {
    const lacking = REQUEST.slice(0, REQUEST.indexOf('accounts:'));
    world.write('payments.yaml', lacking);
    expect(await world.run(['synth', 'payments.yaml', '--platform', 'gke'])).toBe(2);
    expect(world.stderr.split('\n')).toHaveLength(2);
    expect(world.stderr).toMatch(/^error: .*accounts\.google/);
    expect(readdirSync(world.cwd)).toEqual(['payments.yaml']);
  });

  test('says which package is missing', async () => {
    const missing = Object.assign(new Error('install it'), { name: 'MissingPeerError' });
    const tools = {
      synthesize: () => {
        throw missing;
      },
    };
    expect(await world.run(['synth', 'payments.yaml'], tools)).toBe(2);
    expect(world.stderr).toBe('error: install it\n');
  });
});

describe('the output folder', () => {
  const refused = async (out: string, message: string) => {
    const before = world.files();
    expect(await world.run(['synth', 'payments.yaml', '--out', out], fake())).toBe(2);
    expect(world.stderr).toBe(`error: ${message}\n`);
    expect(world.files()).toEqual(before);
  };

  test('is refused when it holds what kubewhere did not write', async () => {
    mkdirSync(world.path('src'));
    for (const name of ['a.ts', 'b.ts', 'c.ts', 'd.ts']) world.write(`src/${name}`, 'mine');
    await refused(
      'src',
      "'--out' (src) holds what kubewhere did not write (a.ts, b.ts, c.ts, …); choose another folder with '--out', or empty that one yourself",
    );
  });

  test('is refused when it is the output of another CDKTF app, or holds a decision.json of something else', async () => {
    mkdirSync(world.path('other'));
    world.write('other/manifest.json', '{"version":"0.21.0","stacks":{}}');
    await refused(
      'other',
      "'--out' (other) holds what kubewhere did not write (manifest.json); choose another folder with '--out', or empty that one yourself",
    );
    world.write('other/decision.json', '{"schema":"somebody/decision"}');
    await refused(
      'other',
      "'--out' (other) holds what kubewhere did not write (decision.json, manifest.json); choose another folder with '--out', or empty that one yourself",
    );
  });

  test('is refused when it is a file', async () => {
    world.write('out', 'mine');
    await refused('out', "'--out' (out) is a file; choose another folder with '--out'");
  });

  test('is refused when it is the working folder or around it', async () => {
    const message = (out: string) =>
      `'--out' (${out}) is the working folder or one around it; choose another folder with '--out'`;
    await refused('.', message('.'));
    await refused('..', message('..'));
    await refused('/', "'--out' (/) is the root of the file system; choose another folder with '--out'");
  });

  test('is refused when the request would be lost with it', async () => {
    await world.run(['synth', 'payments.yaml', '--out', 'out'], fake());
    world.write('out/request.yaml', REQUEST);
    const before = world.files();
    expect(await world.run(['synth', 'out/request.yaml', '--out', 'out'], fake())).toBe(2);
    expect(world.stderr).toBe(
      "error: '--out' (out) holds the request file, which would be lost; choose another folder with '--out'\n",
    );
    expect(world.files()).toEqual(before);
  });

  test('is refused when it is a link to nowhere', async () => {
    symlinkSync('nowhere', world.path('link'));
    await refused(
      'link',
      "'--out' (link) is a symbolic link that leads nowhere; choose another folder with '--out'",
    );
  });

  test('is replaced when it is ours, or empty, and a link to it stays a link', async () => {
    mkdirSync(world.path('real'));
    symlinkSync('real', world.path('link'));
    expect(await world.run(['synth', 'payments.yaml', '--out', 'link'], fake('1'))).toBe(0);
    expect(await world.run(['synth', 'payments.yaml', '--out', 'link'], fake('2'))).toBe(0);
    expect(world.read('real/stacks/payments-api-cluster/cdk.tf.json')).toBe('2');
    expect(readdirSync(world.cwd).sort()).toEqual(['link', 'payments.yaml', 'real']);
  });

  test('loses a stack that is no longer asked for, with a warning', async () => {
    await world.run(['synth', 'payments.yaml'], fake('1', ['payments-api-cluster', 'payments-old-cluster']));
    expect(await world.run(['synth', 'payments.yaml'], fake('2'))).toBe(0);
    expect(existsSync(world.path('cdktf.out/stacks/payments-old-cluster'))).toBe(false);
    expect(world.stderr).toContain(
      'warning: payments-old-cluster is no longer part of the request; what it built keeps running until it is destroyed from an earlier output\n',
    );
  });

  const onLinux = existsSync('/proc/self') ? test : test.skip;

  onLinux('fails where the file system refuses a folder (needs /proc)', async () => {
    expect(await world.run(['synth', 'payments.yaml', '--out', '/proc/kubewhere/out'], fake())).toBe(74);
    expect(world.stderr).toBe('error: cannot make the folder /proc/kubewhere: its file system refuses\n');
  });

  test('leaves no folder behind that was made for a failed run', async () => {
    const tools = {
      synthesize: () => {
        throw new Error('half-way');
      },
    };
    expect(await world.run(['synth', 'payments.yaml', '--out', 'a/b/c'], tools)).toBe(70);
    expect(readdirSync(world.cwd)).toEqual(['payments.yaml']);
  });
});
