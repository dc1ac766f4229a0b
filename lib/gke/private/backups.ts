import { Construct } from 'constructs';
import type { GkeBackupPlanOptions } from '../backup-options';
import { GkeBackupPlan } from '../backup-plan';
import { type BackupKey, grantBackupKey, isUnderClusterKey } from './backup-key';

/** Props of {@link Backups}. */
export interface BackupsProps {
  readonly clusterName: string;
  readonly project: string;
  /** Region of the cluster. */
  readonly region: string;
  readonly clusterId: string;
  readonly key: BackupKey;
  readonly labels: Readonly<Record<string, string>> | undefined;
  readonly plans: Readonly<Record<string, GkeBackupPlanOptions>>;
}

/** The plans of backups of one cluster. */
export class Backups extends Construct {
  /** `projects/…/locations/…/backupPlans/…` by the names of the plans. */
  public readonly planIds: Readonly<Record<string, string>>;

  public constructor(scope: Construct, id: string, props: BackupsProps) {
    super(scope, id);
    const { clusterName, project, region, clusterId, key, labels, plans } = props;
    // no plan is named so: their names have no capitals
    const grants = Object.values(plans).some(isUnderClusterKey) ? grantBackupKey(this, 'Grant', key) : [];
    this.planIds = Object.fromEntries(
      Object.entries(plans).map(([name, options]) => {
        const plan = new GkeBackupPlan(this, name, {
          ...options,
          planName: `${clusterName}-${name}`,
          project,
          region,
          clusterId,
          clusterKeyId: key.keyId,
          labels,
          grants: isUnderClusterKey(options) ? grants : [],
        });
        return [name, plan.backupPlanId];
      }),
    );
  }
}
