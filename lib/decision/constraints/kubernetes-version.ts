import type { Candidate, ClusterContext, Constraint, RequestChange } from '../types';
import { finding, platformFact } from './finding';
import { onceForFact } from './shared';

const ID = 'kubernetes-version';

const found = onceForFact((fact, candidate, context) => {
  const required = `version ${context.cluster.kubernetesVersion} supported on ${context.request.planDate}`;
  if (fact.verdict === 'proven') return finding(ID, required, fact);
  return finding(ID, required, {
    ...fact,
    fix: fact.fix ?? "choose another 'kubernetesVersion'",
    change: toNearestVersion(candidate, context),
  });
});

export const kubernetesVersion: Constraint = {
  id: ID,
  title: 'Kubernetes version that the platform supports on the plan date',
  rationale:
    'Past its window a managed cluster is upgraded against your will or refused; the date is an input, no clock is read, and a written reason accepts the upgrade.',
  level: 'overridable',
  dependsOn: 'candidate',
  evaluate({ candidate }, context) {
    const fact = platformFact(candidate, context, (profile) =>
      profile.kubernetesVersion?.(candidate, context),
    );
    return found(fact, candidate, context);
  },
};

/** To the version in standard support that is the fewest minor versions away, the newer of two; nothing where none is known. */
function toNearestVersion(
  { platform }: Candidate,
  { catalog, cluster, request }: ClusterContext,
): RequestChange | undefined {
  const asked = minorOf(cluster.kubernetesVersion);
  let nearest: string | undefined;
  for (const { platform: by, version, standardUntil } of catalog.kubernetes) {
    if (by !== platform || standardUntil < request.planDate) continue;
    if (nearest === undefined || isNearer(minorOf(version), minorOf(nearest), asked)) nearest = version;
  }
  return nearest === undefined ? undefined : { path: ['kubernetesVersion'], to: nearest };
}

function isNearer(minor: number, than: number, asked: number): boolean {
  const difference = Math.abs(minor - asked) - Math.abs(than - asked);
  return difference < 0 || (difference === 0 && minor > than);
}

function minorOf(version: string): number {
  return Number(version.split('.')[1] ?? 0);
}
