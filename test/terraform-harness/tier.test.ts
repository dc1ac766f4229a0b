import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTerraform, SKIPPED_TIER } from '../support/terraform';

describe('the search for the binary', () => {
  let root: string;
  const binary = (folder: string, name: string, mode = 0o755): string => {
    mkdirSync(join(root, folder), { recursive: true });
    const file = join(root, folder, name);
    writeFileSync(file, '#!/bin/sh\n');
    chmodSync(file, mode);
    return file;
  };
  const path = (...folders: readonly string[]) => folders.map((folder) => join(root, folder)).join(':');

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'find-terraform-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test('prefers terraform to tofu, wherever on the PATH they are', () => {
    const tofu = binary('a', 'tofu');
    expect(findTerraform({ PATH: path('a', 'b') })).toBe(tofu);
    const terraform = binary('b', 'terraform');
    expect(findTerraform({ PATH: path('a', 'b') })).toBe(terraform);
  });

  test('takes the binary that TERRAFORM_BINARY_NAME names, by name or by path', () => {
    binary('a', 'terraform');
    const tofu = binary('b', 'tofu');
    expect(findTerraform({ PATH: path('a', 'b'), TERRAFORM_BINARY_NAME: 'tofu' })).toBe(tofu);
    expect(findTerraform({ PATH: path('a'), TERRAFORM_BINARY_NAME: tofu })).toBe(tofu);
  });

  test('finds nothing rather than another binary than the one asked for', () => {
    binary('a', 'terraform');
    expect(findTerraform({ PATH: path('a'), TERRAFORM_BINARY_NAME: 'tofu' })).toBeUndefined();
    expect(findTerraform({ PATH: path('a'), TERRAFORM_BINARY_NAME: join(root, 'none') })).toBeUndefined();
  });

  test('passes over folders and files that cannot be run', () => {
    mkdirSync(join(root, 'a', 'terraform'), { recursive: true });
    binary('b', 'terraform', 0o644);
    expect(findTerraform({ PATH: path('a', 'b') })).toBeUndefined();
    expect(findTerraform({})).toBeUndefined();
  });
});

describe('a tier that cannot run', () => {
  test('is skipped by name, in the results and on the standard error', () => {
    const probe = runProbe({ TERRAFORM_BINARY_NAME: 'no-such-binary' });
    expect(probe.stderr).toContain(`${SKIPPED_TIER} (a probe)`);
    expect(probe.results).toEqual([{ title: SKIPPED_TIER, status: 'pending' }]);
    expect(SKIPPED_TIER).toBe('SKIPPED TIER terraform-simulated: no terraform or tofu binary on PATH');
  });

  test('is run where the binary is found', () => {
    // any program will do: the probe does not start it
    const probe = runProbe({ TERRAFORM_BINARY_NAME: process.execPath });
    expect(probe.stderr).not.toContain('SKIPPED TIER');
    expect(probe.results).toEqual([{ title: 'runs its body', status: 'passed' }]);
  });
});

interface ProbeResult {
  readonly title: string;
  readonly status: string;
}

/** Runs Jest on `tier-probe.ts`, which it does not find by itself. */
function runProbe(env: Readonly<Record<string, string>>) {
  const jest = require.resolve('jest/bin/jest');
  const args = ['--json', '--ci', '--runInBand', '--testMatch', '**/terraform-harness/tier-probe.ts'];
  const { stdout, stderr } = spawnSync(process.execPath, [jest, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, NO_COLOR: '1', ...env },
  });
  const report = JSON.parse(stdout) as {
    readonly testResults: readonly { readonly assertionResults: readonly ProbeResult[] }[];
  };
  const found = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  return { stderr, results: found.map(({ title, status }) => ({ title, status })) };
}
