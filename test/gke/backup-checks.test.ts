import { TerraformVariable } from 'cdktf';
import { EncryptionKey } from '../../lib/cluster';
import { GkeBackupExclusion, GkeWeekday } from '../../lib/gke/backup-exclusion';
import type { GkeBackupPlanOptions } from '../../lib/gke/backup-options';
import { GkeBackupSchedule } from '../../lib/gke/backup-schedule';
import { GkeBackupScope } from '../../lib/gke/backup-scope';
import { describeCron, minutesBetween } from '../../lib/gke/private/cron';
import { GkeRestoreScope } from '../../lib/gke/restore-scope';
import { testStack } from '../support/synthesized';
import { described } from './operations-stack';

const KEY_HERE = 'projects/acme-prod/locations/europe-west3/keyRings/prod/cryptoKeys/backups';
const KEY_ABROAD = 'projects/acme-prod/locations/europe-west4/keyRings/prod/cryptoKeys/backups';
const NIGHT = { start: '22:00', minutes: 60 };
const text = () => new TerraformVariable(testStack(), 'Text', { type: 'string' }).stringValue;

describe('a plan of backups', () => {
  it.each<[GkeBackupPlanOptions]>([
    [{}],
    [{ retainDays: 1 }],
    [{ retainDays: 360, lockDays: 90 }],
    [{ retainDays: 365, schedule: GkeBackupSchedule.cron('0 3 * * 0') }],
    [{ retainDays: 7, lockDays: 7 }],
    [{ schedule: GkeBackupSchedule.everyMinutes(60), retainDays: 15 }],
    [{ schedule: GkeBackupSchedule.everyMinutes(86400), retainDays: 365 }],
    [{ location: 'europe-west3' }],
    [{ encryption: EncryptionKey.own() }],
    [{ encryption: EncryptionKey.existing(KEY_HERE) }],
    [{ location: 'europe-west4', encryption: EncryptionKey.existing(KEY_ABROAD) }],
    [{ location: text(), encryption: EncryptionKey.existing(KEY_ABROAD) }],
    [{ encryption: EncryptionKey.existing(text()) }],
    [{ scope: GkeBackupScope.namespaces('shop', text()) }],
    [
      {
        schedule: GkeBackupSchedule.everyMinutes(240, [
          GkeBackupExclusion.daily({ start: '23:59', minutes: 1439 }),
          GkeBackupExclusion.weekly([GkeWeekday.FRIDAY], { start: '00:00', minutes: 10079 }),
          GkeBackupExclusion.once('2028-02-29', { start: '00:00', minutes: 100000 }),
        ]),
      },
    ],
  ])('may be %j', (options) => {
    expect(described({ backupPlans: { daily: options } })).toEqual([]);
  });

  it.each<[string, GkeBackupPlanOptions]>([
    [
      'retainDays (0) must be a whole number of 1 to 360, which is 360 backups of its schedule',
      { retainDays: 0 },
    ],
    [
      'retainDays (361) must be a whole number of 1 to 360, which is 360 backups of its schedule',
      { retainDays: 361 },
    ],
    [
      'retainDays (366) must be a whole number of 1 to 365',
      { retainDays: 366, schedule: GkeBackupSchedule.none() },
    ],
    [
      'retainDays (16) must be a whole number of 1 to 15, which is 360 backups of its schedule',
      { retainDays: 16, schedule: GkeBackupSchedule.everyMinutes(60) },
    ],
    ['lockDays (91) must be a whole number of 0 to 90', { lockDays: 91, retainDays: 200 }],
    ["lockDays (31) must be at most 'retainDays' (30)", { lockDays: 31 }],
    [
      "schedule 'daily' must have 5 fields: minute, hour, day of the month, month, day of the week",
      { schedule: GkeBackupSchedule.cron('daily') },
    ],
    [
      "schedule '0 24 * * *' has a wrong hour, which is numbers of 0 to 23, '*', ranges, steps and lists",
      { schedule: GkeBackupSchedule.cron('0 24 * * *') },
    ],
    [
      'schedule of NaN minutes must be a whole number of 60 to 86400',
      { schedule: GkeBackupSchedule.everyMinutes(Number.NaN) },
    ],
    [
      'schedule of 0 minutes must be a whole number of 60 to 86400',
      { schedule: GkeBackupSchedule.everyMinutes(0) },
    ],
    [
      'schedule of 59 minutes must be a whole number of 60 to 86400',
      { schedule: GkeBackupSchedule.everyMinutes(59) },
    ],
    [
      "'paused' needs a schedule that can rest; found GkeBackupSchedule.none()",
      { schedule: GkeBackupSchedule.none(), paused: false },
    ],
    [
      "exclusion start '24:00' must be a time of day, 'HH:MM'",
      {
        schedule: GkeBackupSchedule.everyMinutes(240, [
          GkeBackupExclusion.daily({ start: '24:00', minutes: 1 }),
        ]),
      },
    ],
    [
      'exclusion of 1440 minutes must be a whole number of 1 to 1439',
      {
        schedule: GkeBackupSchedule.everyMinutes(240, [
          GkeBackupExclusion.daily({ start: '00:00', minutes: 1440 }),
        ]),
      },
    ],
    [
      'exclusion of 1440 minutes must be a whole number of 1 to 1439',
      {
        schedule: GkeBackupSchedule.everyMinutes(240, [
          GkeBackupExclusion.weekly(Object.values(GkeWeekday), { start: '00:00', minutes: 1440 }),
        ]),
      },
    ],
    [
      'exclusion of 10080 minutes must be a whole number of 1 to 10079',
      {
        schedule: GkeBackupSchedule.everyMinutes(240, [
          GkeBackupExclusion.weekly([GkeWeekday.MONDAY], { start: '00:00', minutes: 10080 }),
        ]),
      },
    ],
    [
      'exclusion of 0 minutes must be a whole number of 1 or more',
      {
        schedule: GkeBackupSchedule.everyMinutes(240, [
          GkeBackupExclusion.once('2027-01-01', { start: '00:00', minutes: 0 }),
        ]),
      },
    ],
    [
      'exclusion names no day of the week; name some, or say GkeBackupExclusion.daily()',
      { schedule: GkeBackupSchedule.everyMinutes(240, [GkeBackupExclusion.weekly([], NIGHT)]) },
    ],
    [
      "exclusion date '2027-02-30' must be a day that there is, 'YYYY-MM-DD'",
      { schedule: GkeBackupSchedule.everyMinutes(240, [GkeBackupExclusion.once('2027-02-30', NIGHT)]) },
    ],
    ['scope names no namespace; name some, or say everything()', { scope: GkeBackupScope.namespaces() }],
    [
      "scope holds 'Shop', which must be the name of a namespace",
      { scope: GkeBackupScope.namespaces('Shop') },
    ],
    ['scope names no application; name some, or say everything()', { scope: GkeBackupScope.applications() }],
    [
      "scope holds an application without a name in 'shop'",
      { scope: GkeBackupScope.applications({ namespace: 'shop', name: '' }) },
    ],
    [
      "location 'europe-west3-a' must be a region such as 'europe-west3'",
      { location: 'europe-west3-a', encryption: EncryptionKey.existing(text()) },
    ],
    [
      'restore scope names no namespace; name some, or say everything()',
      { restore: { scope: GkeRestoreScope.namespaces() } },
    ],
    [
      "lies in 'europe-west4', where the cluster's key is not; give its 'encryption' an EncryptionKey.existing() there",
      { location: 'europe-west4' },
    ],
    [
      "lies in 'europe-west4', where the cluster's key is not; give its 'encryption' an EncryptionKey.existing() there",
      { location: 'europe-west4', encryption: EncryptionKey.own() },
    ],
    [
      "encryption key lies in 'europe-west4'; backups need one in their own region 'europe-west3'",
      { encryption: EncryptionKey.existing(KEY_ABROAD) },
    ],
    [
      "encryption key 'backups' must be 'projects/…/locations/…/keyRings/…/cryptoKeys/…'",
      { encryption: EncryptionKey.existing('backups') },
    ],
  ])('is refused: %s', (problem, options) => {
    expect(described({ backupPlans: { daily: options } })).toEqual([`'backupPlans' daily ${problem}`]);
  });

  it.each(['', 'Daily', '1st', 'daily-', 'a'.repeat(23)])('has no name such as %j', (name) => {
    expect(described({ backupPlans: { [name]: {} } })).toEqual([
      `'backupPlans' name '${name}' must be 1 to 22 lower-case letters, digits and hyphens, starting with a letter`,
    ]);
  });

  it('may have a name of 22 characters', () => {
    expect(described({ backupPlans: { ['a'.repeat(22)]: {} } })).toEqual([]);
  });
});

