import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { EncryptionKey } from '../cluster';
import { whenResolved } from '../cluster/private/tokens';
import { ValidationError } from '../values';
import { EksLogClass, type EksLogGroupOptions } from './log-group';
import { tagsOrNone } from './private/tags';

/** Days that CloudWatch offers, from a day to ten years. */
const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export const DEFAULT_LOG_RETENTION_DAYS = 90;

/**
 * Refuses a number of days that CloudWatch does not offer, and "for ever", which grows without bound.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
export function assertRetentionDays(
  prop: string,
  days: number,
  scope: { readonly node: { readonly path: string } },
): void {
  const problems = describeRetentionDays(prop, days);
  if (problems.length > 0) throw new ValidationError(problems.join('; '), scope);
}

/** Why CloudWatch would refuse a number of days; empty when it offers it. */
export function describeRetentionDays(prop: string, days: number): readonly string[] {
  const problems: string[] = [];
  whenResolved(days, (known) => {
    if (RETENTION_DAYS.includes(known)) return;
    problems.push(`'${prop}' (${known}) must be one of ${RETENTION_DAYS.join(', ')} days`);
  });
  return problems;
}

/** The group that EKS writes the control plane's logs to; the name is EKS's choice. */
export function controlPlaneLogGroupName(clusterName: string): string {
  return `/aws/eks/${clusterName}/cluster`;
}

/**
 * What becomes of logs that are to outlive their cluster, when the key that encrypts them does not; `undefined` when it does, or none
 * are to.
 */
export function describeKeptLogs(
  clusterName: string,
  group: EksLogGroupOptions | undefined,
  key: EncryptionKey | undefined,
  deletionDays: number,
): string | undefined {
  if (group?.keepOnDestroy !== true || key?.existingKeyId !== undefined) return undefined;
  return `[kubewhere:eks/kept-logs-lose-key] the control plane's logs of '${clusterName}' are kept when the cluster is destroyed, but its own key goes with it and they become unreadable ${deletionDays} days later; name a key that stays by 'secretsEncryption: EncryptionKey.existing(…)'`;
}

/** Props of {@link EksControlPlaneLogs}. */
export interface EksControlPlaneLogsProps {
  readonly clusterName: string;
  /** EKS's names of the logs; none defines nothing. */
  readonly types: readonly string[];
  readonly retentionDays: number;
  readonly keyArn: string;
  /** @default - standard class, destroyed with the cluster */
  readonly group?: EksLogGroupOptions;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The log group of the control plane. The cluster waits for it: EKS makes one by itself on the first event, without
 * encryption and kept for ever, and Terraform could then not define it any more.
 */
export class EksControlPlaneLogs extends Construct {
  public readonly ready: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: EksControlPlaneLogsProps) {
    super(scope, id);
    const { logClass, keepOnDestroy, deletionProtection } = props.group ?? {};
    this.ready =
      props.types.length === 0
        ? []
        : [
            new CloudwatchLogGroup(this, 'Resource', {
              name: controlPlaneLogGroupName(props.clusterName),
              retentionInDays: props.retentionDays,
              kmsKeyId: props.keyArn,
              // Written only where it is another one: it replaces the group
              logGroupClass: logClass === EksLogClass.STANDARD ? undefined : logClass,
              skipDestroy: keepOnDestroy === true ? true : undefined,
              deletionProtectionEnabled: deletionProtection,
              tags: tagsOrNone(props.tags),
            }),
          ];
  }
}
