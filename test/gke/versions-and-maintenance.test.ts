import { GkeMaintenanceWindow, GkeReleaseChannel, GkeVersionPolicy } from '../../lib/gke';
import { KubernetesVersion } from '../../lib/values';
import { defineGke, gkeStack, only, synthesizeGke } from './gke-stack';

describe('the version policy of a GKE cluster', () => {
  it.each(Object.values(GkeReleaseChannel))(
    'leaves upgrades to channel %s above the minor asked for',
    (channel) => {
      const synthesized = synthesizeGke({ versionPolicy: GkeVersionPolicy.channel(channel) });
      expect(only(synthesized, 'google_container_cluster')).toMatchObject({
        release_channel: { channel },
        min_master_version: '1.34',
      });
      const pool = only(synthesized, 'google_container_node_pool');
      expect(pool.management).toEqual({ auto_repair: true, auto_upgrade: true });
      expect(pool).not.toHaveProperty('version');
    },
  );

  it('pins control plane and nodes to one version outside every channel', () => {
    const synthesized = synthesizeGke({ versionPolicy: GkeVersionPolicy.pinned('1.34.1-gke.1829001') });
    expect(only(synthesized, 'google_container_cluster')).toMatchObject({
      release_channel: { channel: 'UNSPECIFIED' },
      min_master_version: '1.34.1-gke.1829001',
    });
    expect(only(synthesized, 'google_container_node_pool')).toMatchObject({
      version: '1.34.1-gke.1829001',
      management: { auto_repair: true, auto_upgrade: false },
    });
  });

  it('fails when the pinned version is of another minor', () => {
    expect(() =>
      defineGke(gkeStack(), { versionPolicy: GkeVersionPolicy.pinned('1.33.5-gke.1080000') }),
    ).toThrow(
      new Error(
        "[test/Prod] 'versionPolicy' pins '1.33.5-gke.1080000' but 'version' is '1.34'; give both the same minor version",
      ),
    );
  });

  it.each(['1.34', '1.34.1', 'latest'])('fails when the pinned version is %s', (version) => {
    expect(() => GkeVersionPolicy.pinned(version)).toThrow(
      new Error(
        `'versionPolicy' pinned version '${version}' must be a full GKE version such as '1.34.1-gke.1829001'`,
      ),
    );
  });

  it.each([5, 169, 12.5])('fails when a way back is kept for %s hours', (controlPlaneSoakHours) => {
    expect(() => GkeVersionPolicy.channel(GkeReleaseChannel.REGULAR, { controlPlaneSoakHours })).toThrow(
      new Error(
        `'versionPolicy' controlPlaneSoakHours (${controlPlaneSoakHours}) must be a whole number of 6 to 168`,
      ),
    );
  });

  it('keeps a way back for six hours to seven days, and takes patches early, in a channel', () => {
    const channel = GkeReleaseChannel.REGULAR;
    expect(GkeVersionPolicy.channel(channel)).toMatchObject({
      acceleratedPatches: false,
      controlPlaneSoakHours: undefined,
    });
    for (const controlPlaneSoakHours of [6, 168]) {
      expect(
        GkeVersionPolicy.channel(channel, { controlPlaneSoakHours, acceleratedPatches: true }),
      ).toMatchObject({ acceleratedPatches: true, controlPlaneSoakHours });
    }
  });

  it('leaves anonymous access alone on a version that cannot limit it', () => {
    const cluster = only(
      synthesizeGke({ version: KubernetesVersion.of('1.31') }),
      'google_container_cluster',
    );
    expect(cluster).not.toHaveProperty('anonymous_authentication_config');
  });
});

describe('the maintenance window of a GKE cluster', () => {
  it('is daily at the time given', () => {
    const cluster = only(
      synthesizeGke({ maintenance: GkeMaintenanceWindow.daily('22:30') }),
      'google_container_cluster',
    );
    expect(cluster.maintenance_policy).toEqual({ daily_maintenance_window: { start_time: '22:30' } });
  });

  it('recurs on chosen days', () => {
    const maintenance = GkeMaintenanceWindow.recurring({
      start: '2026-01-03T02:00:00Z',
      end: '2026-01-03T08:00:00Z',
      recurrence: 'FREQ=WEEKLY;BYDAY=SA,SU',
    });
    expect(only(synthesizeGke({ maintenance }), 'google_container_cluster').maintenance_policy).toEqual({
      recurring_window: {
        start_time: '2026-01-03T02:00:00Z',
        end_time: '2026-01-03T08:00:00Z',
        recurrence: 'FREQ=WEEKLY;BYDAY=SA,SU',
      },
    });
  });

  const WINDOW = { start: '2026-01-03T02:00:00Z', end: '2026-01-03T08:00:00Z', recurrence: 'FREQ=DAILY' };

  it.each([
    [
      () => GkeMaintenanceWindow.daily('3am'),
      "'maintenance' daily start '3am' must be a time of day in UTC such as '03:00'",
    ],
    [
      () => GkeMaintenanceWindow.recurring({ ...WINDOW, start: '2026-01-03 02:00' }),
      "'maintenance' start '2026-01-03 02:00' must be an instant in UTC such as '2026-01-03T02:00:00Z'",
    ],
    [
      () => GkeMaintenanceWindow.recurring({ ...WINDOW, start: '2026-02-29T02:00:00Z' }),
      "'maintenance' start '2026-02-29T02:00:00Z' must be an instant in UTC such as '2026-01-03T02:00:00Z'",
    ],
    [
      () => GkeMaintenanceWindow.recurring({ ...WINDOW, end: '2026-13-03T08:00:00Z' }),
      "'maintenance' end '2026-13-03T08:00:00Z' must be an instant in UTC such as '2026-01-03T02:00:00Z'",
    ],
    [
      () => GkeMaintenanceWindow.recurring({ ...WINDOW, end: '2026-01-03T05:59:59Z' }),
      "'maintenance' end '2026-01-03T05:59:59Z' must lie at least four hours after start '2026-01-03T02:00:00Z'",
    ],
    [
      () => GkeMaintenanceWindow.recurring({ ...WINDOW, recurrence: 'every saturday' }),
      "'maintenance' recurrence 'every saturday' must be a rule of RFC 5545 such as 'FREQ=WEEKLY;BYDAY=SA,SU'",
    ],
  ])('fails when a window is malformed (%#)', (make, message) => {
    expect(make).toThrow(new Error(message));
  });
});
