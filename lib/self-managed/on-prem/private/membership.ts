import { Lazy } from 'cdktf';
import { Construct } from 'constructs';
import { type RemoteCommand, TerraformData } from '../../private/terraform-data';
import { UnreachableHosts } from '../host';
import { type Bootstrap, type Node, nodeAddress } from './bootstrap';
import { connectionFromSelf, connectionInput } from './connection';
import { runScript } from './host-steps';

/**
 * Who belongs to the cluster, and what happens when a host leaves.
 *
 * A map in one resource per role, and not one resource per host: Terraform runs destroy provisioners for a key that left the
 * map, but never for a resource whose block is gone. And without triggers, because replacing would drain running nodes.
 * Workers come after control planes, so a destroy drains them while there is still an API.
 */
export class Membership extends Construct {
  private readonly workers: Node[] = [];
  private readonly workerMembers: TerraformData;

  public constructor(
    scope: Construct,
    id: string,
    private readonly bootstrap: Bootstrap,
    lastControlPlane: TerraformData,
  ) {
    super(scope, id);
    const controlPlanes = this.defineMembers('ControlPlanes', () => bootstrap.controlPlanes, [
      lastControlPlane,
    ]);
    this.workerMembers = this.defineMembers('Workers', () => this.workers, [controlPlanes]);
  }

  public addWorker(node: Node, joined: TerraformData): void {
    this.workers.push(node);
    this.workerMembers.after(joined);
  }

  private defineMembers(
    id: string,
    nodes: () => readonly Node[],
    after: readonly TerraformData[],
  ): TerraformData {
    const { bootstrap } = this;
    return new TerraformData(this, id, {
      after,
      forEach: Lazy.anyValue({ produce: () => this.renderMembers(nodes()) }),
      input: '${each.value}',
      connection: connectionFromSelf(bootstrap.ssh),
      provisioners: [
        ...bootstrap.controlPlanes.map(
          ({ name }): RemoteCommand => ({
            ...runScript(
              bootstrap,
              'leave.sh',
              'evict',
              '${self.input.node}',
              '${self.input.node_address}',
              '${self.input.role}',
            ),
            connection: connectionFromSelf(bootstrap.ssh, name),
            when: 'destroy',
            // the next control plane is asked; the last step refuses when none of them could do it
            on_failure: 'continue',
          }),
        ),
        {
          ...runScript(bootstrap, 'leave.sh', 'reset', '${self.input.node}', '${self.input.role}'),
          when: 'destroy',
          ...(bootstrap.unreachableHosts === UnreachableHosts.FORGET ? { on_failure: 'continue' } : {}),
        },
      ],
    });
  }

  private renderMembers(nodes: readonly Node[]): Record<string, unknown> {
    const controlPlanes = Object.fromEntries(
      this.bootstrap.controlPlanes.map(({ name, host }) => [
        name,
        { host: host.address, host_key: host.hostKey },
      ]),
    );
    const sorted = [...nodes].sort((left, right) => (left.name < right.name ? -1 : 1));
    return Object.fromEntries(
      sorted.map((node) => [
        node.name,
        {
          node: node.name,
          role: node.role,
          host: node.host.address,
          host_key: node.host.hostKey,
          node_address: nodeAddress(node),
          ...connectionInput(this.bootstrap.ssh),
          control_planes: controlPlanes,
        },
      ]),
    );
  }
}