describe('a cron expression', () => {
  it.each([
    ['0 3 * * *', 1440],
    [' 0  */6 * * * ', 360],
    ['15,45 * * * *', 30],
    ['0 0-22/2 * * *', 120],
    ['0,30 0-23 * * *', 30],
    ['5/20 0 * * *', undefined],
    ['0 8,9 * * *', undefined],
    ['0 3 * * 1-5', undefined],
    ['0 3 1,15 1-12/3 7', undefined],
  ])('such as %j is good, and its times are %p minutes apart', (expression, apart) => {
    expect(describeCron(expression)).toBeUndefined();
    expect(minutesBetween(expression)).toBe(apart);
  });

  it.each([
    ['60 3 * * *', 'minute, which is numbers of 0 to 59'],
    ['0 3-1 * * *', 'hour, which is numbers of 0 to 23'],
    ['0 */0 * * *', 'hour, which is numbers of 0 to 23'],
    ['0 , * * *', 'hour, which is numbers of 0 to 23'],
    ['0 3 0 * *', 'day of the month, which is numbers of 1 to 31'],
    ['0 3 * 13 *', 'month, which is numbers of 1 to 12'],
    ['0 3 * * 8', 'day of the week, which is numbers of 0 to 7'],
  ])('such as %j is not', (expression, wrong) => {
    expect(describeCron(expression)).toBe(`has a wrong ${wrong}, '*', ranges, steps and lists`);
  });
});
