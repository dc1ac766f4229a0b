import { UnreachableHosts } from '../../../lib/self-managed';
import { testStack } from '../../support/synthesized';
import { define, provisioners, resourcesByPath } from '../support';

const EVICT =
  "sudo -n bash .kubewhere/scripts/leave.sh evict '${self.input.node}' '${self.input.node_address}' '${self.input.role}'";
const RESET = "sudo -n bash .kubewhere/scripts/leave.sh reset '${self.input.node}' '${self.input.role}'";

describe('the membership', () => {
  it('is a map by host name, with all that a destroy provisioner will need, and no key material', () => {
    const stack = testStack();
    define(stack, { ssh: { user: 'ops', privateKeyPath: '${var.key}', port: 2222 } });
    const workers = resourcesByPath(stack)['Members/Workers'];
    const controlPlanes = {
      cp1: { host: '10.77.0.11', host_key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKey11' },
      cp2: { host: '10.77.0.12', host_key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKey12' },
      cp3: { host: '10.77.0.13', host_key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKey13' },
    };
    const common = {
      role: 'worker',
      user: 'ops',
      port: 2222,
      private_key_path: '${var.key}',
      bastion_host: '',
      bastion_host_key: '',
      bastion_user: 'ops',
      bastion_port: 22,
      bastion_private_key_path: '${var.key}',
      control_planes: controlPlanes,
    };
    const [key1, key2] = [21, 22].map((number) => `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKey${number}`);
    expect(workers?.for_each).toEqual({
      w1: { ...common, node: 'w1', host: '10.77.0.21', host_key: key1, node_address: '10.77.0.21' },
      w2: { ...common, node: 'w2', host: '10.77.0.22', host_key: key2, node_address: '10.77.0.22' },
    });
    expect(workers?.input).toBe('${each.value}');
    expect(workers?.connection).toEqual({
      type: 'ssh',
      host: '${self.input.host}',
      user: '${self.input.user}',
      port: '${self.input.port}',
      host_key: '${self.input.host_key}',
      agent: false,
      private_key: '${file(self.input.private_key_path)}',
      timeout: '30s',
      script_path: './.kubewhere/run-%RAND%.sh',
    });
  });

  it('asks every control plane to let the host go, and wipes it last', () => {
    const stack = testStack();
    define(stack);
    const steps = provisioners(resourcesByPath(stack)['Members/Workers']);
    expect(steps.map(([kind, { inline, when, on_failure }]) => [kind, inline, when, on_failure])).toEqual([
      ...Array(3).fill(['remote-exec', ['set -eu', EVICT], 'destroy', 'continue']),
      ['remote-exec', ['set -eu', RESET], 'destroy', undefined],
    ]);
    expect(steps.map(([, { connection }]) => (connection as { host?: string } | undefined)?.host)).toEqual([
      '${try(self.input.control_planes["cp1"].host, self.input.host)}',
      '${try(self.input.control_planes["cp2"].host, self.input.host)}',
      '${try(self.input.control_planes["cp3"].host, self.input.host)}',
      undefined,
    ]);
  });

  it('refers to nothing but itself when it is destroyed', () => {
    const stack = testStack();
    define(stack, {
      ssh: { user: '${var.user}', bastion: { host: '${var.bastion}', hostKey: 'ssh-ed25519 AAAA' } },
    });
    for (const path of ['Members/Workers', 'Members/ControlPlanes']) {
      const { connection, provisioner } = resourcesByPath(stack)[path] ?? {};
      expect(JSON.stringify({ connection, provisioner })).not.toContain('var.');
    }
  });

  it('forgets a host that cannot be reached only when told', () => {
    const stack = testStack();
    define(stack, { unreachableHosts: UnreachableHosts.FORGET });
    const [, last] = provisioners(resourcesByPath(stack)['Members/Workers']).at(-1) ?? [];
    expect(last?.on_failure).toBe('continue');
  });
});
