import type { StackFinding, StackFindingKind } from './findings';
import { type ControlPlane, clustersOf, poolsOf, type Versioned } from './private/cluster-versions';
import type { StackDocument } from './stack-document';

/**
 * What the platforms, or Kubernetes itself, do not allow about versions. It is refused, but for a control plane whose version is
 * only a floor: that one may have gone further by itself, which no stack tells.
 *
 * @see https://kubernetes.io/releases/version-skew-policy/#kubelet
 * @see https://cloud.google.com/kubernetes-engine/versioning#version_skew
 */
export function versionFindings(previous: StackDocument, next: StackDocument): readonly StackFinding[] {
  const before = new Map(clustersOf(previous).map((cluster) => [cluster.resource.address, cluster]));
  return clustersOf(next).flatMap((cluster) => [
    ...describeStep(before.get(cluster.resource.address), cluster),
    ...poolsOf(next, cluster.resource).flatMap((pool) => describeSkew(cluster, pool)),
  ]);
}

function describeStep(before: ControlPlane | undefined, cluster: ControlPlane): readonly StackFinding[] {
  if (before === undefined) return [];
  const step = cluster.minor - before.minor;
  if (step > 1) {
    const through = `1.${before.minor + 1}`;
    return cluster.isFloor
      ? [
          warned(
            'version-skipped',
            cluster,
            before,
            `goes from ${before.version} to at least ${cluster.version}, and a control plane takes one minor version at a time: that works only if GKE has brought it to 1.${cluster.minor - 1} by itself; look first, or apply ${through} before it`,
          ),
        ]
      : [
          refused(
            'version-skipped',
            cluster,
            before,
            `goes from ${before.version} to ${cluster.version}, and a control plane takes one minor version at a time; apply ${through} first`,
          ),
        ];
  }
  if (step < 0) {
    return cluster.isFloor
      ? [
          warned(
            'version-lowered',
            cluster,
            before,
            `asks for at least ${cluster.version} where it asked for ${before.version}, which changes nothing: GKE never goes back`,
          ),
        ]
      : [
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

function describeSkew(cluster: ControlPlane, pool: Versioned): readonly StackFinding[] {
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
  if (behind > cluster.mostBehind) {
    return [
      refused(
        'nodes-behind',
        pool,
        undefined,
        `has nodes of ${pool.version}, ${behind} minor versions behind its control plane of ${cluster.version}, and ${cluster.resource.type === 'google_container_cluster' ? 'GKE' : 'Kubernetes'} allows ${cluster.mostBehind}; raise the nodes first`,
      ),
    ];
  }
  return [];
}

function refused(
  kind: StackFindingKind,
  at: Versioned,
  before: Versioned | undefined,
  text: string,
): StackFinding {
  return { ...warned(kind, at, before, text), severity: 'refused' };
}

function warned(
  kind: StackFindingKind,
  { resource, version }: Versioned,
  before: Versioned | undefined,
  text: string,
): StackFinding {
  return {
    kind,
    severity: 'warning',
    address: resource.address,
    ...(before === undefined ? {} : { from: before.version }),
    to: version,
    message: `${resource.address} ${text}`,
  };
}
