import type { GkeBackupExclusion } from './backup-exclusion';

/** When backups are made by themselves. */
export class GkeBackupSchedule {
  /**
   * At the times of a cron expression of five fields, in UTC.
   *
   * @param expression such as `0 3 * * *`
   */
  public static cron(expression: string): GkeBackupSchedule {
    return new GkeBackupSchedule(expression, undefined, []);
  }

  /**
   * So often that no more than these minutes are lost, 60 to 86400, when Google thinks best.
   *
   * @param exclusions stretches of time without backups
   */
  public static everyMinutes(
    minutes: number,
    exclusions: readonly GkeBackupExclusion[] = [],
  ): GkeBackupSchedule {
    return new GkeBackupSchedule(undefined, minutes, exclusions);
  }

  /** Never: somebody asks for each of them. */
  public static none(): GkeBackupSchedule {
    return new GkeBackupSchedule(undefined, undefined, []);
  }

  private constructor(
    public readonly cronExpression: string | undefined,
    public readonly minutes: number | undefined,
    public readonly exclusions: readonly GkeBackupExclusion[],
  ) {}
}
