import { Token } from 'cdktf';
import { whenResolved } from '../../cluster/private/tokens';
import { type GkeBackupExclusion, GkeWeekday } from '../backup-exclusion';
import type { GkeBackupPlanOptions } from '../backup-options';
import { GkeBackupSchedule } from '../backup-schedule';
import type { GkeBackupScope } from '../backup-scope';
import { describeBackupKey } from './backup-key';
import { describeCron, minutesBetween } from './cron';
import { isInstant } from './instant';
import { describeApplications, describeNamespaces } from './namespace-scope';
import { describeRestore } from './restore-parts';

const PLAN_NAME = /^[a-z]([a-z0-9-]{0,20}[a-z0-9])?$/;
const REGION = /^[a-z]+-[a-z]+\d+$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const DAY_IN_MINUTES = 24 * 60;
const MOST_BACKUPS = 360;
const USUAL_DAYS = 30;
const MOST_DAYS = 365;
const MOST_LOCK_DAYS = 90;
const LEAST_LOSS_MINUTES = 60;
const MOST_LOSS_MINUTES = 60 * DAY_IN_MINUTES;

/** What a plan of backups does where it is not told. */
export const USUAL_SCHEDULE = GkeBackupSchedule.cron('0 3 * * *');

/** For how many days backups are kept, where the plan does not say. */
export function usualRetainDays(schedule: GkeBackupSchedule): number {
  return Math.min(USUAL_DAYS, mostRetainDays(schedule));
}

/** All that Google would refuse about the plans of a cluster in a region. */
export function describeBackupPlans(
  plans: Readonly<Record<string, GkeBackupPlanOptions>> = {},
  region: string,
): readonly string[] {
  return Object.entries(plans).flatMap(([name, options]) => [
    ...(PLAN_NAME.test(name)
      ? []
      : [
          `'backupPlans' name '${name}' must be 1 to 22 lower-case letters, digits and hyphens, starting with a letter`,
        ]),
    ...describeBackupPlan(name, options, region),
  ]);
}

function describeBackupPlan(name: string, options: GkeBackupPlanOptions, region: string): readonly string[] {
  const { schedule = USUAL_SCHEDULE, scope, restore } = options;
  const problems = [
    ...describeSchedule(schedule, options.paused),
    ...describeDays(options, schedule),
    ...(scope === undefined ? [] : describeScope(scope)),
    ...describePlace(options.location),
    ...(restore === undefined ? [] : describeRestore(restore).map((problem) => `restore ${problem}`)),
  ].map((problem) => `'backupPlans' ${name} ${problem}`);
  const key = describeBackupKey(name, options, region);
  return key === undefined ? problems : [...problems, key];
}

function describePlace(location: string | undefined): readonly string[] {
  const problems: string[] = [];
  whenResolved(location, (value) => {
    if (REGION.test(value)) return;
    problems.push(`location '${value}' must be a region such as 'europe-west3'`);
  });
  return problems;
}

function describeSchedule(schedule: GkeBackupSchedule, paused: boolean | undefined): readonly string[] {
  const { cronExpression, minutes, exclusions } = schedule;
  const problems: string[] = [];
  if (cronExpression === undefined && minutes === undefined && paused !== undefined) {
    problems.push(`'paused' needs a schedule that can rest; found GkeBackupSchedule.none()`);
  }
  whenResolved(cronExpression, (expression) => {
    const wrong = describeCron(expression);
    if (wrong !== undefined) problems.push(`schedule '${expression}' ${wrong}`);
  });
  whenResolved(minutes, (value) => {
    if (isWithin(value, LEAST_LOSS_MINUTES, MOST_LOSS_MINUTES)) return;
    problems.push(
      `schedule of ${value} minutes must be a whole number of ${LEAST_LOSS_MINUTES} to ${MOST_LOSS_MINUTES}`,
    );
  });
  return [...problems, ...exclusions.flatMap(describeExclusion)];
}

function describeExclusion({ time, days, date }: GkeBackupExclusion): readonly string[] {
  const problems: string[] = [];
  if (!TIME.test(time.start)) problems.push(`exclusion start '${time.start}' must be a time of day, 'HH:MM'`);
  if (date !== undefined && !isInstant(`${date}T00:00:00Z`)) {
    problems.push(`exclusion date '${date}' must be a day that there is, 'YYYY-MM-DD'`);
  }
  if (days !== undefined && days.length === 0) {
    problems.push(`exclusion names no day of the week; name some, or say GkeBackupExclusion.daily()`);
  }
  const isEveryDay = days === undefined || new Set(days).size === Object.keys(GkeWeekday).length;
  const most = (isEveryDay ? 1 : 7) * DAY_IN_MINUTES - 1;
  const { minutes } = time;
  if (!Number.isInteger(minutes) || minutes < 1 || (date === undefined && minutes > most)) {
    problems.push(
      `exclusion of ${minutes} minutes must be a whole number of 1 ${date === undefined ? `to ${most}` : 'or more'}`,
    );
  }
  return problems;
}

function describeDays(options: GkeBackupPlanOptions, schedule: GkeBackupSchedule): readonly string[] {
  const { retainDays = usualRetainDays(schedule), lockDays = 0 } = options;
  const most = mostRetainDays(schedule);
  const problems: string[] = [];
  if (!Token.isUnresolved(retainDays) && !isWithin(retainDays, 1, most)) {
    problems.push(
      `retainDays (${retainDays}) must be a whole number of 1 to ${most}${most < MOST_DAYS ? `, which is ${MOST_BACKUPS} backups of its schedule` : ''}`,
    );
  }
  if (Token.isUnresolved(lockDays)) return problems;
  if (!isWithin(lockDays, 0, MOST_LOCK_DAYS)) {
    problems.push(`lockDays (${lockDays}) must be a whole number of 0 to ${MOST_LOCK_DAYS}`);
  } else if (!Token.isUnresolved(retainDays) && lockDays > retainDays) {
    problems.push(`lockDays (${lockDays}) must be at most 'retainDays' (${retainDays})`);
  }
  return problems;
}

function describeScope({ selectedNamespaces, selectedApplications }: GkeBackupScope): readonly string[] {
  return [
    ...(selectedNamespaces === undefined ? [] : describeNamespaces(selectedNamespaces)),
    ...(selectedApplications === undefined ? [] : describeApplications(selectedApplications)),
  ];
}

function mostRetainDays({ minutes, cronExpression }: GkeBackupSchedule): number {
  const apart =
    minutes ??
    (cronExpression === undefined || Token.isUnresolved(cronExpression)
      ? undefined
      : minutesBetween(cronExpression));
  // what is no time between backups is refused by itself, and says nothing about days
  if (apart === undefined || Token.isUnresolved(apart) || !(apart > 0)) return MOST_DAYS;
  return Math.max(1, Math.min(MOST_DAYS, Math.floor((MOST_BACKUPS * apart) / DAY_IN_MINUTES)));
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
