import type {
  GkeBackupBackupPlanBackupConfig,
  GkeBackupBackupPlanBackupSchedule,
  GkeBackupBackupPlanBackupScheduleRpoConfigExclusionWindows,
  GkeBackupBackupPlanRetentionPolicy,
} from '@cdktf/provider-google/lib/gke-backup-backup-plan';
import type { GkeBackupExclusion } from '../backup-exclusion';
import type { GkeBackupPlanOptions } from '../backup-options';
import { USUAL_SCHEDULE, usualRetainDays } from './backup-checks';
import { sortedApplications } from './namespace-scope';

const SECONDS = 60;

/** When backups are made; `undefined` where somebody asks for each. */
export function renderSchedule({
  schedule = USUAL_SCHEDULE,
  paused,
}: GkeBackupPlanOptions): GkeBackupBackupPlanBackupSchedule | undefined {
  const { cronExpression, minutes, exclusions } = schedule;
  if (cronExpression === undefined && minutes === undefined) return undefined;
  return {
    paused,
    cronSchedule: cronExpression,
    rpoConfig:
      minutes === undefined
        ? undefined
        : {
            targetRpoMinutes: minutes,
            exclusionWindows: exclusions.length === 0 ? undefined : exclusions.map(renderExclusion),
          },
  };
}

/** How long backups stay. */
export function renderRetention({
  schedule = USUAL_SCHEDULE,
  retainDays = usualRetainDays(schedule),
  lockDays = 0,
  locked = false,
}: GkeBackupPlanOptions): GkeBackupBackupPlanRetentionPolicy {
  return { backupRetainDays: retainDays, backupDeleteLockDays: lockDays, locked };
}

/** What a backup holds. */
export function renderContents(
  options: GkeBackupPlanOptions,
  keyId: string,
): GkeBackupBackupPlanBackupConfig {
  const { scope, volumes = true, secrets = true, permissive } = options;
  const { selectedNamespaces, selectedApplications } = scope ?? {};
  const isSelected = selectedNamespaces !== undefined || selectedApplications !== undefined;
  return {
    allNamespaces: isSelected ? undefined : true,
    selectedNamespaces:
      selectedNamespaces === undefined ? undefined : { namespaces: [...new Set(selectedNamespaces)].sort() },
    selectedApplications:
      selectedApplications === undefined
        ? undefined
        : { namespacedNames: sortedApplications(selectedApplications) },
    includeVolumeData: volumes,
    includeSecrets: secrets,
    permissiveMode: permissive,
    encryptionKey: { gcpKmsEncryptionKey: keyId },
  };
}

function renderExclusion({
  time,
  days,
  date,
}: GkeBackupExclusion): GkeBackupBackupPlanBackupScheduleRpoConfigExclusionWindows {
  const [hours = 0, minutes = 0] = time.start.split(':').map(Number);
  const [year, month, day] = date?.split('-').map(Number) ?? [];
  return {
    startTime: { hours, minutes },
    duration: `${time.minutes * SECONDS}s`,
    daily: days === undefined && date === undefined ? true : undefined,
    daysOfWeek: days === undefined ? undefined : { daysOfWeek: [...new Set(days)].sort() },
    singleOccurrenceDate: date === undefined ? undefined : { year, month, day },
  };
}
