import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FOLDER = join(__dirname, '..', '..', 'lib', 'self-managed', 'scripts');
const HOST_SCRIPTS = readdirSync(join(FOLDER, 'host')).map((name) => join(FOLDER, 'host', name));
const MAKE_PKI = join(FOLDER, 'make-pki.sh');
const SCRIPTS = [...HOST_SCRIPTS, MAKE_PKI];

const has = (tool: string): boolean => spawnSync('which', [tool]).status === 0;
const run = (command: string, ...args: string[]) => spawnSync(command, args, { encoding: 'utf8' });
const short = (path: string): string => path.slice(FOLDER.length + 1);

describe('the scripts', () => {
  it.each(SCRIPTS.map((path) => [short(path), path]))('%s is a script that bash can read', (_, path) => {
    expect(run('bash', '-n', path)).toMatchObject({ status: 0, stderr: '' });
  });

  (has('shellcheck') ? it : it.skip)('pass shellcheck (skipped where it is not installed)', () => {
    expect(run('shellcheck', '-x', ...SCRIPTS)).toMatchObject({ status: 0, stdout: '' });
  });

  it.each(HOST_SCRIPTS.filter((path) => !path.endsWith('lib.sh')).map((path) => [short(path), path]))(
    '%s begins with the common part, which stops at the first failing command',
    (_, path) => {
      expect(readFileSync(path, 'utf8')).toContain('\n. "$(dirname "$0")/lib.sh"\n');
      expect(readFileSync(join(FOLDER, 'host', 'lib.sh'), 'utf8')).toContain('\nset -euo pipefail\n');
    },
  );

  it('never put a token on a command line, where every user of a host could read it', () => {
    for (const path of HOST_SCRIPTS)
      expect(readFileSync(path, 'utf8')).not.toMatch(/kubeadm (token|join).*\$token/);
  });
});

(has('openssl') ? describe : describe.skip)('make-pki.sh (skipped where openssl is not installed)', () => {
  let directory = '';
  let first: ReturnType<typeof run>;
  beforeAll(() => {
    directory = join(mkdtempSync(join(tmpdir(), 'kubewhere-')), 'pki');
    first = run('bash', MAKE_PKI, directory, '--years', '5');
  });
  afterAll(() => rmSync(join(directory, '..'), { recursive: true, force: true }));

  it('makes all that a cluster needs, readable by its owner only', () => {
    expect(first).toMatchObject({ status: 0, stderr: '' });
    const files = readdirSync(directory, { recursive: true }).map(String).sort();
    expect(files).toEqual([
      '.lock',
      'admin.crt',
      'admin.key',
      'bootstrap-token',
      'ca.crt',
      'ca.key',
      'etcd',
      'etcd/ca.crt',
      'etcd/ca.key',
      'front-proxy-ca.crt',
      'front-proxy-ca.key',
      'sa.key',
      'sa.pub',
      'secrets-encryption.key',
    ]);
    for (const file of files) expect(statSync(join(directory, file)).mode & 0o077).toBe(0);
  });

  it('makes an administrator whom the authority vouches for and whose rights can be taken away', () => {
    const certificate = join(directory, 'admin.crt');
    expect(run('openssl', 'verify', '-CAfile', join(directory, 'ca.crt'), certificate).status).toBe(0);
    expect(run('openssl', 'x509', '-in', certificate, '-noout', '-subject').stdout).toMatch(
      /O ?= ?kubeadm:cluster-admins, CN ?= ?kubewhere-admin/,
    );
  });

  it('makes a token and a key in the form that kubeadm and the API server take', () => {
    expect(readFileSync(join(directory, 'bootstrap-token'), 'utf8')).toMatch(/^[a-z0-9]{6}\.[a-z0-9]{16}\n$/);
    const key = readFileSync(join(directory, 'secrets-encryption.key'), 'utf8');
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
  });

  it('keeps what exists when it is run again', () => {
    const before = readFileSync(join(directory, 'ca.crt'), 'utf8');
    expect(run('bash', MAKE_PKI, directory).status).toBe(0);
    expect(readFileSync(join(directory, 'ca.crt'), 'utf8')).toBe(before);
  });

  it('fails rather than make a second authority when one of a pair is gone', () => {
    rmSync(join(directory, 'etcd', 'ca.key'));
    expect(run('bash', MAKE_PKI, directory)).toMatchObject({
      status: 1,
      stderr: `make-pki.sh: ${directory} holds only one of etcd/ca.crt and etcd/ca.key; restore the other from the backup\n`,
    });
  });

  it('fails when a number is none', () => {
    expect(run('bash', MAKE_PKI, directory, '--years', 'ten')).toMatchObject({
      status: 2,
      stderr: "make-pki.sh: 'ten' is no whole number above 0\n",
    });
  });
});
