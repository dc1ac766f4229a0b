import { clustersOf, poolsOf, type Versioned } from './private/cluster-versions';
import { argumentAt, type StackDocument, type StackResource } from './stack-document';

/**
 * What Terraform does in one apply when a control plane is raised, in its order, and what it leaves to be done. Empty when none is
 * raised.
 */
export function upgradeSteps(previous: StackDocument, next: StackDocument): readonly string[] {
  const before = new Map(clustersOf(previous).map((cluster) => [cluster.resource.address, cluster]));
  return clustersOf(next).flatMap((cluster) => {
    const was = before.get(cluster.resource.address);
    if (was === undefined || cluster.minor <= was.minor) return [];
    return [
      `${cluster.resource.address}: the control plane goes from ${was.version} to ${cluster.version}; it cannot go back`,
      ...addOnSteps(previous, next, cluster),
      ...poolSteps(previous, next, was, cluster),
    ];
  });
}

/** EKS raises no add-on by itself. */
function addOnSteps(previous: StackDocument, next: StackDocument, cluster: Versioned): readonly string[] {
  const addOns = [...next.resources.values()].filter(
    (resource) =>
      resource.type === 'aws_eks_addon' &&
      String(argumentAt(resource, 'cluster_name')).includes(`${cluster.resource.address}.`),
  );
  const raised = addOns.filter(
    (addOn) => versionOf(addOn) !== versionOf(previous.resources.get(addOn.address)),
  );
  const kept = addOns.filter((addOn) => !raised.includes(addOn));
  return [
    ...(raised.length === 0 ? [] : [`add-ons that change their version then: ${namesOf(raised)}`]),
    ...(kept.length === 0
      ? []
      : [
          `add-ons that stay as they are, and are raised by hand or by a version of their own: ${namesOf(kept)}`,
        ]),
  ];
}

function poolSteps(
  previous: StackDocument,
  next: StackDocument,
  was: Versioned,
  cluster: Versioned,
): readonly string[] {
  const before = new Map(poolsOf(previous, was.resource).map((pool) => [pool.resource.address, pool]));
  return poolsOf(next, cluster.resource).map((pool) => {
    const old = before.get(pool.resource.address);
    const { address } = pool.resource;
    if (old === undefined) return `${address}: new nodes of ${pool.version}`;
    if (old.version === pool.version) {
      return `${address}: nodes stay at ${pool.version}, ${cluster.minor - pool.minor} behind`;
    }
    return `${address}: nodes go from ${old.version} to ${pool.version}, a share at a time; a PodDisruptionBudget that allows no disruption holds this up`;
  });
}

function namesOf(addOns: readonly StackResource[]): string {
  return addOns.map((addOn) => String(argumentAt(addOn, 'addon_name'))).join(', ');
}

function versionOf(addOn: StackResource | undefined): unknown {
  return addOn === undefined ? undefined : argumentAt(addOn, 'addon_version');
}
