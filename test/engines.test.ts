import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const EXAMPLES = readdirSync(join(ROOT, 'examples/payments')).filter((file) => file.endsWith('.yaml'));

/**
 * A project as somebody has it who replaced the archived engine: `cdktf` is an alias of `cdktn`, everything else is the same.
 * Links stand in for an install of a gigabyte; Node is told to keep to them.
 */
function projectOnCdktn(): string {
  const project = mkdtempSync(join(tmpdir(), 'kubewhere-cdktn-'));
  const modules = join(project, 'node_modules');
  mkdirSync(join(modules, 'kubewhere'), { recursive: true });
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name.startsWith('.') || name === 'cdktf' || name === 'kubewhere') continue;
    symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  }
  symlinkSync(join(ROOT, 'node_modules', 'cdktn'), join(modules, 'cdktf'));
  for (const part of ['dist', 'bin']) symlinkSync(join(ROOT, part), join(modules, 'kubewhere', part));
  cpSync(join(ROOT, 'package.json'), join(modules, 'kubewhere', 'package.json'));
  return project;
}

function synthesizeIn(
  command: string,
  nodeOptions: readonly string[],
  example: string,
): Record<string, unknown> {
  const out = join(mkdtempSync(join(tmpdir(), 'kubewhere-engine-')), 'out');
  const file = join(ROOT, 'examples/payments', example);
  execFileSync(process.execPath, [...nodeOptions, command, 'synth', file, '--out', out], { stdio: 'pipe' });
  return Object.fromEntries(
    readdirSync(join(out, 'stacks')).map((stack) => [
      stack,
      withoutMetadata(JSON.parse(readFileSync(join(out, 'stacks', stack, 'cdk.tf.json'), 'utf8'))),
    ]),
  );
}

/** The engine writes its own version below `//`, and an empty block as `{}` or leaves it out. */
function withoutMetadata({ '//': _, ...stack }: Record<string, unknown>): Record<string, unknown> {
  const text = JSON.stringify(stack, (key, value) => (key === '//' ? undefined : value));
  return JSON.parse(text);
}

describe('the maintained successor of the engine, cdktn 0.24 under the name cdktf', () => {
  const project = projectOnCdktn();
  const successor = join(project, 'node_modules/kubewhere/bin/kubewhere.js');

  it('is what the project really runs on', () => {
    const version = execFileSync(
      process.execPath,
      [
        '--preserve-symlinks',
        '-p',
        `require(${JSON.stringify(join(project, 'node_modules/cdktf/package.json'))}).name`,
      ],
      { encoding: 'utf8' },
    );
    expect(version.trim()).toBe('cdktn');
    expect(existsSync(successor)).toBe(true);
  });

  it.each(EXAMPLES)('synthesizes %s to the same JSON', (example) => {
    const ours = synthesizeIn(join(ROOT, 'bin/kubewhere.js'), [], example);
    const theirs = synthesizeIn(successor, ['--preserve-symlinks', '--preserve-symlinks-main'], example);
    expect(Object.keys(ours)).toHaveLength(1);
    expect(theirs).toEqual(ours);
  });
});
