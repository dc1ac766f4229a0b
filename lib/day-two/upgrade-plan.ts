import {
  type ControlPlane,
  clustersOf,
  everyPoolOf,
  poolsOf,
  type Versioned,
} from './private/cluster-versions';
import { effectiveValue } from './private/effective-values';
import { argumentAt, isMembers, type StackDocument, type StackResource } from './stack-document';

const GOOGLE_POOL = 'google_container_node_pool';
const GOOGLE_HOLD = 'a PodDisruptionBudget that allows no disruption holds each of them up for an hour';
const AWS_WAY = 'a share at a time; a PodDisruptionBudget that allows no disruption holds this up';

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
      `${cluster.resource.address}: the control plane goes from ${was.version} to ${cluster.version}${cluster.isFloor ? ', unless GKE has brought it there by itself' : ''}; it cannot go back`,
      ...addOnSteps(previous, next, cluster),
      ...poolSteps(previous, next, was, cluster),
      ...followingPools(next, cluster),
    ];
  });
}

/** EKS raises no add-on by itself. */
function addOnSteps(previous: StackDocument, next: StackDocument, cluster: ControlPlane): readonly string[] {
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
    const way = pool.resource.type === GOOGLE_POOL ? wayOf(next, pool.resource) : AWS_WAY;
    return `${address}: nodes go from ${old.version} to ${pool.version}, ${way}`;
  });
}

/** Pools that are told no version are raised by GKE, and by no apply. */
function followingPools(next: StackDocument, cluster: ControlPlane): readonly string[] {
  const told = new Set(poolsOf(next, cluster.resource).map(({ resource }) => resource.address));
  return everyPoolOf(next, cluster.resource)
    .filter(({ address, type }) => type === GOOGLE_POOL && !told.has(address))
    .map(
      (pool) =>
        `${pool.address}: GKE brings its nodes there by itself, when the maintenance window is open, ${wayOf(next, pool)}`,
    );
}

/** How GKE exchanges the nodes of a pool, and how many it has more meanwhile. */
function wayOf(next: StackDocument, pool: StackResource): string {
  const { strategy, max_surge: surge, max_unavailable: unavailable } = settingsOf(next, pool);
  if (strategy === 'BLUE_GREEN') {
    return `with as many new ones beside the old ones until it is done; ${GOOGLE_HOLD}`;
  }
  const [more, fewer] = [Number(surge ?? 1), Number(unavailable ?? 0)];
  return `up to ${more + fewer} at a time, ${more} of them beside those that it has; ${GOOGLE_HOLD}`;
}

function settingsOf(next: StackDocument, pool: StackResource): Readonly<Record<string, unknown>> {
  const settings = effectiveValue(next, argumentAt(pool, 'upgrade_settings'));
  const [first] = Array.isArray(settings) ? settings : [settings];
  return isMembers(first) ? first : {};
}

function namesOf(addOns: readonly StackResource[]): string {
  return addOns.map((addOn) => String(argumentAt(addOn, 'addon_name'))).join(', ');
}

function versionOf(addOn: StackResource | undefined): unknown {
  return addOn === undefined ? undefined : argumentAt(addOn, 'addon_version');
}
