import { Construct } from 'constructs';
import { type INodePool, type NodePoolOptions, POOL_LABEL, type Taint } from '../../cluster';
import type { TerraformData } from '../private/terraform-data';
import type { OnPremHost } from './host';
import { type Bootstrap, type Node, nodeOf } from './private/bootstrap';
import { HostSteps } from './private/host-steps';

/** A pool on premises is a list of machines. */
export interface OnPremNodePoolOptions extends NodePoolOptions {
  /**
   * Names from `hosts`, at least one, in no particular order. A name that is taken out is drained, removed and wiped at the next
   * apply; one that is added joins.
   */
  readonly hosts: readonly string[];
}

/**
 * Worker nodes on machines that exist. Defined by `OnPremCluster.addNodePool()`.
 *
 * Labels and taints follow the description at every apply, with one limit: a taint that is taken out of it stays on the
 * nodes until `kubectl taint nodes NAME KEY-` removes it.
 */
export class OnPremNodePool extends Construct implements INodePool {
  public readonly labels: Readonly<Record<string, string>>;
  public readonly taints: readonly Taint[];
  /** Names of the hosts, sorted. */
  public readonly hosts: readonly string[];
  /** @internal */
  public readonly _members: readonly { readonly node: Node; readonly joined: TerraformData }[];

  /** @internal */
  public constructor(
    scope: Construct,
    public readonly poolName: string,
    options: OnPremNodePoolOptions,
    machines: Readonly<Record<string, OnPremHost>>,
    bootstrap: Bootstrap,
  ) {
    super(scope, poolName);
    this.labels = { ...options.labels, [POOL_LABEL]: poolName };
    this.taints = [...(options.taints ?? [])];
    this.hosts = [...options.hosts].sort();
    this._members = this.hosts.flatMap((name) => {
      const host = machines[name];
      if (host === undefined) return [];
      const node = nodeOf(name, host, 'worker', this.labels, this.taints);
      return [{ node, joined: new HostSteps(this, name, bootstrap, node).member }];
    });
  }
}
