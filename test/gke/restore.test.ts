import { TerraformVariable } from 'cdktf';
import { describeRestore, renderRestore } from '../../lib/gke/private/restore-parts';
import {
  GkeRestoreConflict,
  GkeRestoreMode,
  type GkeRestoreOptions,
  GkeVolumeRestore,
} from '../../lib/gke/restore-options';
import { GkeRestorePlan, type GkeRestorePlanProps } from '../../lib/gke/restore-plan';
import { GkeClusterObjects, GkeRestoreScope } from '../../lib/gke/restore-scope';
import { synthesize } from '../support/synthesized';
import { gkeStack, only } from './gke-stack';

const PLAN: GkeRestorePlanProps = {
  planName: 'into-staging',
  project: 'acme-prod',
  location: 'europe-west4',
  backupPlanId: 'projects/acme-prod/locations/europe-west3/backupPlans/prod-daily',
  clusterId: 'projects/acme-prod/locations/europe-west4/clusters/staging',
};

function define(props: Partial<GkeRestorePlanProps> = {}) {
  const stack = gkeStack();
  const plan = new GkeRestorePlan(stack, 'IntoStaging', { ...PLAN, ...props });
  return { plan, synthesized: synthesize(stack) };
}

describe('GkeRestorePlan', () => {
  it('brings backups of one cluster into another', () => {
    expect(
      only(
        define({ labels: { team: 'platform' }, mode: GkeRestoreMode.MERGE_SKIP_ON_CONFLICT }).synthesized,
        'google_gke_backup_restore_plan',
      ),
    ).toEqual({
      project: 'acme-prod',
      location: 'europe-west4',
      name: 'into-staging',
      backup_plan: 'projects/acme-prod/locations/europe-west3/backupPlans/prod-daily',
      cluster: 'projects/acme-prod/locations/europe-west4/clusters/staging',
      labels: { team: 'platform' },
      restore_config: {
        all_namespaces: true,
        namespaced_resource_restore_mode: 'MERGE_SKIP_ON_CONFLICT',
        volume_data_restore_policy: 'RESTORE_VOLUME_DATA_FROM_BACKUP',
        cluster_resource_restore_scope: { no_group_kinds: true },
      },
    });
  });

  it('brings them into a zonal cluster from its region', () => {
    const clusterId = 'projects/acme-prod/locations/europe-west4-a/clusters/staging';
    expect(only(define({ clusterId }).synthesized, 'google_gke_backup_restore_plan')).toMatchObject({
      location: 'europe-west4',
    });
  });

  it('leaves to Terraform what only Terraform knows', () => {
    const stack = gkeStack();
    const variable = (id: string) => new TerraformVariable(stack, id, { type: 'string' }).stringValue;
    new GkeRestorePlan(stack, 'Plan', {
      ...PLAN,
      project: variable('Project'),
      backupPlanId: variable('BackupPlan'),
      clusterId: variable('Cluster'),
    });
    expect(only(synthesize(stack), 'google_gke_backup_restore_plan')).toMatchObject({
      project: '${var.Project}',
      backup_plan: '${var.BackupPlan}',
      cluster: '${var.Cluster}',
    });
  });

  it.each<[string, Partial<GkeRestorePlanProps>]>([
    [
      "'planName' (Into) must be 1 to 63 lower-case letters, digits and hyphens, starting with a letter",
      { planName: 'Into' },
    ],
    ["'backupPlanId' (daily) must be 'projects/…/locations/…/backupPlans/…'", { backupPlanId: 'daily' }],
    ["'clusterId' (staging) must be 'projects/…/locations/…/clusters/…'", { clusterId: 'staging' }],
    [
      "'location' (europe-west3) must be the region of the cluster, which is in 'europe-west4'",
      { location: 'europe-west3' },
    ],
    [
      "'backupPlanId' is of project 'acme-prod', and Google restores within one; 'project' is 'acme-dev'; 'clusterId' is of project 'acme-prod', and Google restores within one; 'project' is 'acme-dev'",
      { project: 'acme-dev' },
    ],
    ['scope names no namespace; name some, or say everything()', { scope: GkeRestoreScope.allBut() }],
  ])('fails: %s', (problem, props) => {
    expect(() => define(props)).toThrow(new Error(`[test/IntoStaging] ${problem}`));
  });
});

