import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, LocalBackend, TerraformStack, Token } from 'cdktf';
import { ControlPlaneLog, TaintEffect } from '../../../lib/cluster';
import { OnPremCluster, PackageRepository } from '../../../lib/self-managed';
import { KubernetesVersion } from '../../../lib/values';
import { synthesize, testStack } from '../../support/synthesized';
import { define, host, PROPS, provisioners, resourcesByPath } from '../support';

describe('a cluster on premises', () => {
  it('refuses a destroy, and a change of what it is known by', () => {
    const stack = testStack();
    const cluster = define(stack);
    const { '//': _, ...identity } = resourcesByPath(stack).Resource ?? {};
    expect(identity).toEqual({
      input: { version: '1.34' },
      lifecycle: { prevent_destroy: true },
      triggers_replace: {
        cluster_name: 'prod',
        endpoint: '10.77.0.100:8443',
        pod_cidr: '10.244.0.0/16',
        service_cidr: '10.96.0.0/16',
      },
    });
    expect(cluster.node.defaultChild?.node.path).toBe('test/Cluster/Resource');
  });

  it('can be destroyed when protection was switched off', () => {
    const stack = testStack();
    define(stack, { deletionProtection: false });
    const lifecycles = Object.values(resourcesByPath(stack)).flatMap(({ lifecycle }) => lifecycle ?? []);
    expect(lifecycles).toEqual([{ prevent_destroy: false }]);
  });

  it('is reached at the virtual address with files that Terraform never reads, but for the public certificate', () => {
    const cluster = define(testStack());
    expect(cluster.connection.host).toBe('https://10.77.0.100:8443');
    expect(cluster.connection.credential).toEqual({
      kind: 'certificate-files',
      certificatePath: 'pki/admin.crt',
      keyPath: 'pki/admin.key',
    });
    expect(Token.isUnresolved(cluster.connection.caCertificateBase64)).toBe(true);
    expect(cluster.network).toEqual({
      podCidr: '10.244.0.0/16',
      serviceCidr: '10.96.0.0/16',
      networkId: undefined,
    });
    expect(cluster.failureDomains).toEqual(['a', 'b', 'c']);
  });

  it('uploads the authorities to control planes only, and to a worker the certificate and the token', () => {
    const stack = testStack();
    define(stack);
    const sources = (path: string) =>
      provisioners(resourcesByPath(stack)[path]).flatMap(([kind, { source }]) =>
        kind === 'file' ? (source ?? []) : [],
      );
    expect(sources('ControlPlane/cp1/Pki')).toEqual(['pki/']);
    expect(sources('ControlPlane/cp1/Member')).toEqual(['pki/ca.crt', 'pki/bootstrap-token']);
    expect(sources('NodePools/general/w1/Member')).toEqual([
      ...Array(3).fill('pki/bootstrap-token'),
      'pki/ca.crt',
      'pki/bootstrap-token',
    ]);
    expect(Object.keys(resourcesByPath(stack)).filter((path) => /w\d\/Pki/.test(path))).toEqual([]);
  });

  it('renews the token on whichever control plane answers, before a worker joins', () => {
    const stack = testStack();
    define(stack);
    const steps = provisioners(resourcesByPath(stack)['NodePools/general/w1/Member']);
    const renewals = steps.filter(([, { connection }]) => connection !== undefined);
    expect(
      renewals.map(([kind, { connection, on_failure }]) => [
        kind,
        (connection as { host: string }).host,
        on_failure,
      ]),
    ).toEqual([
      ['file', '10.77.0.11', 'continue'],
      ['remote-exec', '10.77.0.11', 'continue'],
      ['file', '10.77.0.12', 'continue'],
      ['remote-exec', '10.77.0.12', 'continue'],
      ['file', '10.77.0.13', 'continue'],
      ['remote-exec', '10.77.0.13', 'continue'],
    ]);
  });

  it('runs one script per step, as root, with these arguments', () => {
    const stack = testStack();
    define(stack, {
      packageRepository: PackageRepository.none(),
      imageRepository: 'registry.example.com/k8s',
    });
    const commands = (path: string) =>
      provisioners(resourcesByPath(stack)[path]).flatMap(
        ([, { inline }]) => (inline as string[] | undefined)?.at(-1) ?? [],
      );
    expect(commands('ControlPlane/cp2/Preflight')).toEqual([
      "sudo -n bash .kubewhere/scripts/preflight.sh prod cp2 control-plane 10.77.0.12 '${timestamp()}'",
    ]);
    expect(commands('ControlPlane/cp2/Install')).toEqual([
      'sudo -n bash .kubewhere/scripts/install.sh prod cp2 control-plane 1.34 none registry.example.com/k8s yes',
    ]);
    expect(commands('ControlPlane/cp2/Pki').at(-1)).toBe(
      'sudo -n bash .kubewhere/scripts/pki.sh .kubewhere/secrets/pki 10.77.0.100:8443',
    );
    expect(commands('ControlPlane/cp2/Member').at(-1)).toBe(
      'sudo -n bash .kubewhere/scripts/member.sh control-plane cp2 10.77.0.12 10.77.0.100:8443 .kubewhere/config .kubewhere/secrets/member 10.77.0.11 10.77.0.13',
    );
    expect(commands('NodePools/general/w2/Member').at(-1)).toBe(
      'sudo -n bash .kubewhere/scripts/member.sh worker w2 10.77.0.22 10.77.0.100:8443 .kubewhere/config .kubewhere/secrets/member',
    );
    expect(commands('Gate').at(-1)).toBe(
      'sudo -n bash .kubewhere/scripts/gate.sh .kubewhere/config/nodes none',
    );
  });

  it('needs no sudo as root', () => {
    const stack = testStack();
    define(stack, { ssh: { user: 'root' } });
    expect(JSON.stringify(synthesize(stack))).not.toContain('sudo');
  });

  it('writes labels, racks, tags and taints of its nodes, sorted', () => {
    const stack = testStack();
    const taints = [{ key: 'gpu', effect: TaintEffect.NO_EXECUTE }];
    define(stack, {
      hosts: { ...PROPS.hosts, g1: host(31) },
      nodePools: { gpu: { hosts: ['g1'], taints, labels: { z: '1', a: '2' } }, general: { hosts: ['w1'] } },
      tags: { team: 'core', 'example.com/cost': 'R&D ${x}' },
    });
    const {
      names,
      nodes,
      taints: lines,
    } = (resourcesByPath(stack).Gate?.triggers_replace ?? {}) as Record<string, string>;
    expect(names).toBe('cp1\ncp2\ncp3\ng1\nw1\n');
    expect(lines).toBe('g1 gpu:NoExecute\n');
    const items = (JSON.parse(nodes ?? '') as { items: { metadata: Record<string, unknown> }[] }).items;
    const annotations = { 'example.com/cost': 'R&D $${x}', team: 'core' };
    expect(items.map(({ metadata }) => metadata)).toEqual([
      { name: 'cp1', labels: { 'topology.kubernetes.io/zone': 'a' }, annotations },
      { name: 'cp2', labels: { 'topology.kubernetes.io/zone': 'b' }, annotations },
      { name: 'cp3', labels: { 'topology.kubernetes.io/zone': 'c' }, annotations },
      { name: 'g1', labels: { a: '2', 'kubewhere.dev/pool': 'gpu', z: '1' }, annotations },
      {
        name: 'w1',
        labels: { 'kubewhere.dev/pool': 'general', 'topology.kubernetes.io/zone': 'a' },
        annotations,
      },
    ]);
  });

  it('keeps no audit log when it is not among the logs wanted', () => {
    const stack = testStack();
    define(stack, { controlPlaneLogs: [ControlPlaneLog.API] });
    expect(JSON.stringify(resourcesByPath(stack)['ControlPlane/cp1/Member'])).not.toContain('audit-log-path');
  });

  describe('on disk', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kubewhere-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    function synthesizeTo(name: string): string {
      const app = new App({ outdir: join(folder, name), stackTraces: false });
      const stack = new TerraformStack(app, 'test');
      new LocalBackend(stack, { path: 'terraform.tfstate' });
      const manifest = join(folder, 'pod-network.yaml');
      writeFileSync(manifest, 'kind: List # ${untouched}\n');
      define(stack, { podNetworkManifestPath: manifest });
      app.synth();
      return join(folder, name, 'stacks', 'test');
    }

    it('is the same bytes twice, names no path of the machine, and carries scripts and manifest beside it', () => {
      const [one, other] = ['one', 'other'].map(synthesizeTo);
      const json = readFileSync(join(one ?? '', 'cdk.tf.json'), 'utf8');
      expect(readFileSync(join(other ?? '', 'cdk.tf.json'), 'utf8')).toBe(json);
      expect(json).not.toContain(folder);
      expect(json).not.toContain(process.cwd());
      const sources = [...json.matchAll(/"\$\{path\.module\}\/(assets[^"]+)"/g)].flatMap(
        ([, path]) => path ?? [],
      );
      expect(new Set(sources).size).toBe(2);
      for (const source of new Set(sources)) {
        const path = join(one ?? '', source);
        const text = readFileSync(source.endsWith('/') ? join(path, 'lib.sh') : path, 'utf8');
        expect(text).toMatch(/set -euo pipefail|\$\{untouched\}/);
      }
    });
  });

  it('is imported from its attributes', () => {
    const stack = testStack();
    const imported = OnPremCluster.fromAttributes(stack, 'Imported', {
      clusterName: 'old',
      version: KubernetesVersion.of('1.32'),
      host: 'https://10.0.0.1:6443',
      adminCertificatePath: 'a.crt',
      adminKeyPath: 'a.key',
    });
    expect(OnPremCluster.isOnPremCluster(imported)).toBe(false);
    expect(imported.connection).toEqual({
      host: 'https://10.0.0.1:6443',
      caCertificateBase64: undefined,
      credential: { kind: 'certificate-files', certificatePath: 'a.crt', keyPath: 'a.key' },
    });
    expect(imported.failureDomains).toEqual([]);
  });
});
