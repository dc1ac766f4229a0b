/** Day of the week. The values are Google's own words. */
export enum GkeWeekday {
  MONDAY = 'MONDAY',
  TUESDAY = 'TUESDAY',
  WEDNESDAY = 'WEDNESDAY',
  THURSDAY = 'THURSDAY',
  FRIDAY = 'FRIDAY',
  SATURDAY = 'SATURDAY',
  SUNDAY = 'SUNDAY',
}

/** When a stretch of time without backups begins and how long it is. */
export interface GkeBackupExclusionTime {
  /** Time of day in UTC, `HH:MM`. */
  readonly start: string;
  readonly minutes: number;
}

/** A stretch of time in which no backup begins. */
export class GkeBackupExclusion {
  /** Every day, for less than 24 hours. */
  public static daily(time: GkeBackupExclusionTime): GkeBackupExclusion {
    return new GkeBackupExclusion(time, undefined, undefined);
  }

  /** On some days of the week, for less than seven days; on all of them for less than 24 hours. */
  public static weekly(days: readonly GkeWeekday[], time: GkeBackupExclusionTime): GkeBackupExclusion {
    return new GkeBackupExclusion(time, days, undefined);
  }

  /**
   * Once.
   *
   * @param date `YYYY-MM-DD`, in UTC
   */
  public static once(date: string, time: GkeBackupExclusionTime): GkeBackupExclusion {
    return new GkeBackupExclusion(time, undefined, date);
  }

  private constructor(
    public readonly time: GkeBackupExclusionTime,
    /** `undefined` for every day, or once. */
    public readonly days: readonly GkeWeekday[] | undefined,
    /** `undefined` unless it is once. */
    public readonly date: string | undefined,
  ) {}
}
