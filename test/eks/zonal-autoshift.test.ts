import { TerraformVariable, Token } from 'cdktf';
import { describeZonalAutoshift, ZonalAutoshift } from '../../lib/eks/private/zonal-autoshift';
import type { EksZonalAutoshiftOptions } from '../../lib/eks/zonal-autoshift';
import { resourceAddresses, synthesize } from '../support/synthesized';
import { awsVersion, eksStack, only } from './eks-stack';

const TYPE = 'aws_arczonalshift_zonal_autoshift_configuration';
const ERRORS = 'arn:aws:cloudwatch:eu-west-1:111122223333:alarm:Errors';
const LATENCY = 'arn:aws:cloudwatch:eu-west-1:111122223333:alarm:Latency';
const CLUSTER = 'arn:aws:eks:eu-west-1:111122223333:cluster/prod';

function synthesizeAutoshift(options: Partial<EksZonalAutoshiftOptions> = {}) {
  const stack = eksStack();
  new ZonalAutoshift(stack, 'ZonalAutoshift', {
    clusterArn: CLUSTER,
    options: { outcomeAlarmArns: [ERRORS], ...options },
  });
  return synthesize(stack);
}

function problemsOf(options: Partial<EksZonalAutoshiftOptions>, zonalShift?: boolean): readonly string[] {
  return describeZonalAutoshift({ outcomeAlarmArns: [ERRORS], ...options }, zonalShift);
}

describe('autoshift between zones', () => {
  it('is on for the cluster, with practice runs that an alarm judges, by a provider that has it', () => {
    const synthesized = synthesizeAutoshift();
    expect(only(synthesized, TYPE)).toEqual({
      resource_arn: CLUSTER,
      zonal_autoshift_status: 'ENABLED',
      outcome_alarms: [{ alarm_identifier: ERRORS, type: 'CLOUDWATCH' }],
    });
    expect(awsVersion(synthesized)).toBe('>= 6.45.0, < 7.0.0');
    expect(resourceAddresses(synthesized)).toEqual([`${TYPE}.ZonalAutoshift_49E2C26A`]);
  });

  it('keeps practice runs away from days, hours and alarms, in an order of its own', () => {
    expect(
      only(
        synthesizeAutoshift({
          outcomeAlarmArns: [LATENCY, ERRORS],
          blockingAlarmArns: [LATENCY, LATENCY],
          blockedDates: ['2026-12-31', '2026-12-24'],
          blockedWindows: ['Mon:09:00-Mon:17:00', 'Fri:12:00-Fri:23:59'],
        }),
        TYPE,
      ),
    ).toEqual({
      resource_arn: CLUSTER,
      zonal_autoshift_status: 'ENABLED',
      outcome_alarms: [
        { alarm_identifier: ERRORS, type: 'CLOUDWATCH' },
        { alarm_identifier: LATENCY, type: 'CLOUDWATCH' },
      ],
      blocking_alarms: [{ alarm_identifier: LATENCY, type: 'CLOUDWATCH' }],
      blocked_dates: ['2026-12-24', '2026-12-31'],
      blocked_windows: ['Fri:12:00-Fri:23:59', 'Mon:09:00-Mon:17:00'],
    });
  });

  it('keeps practice runs within hours', () => {
    expect(only(synthesizeAutoshift({ allowedWindows: ['Tue:09:00-Tue:17:00'] }), TYPE)).toMatchObject({
      allowed_windows: ['Tue:09:00-Tue:17:00'],
    });
  });

  it('takes an alarm that Terraform fills in', () => {
    const alarm = new TerraformVariable(eksStack(), 'alarm', { type: 'string' }).stringValue;
    expect(problemsOf({ outcomeAlarmArns: [alarm] })).toEqual([]);
  });

  it('takes days and hours that Terraform fills in, but alarms only one by one', () => {
    const list = Token.asList('${var.list}');
    expect(only(synthesizeAutoshift({ blockedDates: list, blockedWindows: list }), TYPE)).toMatchObject({
      blocked_dates: '${var.list}',
      blocked_windows: '${var.list}',
    });
    expect(problemsOf({ blockingAlarmArns: list })).toEqual([
      "'zonalAutoshift' 'blockingAlarmArns' must be known at synthesis as a list; give its items, each of which Terraform may fill in",
    ]);
  });

  it.each<[Partial<EksZonalAutoshiftOptions>, string]>([
    [
      { outcomeAlarmArns: [] },
      "'zonalAutoshift' 'outcomeAlarmArns' needs at least one alarm: without it nothing says whether a practice run harms",
    ],
    [
      { outcomeAlarmArns: ['Errors'] },
      "'zonalAutoshift' 'outcomeAlarmArns' (Errors) must be the ARN of a CloudWatch alarm such as 'arn:aws:cloudwatch:eu-west-1:111122223333:alarm:Errors'",
    ],
    [
      { blockingAlarmArns: ['Errors'] },
      "'zonalAutoshift' 'blockingAlarmArns' (Errors) must be the ARN of a CloudWatch alarm such as 'arn:aws:cloudwatch:eu-west-1:111122223333:alarm:Errors'",
    ],
    [
      { blockedWindows: ['Mon:09:00-Mon:17:00'], allowedWindows: ['Tue:09:00-Tue:17:00'] },
      "'zonalAutoshift' takes 'blockedWindows' or 'allowedWindows', not both; leave one of them out",
    ],
    [
      { blockedDates: ['24.12.2026'] },
      "'zonalAutoshift' 'blockedDates' (24.12.2026) must be a date such as '2026-12-24'",
    ],
    [
      { blockedDates: ['2026-02-30'] },
      "'zonalAutoshift' 'blockedDates' (2026-02-30) must be a date such as '2026-12-24'",
    ],
    [
      { blockedWindows: ['Mon:09:00-Mon:24:00'] },
      "'zonalAutoshift' 'blockedWindows' (Mon:09:00-Mon:24:00) must be hours such as 'Mon:09:00-Mon:17:00'",
    ],
    [
      { allowedWindows: ['Monday 9 to 5'] },
      "'zonalAutoshift' 'allowedWindows' (Monday 9 to 5) must be hours such as 'Mon:09:00-Mon:17:00'",
    ],
  ])('fails with %j', (options, problem) => {
    expect(problemsOf(options)).toEqual([problem]);
    expect(() => synthesizeAutoshift(options)).toThrow(new Error(`[test] ${problem}`));
  });

  it('needs shifts to be possible at all', () => {
    expect(problemsOf({}, false)).toEqual([
      "'zonalAutoshift' needs 'zonalShift', which is false; leave one of them out",
    ]);
    expect(problemsOf({}, true)).toEqual([]);
    expect(problemsOf({})).toEqual([]);
    expect(describeZonalAutoshift(undefined, false)).toEqual([]);
  });
});
