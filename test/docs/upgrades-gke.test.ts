import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Testing } from 'cdktf';
import { compareStacks, parseStack, type StackDocument } from '../../lib/day-two';
import { GkeVersionPolicy } from '../../lib/gke';
import { KubernetesVersion } from '../../lib/values';
import { defineGke, gkeStack } from '../gke/gke-stack';

const ROOT = join(__dirname, '../..');
const COMMAND = join(ROOT, 'bin/kubewhere.js');
const PAGE = readFileSync(join(ROOT, 'docs/upgrades-gke.md'), 'utf8');

/** What stands on the page below a comment, with what the comment says. */
function blocks(kind: string): readonly { readonly said: string; readonly output: string }[] {
  const found = PAGE.matchAll(
    new RegExp(`^<!-- ${kind}: (.+) -->\\n\`\`\`text\\n([\\s\\S]*?)^\`\`\`$`, 'gm'),
  );
  return [...found].map(([, said = '', output = '']) => ({ said, output }));
}

/** Key and value of the request that the page changes, and what it says the command then says. */
const STEPS = blocks('synth').map(({ said, output }) => {
  const [, key = '', value = ''] = /^(\S+) (.+)$/.exec(said) ?? [];
  return { key, value, output };
});
const REFUSALS = blocks('refused');

/** The request with another value at the first place that has the key. */
function edited(request: string, key: string, value: string): string {
  return request.replace(new RegExp(`${key}: .*`), `${key}: ${value}`);
}

/** What is said of changes, beside what is said of the decision. */
function changesIn(stderr: string): string {
  const lines = stderr
    .split('\n')
    .filter((line) => /^((warning|note|upgrade \d+): payments-api-cluster|error|\S+-cluster): /.test(line));
  return lines.map((line) => `${line}\n`).join('');
}

describe('the changes that the page on upgrades of GKE shows', () => {
  let folder: string;
  let request = edited(
    readFileSync(join(ROOT, 'examples/payments/on-gke.yaml'), 'utf8').replace(
      'apiAccess:\n        exposure: private',
      'apiAccess: { exposure: private }',
    ),
    'kubernetesVersion',
    '"1.34"',
  );

  const write = (): void => writeFileSync(join(folder, 'request.yaml'), request);
  const succeed = (...args: readonly string[]): void => {
    execFileSync(process.execPath, [COMMAND, ...args], { cwd: folder, stdio: 'pipe' });
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kubewhere-upgrades-'));
    write();
    const accepted = ['--accept', 'gke/europe-west3/regional', '--reason', 'the team knows GKE'];
    succeed('decide', 'request.yaml', ...accepted);
    succeed('synth', 'request.yaml');
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are five, each of them said and none refused', () => {
    expect(STEPS.map(({ output }) => output.length > 0 && !output.includes('error: '))).toEqual(
      Array.from({ length: 5 }, () => true),
    );
    expect(request).toContain('apiAccess: { exposure: private }');
  });

  it.each(STEPS)(
    'are what the command says when $key becomes $value',
    ({ key, value, output }) => {
      request = edited(request, key, value);
      write();
      const run = spawnSync(process.execPath, [COMMAND, 'synth', 'request.yaml'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(changesIn(run.stderr)).toBe(output);
      expect(run.status).toBe(0);
    },
    60_000,
  );
});

describe('the changes of a pinned version that it shows', () => {
  function pinned(version: string): StackDocument {
    const stack = gkeStack();
    const minor = version.split('.').slice(0, 2).join('.');
    defineGke(stack, {
      version: KubernetesVersion.of(minor),
      versionPolicy: GkeVersionPolicy.pinned(version),
    });
    const document = parseStack(Testing.synth(stack));
    if (document === undefined) throw new Error('not a stack');
    return document;
  }

  it('are two, one on and one back', () => {
    expect(REFUSALS.map(({ said }) => said)).toEqual(['1.35.1-gke.1396000', '1.32.9-gke.1239000']);
  });

  it.each(REFUSALS)('are refused in these words for $said', ({ said, output }) => {
    const { findings } = compareStacks(pinned('1.33.5-gke.1125000'), pinned(said));
    const refused = findings.filter(({ severity }) => severity === 'refused');
    expect(refused.map(({ message }) => `${message}\n`).join('')).toBe(output);
  });
});
