import { argumentAt, type StackDocument, type StackResource } from '../stack-document';
import { effectiveValue } from './effective-values';

/** Where each provider has the version of a control plane, and of nodes with the cluster they belong to. */
const CLUSTERS: Readonly<Record<string, string>> = {
  aws_eks_cluster: 'version',
  google_container_cluster: 'min_master_version',
};
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

/** Control planes whose version is told. */
export function clustersOf(document: StackDocument): readonly Versioned[] {
  return [...document.resources.values()].flatMap((resource) => {
    const path = CLUSTERS[resource.type];
    return path === undefined ? [] : versioned(document, resource, path);
  });
}

/** Pools of a cluster whose version is told; the others follow their platform. */
export function poolsOf(document: StackDocument, cluster: StackResource): readonly Versioned[] {
  return [...document.resources.values()].flatMap((resource) => {
    const paths = POOLS[resource.type];
    if (paths === undefined || !belongs(resource, paths.cluster, cluster)) return [];
    return versioned(document, resource, paths.version);
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
