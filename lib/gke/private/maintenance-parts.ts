import type { ContainerClusterMaintenancePolicy } from '@cdktf/provider-google/lib/container-cluster';
import { Token } from 'cdktf';
import type { GkeMaintenanceWindow } from '../maintenance';
import { GkeExclusionScope, type GkeMaintenanceExclusion } from '../maintenance-exclusion';
import type { GkeNewerValues } from '../newer-attributes';
import type { GkeUpgradeSpacing } from '../upgrade-spacing';
import { describeWholeNumber } from './whole-number';

/** Exclusions under the names that GKE keeps. */
type Exclusions = Readonly<Record<string, GkeMaintenanceExclusion>>;

const MOST_EXCLUSIONS = 20;
const MOST_EXCLUSIONS_OF_ALL = 3;
const MOST_DAYS_APART = 90;
const DAY_IN_SECONDS = 24 * 60 * 60;

/** When Google may upgrade, and when not. Exclusions that the bindings cannot write are left to {@link newerExclusions}, all of them. */
export function renderMaintenancePolicy(
  { dailyStartTime, recurringWindow }: GkeMaintenanceWindow,
  exclusions: Exclusions = {},
): ContainerClusterMaintenancePolicy {
  const typed = newerExclusions(exclusions) === undefined ? sorted(exclusions) : [];
  return {
    dailyMaintenanceWindow: dailyStartTime === undefined ? undefined : { startTime: dailyStartTime },
    recurringWindow:
      recurringWindow === undefined
        ? undefined
        : {
            startTime: recurringWindow.start,
            endTime: recurringWindow.end,
            recurrence: recurringWindow.recurrence,
          },
    maintenanceExclusion:
      typed.length === 0
        ? undefined
        : typed.map(([exclusionName, { start, end = '', scope }]) => ({
            exclusionName,
            startTime: start,
            endTime: end,
            // said also where it is what GKE takes for none: the provider reads it back, and a second plan would differ
            exclusionOptions: { scope },
          })),
  };
}

/** All exclusions in the form that knows the end of support; `undefined` where none needs it. */
export function newerExclusions(
  exclusions: Exclusions = {},
): GkeNewerValues['maintenanceExclusions'] | undefined {
  if (Object.values(exclusions).every(({ end }) => end !== undefined)) return undefined;
  return sorted(exclusions).map(([exclusion_name, { start, end, scope }]) => ({
    exclusion_name,
    start_time: start,
    ...(end === undefined
      ? { exclusion_options: { scope, end_time_behavior: 'UNTIL_END_OF_SUPPORT' as const } }
      : { end_time: end, exclusion_options: { scope } }),
  }));
}

/** What GKE would refuse about the exclusions together. */
export function describeExclusions(exclusions: Exclusions = {}, inChannel: boolean): readonly string[] {
  const all = Object.entries(exclusions);
  const ofAllUpgrades = all.filter(([, { scope }]) => scope === GkeExclusionScope.NO_UPGRADES);
  const problems: string[] = [];
  for (const [name, { scope }] of all) {
    if (name.trim() === '' || Token.isUnresolved(name)) {
      problems.push(`'maintenanceExclusions' key '${name}' must be a name that is known at synthesis`);
    }
    if (!inChannel && scope !== GkeExclusionScope.NO_UPGRADES) {
      problems.push(
        `'maintenanceExclusions' '${name}' is of ${scope}, which GKE takes in a release channel only; use NO_UPGRADES, or GkeVersionPolicy.channel()`,
      );
    }
  }
  if (all.length > MOST_EXCLUSIONS) {
    problems.push(`'maintenanceExclusions' are ${all.length}; GKE takes ${MOST_EXCLUSIONS}`);
  }
  if (ofAllUpgrades.length > MOST_EXCLUSIONS_OF_ALL) {
    const names = ofAllUpgrades.map(([name]) => `'${name}'`).join(', ');
    problems.push(
      `'maintenanceExclusions' ${names} exclude all upgrades; GKE takes ${MOST_EXCLUSIONS_OF_ALL} of them, and more of other scopes`,
    );
  }
  return problems;
}

/** Spans as the provider takes them; `undefined` where nothing is said. */
export function renderSpacing(
  spacing: GkeUpgradeSpacing | undefined,
): GkeNewerValues['disruptionBudget'] | undefined {
  if (spacing === undefined) return undefined;
  const { minorDays, patchDays } = spacing;
  return {
    ...(minorDays === undefined ? {} : { minor_version_disruption_interval: seconds(minorDays) }),
    ...(patchDays === undefined ? {} : { patch_version_disruption_interval: seconds(patchDays) }),
  };
}

/** What GKE would refuse about the spans. */
export function describeSpacing(spacing: GkeUpgradeSpacing | undefined): readonly string[] {
  if (spacing === undefined) return [];
  const { minorDays, patchDays } = spacing;
  if (minorDays === undefined && patchDays === undefined) {
    return [`'upgradeSpacing' says nothing; give 'minorDays', 'patchDays' or both`];
  }
  return Object.entries({ minorDays, patchDays })
    .map(([prop, value]) => describeWholeNumber(`'upgradeSpacing' ${prop}`, value, 0, MOST_DAYS_APART))
    .filter((problem) => problem !== undefined);
}

function sorted(exclusions: Exclusions): readonly (readonly [string, GkeMaintenanceExclusion])[] {
  return Object.entries(exclusions).sort(([left], [right]) => (left < right ? -1 : 1));
}

function seconds(days: number): string {
  return `${days * DAY_IN_SECONDS}s`;
}
