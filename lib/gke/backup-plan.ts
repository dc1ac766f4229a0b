import { GkeBackupBackupPlan } from '@cdktf/provider-google/lib/gke-backup-backup-plan';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { GkeBackupPlanOptions } from './backup-options';
import { renderContents, renderRetention, renderSchedule } from './private/backup-parts';
import { GkeRestorePlan } from './restore-plan';

/** Props of {@link GkeBackupPlan}, which a cluster defines for itself. */
export interface GkeBackupPlanProps extends GkeBackupPlanOptions {
  readonly planName: string;
  readonly project: string;
  /** Region of the cluster. */
  readonly region: string;
  /** `projects/…/locations/…/clusters/…`. */
  readonly clusterId: string;
  /** Key of a plan that was given none. */
  readonly clusterKeyId: string;
  readonly labels: Readonly<Record<string, string>> | undefined;
  /** What must be before the plan can use its key. */
  readonly grants: readonly ITerraformDependable[];
}

/**
 * Backups of one cluster, and how they come back into it. Google refuses to delete a plan that has backups: they have to be deleted, or
 * to run out, before a destroy.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources/gke_backup_backup_plan
 */
export class GkeBackupPlan extends Construct {
  /** `projects/…/locations/…/backupPlans/…`. */
  public readonly backupPlanId: string;

  public constructor(scope: Construct, id: string, props: GkeBackupPlanProps) {
    super(scope, id);
    const { planName, project, region, clusterId, labels, encryption, restore, grants } = props;
    const plan = new GkeBackupBackupPlan(this, 'Resource', {
      project,
      location: props.location ?? region,
      name: planName,
      cluster: clusterId,
      labels: labels === undefined ? undefined : { ...labels },
      backupSchedule: renderSchedule(props),
      retentionPolicy: renderRetention(props),
      backupConfig: renderContents(props, encryption?.existingKeyId ?? props.clusterKeyId),
      dependsOn: grants.length === 0 ? undefined : [...grants],
    });
    this.backupPlanId = plan.id;
    if (restore === undefined) return;
    // into the cluster itself, so in its region, wherever the backups lie
    new GkeRestorePlan(this, 'Restore', {
      ...restore,
      planName,
      project,
      location: region,
      backupPlanId: plan.id,
      clusterId,
      labels,
    });
  }
}
