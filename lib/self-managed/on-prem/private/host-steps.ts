import { Construct } from 'constructs';
import { renderAuditPolicy } from '../../private/audit-policy';
import { renderInitConfig, renderJoinConfig } from '../../private/kubeadm-config';
import { renderHaproxyConfig, renderKeepalivedConfig } from '../../private/load-balancer-config';
import {
  commandLine,
  type FileUpload,
  literal,
  type RemoteCommand,
  type SshConnection,
  TerraformData,
} from '../../private/terraform-data';
import { type Bootstrap, type Node, nodeAddress } from './bootstrap';
import { becomeRoot, connectionTo, WORK_DIRECTORY } from './connection';

/**
 * The steps that make one host a node, in order: scripts, preflight, install, and on a control plane the authorities and the
 * load balancer, then membership. Steps that would disturb a running node carry no triggers: they run once.
 */
export class HostSteps extends Construct {
  /** The last step: the host is a node. */
  public readonly member: TerraformData;
  /** `undefined` on workers and with an external endpoint. */
  public readonly loadBalancer: TerraformData | undefined;
  private readonly connection: SshConnection;

  public constructor(
    scope: Construct,
    id: string,
    private readonly bootstrap: Bootstrap,
    private readonly target: Node,
  ) {
    super(scope, id);
    this.connection = connectionTo(target.host, bootstrap.ssh);
    const scripts = this.defineScripts();
    const preflight = this.definePreflight(scripts);
    bootstrap.allChecked.after(preflight);
    const install = this.defineInstall(bootstrap.allChecked);
    if (target.role === 'worker') {
      this.member = this.defineMember([install]);
      return;
    }
    const pki = this.definePki(install);
    this.loadBalancer = this.defineLoadBalancer(pki);
    this.member = this.defineMember([this.loadBalancer ?? pki]);
  }

  private defineScripts(): TerraformData {
    // Terraform merges a provisioner's connection over the resource's, so the path must be named and not left out; in the
    // home of the user, because /tmp may be mounted noexec
    const beforeTheDirectoryExists = { ...this.connection, script_path: './.kubewhere-%RAND%.sh' };
    const directories = ['', '/scripts', '/config', '/secrets'].map((folder) => `${WORK_DIRECTORY}${folder}`);
    return new TerraformData(this, 'Scripts', {
      connection: this.connection,
      triggersReplace: { host_key: this.target.host.hostKey, revision: this.bootstrap.scripts.revision },
      provisioners: [
        {
          type: 'remote-exec',
          connection: beforeTheDirectoryExists,
          // an upload into a directory that somebody deleted leaves a file of its name
          inline: [
            'set -eu',
            `[ -d ${WORK_DIRECTORY} ] || rm -f ${WORK_DIRECTORY}`,
            commandLine('install', '-d', '-m', '0700', ...directories),
          ],
        },
        { type: 'file', source: this.bootstrap.scripts.source, destination: `${WORK_DIRECTORY}/scripts` },
      ],
    });
  }

  private definePreflight(scripts: TerraformData): TerraformData {
    const { name, role } = this.target;
    const address = nodeAddress(this.target);
    return new TerraformData(this, 'Preflight', {
      after: [scripts],
      connection: this.connection,
      triggersReplace: { address, role },
      provisioners: [
        this.run('preflight.sh', this.bootstrap.config.clusterName, name, role, address, '${timestamp()}'),
      ],
    });
  }

  private defineInstall(after: TerraformData): TerraformData {
    const { config, repositoryUrl, version, endpoint } = this.bootstrap;
    const balancer = this.target.role === 'control-plane' && endpoint.virtual !== undefined ? 'yes' : 'no';
    return new TerraformData(this, 'Install', {
      after: [after],
      connection: this.connection,
      provisioners: [
        this.run(
          'install.sh',
          config.clusterName,
          this.target.name,
          this.target.role,
          version.toString(),
          repositoryUrl ?? 'none',
          config.imageRepository ?? 'default',
          balancer,
        ),
      ],
    });
  }

  private definePki(after: TerraformData): TerraformData {
    const secrets = `${WORK_DIRECTORY}/secrets/pki`;
    return new TerraformData(this, 'Pki', {
      after: [after],
      connection: this.connection,
      provisioners: [
        this.directory(secrets),
        // all of it in one connection: a control plane holds the keys of the authorities anyway, and pki.sh removes the rest
        { type: 'file', source: `${this.bootstrap.pkiDirectory}/`, destination: secrets },
        this.run('pki.sh', secrets, this.bootstrap.endpoint.authority),
      ],
    });
  }

