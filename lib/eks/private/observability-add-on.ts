import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { EksExtraAddOnOptions } from '../add-on';
import { DEFAULT_LOG_RETENTION_DAYS, describeRetentionDays } from '../logging';
import type { EksObservabilityOptions } from '../observability';
import { tagsOrNone } from './tags';

/** EKS's name of the add-on. */
export const OBSERVABILITY_ADD_ON = 'amazon-cloudwatch-observability';

/** The groups by id; the agents choose their names. */
const CONTAINER_LOGS = { Application: 'application', Dataplane: 'dataplane', Host: 'host' };
const METRICS = { Performance: 'performance' };

/** What is wrong with the options; empty when they are fine. */
export function describeObservability(options: EksObservabilityOptions): readonly string[] {
  const { logRetentionDays } = options;
  return logRetentionDays === undefined
    ? []
    : describeRetentionDays("logRetentionDays' of 'observability", logRetentionDays);
}

/** Names of the log groups; a key that encrypts them must allow CloudWatch to use it for each. */
export function observabilityLogGroupNames(
  clusterName: string,
  options: EksObservabilityOptions,
): readonly string[] {
  return Object.values(groupsOf(options)).map((kind) => logGroupName(clusterName, kind));
}

/** The add-on in general terms. */
export function renderObservability(options: EksObservabilityOptions): EksExtraAddOnOptions {
  const { containerLogs = true, applicationSignals = false } = options;
  return {
    addOnName: OBSERVABILITY_ADD_ON,
    version: options.version,
    configuration: {
      agent: { config: renderAgent(applicationSignals) },
      containerLogs: { enabled: containerLogs },
    },
    identity: {
      // One account for the agent and for Fluent Bit
      serviceAccount: 'cloudwatch-agent',
      namespace: 'amazon-cloudwatch',
      managedPolicies: [
        'CloudWatchAgentServerPolicy',
        ...(applicationSignals ? ['AWSXrayWriteOnlyAccess'] : []),
      ],
    },
  };
}

/** Written out, because the add-on by itself has Application Signals on. */
function renderAgent(applicationSignals: boolean): Readonly<Record<string, unknown>> {
  const insights = { kubernetes: { enhanced_container_insights: true } };
  if (!applicationSignals) return { logs: { metrics_collected: insights } };
  return {
    logs: { metrics_collected: { ...insights, application_signals: {} } },
    traces: { traces_collected: { application_signals: {} } },
  };
}

/** Props of {@link EksObservabilityLogs}. */
export interface EksObservabilityLogsProps {
  readonly clusterName: string;
  readonly options: EksObservabilityOptions;
  readonly keyArn: string;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The log groups of Container Insights. The add-on waits for them: its agents make them by themselves otherwise, without encryption and
 * kept for ever, and Terraform could then not define them any more.
 */
export class EksObservabilityLogs extends Construct {
  public readonly ready: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: EksObservabilityLogsProps) {
    super(scope, id);
    const { clusterName, options } = props;
    this.ready = Object.entries(groupsOf(options)).map(
      ([group, kind]) =>
        new CloudwatchLogGroup(this, group, {
          name: logGroupName(clusterName, kind),
          retentionInDays: options.logRetentionDays ?? DEFAULT_LOG_RETENTION_DAYS,
          kmsKeyId: props.keyArn,
          tags: tagsOrNone(props.tags),
        }),
    );
  }
}

function groupsOf(options: EksObservabilityOptions): Readonly<Record<string, string>> {
  return options.containerLogs === false ? METRICS : { ...CONTAINER_LOGS, ...METRICS };
}

function logGroupName(clusterName: string, kind: string): string {
  return `/aws/containerinsights/${clusterName}/${kind}`;
}
