import { ContainerCluster } from '@cdktf/provider-google/lib/container-cluster';
import { TerraformOutput } from 'cdktf';
import { EncryptionKey } from '../../lib/cluster';
import { GkeBackupExclusion, GkeWeekday } from '../../lib/gke/backup-exclusion';
import type { GkeBackupPlanOptions } from '../../lib/gke/backup-options';
import { GkeBackupSchedule } from '../../lib/gke/backup-schedule';
import { GkeBackupScope } from '../../lib/gke/backup-scope';
import { Backups, type BackupsProps } from '../../lib/gke/private/backups';
import { resourceAddresses, synthesize } from '../support/synthesized';
import { gkeStack, only } from './gke-stack';

const KEY = 'projects/acme-prod/locations/europe-west3/keyRings/prod/cryptoKeys/cluster';
const ABROAD = 'projects/acme-prod/locations/europe-west4/keyRings/backups/cryptoKeys/backups';
const GRANT = 'google_kms_crypto_key_iam_member.Backups_Grant_3F251D3C';

function define(plans: BackupsProps['plans'], props: Partial<BackupsProps> = {}) {
  const stack = gkeStack();
  const cluster = new ContainerCluster(stack, 'Cluster', { name: 'prod' });
  const backups = new Backups(stack, 'Backups', {
    clusterName: 'prod',
    project: 'acme-prod',
    region: 'europe-west3',
    clusterId: cluster.id,
    key: { keyId: KEY, grantTo: '123456789012' },
    labels: undefined,
    plans,
    ...props,
  });
  for (const [name, value] of Object.entries(backups.planIds)) {
    new TerraformOutput(stack, `Plan-${name}`, { value, staticId: true });
  }
  return synthesize(stack);
}

function planOf(options: GkeBackupPlanOptions, props: Partial<BackupsProps> = {}) {
  return only(define({ daily: options }, props), 'google_gke_backup_backup_plan');
}