  private defineLoadBalancer(after: TerraformData): TerraformData | undefined {
    const { endpoint, controlPlanes } = this.bootstrap;
    if (endpoint.virtual === undefined) return undefined;
    const backends = controlPlanes.map((node) => ({ name: node.name, address: nodeAddress(node) }));
    const own = { name: this.target.name, address: nodeAddress(this.target) };
    const config = `${WORK_DIRECTORY}/config`;
    return new TerraformData(this, 'LoadBalancer', {
      after: [after],
      connection: this.connection,
      // as triggers the files stand in the plan line by line, where a reviewer can read what changes
      triggersReplace: {
        haproxy: literal(renderHaproxyConfig(endpoint.port, backends)),
        keepalived: literal(
          renderKeepalivedConfig({
            node: own,
            peers: backends.filter(({ name }) => name !== own.name),
            virtualAddress: endpoint.host,
            routerId: endpoint.virtual.routerId,
            port: endpoint.port,
            priority: 150 - 10 * controlPlanes.findIndex(({ name }) => name === own.name),
            interfaceName: endpoint.virtual.interfaceName ?? this.target.host.interface,
          }),
        ),
      },
      provisioners: [
        { type: 'file', content: '${self.triggers_replace.haproxy}', destination: `${config}/haproxy.cfg` },
        {
          type: 'file',
          content: '${self.triggers_replace.keepalived}',
          destination: `${config}/keepalived.conf`,
        },
        this.run(
          'load-balancer.sh',
          `${config}/haproxy.cfg`,
          `${config}/keepalived.conf`,
          own.address,
          endpoint.host,
          `${endpoint.port}`,
        ),
      ],
    });
  }

  private defineMember(after: readonly TerraformData[]): TerraformData {
    const { bootstrap, target } = this;
    const [config, secrets] = [`${WORK_DIRECTORY}/config`, `${WORK_DIRECTORY}/secrets/member`];
    const peers = bootstrap.controlPlanes.filter(({ name }) => name !== target.name).map(nodeAddress);
    const common = { version: bootstrap.version, name: target.name, address: nodeAddress(target) };
    const node = { ...common, labels: target.labels, taints: target.taints };
    const files: FileUpload[] =
      target.role === 'worker'
        ? [this.write('join.yaml', renderJoinConfig(node))]
        : [
            this.write(
              'init.yaml',
              renderInitConfig({ ...node, schedulable: bootstrap.schedulable }, bootstrap.config),
            ),
            this.write('join.yaml', renderJoinConfig(node, { schedulable: bootstrap.schedulable })),
            this.write('audit-policy.yaml', renderAuditPolicy()),
          ];
    return new TerraformData(this, 'Member', {
      after,
      connection: this.connection,
      provisioners: [
        ...(target.role === 'worker' ? this.renewToken() : []),
        this.directory(secrets),
        this.upload('ca.crt', `${secrets}/ca.crt`),
        this.upload('bootstrap-token', `${secrets}/bootstrap-token`),
        ...files,
        this.run(
          'member.sh',
          target.role,
          target.name,
          common.address,
          bootstrap.endpoint.authority,
          config,
          secrets,
          ...(target.role === 'worker' ? [] : peers),
        ),
      ],
    });
  }

  /**
   * The token is good for an hour, so a worker that joins next year needs it renewed. Any control plane can do that; one that
   * is down is passed over. In the same resource as the join, so that a second attempt renews it again.
   */
  private renewToken(): (FileUpload | RemoteCommand)[] {
    const token = `${WORK_DIRECTORY}/secrets/token-for-${this.target.name}`;
    return this.bootstrap.controlPlanes.flatMap((controlPlane) => {
      const connection = connectionTo(controlPlane.host, this.bootstrap.ssh);
      return [
        { ...this.upload('bootstrap-token', token), connection, on_failure: 'continue' as const },
        { ...this.run('token.sh', token), connection, on_failure: 'continue' as const },
      ];
    });
  }

  private directory(...paths: readonly string[]): RemoteCommand {
    return { type: 'remote-exec', inline: ['set -eu', commandLine('install', '-d', '-m', '0700', ...paths)] };
  }

  private upload(file: string, destination: string): FileUpload {
    return { type: 'file', source: `${this.bootstrap.pkiDirectory}/${file}`, destination };
  }

  private write(file: string, content: string): FileUpload {
    return { type: 'file', content: literal(content), destination: `${WORK_DIRECTORY}/config/${file}` };
  }

  private run(script: string, ...args: readonly string[]): RemoteCommand {
    return runScript(this.bootstrap, script, ...args);
  }
}

/** Runs one of the uploaded scripts as root. */
export function runScript(
  bootstrap: Pick<Bootstrap, 'ssh'>,
  script: string,
  ...args: readonly string[]
): RemoteCommand {
  const words = [...becomeRoot(bootstrap.ssh), 'bash', `${WORK_DIRECTORY}/scripts/${script}`, ...args];
  return { type: 'remote-exec', inline: ['set -eu', commandLine(...words)] };
}
