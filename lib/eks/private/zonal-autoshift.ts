import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { whenResolved } from '../../cluster/private/tokens';
import { dayNumber, ValidationError } from '../../values';
import { ZONAL_AUTOSHIFT_SINCE } from '../newer-attributes';
import type { EksZonalAutoshiftOptions } from '../zonal-autoshift';
import { describeUnknownList } from './known-list';
import { RawAwsResource } from './raw-aws-resource';

const ALARM_ARN = /^arn:aws[a-z-]*:cloudwatch:[a-z0-9-]+:\d{12}:alarm:.+$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = '(Mon|Tue|Wed|Thu|Fri|Sat|Sun):([01]\\d|2[0-3]):[0-5]\\d';
const WINDOW = new RegExp(`^${TIME}-${TIME}$`);
const MILLISECONDS_OF_A_DAY = 86_400_000;

export interface ZonalAutoshiftProps {
  readonly clusterArn: string;
  readonly options: EksZonalAutoshiftOptions;
}

/**
 * Practice runs of a cluster and, once they can run, shifts by AWS itself. The bindings do not have the resource.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/6.45.0/docs/resources/arczonalshift_zonal_autoshift_configuration
 */
export class ZonalAutoshift extends Construct {
  /** @throws ValidationError when an option is refused. */
  public constructor(scope: Construct, id: string, { clusterArn, options }: ZonalAutoshiftProps) {
    super(scope, id);
    const problems = describeZonalAutoshift(options);
    if (problems.length > 0) throw new ValidationError(problems.join('; '), scope);
    new RawAwsResource(this, 'Resource', {
      type: 'aws_arczonalshift_zonal_autoshift_configuration',
      since: ZONAL_AUTOSHIFT_SINCE,
      attributes: {
        resource_arn: clusterArn,
        zonal_autoshift_status: 'ENABLED',
        outcome_alarms: renderAlarms(options.outcomeAlarmArns),
        blocking_alarms: renderAlarms(options.blockingAlarmArns),
        blocked_dates: renderTexts(options.blockedDates),
        blocked_windows: renderTexts(options.blockedWindows),
        allowed_windows: renderTexts(options.allowedWindows),
      },
    });
  }
}

/**
 * What the provider or ARC would refuse; empty when all is fine. `zonalShift` is what the cluster is told about shifts that people
 * start, without which AWS starts none either.
 */
export function describeZonalAutoshift(
  options: EksZonalAutoshiftOptions | undefined,
  zonalShift?: boolean,
): readonly string[] {
  if (options === undefined) return [];
  const { blockedDates = [], blockedWindows = [], allowedWindows = [] } = options;
  const problems: string[] = [];
  if (zonalShift === false) {
    problems.push(`'zonalAutoshift' needs 'zonalShift', which is false; leave one of them out`);
  }
  if (options.outcomeAlarmArns.length === 0) {
    problems.push(
      `'zonalAutoshift' 'outcomeAlarmArns' needs at least one alarm: without it nothing says whether a practice run harms`,
    );
  }
  if (blockedWindows.length > 0 && allowedWindows.length > 0) {
    problems.push(
      `'zonalAutoshift' takes 'blockedWindows' or 'allowedWindows', not both; leave one of them out`,
    );
  }
  return [
    ...problems,
    ...describeAlarms('outcomeAlarmArns', options.outcomeAlarmArns),
    ...describeAlarms('blockingAlarmArns', options.blockingAlarmArns ?? []),
    ...describeEach('blockedDates', blockedDates, isDate, `a date such as '2026-12-24'`),
    ...describeEach('blockedWindows', blockedWindows, isWindow, `hours such as 'Mon:09:00-Mon:17:00'`),
    ...describeEach('allowedWindows', allowedWindows, isWindow, `hours such as 'Mon:09:00-Mon:17:00'`),
  ];
}

function describeAlarms(name: string, arns: readonly string[]): readonly string[] {
  const unknown = describeUnknownList(`'zonalAutoshift' '${name}'`, arns);
  if (unknown.length > 0) return unknown;
  const expected = `the ARN of a CloudWatch alarm such as 'arn:aws:cloudwatch:eu-west-1:111122223333:alarm:Errors'`;
  return describeEach(name, arns, (arn) => ALARM_ARN.test(arn), expected);
}

function describeEach(
  name: string,
  texts: readonly string[],
  isFine: (text: string) => boolean,
  expected: string,
): readonly string[] {
  if (Token.isUnresolved(texts)) return [];
  return [...new Set(texts)].flatMap((text) => {
    const problems: string[] = [];
    whenResolved(text, (known) => {
      if (!isFine(known)) problems.push(`'zonalAutoshift' '${name}' (${known}) must be ${expected}`);
    });
    return problems;
  });
}

/** Whether the calendar has the day: `2026-02-30` comes back as another one. */
function isDate(text: string): boolean {
  const day = DATE.test(text) ? dayNumber(text) : undefined;
  if (day === undefined || Number.isNaN(day)) return false;
  return new Date(day * MILLISECONDS_OF_A_DAY).toISOString().startsWith(text);
}

function isWindow(text: string): boolean {
  return WINDOW.test(text);
}

/** Blocks in a list that the provider compares in order. */
function renderAlarms(arns: readonly string[] | undefined): readonly object[] | undefined {
  return renderTexts(arns)?.map((arn) => ({ alarm_identifier: arn, type: 'CLOUDWATCH' }));
}

function renderTexts(texts: readonly string[] | undefined): readonly string[] | undefined {
  return texts === undefined || texts.length === 0 ? undefined : [...new Set(texts)].sort();
}
