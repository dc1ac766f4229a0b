import { ContainerNodePool } from '@cdktf/provider-google/lib/container-node-pool';
import { Lazy, type TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { assertLabelsAndTaints, type NodePoolSize, POOL_LABEL, type Taint, TaintEffect } from '../cluster';
import { belongsToKubernetes } from '../cluster/private/kubernetes-labels';
import { ValidationError } from '../values';
import { assertZones, type GkeLocation } from './location';
import type { GkeNodePoolHost, GkeNodePoolPeer, GkeNodePoolProps } from './node-pool-options';
import { GkeSizeUnit } from './node-pool-size';
import type { GkePoolPodRange } from './pool-network';
import { renderNodeConfig } from './private/node-config';
import { isWindows } from './private/node-image-config';
import { describePool, hasGpus, zoneCountOf } from './private/pool-checks';
import { DEFAULT_UPGRADE, podsPerNode, renderPool, setNewerPool } from './private/pool-parts';
import { grantRegistries } from './private/registry-trust';

const EFFECTS: Readonly<Record<TaintEffect, string>> = {
  [TaintEffect.NO_SCHEDULE]: 'NO_SCHEDULE',
  [TaintEffect.PREFER_NO_SCHEDULE]: 'PREFER_NO_SCHEDULE',
  [TaintEffect.NO_EXECUTE]: 'NO_EXECUTE',
};

/**
 * A node pool: machines that are alike, shielded, without public addresses, with the metadata server that keeps pods
 * from the nodes' identity.
 *
 * What cannot change in place (identity, disk key, interruptibility, and what the options say of themselves) makes a new pool
 * beside the old one and drains the old one after it: for that time both are paid and both take addresses. The name in Google Cloud is the pool's, cut to
 * 13 characters, with a suffix.
 *
 * On machines with GPUs GKE installs the driver and the device plugin, and taints the nodes `nvidia.com/gpu=present:NoSchedule`,
 * which is not among `taints`. It does so only while the cluster has a pool without GPUs, so pools with GPUs wait for those.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources/container_node_pool
 */
export class GkeNodePool extends Construct implements GkeNodePoolPeer {
  public readonly poolName: string;
  public readonly labels: Readonly<Record<string, string>>;
  public readonly taints: readonly Taint[];
  public readonly size: NodePoolSize;
  /** Whether the machines carry GPUs. */
  public readonly hasGpus: boolean;
  /** Whether the nodes run Windows; GKE then taints them `node.kubernetes.io/os=windows:NoSchedule`. */
  public readonly isWindows: boolean;
  /** Whether pods on the nodes run in gVisor; GKE then taints them `sandbox.gke.io/runtime=gvisor:NoSchedule`. */
  public readonly isSandboxed: boolean;
  /** Zones for each of which `size` counts; 1 where it counts for all together. */
  public readonly sizeTimes: number;
  /** Nodes that an upgrade adds at most. */
  public readonly extraNodes: number;
  public readonly maxPodsPerNode: number;
  /** Range of the pods; `undefined` for those of the cluster. */
  public readonly podRange: GkePoolPodRange | undefined;
  private readonly resource: TerraformResource;

  /**
   * @throws ValidationError with all problems at once when options contradict each other or GKE would refuse one, a zone lies
   * elsewhere, or Kubernetes would refuse a label or taint.
   */
  public constructor(scope: Construct, id: string, props: GkeNodePoolProps) {
    super(scope, id);
    const { host, zones } = props;
    if (zones !== undefined) this.assertPoolZones(zones, host.location);
    const problems = describePool(props, host);
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
    this.poolName = props.poolName;
    this.size = props.size;
    this.hasGpus = hasGpus(props);
    this.isWindows = isWindows(props.image);
    this.isSandboxed = props.sandbox === true;
    const zoneCount = zoneCountOf(props, host);
    this.sizeTimes = props.sizePer === GkeSizeUnit.ZONE ? zoneCount : 1;
    this.extraNodes = (props.upgrade ?? DEFAULT_UPGRADE).mostExtraNodes(props.size.max * this.sizeTimes);
    this.maxPodsPerNode = podsPerNode(props, host);
    this.podRange = props.podRange;
    this.labels = this.labelsWithPool(props.labels ?? {});
    this.taints = [...(props.taints ?? [])];
    assertLabelsAndTaints(this.labels, this.taints, this);

    const before = [...(host.notBefore ?? []), ...grantRegistries(scope, host, props.registryCertificates)];
    this.resource = new ContainerNodePool(this, 'Resource', {
      ...renderPool(props, zoneCount),
      nodeConfig: renderNodeConfig(props, host, {
        labels: { ...this.labels },
        taint: this.taints.length === 0 ? undefined : renderTaints(this.taints),
      }),
      dependsOn: before.length === 0 ? undefined : before,
    });
    setNewerPool(this.resource, props);
    if (this.hasGpus) this.startAfterPoolsWithoutGpus(host);
  }

  /** @internal */
  public get _address(): string {
    return `${this.resource.terraformResourceType}.${this.resource.friendlyUniqueId}`;
  }

  /**
   * Where all pools have GPUs at the time that one is made, GKE does not taint it, then or later, and the cluster's own first
   * pool is gone before any of these. Lazy, because pools may be added after this one.
   */
  private startAfterPoolsWithoutGpus(host: GkeNodePoolHost): void {
    const before = this.resource.dependsOn ?? [];
    this.resource.dependsOn = Lazy.listValue(
      {
        produce: () => [
          ...before,
          ...host.pools.filter((pool) => !pool.hasGpus).map((pool) => pool._address),
        ],
      },
      { omitEmpty: true },
    );
  }

  private labelsWithPool(labels: Readonly<Record<string, string>>): Record<string, string> {
    if (labels[POOL_LABEL] !== undefined) {
      throw new ValidationError(
        `'labels' holds '${POOL_LABEL}', which is always the pool's name; leave it out`,
        this,
      );
    }
    const reserved = Object.keys(labels).filter(belongsToKubernetes);
    if (reserved.length > 0) {
      throw new ValidationError(
        `'labels' holds '${reserved.join("', '")}', which belong to Kubernetes and GKE refuses; choose another prefix`,
        this,
      );
    }
    return { [POOL_LABEL]: this.poolName, ...labels };
  }

  private assertPoolZones(zones: readonly string[], location: GkeLocation): void {
    assertZones(zones, location.region, 'zones', this);
    if (location.zoneCount === 1 && location.nodeZones === undefined && zones.join() !== location.name) {
      throw new ValidationError(
        `'zones' (${zones.join(', ')}) of a zonal cluster can only be '${location.name}'; leave it out`,
        this,
      );
    }
  }
}

function renderTaints(taints: readonly Taint[]) {
  return taints
    .map((taint) => ({ key: taint.key, value: taint.value ?? '', effect: EFFECTS[taint.effect] }))
    .sort((a, b) => (`${a.key} ${a.effect}` < `${b.key} ${b.effect}` ? -1 : 1));
}
