import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { type KubernetesVersion, type PlatformId, ValidationError } from '../../values';
import type { ClusterCapabilities } from '../capabilities';
import type { ICluster } from '../cluster';
import type { ClusterConnection } from '../connection';
import type { ClusterNetwork } from '../network';
import type { INodePool } from '../node-pool';
import { carries } from './mark';
import { isTakenByTree } from './tree-names';

const CLUSTER_NAME = /^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/;
const CLUSTER = Symbol.for('kubewhere.Cluster');

/** What defined and imported clusters share. Not exported from the package: depend on `ICluster`. */
export abstract class ClusterBase extends Construct implements ICluster {
  public abstract readonly platform: PlatformId;
  public abstract readonly clusterName: string;
  public abstract readonly kubernetesVersion: KubernetesVersion;
  public abstract readonly connection: ClusterConnection;
  public abstract readonly network: ClusterNetwork;
  public abstract readonly failureDomains: readonly string[];
  public abstract readonly capabilities: ClusterCapabilities;
  private readonly pools = new Map<string, INodePool>();

  public constructor(scope: Construct, id: string) {
    super(scope, id);
    Object.defineProperty(this, CLUSTER, { value: true });
  }

  public get nodePools(): readonly INodePool[] {
    return [...this.pools.values()];
  }

  /** Keeps a pool under its name. @throws ValidationError when the name is taken. */
  protected registerNodePool<T extends INodePool>(pool: T): T {
    this.pools.set(pool.poolName, pool);
    return pool;
  }

  /** Refuses a pool name that is taken or malformed, before any child construct exists. */
  protected assertNewPoolName(poolName: string): void {
    if (!/^[a-z]([a-z0-9-]{0,18}[a-z0-9])?$/.test(poolName)) {
      throw new ValidationError(
        `node pool name '${poolName}' must be 1 to 20 lower-case letters, digits and hyphens, starting with a letter`,
        this,
      );
    }
    if (isTakenByTree(poolName)) {
      throw new ValidationError(
        `node pool name '${poolName}' cannot be part of an address; choose another`,
        this,
      );
    }
    if (this.pools.has(poolName)) {
      throw new ValidationError(
        `node pool '${poolName}' exists already; present are ${[...this.pools.keys()].map((name) => `'${name}'`).join(', ')}`,
        this,
      );
    }
  }

  /** Refuses a name that one of the platforms would refuse, so that a cluster can move between them under its name. */
  protected assertClusterName(clusterName: string): void {
    if (Token.isUnresolved(clusterName)) return;
    if (!CLUSTER_NAME.test(clusterName)) {
      throw new ValidationError(
        `'clusterName' (${clusterName}) must be 1 to 40 lower-case letters, digits and hyphens, starting with a letter`,
        this,
      );
    }
  }
}

/** Whether a value is a cluster of this library, defined or imported; works across copies of the package. */
export function isCluster(value: unknown): value is ICluster {
  return carries(value, CLUSTER);
}
