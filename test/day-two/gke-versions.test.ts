import { compareStacks } from '../../lib/day-two';
import { CLUSTER, gke, POOL, pinned } from './gke-stacks';
import { stackOf } from './stacks';

type Resources = Parameters<typeof stackOf>[0];

const channel = (version: string, more: Resources = {}): Resources =>
  gke({ ...more, [CLUSTER]: { min_master_version: version } });

function compare(before: Resources, after: Resources) {
  return compareStacks(stackOf(before), stackOf(after));
}

function found(before: Resources, after: Resources): readonly (readonly string[])[] {
  return compare(before, after).findings.map(({ kind, severity, message }) => [kind, severity, message]);
}

describe('the version of a GKE cluster in a release channel', () => {
  it('is a floor, so that two steps only warn', () => {
    expect(found(channel('1.33'), channel('1.34'))).toEqual([]);
    expect(found(channel('1.33'), channel('1.35'))).toEqual([
      [
        'version-skipped',
        'warning',
        `${CLUSTER} goes from 1.33 to at least 1.35, and a control plane takes one minor version at a time: that works only if GKE has brought it to 1.34 by itself; look first, or apply 1.34 before it`,
      ],
    ]);
  });

  it('only warns when it is lowered, which changes nothing', () => {
    expect(found(channel('1.34'), channel('1.33'))).toEqual([
      [
        'version-lowered',
        'warning',
        `${CLUSTER} asks for at least 1.33 where it asked for 1.34, which changes nothing: GKE never goes back`,
      ],
    ]);
  });

  it('is a floor as well where no channel is told, which is GKE’s own default', () => {
    const none = (version: string): Resources =>
      gke({ [CLUSTER]: { min_master_version: version, release_channel: undefined } });
    expect(found(none('1.33'), none('1.35')).map(([kind, severity]) => [kind, severity])).toEqual([
      ['version-skipped', 'warning'],
    ]);
  });

  it('is raised by this apply, and the nodes by GKE', () => {
    expect(compare(channel('1.33'), channel('1.34')).steps).toEqual([
      `${CLUSTER}: the control plane goes from 1.33 to 1.34, unless GKE has brought it there by itself; it cannot go back`,
      `${POOL}: GKE brings its nodes there by itself, when the maintenance window is open, up to 2 at a time, 2 of them beside those that it has; a PodDisruptionBudget that allows no disruption holds each of them up for an hour`,
    ]);
    const upgrade_settings = { strategy: 'BLUE_GREEN', blue_green_settings: {} };
    expect(compare(channel('1.33'), channel('1.34', { [POOL]: { upgrade_settings } })).steps.at(-1)).toBe(
      `${POOL}: GKE brings its nodes there by itself, when the maintenance window is open, with as many new ones beside the old ones until it is done; a PodDisruptionBudget that allows no disruption holds each of them up for an hour`,
    );
  });
});

describe('the version of a GKE cluster that is pinned', () => {
  it('is refused when it skips one, goes back, or leaves the channel for an older one', () => {
    expect(found(pinned('1.32.4-gke.100'), pinned('1.34.1-gke.200'))).toEqual([
      [
        'version-skipped',
        'refused',
        `${CLUSTER} goes from 1.32.4-gke.100 to 1.34.1-gke.200, and a control plane takes one minor version at a time; apply 1.33 first`,
      ],
    ]);
    expect(found(pinned('1.34.1-gke.200'), pinned('1.33.4-gke.100'))).toEqual([
      [
        'version-lowered',
        'refused',
        `${CLUSTER} goes back from 1.34.1-gke.200 to 1.33.4-gke.100, which a control plane cannot; keep 1.34.1-gke.200`,
      ],
    ]);
    expect(found(channel('1.34'), pinned('1.33.4-gke.100')).map(([kind]) => kind)).toEqual([
      'version-lowered',
    ]);
  });

  it('may be two ahead of its nodes, not three, and never behind them', () => {
    expect(found(pinned('1.33'), pinned('1.34', '1.32'))).toEqual([]);
    expect(found(pinned('1.34', '1.32'), pinned('1.35', '1.32'))).toEqual([
      [
        'nodes-behind',
        'refused',
        `${POOL} has nodes of 1.32, 3 minor versions behind its control plane of 1.35, and GKE allows 2; raise the nodes first`,
      ],
    ]);
    expect(found(pinned('1.33'), pinned('1.33', '1.34')).map(([kind, severity]) => [kind, severity])).toEqual(
      [['nodes-ahead', 'refused']],
    );
  });

  it('is raised with its nodes by the same apply', () => {
    expect(compare(pinned('1.33'), pinned('1.34')).steps).toEqual([
      `${CLUSTER}: the control plane goes from 1.33 to 1.34; it cannot go back`,
      `${POOL}: nodes go from 1.33 to 1.34, up to 2 at a time, 2 of them beside those that it has; a PodDisruptionBudget that allows no disruption holds each of them up for an hour`,
    ]);
    expect(compare(pinned('1.33'), pinned('1.34', '1.33')).steps.at(-1)).toBe(
      `${POOL}: nodes stay at 1.33, 1 behind`,
    );
  });
});
