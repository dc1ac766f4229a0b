import { Fn } from 'cdktf';
import type { SshConnection } from '../../private/terraform-data';
import type { OnPremHost } from '../host';
import type { SshOptions } from '../ssh';

/** Directory in the home of the SSH user, mode 0700: scripts, configuration, and for minutes the secrets of a step. */
export const WORK_DIRECTORY = '.kubewhere';

/** `./`: Terraform starts the script by this path, and without a slash the shell would search PATH. In the home: /tmp may be noexec. */
const SCRIPT_PATH = `./${WORK_DIRECTORY}/run-%RAND%.sh`;

/** The connection of a step that only runs when it is defined; may refer to anything. */
export function connectionTo(host: OnPremHost, ssh: SshOptions): SshConnection {
  const { bastion } = ssh;
  const bastionKey = bastion?.privateKeyPath ?? (bastion === undefined ? undefined : ssh.privateKeyPath);
  return {
    type: 'ssh',
    host: host.address,
    user: ssh.user,
    ...(ssh.port === undefined ? {} : { port: ssh.port }),
    host_key: host.hostKey,
    agent: ssh.privateKeyPath === undefined,
    ...(ssh.privateKeyPath === undefined ? {} : { private_key: Fn.file(ssh.privateKeyPath) }),
    ...(bastion === undefined
      ? {}
      : {
          bastion_host: bastion.host,
          bastion_host_key: bastion.hostKey,
          bastion_user: bastion.user ?? ssh.user,
          ...(bastion.port === undefined ? {} : { bastion_port: bastion.port }),
          ...(bastionKey === undefined ? {} : { bastion_private_key: Fn.file(bastionKey) }),
        }),
    timeout: timeout(ssh),
    script_path: SCRIPT_PATH,
  };
}

/** What a destroy provisioner will need later, for `input`: it may refer to nothing but its own resource. Paths, never keys. */
export function connectionInput(ssh: SshOptions): Record<string, string | number> {
  const { bastion } = ssh;
  return {
    user: ssh.user,
    port: ssh.port ?? 22,
    private_key_path: ssh.privateKeyPath ?? '',
    bastion_host: bastion?.host ?? '',
    bastion_host_key: bastion?.hostKey ?? '',
    bastion_user: bastion?.user ?? ssh.user,
    bastion_port: bastion?.port ?? 22,
    bastion_private_key_path: bastion?.privateKeyPath ?? ssh.privateKeyPath ?? '',
  };
}

/**
 * The connection of a destroy provisioner. To the resource's own host; or, given a control plane, to that one, and to the own
 * host when the control plane was unknown at the last apply.
 */
export function connectionFromSelf(ssh: SshOptions, controlPlane?: string): SshConnection {
  const of = (attribute: string): string =>
    controlPlane === undefined
      ? `\${self.input.${attribute}}`
      : `\${try(self.input.control_planes["${controlPlane}"].${attribute}, self.input.${attribute})}`;
  return {
    type: 'ssh',
    host: of('host'),
    user: '${self.input.user}',
    port: '${self.input.port}',
    host_key: of('host_key'),
    agent: ssh.privateKeyPath === undefined,
    ...(ssh.privateKeyPath === undefined ? {} : { private_key: '${file(self.input.private_key_path)}' }),
    ...(ssh.bastion === undefined
      ? {}
      : {
          bastion_host: '${self.input.bastion_host}',
          bastion_host_key: '${self.input.bastion_host_key}',
          bastion_user: '${self.input.bastion_user}',
          bastion_port: '${self.input.bastion_port}',
          ...(ssh.privateKeyPath === undefined && ssh.bastion.privateKeyPath === undefined
            ? {}
            : { bastion_private_key: '${file(self.input.bastion_private_key_path)}' }),
        }),
    timeout: timeout(ssh),
    script_path: SCRIPT_PATH,
  };
}

/** `sudo -n` fails at once where a password would be asked for; root needs none, and small systems have no sudo. */
export function becomeRoot(ssh: SshOptions): readonly string[] {
  return ssh.user === 'root' ? [] : ['sudo', '-n'];
}

function timeout(ssh: SshOptions): string {
  return `${ssh.timeoutSeconds ?? 30}s`;
}
