import type { StackFinding, StackFindingKind } from './findings';
import { clustersOf, poolsOf, type Versioned } from './private/cluster-versions';
import type { StackDocument } from './stack-document';

/**
 * Minor versions that nodes may lag behind the control plane.
 *
 * @see https://kubernetes.io/releases/version-skew-policy/#kubelet
 */
const MOST_BEHIND = 3;

/** What the platforms, or Kubernetes itself, do not allow about versions. All of it is refused. */
export function versionFindings(previous: StackDocument, next: StackDocument): readonly StackFinding[] {
  const before = new Map(clustersOf(previous).map((cluster) => [cluster.resource.address, cluster]));
  return clustersOf(next).flatMap((cluster) => [
    ...describeStep(before.get(cluster.resource.address), cluster),
    ...poolsOf(next, cluster.resource).flatMap((pool) => describeSkew(cluster, pool)),
  ]);
}

function describeStep(before: Versioned | undefined, cluster: Versioned): readonly StackFinding[] {
  if (before === undefined) return [];
  const step = cluster.minor - before.minor;
  if (step > 1) {
    const through = `1.${before.minor + 1}`;
    return [
      refused(
        'version-skipped',
        cluster,
        before,
        `goes from ${before.version} to ${cluster.version}, and a control plane takes one minor version at a time; apply ${through} first`,
      ),
    ];
  }
  if (step < 0) {
    return [
      refused(
        'version-lowered',
        cluster,
        before,
        `goes back from ${before.version} to ${cluster.version}, which a control plane cannot; keep ${before.version}`,
      ),
    ];
  }
  return [];
}

function describeSkew(cluster: Versioned, pool: Versioned): readonly StackFinding[] {
  const behind = cluster.minor - pool.minor;
  if (behind < 0) {
    return [
      refused(
        'nodes-ahead',
        pool,
        undefined,
        `has nodes of ${pool.version}, newer than its control plane of ${cluster.version}; raise the control plane first`,
      ),
    ];
  }
  if (behind > MOST_BEHIND) {
    return [
      refused(
        'nodes-behind',
        pool,
        undefined,
        `has nodes of ${pool.version}, ${behind} minor versions behind its control plane of ${cluster.version}, and Kubernetes allows ${MOST_BEHIND}; raise the nodes first`,
      ),
    ];
  }
  return [];
}

function refused(
  kind: StackFindingKind,
  { resource, version }: Versioned,
  before: Versioned | undefined,
  text: string,
): StackFinding {
  return {
    kind,
    severity: 'refused',
    address: resource.address,
    ...(before === undefined ? {} : { from: before.version }),
    to: version,
    message: `${resource.address} ${text}`,
  };
}
