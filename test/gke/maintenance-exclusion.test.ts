import { GkeMaintenanceWindow, GkeReleaseChannel, GkeVersionPolicy } from '../../lib/gke';
import { GkeExclusionScope, GkeMaintenanceExclusion } from '../../lib/gke/maintenance-exclusion';
import { describeControlPlane } from '../../lib/gke/private/control-plane-checks';
import { CONTROL_PLANE, controlPlane, controlPlaneStack, googleVersion } from './control-plane-stack';

const { NO_UPGRADES, NO_MINOR_UPGRADES, NO_MINOR_OR_NODE_UPGRADES } = GkeExclusionScope;
const SALE = { start: '2026-11-20T00:00:00Z', end: '2026-12-02T00:00:00Z' };
const PINNED = GkeVersionPolicy.pinned('1.34.1-gke.1829001');

describe('stretches of time without upgrades', () => {
  it('stand beside the window, sorted by their names, each with its scope said', () => {
    const maintenanceExclusions = {
      'year-end': GkeMaintenanceExclusion.between({
        start: '2026-10-01T00:00:00Z',
        end: '2027-01-31T00:00:00Z',
        scope: NO_MINOR_OR_NODE_UPGRADES,
      }),
      sale: GkeMaintenanceExclusion.between(SALE),
    };
    expect(controlPlane({ maintenanceExclusions })).toEqual({
      maintenance_policy: {
        daily_maintenance_window: { start_time: '03:00' },
        maintenance_exclusion: [
          {
            exclusion_name: 'sale',
            start_time: '2026-11-20T00:00:00Z',
            end_time: '2026-12-02T00:00:00Z',
            exclusion_options: { scope: 'NO_UPGRADES' },
          },
          {
            exclusion_name: 'year-end',
            start_time: '2026-10-01T00:00:00Z',
            end_time: '2027-01-31T00:00:00Z',
            exclusion_options: { scope: 'NO_MINOR_OR_NODE_UPGRADES' },
          },
        ],
      },
    });
    expect(googleVersion(controlPlaneStack({ maintenanceExclusions }))).toBe('6.50.0');
  });

  it('leave a window of yours as it is', () => {
    const maintenance = GkeMaintenanceWindow.recurring({
      start: '2026-01-03T02:00:00Z',
      end: '2026-01-03T08:00:00Z',
      recurrence: 'FREQ=WEEKLY;BYDAY=SA,SU',
    });
    const maintenanceExclusions = { sale: GkeMaintenanceExclusion.between(SALE) };
    expect(controlPlane({ maintenance, maintenanceExclusions }).maintenance_policy).toMatchObject({
      recurring_window: { recurrence: 'FREQ=WEEKLY;BYDAY=SA,SU' },
      maintenance_exclusion: [{ exclusion_name: 'sale' }],
    });
  });

  it('stand in one list with those until the end of support, and need a newer provider', () => {
    const maintenanceExclusions = {
      sale: GkeMaintenanceExclusion.between(SALE),
      held: GkeMaintenanceExclusion.untilEndOfSupport({
        start: '2026-10-01T00:00:00Z',
        scope: NO_MINOR_UPGRADES,
      }),
    };
    expect(controlPlane({ maintenanceExclusions })).toEqual({
      maintenance_policy: {
        daily_maintenance_window: { start_time: '03:00' },
        maintenance_exclusion: [
          {
            exclusion_name: 'held',
            start_time: '2026-10-01T00:00:00Z',
            exclusion_options: { scope: 'NO_MINOR_UPGRADES', end_time_behavior: 'UNTIL_END_OF_SUPPORT' },
          },
          {
            exclusion_name: 'sale',
            start_time: '2026-11-20T00:00:00Z',
            end_time: '2026-12-02T00:00:00Z',
            exclusion_options: { scope: 'NO_UPGRADES' },
          },
        ],
      },
    });
    expect(googleVersion(controlPlaneStack({ maintenanceExclusions }))).toBe('>= 7.12.0, < 8.0.0');
  });

  it('say nothing where there is none', () => {
    expect(controlPlane({ maintenanceExclusions: {} })).toEqual({});
  });

  it('may exclude all upgrades for 90 days, and less for longer', () => {
    const start = '2026-01-01T00:00:00Z';
    expect(GkeMaintenanceExclusion.between({ start, end: '2026-04-01T00:00:00Z' }).scope).toBe(NO_UPGRADES);
    const end = '2026-12-31T00:00:00Z';
    expect(GkeMaintenanceExclusion.between({ start, end, scope: NO_MINOR_UPGRADES }).end).toBe(end);
  });

  it.each([
    [
      () => GkeMaintenanceExclusion.between({ start: 'tomorrow', end: SALE.end }),
      "'maintenanceExclusions' start 'tomorrow' must be an instant in UTC such as '2026-11-20T00:00:00Z'",
    ],
    [
      () => GkeMaintenanceExclusion.between({ start: '2026-02-30T00:00:00Z', end: SALE.end }),
      "'maintenanceExclusions' start '2026-02-30T00:00:00Z' must be an instant in UTC such as '2026-11-20T00:00:00Z'",
    ],
    [
      () => GkeMaintenanceExclusion.between({ start: SALE.start, end: '2026-13-01T00:00:00Z' }),
      "'maintenanceExclusions' end '2026-13-01T00:00:00Z' must be an instant in UTC such as '2026-11-20T00:00:00Z'",
    ],
    [
      () => GkeMaintenanceExclusion.between({ start: SALE.end, end: SALE.end }),
      "'maintenanceExclusions' end '2026-12-02T00:00:00Z' must be later than the start '2026-12-02T00:00:00Z'",
    ],
    [
      () => GkeMaintenanceExclusion.between({ start: '2026-01-01T00:00:00Z', end: '2026-04-01T00:00:01Z' }),
      "'maintenanceExclusions' end '2026-04-01T00:00:01Z' must be within 90 days of the start '2026-01-01T00:00:00Z' where all upgrades are excluded; GkeExclusionScope.NO_MINOR_OR_NODE_UPGRADES may last longer",
    ],
    [
      () => GkeMaintenanceExclusion.untilEndOfSupport({ start: 'now', scope: NO_MINOR_UPGRADES }),
      "'maintenanceExclusions' start 'now' must be an instant in UTC such as '2026-11-20T00:00:00Z'",
    ],
    [
      () => GkeMaintenanceExclusion.untilEndOfSupport({ start: SALE.start, scope: NO_UPGRADES as never }),
      "'maintenanceExclusions' cannot exclude all upgrades until the end of support; use NO_MINOR_UPGRADES or NO_MINOR_OR_NODE_UPGRADES, or name an end",
    ],
  ])('fail when one is malformed (%#)', (make, message) => {
    expect(make).toThrow(new Error(message));
  });

  function describeMany(count: number, scope: GkeExclusionScope, versionPolicy?: GkeVersionPolicy) {
    const maintenanceExclusions = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `stretch-${index}`,
        GkeMaintenanceExclusion.between({ ...SALE, scope }),
      ]),
    );
    return describeControlPlane({ ...CONTROL_PLANE, versionPolicy, maintenanceExclusions });
  }

  it('are refused beyond what GKE takes of them', () => {
    expect(describeMany(3, NO_UPGRADES)).toEqual([]);
    expect(describeMany(4, NO_UPGRADES)).toEqual([
      "'maintenanceExclusions' 'stretch-0', 'stretch-1', 'stretch-2', 'stretch-3' exclude all upgrades; GKE takes 3 of them, and more of other scopes",
    ]);
    expect(describeMany(20, NO_MINOR_UPGRADES)).toEqual([]);
    expect(describeMany(21, NO_MINOR_UPGRADES)).toEqual(["'maintenanceExclusions' are 21; GKE takes 20"]);
  });

  it('are of all upgrades only where the version is pinned', () => {
    expect(describeMany(1, NO_UPGRADES, PINNED)).toEqual([]);
    expect(describeMany(1, NO_MINOR_UPGRADES, PINNED)).toEqual([
      "'maintenanceExclusions' 'stretch-0' is of NO_MINOR_UPGRADES, which GKE takes in a release channel only; use NO_UPGRADES, or GkeVersionPolicy.channel()",
    ]);
    expect(describeMany(1, NO_MINOR_UPGRADES, GkeVersionPolicy.channel(GkeReleaseChannel.STABLE))).toEqual(
      [],
    );
  });

  it('need a name', () => {
    const maintenanceExclusions = { ' ': GkeMaintenanceExclusion.between(SALE) };
    expect(describeControlPlane({ ...CONTROL_PLANE, maintenanceExclusions })).toEqual([
      "'maintenanceExclusions' key ' ' must be a name that is known at synthesis",
    ]);
  });
});
