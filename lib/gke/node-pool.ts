import { ContainerNodePool } from '@cdktf/provider-google/lib/container-node-pool';
import { Lazy, type TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { GKE_MAX_PODS_PER_NODE } from '../catalog/node-limits';
import {
  assertLabelsAndTaints,
  CapacityType,
  type NodePoolSize,
  POOL_LABEL,
  type Taint,
  TaintEffect,
} from '../cluster';
import { belongsToKubernetes } from '../cluster/private/kubernetes-labels';
import { ValidationError } from '../values';
import { assertZones, type GkeLocation } from './location';
import { gkeBootDiskTypeOf } from './machine-shape';
import type { GkeNodePoolHost, GkeNodePoolPeer, GkeNodePoolProps } from './node-pool-options';
import { poolNamePrefix } from './private/names';
import { guestAccelerators, hardenedNodeConfig } from './private/node-config';
import { SURGE_NODES } from './private/ranges';

const EFFECTS: Readonly<Record<TaintEffect, string>> = {
  [TaintEffect.NO_SCHEDULE]: 'NO_SCHEDULE',
  [TaintEffect.PREFER_NO_SCHEDULE]: 'PREFER_NO_SCHEDULE',
  [TaintEffect.NO_EXECUTE]: 'NO_EXECUTE',
};

/**
 * A node pool: machines that are alike, shielded, without public addresses, with the metadata server that keeps pods
 * from the nodes' identity.
 *
 * What cannot change in place (identity, disk key, interruptibility) makes a new pool beside the old one and drains the old
 * one after it: for that time both are paid and both take addresses. The name in Google Cloud is the pool's, cut to
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
  private readonly resource: TerraformResource;

  /**
   * @throws ValidationError when a fixed size does not divide by the number of zones, a zone lies elsewhere, the disk is too
   * small, or Kubernetes would refuse a label or taint.
   */
  public constructor(scope: Construct, id: string, props: GkeNodePoolProps) {
    super(scope, id);
    const { host, size, zones } = props;
    if (zones !== undefined) this.assertPoolZones(zones, host.location);
    const zoneCount = zones?.length ?? host.location.zoneCount;
    this.assertSize(size, zoneCount);
    this.assertDisk(props.diskSizeGib);
    this.poolName = props.poolName;
    this.size = size;
    this.hasGpus = props.machine.hasGpus;
    this.labels = this.labelsWithPool(props.labels ?? {});
    this.taints = [...(props.taints ?? [])];
    assertLabelsAndTaints(this.labels, this.taints, this);

    const interruptible = props.capacityType === CapacityType.INTERRUPTIBLE;
    this.resource = new ContainerNodePool(this, 'Resource', {
      project: host.project,
      location: host.location.name,
      cluster: host.clusterName,
      namePrefix: poolNamePrefix(this.poolName),
      nodeLocations: zones === undefined ? undefined : [...zones].sort(),
      version: host.versionPolicy.pinnedVersion,
      maxPodsPerNode: GKE_MAX_PODS_PER_NODE,
      ...renderSize(size, zoneCount, interruptible),
      management: { autoRepair: true, autoUpgrade: host.versionPolicy.upgradesNodes },
      upgradeSettings: { maxSurge: SURGE_NODES, maxUnavailable: 0 },
      nodeConfig: {
        ...hardenedNodeConfig(host),
        machineType: props.machine.machineType,
        guestAccelerator: guestAccelerators(props.machine.machineType),
        spot: interruptible ? true : undefined,
        diskSizeGb: props.diskSizeGib,
        diskType: gkeBootDiskTypeOf(props.machine.machineType),
        labels: { ...this.labels },
        taint: this.taints.length === 0 ? undefined : renderTaints(this.taints),
      },
      // a changed initial count would replace the pool
      lifecycle: { createBeforeDestroy: true, ignoreChanges: ['initial_node_count'] },
    });
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
    this.resource.dependsOn = Lazy.listValue(
      {
        produce: () => host.pools.filter((pool) => !pool.hasGpus).map((pool) => pool._address),
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

  private assertSize(size: NodePoolSize, zoneCount: number): void {
    if (size.isAutoscaled || size.max % zoneCount === 0) return;
    const below = size.max - (size.max % zoneCount);
    const fix = below === 0 ? `${zoneCount}` : `${below} or ${below + zoneCount}`;
    throw new ValidationError(
      `'size' fixed (${size.max}) must be a multiple of the ${zoneCount} zones; use ${fix}, fewer 'zones', or an autoscaled size`,
      this,
    );
  }

  private assertDisk(diskSizeGib: number | undefined): void {
    if (diskSizeGib === undefined || (Number.isInteger(diskSizeGib) && diskSizeGib >= 10)) return;
    throw new ValidationError(
      `'diskSizeGib' (${diskSizeGib}) must be a whole number of at least 10, the least that GKE allows`,
      this,
    );
  }
}

/** The provider counts fixed and initial sizes per zone, and `total_*` bounds over all zones. */
function renderSize(size: NodePoolSize, zoneCount: number, interruptible: boolean) {
  if (!size.isAutoscaled) return { nodeCount: size.max / zoneCount };
  return {
    initialNodeCount: Math.min(Math.ceil(size.initial / zoneCount), Math.floor(size.max / zoneCount)),
    autoscaling: {
      totalMinNodeCount: size.min,
      totalMaxNodeCount: size.max,
      // spare capacity is wherever it is; waiting for balance would leave pods pending
      locationPolicy: interruptible ? 'ANY' : 'BALANCED',
    },
  };
}

function renderTaints(taints: readonly Taint[]) {
  return taints
    .map((taint) => ({ key: taint.key, value: taint.value ?? '', effect: EFFECTS[taint.effect] }))
    .sort((a, b) => (`${a.key} ${a.effect}` < `${b.key} ${b.effect}` ? -1 : 1));
}
