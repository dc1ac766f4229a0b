import type {
  GkeBackupRestorePlanRestoreConfig,
  GkeBackupRestorePlanRestoreConfigClusterResourceRestoreScope,
} from '@cdktf/provider-google/lib/gke-backup-restore-plan';
import {
  GkeRestoreConflict,
  GkeRestoreMode,
  type GkeRestoreOptions,
  GkeVolumeRestore,
} from '../restore-options';
import { GkeClusterObjects, type GkeGroupKind, GkeRestoreScope } from '../restore-scope';
import { describeApplications, describeNamespaces, sortedApplications } from './namespace-scope';

/** How backups come back. */
export function renderRestore(options: GkeRestoreOptions): GkeBackupRestorePlanRestoreConfig {
  const { mode, volumes, onConflict } = options;
  const { scope = GkeRestoreScope.everything(), clusterObjects = GkeClusterObjects.none() } = options;
  const hasNamespaces = scope.choice.isNothing === undefined;
  return {
    ...renderScope(scope),
    namespacedResourceRestoreMode: hasNamespaces ? (mode ?? GkeRestoreMode.FAIL_ON_CONFLICT) : undefined,
    volumeDataRestorePolicy: hasNamespaces ? (volumes ?? GkeVolumeRestore.FROM_BACKUP) : undefined,
    clusterResourceRestoreScope: renderClusterObjects(clusterObjects),
    clusterResourceConflictPolicy: isNone(clusterObjects)
      ? undefined
      : (onConflict ?? GkeRestoreConflict.USE_EXISTING),
  };
}

/** One sentence for each option that Google would refuse. */
export function describeRestore(options: GkeRestoreOptions): readonly string[] {
  const { scope = GkeRestoreScope.everything(), clusterObjects = GkeClusterObjects.none() } = options;
  const { namespaces, excluded, applications, isNothing } = scope.choice;
  const problems = [
    ...(namespaces === undefined ? [] : describeNamespaces(namespaces)),
    ...(excluded === undefined ? [] : describeNamespaces(excluded)),
    ...(applications === undefined ? [] : describeApplications(applications)),
    ...describeKinds(clusterObjects),
  ];
  if (isNothing === true) {
    if (isNone(clusterObjects)) {
      problems.push(`would restore nothing: scope is nothing(), and 'clusterObjects' none()`);
    }
    for (const [name, value] of Object.entries({ mode: options.mode, volumes: options.volumes })) {
      if (value !== undefined)
        problems.push(`'${name}' (${value}) is for namespaces, and scope is nothing()`);
    }
  }
  if (options.onConflict !== undefined && isNone(clusterObjects)) {
    problems.push(`'onConflict' (${options.onConflict}) is for 'clusterObjects', of which none are restored`);
  }
  return problems;
}

function renderScope({ choice }: GkeRestoreScope) {
  const { namespaces, excluded, applications, isNothing } = choice;
  if (isNothing === true) return { noNamespaces: true };
  if (namespaces !== undefined) return { selectedNamespaces: { namespaces: sortedNames(namespaces) } };
  if (excluded !== undefined) return { excludedNamespaces: { namespaces: sortedNames(excluded) } };
  if (applications !== undefined) {
    return { selectedApplications: { namespacedNames: sortedApplications(applications) } };
  }
  return { allNamespaces: true };
}

function renderClusterObjects({
  choice,
}: GkeClusterObjects): GkeBackupRestorePlanRestoreConfigClusterResourceRestoreScope {
  const { isAll, only, excluded } = choice;
  if (isAll === true) return { allGroupKinds: true };
  if (only !== undefined) return { selectedGroupKinds: sortedKinds(only) };
  if (excluded !== undefined) return { excludedGroupKinds: sortedKinds(excluded) };
  return { noGroupKinds: true };
}

function describeKinds({ choice }: GkeClusterObjects): readonly string[] {
  const kinds = choice.only ?? choice.excluded;
  if (kinds === undefined) return [];
  if (kinds.length === 0) return [`'clusterObjects' names no kind; name some, or say all() or none()`];
  return kinds
    .filter(({ kind }) => kind === '')
    .map(({ group }) => `'clusterObjects' holds a kind without a name in the group '${group}'`);
}

function isNone({ choice }: GkeClusterObjects): boolean {
  return Object.keys(choice).length === 0;
}

function sortedNames(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

function sortedKinds(kinds: readonly GkeGroupKind[]): { resourceGroup: string; resourceKind: string }[] {
  return kinds
    .map(({ group, kind }) => ({ resourceGroup: group, resourceKind: kind }))
    .sort((a, b) =>
      `${a.resourceGroup}/${a.resourceKind}` < `${b.resourceGroup}/${b.resourceKind}` ? -1 : 1,
    );
}
