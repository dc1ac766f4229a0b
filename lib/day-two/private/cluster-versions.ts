import { argumentAt, type StackDocument, type StackResource } from '../stack-document';
import { effectiveValue } from './effective-values';

const GOOGLE_CLUSTER = 'google_container_cluster';

/** Where each provider has the version of a control plane, and of nodes with the cluster they belong to. */
const CLUSTERS: Readonly<Record<string, string>> = {
  aws_eks_cluster: 'version',
  [GOOGLE_CLUSTER]: 'min_master_version',
};
/** What a cluster of Google says when it follows no channel. */
const NO_CHANNEL = 'UNSPECIFIED';

const POOLS: Readonly<Record<string, { readonly version: string; readonly cluster: string }>> = {
  aws_eks_node_group: { version: 'version', cluster: 'cluster_name' },
  google_container_node_pool: { version: 'version', cluster: 'cluster' },
};

/** A control plane, or a pool of nodes, with the version that is asked for it. */
export interface Versioned {
  readonly resource: StackResource;
  /** Such as `1.34`, or with the patch and build that a provider takes. */
  readonly version: string;
  /** The second number of the version. */
  readonly minor: number;
}

/** A control plane with what its platform makes of the version. */
export interface ControlPlane extends Versioned {
  /** Whether the platform raises it by itself, so that it may be further than the version says. */
  readonly isFloor: boolean;
  /** Minor versions that its nodes may lag behind it. */
  readonly mostBehind: number;
}

/** Control planes whose version is told. */
export function clustersOf(document: StackDocument): readonly ControlPlane[] {
  return [...document.resources.values()].flatMap((resource) => {
    const path = CLUSTERS[resource.type];
    if (path === undefined) return [];
    const isGoogle = resource.type === GOOGLE_CLUSTER;
    return versioned(document, resource, path).map((found) => ({
      ...found,
      isFloor: isGoogle && channelOf(document, resource) !== NO_CHANNEL,
      mostBehind: isGoogle ? 2 : 3,
    }));
  });
}

/** A cluster that says nothing of channels is in one: GKE's own default. */
function channelOf(document: StackDocument, cluster: StackResource): unknown {
  return effectiveValue(document, argumentAt(cluster, 'release_channel.channel'));
}

/** Pools of a cluster whose version is told; the others follow their platform. */
export function poolsOf(document: StackDocument, cluster: StackResource): readonly Versioned[] {
  return everyPoolOf(document, cluster).flatMap((pool) =>
    versioned(document, pool, POOLS[pool.type]?.version ?? ''),
  );
}

/** Pools of a cluster, with a version or without. */
export function everyPoolOf(document: StackDocument, cluster: StackResource): readonly StackResource[] {
  return [...document.resources.values()].filter((resource) => {
    const paths = POOLS[resource.type];
    return paths !== undefined && belongs(resource, paths.cluster, cluster);
  });
}

/** By reference, as our stacks have it. */
function belongs(pool: StackResource, path: string, cluster: StackResource): boolean {
  return String(argumentAt(pool, path)).includes(`${cluster.address}.`);
}

function versioned(document: StackDocument, resource: StackResource, path: string): readonly Versioned[] {
  const version = effectiveValue(document, argumentAt(resource, path));
  const match = typeof version === 'string' ? /^1\.(\d{1,3})(?![\w])/.exec(version) : null;
  return match === null ? [] : [{ resource, version: match.input, minor: Number(match[1]) }];
}
