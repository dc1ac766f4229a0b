import { ValidationError } from '../values';
import { isInstant } from './private/instant';

const DAY_IN_MS = 24 * 60 * 60 * 1000;
/** GKE takes no longer stretch without any upgrade; until the middle of 2026 it was 30. */
const MOST_DAYS_WITHOUT_ANY = 90;

/** What is left alone during an exclusion. The values are GKE's own words. */
export enum GkeExclusionScope {
  /** Everything: control plane and nodes, patches too. At most 90 days, and three such exclusions a cluster. */
  NO_UPGRADES = 'NO_UPGRADES',
  /** New minor versions; patches come. */
  NO_MINOR_UPGRADES = 'NO_MINOR_UPGRADES',
  /** New minor versions, and the nodes altogether; the control plane gets patches. */
  NO_MINOR_OR_NODE_UPGRADES = 'NO_MINOR_OR_NODE_UPGRADES',
}

/** A stretch of time with two ends. */
export interface GkeExclusionBetween {
  /** An instant in UTC, such as `2026-11-20T00:00:00Z`. */
  readonly start: string;
  /** An instant in UTC after it. */
  readonly end: string;
  /** @default GkeExclusionScope.NO_UPGRADES */
  readonly scope?: GkeExclusionScope;
}

/** A stretch of time that ends with the support of the cluster's minor version. */
export interface GkeExclusionUntilEndOfSupport {
  /** An instant in UTC, such as `2026-11-20T00:00:00Z`. */
  readonly start: string;
  /** Anything but all upgrades. */
  readonly scope: GkeExclusionScope.NO_MINOR_UPGRADES | GkeExclusionScope.NO_MINOR_OR_NODE_UPGRADES;
}

/**
 * A stretch of time in which Google upgrades nothing, or not everything, by itself. What you upgrade is upgraded all the same,
 * and so is what is at the end of its support. Security fixes that cannot wait may come.
 *
 * GKE wants at least 48 hours of maintenance in every 32 days beside exclusions of all upgrades, and refuses others that go beyond the
 * end of support; only GKE knows when that is.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/maintenance-windows-and-exclusions
 */
export class GkeMaintenanceExclusion {
  /**
   * Until a day that is known.
   *
   * @throws ValidationError when a time is no UTC instant, the end is not after the start, or all upgrades are excluded for longer than 90
   * days.
   */
  public static between(options: GkeExclusionBetween): GkeMaintenanceExclusion {
    const { start, end, scope = GkeExclusionScope.NO_UPGRADES } = options;
    assertInstant('start', start);
    assertInstant('end', end);
    const length = Date.parse(end) - Date.parse(start);
    if (length <= 0) {
      throw new ValidationError(
        `'maintenanceExclusions' end '${end}' must be later than the start '${start}'`,
      );
    }
    if (scope === GkeExclusionScope.NO_UPGRADES && length > MOST_DAYS_WITHOUT_ANY * DAY_IN_MS) {
      throw new ValidationError(
        `'maintenanceExclusions' end '${end}' must be within ${MOST_DAYS_WITHOUT_ANY} days of the start '${start}' where all upgrades are excluded; GkeExclusionScope.NO_MINOR_OR_NODE_UPGRADES may last longer`,
      );
    }
    return new GkeMaintenanceExclusion(start, end, scope);
  }

  /**
   * Until the minor version is no longer supported, and after the next upgrade until the next one is not. Needs hashicorp/google 7.12.
   *
   * @throws ValidationError when the start is no UTC instant, or all upgrades are excluded.
   */
  public static untilEndOfSupport(options: GkeExclusionUntilEndOfSupport): GkeMaintenanceExclusion {
    const { start } = options;
    const scope = options.scope as GkeExclusionScope;
    assertInstant('start', start);
    if (scope === GkeExclusionScope.NO_UPGRADES) {
      throw new ValidationError(
        `'maintenanceExclusions' cannot exclude all upgrades until the end of support; use NO_MINOR_UPGRADES or NO_MINOR_OR_NODE_UPGRADES, or name an end`,
      );
    }
    return new GkeMaintenanceExclusion(start, undefined, scope);
  }

  private constructor(
    public readonly start: string,
    /** `undefined` where the end of support is the end. */
    public readonly end: string | undefined,
    public readonly scope: GkeExclusionScope,
  ) {}
}

function assertInstant(prop: string, text: string): void {
  if (isInstant(text)) return;
  throw new ValidationError(
    `'maintenanceExclusions' ${prop} '${text}' must be an instant in UTC such as '2026-11-20T00:00:00Z'`,
  );
}