describe('the backups of a cluster', () => {
  it('are all of it, every night, for thirty days, under the cluster’s key', () => {
    const synthesized = define({ daily: {} });
    expect(only(synthesized, 'google_gke_backup_backup_plan')).toEqual({
      project: 'acme-prod',
      location: 'europe-west3',
      name: 'prod-daily',
      cluster: '${google_container_cluster.Cluster.id}',
      backup_schedule: { cron_schedule: '0 3 * * *' },
      retention_policy: { backup_retain_days: 30, backup_delete_lock_days: 0, locked: false },
      backup_config: {
        all_namespaces: true,
        include_volume_data: true,
        include_secrets: true,
        encryption_key: { gcp_kms_encryption_key: KEY },
      },
      depends_on: [GRANT],
    });
    expect(only(synthesized, 'google_kms_crypto_key_iam_member')).toEqual({
      crypto_key_id: KEY,
      role: 'roles/cloudkms.cryptoKeyEncrypterDecrypter',
      member: 'serviceAccount:service-123456789012@gcp-sa-gkebackup.iam.gserviceaccount.com',
    });
    expect(synthesized.output?.['Plan-daily']?.value).toBe(
      '${google_gke_backup_backup_plan.Backups_daily_E56C6C65.id}',
    );
  });

  it('stand at addresses of their names, with one grant for all', () => {
    expect(resourceAddresses(define({ weekly: { restore: {} }, daily: {} }))).toEqual([
      'google_container_cluster.Cluster',
      'google_gke_backup_backup_plan.Backups_daily_E56C6C65',
      'google_gke_backup_backup_plan.Backups_weekly_45102C99',
      'google_gke_backup_restore_plan.Backups_weekly_Restore_5AB1648C',
      GRANT,
    ]);
  });

  it('come back into the cluster after they are made', () => {
    const synthesized = define({ daily: { restore: {} } }, { labels: { team: 'platform' } });
    expect(only(synthesized, 'google_gke_backup_restore_plan')).toEqual({
      project: 'acme-prod',
      location: 'europe-west3',
      name: 'prod-daily',
      backup_plan: '${google_gke_backup_backup_plan.Backups_daily_E56C6C65.id}',
      cluster: '${google_container_cluster.Cluster.id}',
      labels: { team: 'platform' },
      restore_config: {
        all_namespaces: true,
        namespaced_resource_restore_mode: 'FAIL_ON_CONFLICT',
        volume_data_restore_policy: 'RESTORE_VOLUME_DATA_FROM_BACKUP',
        cluster_resource_restore_scope: { no_group_kinds: true },
      },
    });
    expect(only(synthesized, 'google_gke_backup_backup_plan')).toMatchObject({
      labels: { team: 'platform' },
    });
  });

  it('lie in another region under a key of yours, and come back from there', () => {
    const synthesized = define({
      abroad: { location: 'europe-west4', encryption: EncryptionKey.existing(ABROAD), restore: {} },
    });
    expect(only(synthesized, 'google_gke_backup_backup_plan')).toMatchObject({
      location: 'europe-west4',
      backup_config: { encryption_key: { gcp_kms_encryption_key: ABROAD } },
    });
    expect(only(synthesized, 'google_gke_backup_backup_plan')).not.toHaveProperty('depends_on');
    expect(only(synthesized, 'google_gke_backup_restore_plan')).toMatchObject({ location: 'europe-west3' });
    expect(synthesized.resource).not.toHaveProperty('google_kms_crypto_key_iam_member');
  });

  it('leave the grant of a key of yours to you', () => {
    const synthesized = define({ daily: {} }, { key: { keyId: KEY, grantTo: undefined } });
    expect(only(synthesized, 'google_gke_backup_backup_plan')).toMatchObject({
      backup_config: { encryption_key: { gcp_kms_encryption_key: KEY } },
    });
    expect(synthesized.resource).not.toHaveProperty('google_kms_crypto_key_iam_member');
  });

  it('are of some namespaces or applications, in one order', () => {
    expect(planOf({ scope: GkeBackupScope.namespaces('shop', 'blog', 'shop') }).backup_config).toEqual({
      selected_namespaces: { namespaces: ['blog', 'shop'] },
      include_volume_data: true,
      include_secrets: true,
      encryption_key: { gcp_kms_encryption_key: KEY },
    });
    const scope = GkeBackupScope.applications(
      { namespace: 'shop', name: 'orders' },
      { namespace: 'blog', name: 'posts' },
    );
    expect(planOf({ scope, volumes: false, secrets: false, permissive: true }).backup_config).toEqual({
      selected_applications: {
        namespaced_names: [
          { namespace: 'blog', name: 'posts' },
          { namespace: 'shop', name: 'orders' },
        ],
      },
      include_volume_data: false,
      include_secrets: false,
      permissive_mode: true,
      encryption_key: { gcp_kms_encryption_key: KEY },
    });
  });

  it('stay as long as is told, and for ever so', () => {
    expect(planOf({ retainDays: 90, lockDays: 7, locked: true }).retention_policy).toEqual({
      backup_retain_days: 90,
      backup_delete_lock_days: 7,
      locked: true,
    });
  });

  it.each([
    [GkeBackupSchedule.everyMinutes(60), 15],
    [GkeBackupSchedule.everyMinutes(180), 30],
    [GkeBackupSchedule.cron('0 * * * *'), 15],
    [GkeBackupSchedule.cron('*/10 * * * *'), 2],
    [GkeBackupSchedule.cron('30 2,14 * * *'), 30],
    [GkeBackupSchedule.none(), 30],
  ])('are no more than 360 at a time (%#)', (schedule, days) => {
    expect(planOf({ schedule }).retention_policy).toMatchObject({ backup_retain_days: days });
  });

  it('are made when they are asked for, or rest', () => {
    expect(planOf({ schedule: GkeBackupSchedule.none() })).not.toHaveProperty('backup_schedule');
    expect(planOf({ paused: true }).backup_schedule).toEqual({ cron_schedule: '0 3 * * *', paused: true });
    expect(planOf({ paused: false }).backup_schedule).toEqual({ cron_schedule: '0 3 * * *', paused: false });
  });

  it('are made so that little is lost, but not when it disturbs', () => {
    const schedule = GkeBackupSchedule.everyMinutes(240, [
      GkeBackupExclusion.daily({ start: '00:00', minutes: 90 }),
      GkeBackupExclusion.weekly([GkeWeekday.SUNDAY, GkeWeekday.MONDAY, GkeWeekday.SUNDAY], {
        start: '08:30',
        minutes: 60,
      }),
      GkeBackupExclusion.once('2027-11-26', { start: '18:00', minutes: 2880 }),
    ]);
    expect(planOf({ schedule }).backup_schedule).toEqual({
      rpo_config: {
        target_rpo_minutes: 240,
        exclusion_windows: [
          { daily: true, start_time: { hours: 0, minutes: 0 }, duration: '5400s' },
          {
            days_of_week: { days_of_week: ['MONDAY', 'SUNDAY'] },
            start_time: { hours: 8, minutes: 30 },
            duration: '3600s',
          },
          {
            single_occurrence_date: { year: 2027, month: 11, day: 26 },
            start_time: { hours: 18, minutes: 0 },
            duration: '172800s',
          },
        ],
      },
    });
    expect(planOf({ schedule: GkeBackupSchedule.everyMinutes(86400) }).backup_schedule).toEqual({
      rpo_config: { target_rpo_minutes: 86400 },
    });
  });
});
