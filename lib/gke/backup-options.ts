import type { EncryptionKey } from '../cluster';
import type { GkeBackupSchedule } from './backup-schedule';
import type { GkeBackupScope } from './backup-scope';
import type { GkeRestoreOptions } from './restore-options';

/** What a plan of backups is told. All of it changes in place but where said. */
export interface GkeBackupPlanOptions {
  /** @default GkeBackupSchedule.cron('0 3 * * *') */
  readonly schedule?: GkeBackupSchedule;
  /**
   * Whether the schedule rests.
   *
   * @default - not
   */
  readonly paused?: boolean;
  /**
   * After how many days Google deletes a backup, 1 to 365, and no more than 360 backups may be kept at a time. A change is for the
   * backups to come.
   *
   * @default 30, or as many as 360 backups are, where that is less
   */
  readonly retainDays?: number;
  /**
   * For how many days nobody can delete a backup, 0 to 90. Until then Google refuses to delete the plan too.
   *
   * @default 0
   */
  readonly lockDays?: number;
  /**
   * Whether nobody can change the two numbers of days ever again. There is no way back: another number needs another plan.
   *
   * @default false
   */
  readonly locked?: boolean;
  /** @default GkeBackupScope.everything() */
  readonly scope?: GkeBackupScope;
  /**
   * Whether the data of volumes on Persistent Disk is backed up, beside the objects.
   *
   * @default true
   */
  readonly volumes?: boolean;
  /**
   * Whether Secrets are backed up too. They lie under the key of the plan.
   *
   * @default true
   */
  readonly secrets?: boolean;
  /**
   * Whether a backup goes on where Google sees objects that will not come back as they are without help.
   *
   * @default - it fails
   */
  readonly permissive?: boolean;
  /**
   * Region that backups lie in. The data leaves the cluster's region when it is another one. Changing it replaces the plan, which
   * Google refuses while it has backups.
   *
   * @default - the cluster's region
   */
  readonly location?: string;
  /**
   * Key of the objects in backups, in the region of the plan. A key of yours is granted by you, to
   * `service-<number>@container-engine-robot.iam.gserviceaccount.com` and `service-<number>@gcp-sa-gkebackup.iam.gserviceaccount.com`.
   * Data of volumes stays under the key of their disks.
   *
   * @default EncryptionKey.own() - the cluster's key; refused for a plan in another region
   */
  readonly encryption?: EncryptionKey;
  /**
   * A plan of how backups come back into the cluster itself. `GkeRestorePlan` is one for another cluster.
   *
   * @default - none
   */
  readonly restore?: GkeRestoreOptions;
}
