import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const FOLDER = join(__dirname, '..', '..', 'lib', 'self-managed', 'scripts', 'host');

/** Runs bash with shell functions in place of commands: the scripts set PATH themselves, but a function goes before it. */
function bash(script: string, root: string, commands: Readonly<Record<string, string>>) {
  const functions = Object.entries(commands).map(([name, body]) => [
    `BASH_FUNC_${name}%%`,
    `() { ${body}; }`,
  ]);
  return spawnSync('bash', ['-c', script], {
    encoding: 'utf8',
    env: { ...process.env, KUBEWHERE_ROOT: root, ...Object.fromEntries(functions) },
  });
}

const linux = process.platform === 'linux' ? describe : describe.skip;

linux('the scripts on a host (skipped elsewhere than on Linux)', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'kubewhere-host-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it.each([
    [0, 'ours'],
    [22, 'unready'],
    [60, 'foreign'],
    [77, 'foreign'],
    [7, 'none'],
    [28, 'none'],
    [35, 'none'],
  ])('take an answer that curl ends with %d for %s, and ask only once', (code, state) => {
    const result = bash(`. ${FOLDER}/lib.sh; api_state 10.0.0.100:8443 ca.crt`, root, {
      curl: `echo x >> ${root}/asked; return ${code}`,
    });
    expect(result.stdout).toBe(`${state}\n`);
    expect(spawnSync('wc', ['-l', join(root, 'asked')], { encoding: 'utf8' }).stdout).toMatch(/^1 /);
  });

  describe('leave.sh reset, on a control plane that is still a member', () => {
    const reset = (kubectl: string) =>
      bash(`bash ${FOLDER}/leave.sh reset cp1 control-plane`, root, {
        kubectl,
        kubeadm: 'return 0',
        systemctl: 'return 0',
        'systemd-run': 'return 0',
        sleep: 'return 0',
      });
    const state = (): string => join(root, 'var/lib/kubewhere/bootstrap.done');
    beforeEach(() => {
      const files = ['etc/kubernetes/kubelet.conf', 'etc/kubernetes/manifests/etcd.yaml'];
      for (const file of [state(), ...files.map((name) => join(root, name))]) {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, '');
      }
    });

    it('wipes nothing when no API answers: the others may only be down', () => {
      const result = reset('echo "connection refused" >&2; return 1');
      expect(result).toMatchObject({
        status: 1,
        stderr:
          "kubewhere: cp1 is still a member: no control plane could drain and remove it, so it was not wiped. Repair the cluster, or remove the node with 'kubectl delete node cp1' and apply again; when the whole cluster is dead and its data are not needed, run 'kubeadm reset -f' on it and apply again\n",
      });
      expect(existsSync(state())).toBe(true);
    });

    it('wipes nothing while the API knows another control plane', () => {
      expect(reset('echo node/cp1; echo node/cp2').status).toBe(1);
      expect(existsSync(state())).toBe(true);
    });

    it('ends the cluster when it is the only one', () => {
      expect(reset('echo node/cp1')).toMatchObject({
        status: 0,
        stdout:
          'kubewhere: cp1 is the last control plane: the cluster ends here in 30 s\n' +
          'kubewhere: cp1 is no node any more; packages and kernel settings stay\n',
      });
      expect(existsSync(state())).toBe(false);
    });

    it('wipes a host that the API does not know any more', () => {
      expect(reset('echo "Error from server (NotFound): nodes cp1 not found" >&2; return 1').status).toBe(0);
      expect(existsSync(state())).toBe(false);
    });
  });
});
