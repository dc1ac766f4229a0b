import { ValidationError } from '../values';
import { isInstant } from './private/instant';

const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;
const RECURRENCE = /^FREQ=(DAILY|WEEKLY|MONTHLY)(;[A-Z]+=[A-Z0-9,+-]+)*$/;
const FOUR_HOURS_IN_MS = 4 * 60 * 60 * 1000;

/** The first occurrence of a window and the rule it recurs by. */
export interface GkeRecurringWindow {
  /** Start of the first occurrence in UTC, such as `2026-01-03T02:00:00Z`. Later occurrences start at the same time of day. */
  readonly start: string;
  /** End of the first occurrence in UTC; at least four hours after the start. */
  readonly end: string;
  /** Recurrence in the words of RFC 5545, such as `FREQ=WEEKLY;BYDAY=SA,SU`. */
  readonly recurrence: string;
}

/**
 * When Google may upgrade control plane and nodes. Security fixes that cannot wait are applied outside it too.
 *
 * GKE wants at least 48 hours of window in every 32 days; a rule that yields less is refused by GKE, not here.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/maintenance-windows-and-exclusions
 */
export class GkeMaintenanceWindow {
  /**
   * Every day, for the four hours after this time in UTC.
   *
   * @throws ValidationError when the time is not `HH:MM`.
   */
  public static daily(startTime: string): GkeMaintenanceWindow {
    if (!TIME_OF_DAY.test(startTime)) {
      throw new ValidationError(
        `'maintenance' daily start '${startTime}' must be a time of day in UTC such as '03:00'`,
      );
    }
    return new GkeMaintenanceWindow(startTime, undefined);
  }

  /**
   * On chosen days.
   *
   * @throws ValidationError when a time is no UTC instant, the window is shorter than four hours, or the rule is no RRULE.
   */
  public static recurring(window: GkeRecurringWindow): GkeMaintenanceWindow {
    for (const prop of ['start', 'end'] as const) {
      if (!isInstant(window[prop])) {
        throw new ValidationError(
          `'maintenance' ${prop} '${window[prop]}' must be an instant in UTC such as '2026-01-03T02:00:00Z'`,
        );
      }
    }
    if (Date.parse(window.end) - Date.parse(window.start) < FOUR_HOURS_IN_MS) {
      throw new ValidationError(
        `'maintenance' end '${window.end}' must lie at least four hours after start '${window.start}'`,
      );
    }
    if (!RECURRENCE.test(window.recurrence)) {
      throw new ValidationError(
        `'maintenance' recurrence '${window.recurrence}' must be a rule of RFC 5545 such as 'FREQ=WEEKLY;BYDAY=SA,SU'`,
      );
    }
    return new GkeMaintenanceWindow(undefined, { ...window });
  }

  private constructor(
    /** Start in UTC of a daily window; `undefined` for a recurring one. */
    public readonly dailyStartTime: string | undefined,
    /** `undefined` for a daily window. */
    public readonly recurringWindow: GkeRecurringWindow | undefined,
  ) {}
}
