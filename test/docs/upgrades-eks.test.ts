import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const COMMAND = join(ROOT, 'bin/kubewhere.js');

/** Key and value of the request that the page changes, and what it says the command then says. */
interface Step {
  readonly key: string;
  readonly value: string;
  readonly output: string;
}

const STEPS: readonly Step[] = [
  ...readFileSync(join(ROOT, 'docs/upgrades-eks.md'), 'utf8').matchAll(
    /^<!-- synth: (\w+) (\S+) -->\n```text\n([\s\S]*?)^```$/gm,
  ),
].map(([, key = '', value = '', output = '']) => ({ key, value, output }));

/** The request with another value at the first place that has the key. */
function edited(request: string, key: string, value: string): string {
  return request.replace(new RegExp(`${key}: .*`), `${key}: ${value}`);
}

/** What is said of changes, beside the usual words. */
function changesIn(stderr: string): string {
  const lines = stderr
    .split('\n')
    .filter((line) => /^(warning|note|error|upgrade \d+|\S+-cluster): /.test(line));
  return lines.map((line) => `${line}\n`).join('');
}

describe('the changes that the page on upgrades shows', () => {
  let folder: string;
  let request = edited(
    readFileSync(join(ROOT, 'examples/payments/on-eks.yaml'), 'utf8'),
    'kubernetesVersion',
    '"1.33"',
  );

  const write = (): void => writeFileSync(join(folder, 'request.yaml'), request);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kubewhere-upgrades-'));
    write();
    execFileSync(process.execPath, [COMMAND, 'synth', 'request.yaml'], { cwd: folder, stdio: 'pipe' });
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are three, one of them refused', () => {
    expect(STEPS.map(({ output }) => output.includes('\nerror: '))).toEqual([true, false, false]);
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
      expect(run.status).toBe(output.includes('\nerror: ') ? 2 : 0);
    },
    60_000,
  );
});