describe('what is restored', () => {
  const OF_NAMESPACES = {
    namespacedResourceRestoreMode: 'FAIL_ON_CONFLICT',
    volumeDataRestorePolicy: 'RESTORE_VOLUME_DATA_FROM_BACKUP',
  };
  const NO_OBJECTS = { clusterResourceRestoreScope: { noGroupKinds: true } };

  it.each<[GkeRestoreOptions, Record<string, unknown>]>([
    [
      { scope: GkeRestoreScope.namespaces('shop', 'blog', 'shop') },
      { selectedNamespaces: { namespaces: ['blog', 'shop'] }, ...OF_NAMESPACES, ...NO_OBJECTS },
    ],
    [
      { scope: GkeRestoreScope.allBut('shop', 'blog') },
      { excludedNamespaces: { namespaces: ['blog', 'shop'] }, ...OF_NAMESPACES, ...NO_OBJECTS },
    ],
    [
      { scope: GkeRestoreScope.applications({ namespace: 'shop', name: 'orders' }) },
      {
        selectedApplications: { namespacedNames: [{ namespace: 'shop', name: 'orders' }] },
        ...OF_NAMESPACES,
        ...NO_OBJECTS,
      },
    ],
    [
      { scope: GkeRestoreScope.nothing(), clusterObjects: GkeClusterObjects.all() },
      {
        noNamespaces: true,
        clusterResourceRestoreScope: { allGroupKinds: true },
        clusterResourceConflictPolicy: 'USE_EXISTING_VERSION',
      },
    ],
    [
      {
        mode: GkeRestoreMode.DELETE_AND_RESTORE,
        volumes: GkeVolumeRestore.NONE,
        clusterObjects: GkeClusterObjects.only(
          { group: 'storage.k8s.io', kind: 'StorageClass' },
          { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' },
        ),
        onConflict: GkeRestoreConflict.USE_BACKUP,
      },
      {
        allNamespaces: true,
        namespacedResourceRestoreMode: 'DELETE_AND_RESTORE',
        volumeDataRestorePolicy: 'NO_VOLUME_DATA_RESTORATION',
        clusterResourceRestoreScope: {
          selectedGroupKinds: [
            { resourceGroup: 'apiextensions.k8s.io', resourceKind: 'CustomResourceDefinition' },
            { resourceGroup: 'storage.k8s.io', resourceKind: 'StorageClass' },
          ],
        },
        clusterResourceConflictPolicy: 'USE_BACKUP_VERSION',
      },
    ],
    [
      {
        volumes: GkeVolumeRestore.REUSE,
        clusterObjects: GkeClusterObjects.allBut({ group: '', kind: 'PersistentVolume' }),
      },
      {
        allNamespaces: true,
        namespacedResourceRestoreMode: 'FAIL_ON_CONFLICT',
        volumeDataRestorePolicy: 'REUSE_VOLUME_HANDLE_FROM_BACKUP',
        clusterResourceRestoreScope: {
          excludedGroupKinds: [{ resourceGroup: '', resourceKind: 'PersistentVolume' }],
        },
        clusterResourceConflictPolicy: 'USE_EXISTING_VERSION',
      },
    ],
  ])('is %j', (options, expected) => {
    expect(describeRestore(options)).toEqual([]);
    // without what is undefined, as it is written
    expect(JSON.parse(JSON.stringify(renderRestore(options)))).toEqual(expected);
  });

  it.each<[readonly string[], GkeRestoreOptions]>([
    [
      ["would restore nothing: scope is nothing(), and 'clusterObjects' none()"],
      { scope: GkeRestoreScope.nothing() },
    ],
    [
      [
        "'mode' (FAIL_ON_CONFLICT) is for namespaces, and scope is nothing()",
        "'volumes' (NO_VOLUME_DATA_RESTORATION) is for namespaces, and scope is nothing()",
      ],
      {
        scope: GkeRestoreScope.nothing(),
        clusterObjects: GkeClusterObjects.all(),
        mode: GkeRestoreMode.FAIL_ON_CONFLICT,
        volumes: GkeVolumeRestore.NONE,
      },
    ],
    [
      ["'onConflict' (USE_BACKUP_VERSION) is for 'clusterObjects', of which none are restored"],
      { onConflict: GkeRestoreConflict.USE_BACKUP },
    ],
    [
      ["'clusterObjects' names no kind; name some, or say all() or none()"],
      { clusterObjects: GkeClusterObjects.only() },
    ],
    [
      ["'clusterObjects' holds a kind without a name in the group 'storage.k8s.io'"],
      { clusterObjects: GkeClusterObjects.allBut({ group: 'storage.k8s.io', kind: '' }) },
    ],
  ])('is refused: %j', (problems, options) => {
    expect(describeRestore(options)).toEqual(problems);
  });
});
