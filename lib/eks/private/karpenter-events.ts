import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { SqsQueuePolicy } from '@cdktf/provider-aws/lib/sqs-queue-policy';
import { Construct } from 'constructs';
import { renderPolicy } from './policy-document';
import type { ResourceDefaults } from './resource-defaults';
import { tagsOrNone } from './tags';

export interface KarpenterEventsProps {
  readonly namePrefix: string;
  readonly defaults: ResourceDefaults;
}

interface Event {
  /** Ends the name of the rule: `<40>-karpenter-` leaves 13 of EventBridge's 64 characters. */
  readonly suffix: string;
  readonly source: string;
  readonly detailType: string;
}

/** What Karpenter wants to hear of, by construct id. */
const EVENTS: Readonly<Record<string, Event>> = {
  Health: { suffix: 'health', source: 'aws.health', detailType: 'AWS Health Event' },
  Spot: { suffix: 'spot', source: 'aws.ec2', detailType: 'EC2 Spot Instance Interruption Warning' },
  Rebalance: {
    suffix: 'rebalance',
    source: 'aws.ec2',
    detailType: 'EC2 Instance Rebalance Recommendation',
  },
  State: { suffix: 'state', source: 'aws.ec2', detailType: 'EC2 Instance State-change Notification' },
  Reservation: {
    suffix: 'reservation',
    source: 'aws.ec2',
    detailType: 'EC2 Capacity Reservation Instance Interruption Warning',
  },
};

/** A warning that is older is no use: the machine is gone. */
const RETENTION_SECONDS = 300;

/**
 * The queue in which AWS tells Karpenter what is about to happen to machines, encrypted, and the rules that fill it. Nobody but they may
 * write to it, and nobody may use it without TLS.
 */
export class KarpenterEvents extends Construct {
  public readonly queueName: string;
  public readonly queueArn: string;

  public constructor(scope: Construct, id: string, props: KarpenterEventsProps) {
    super(scope, id);
    const { namePrefix, defaults } = props;
    const tags = tagsOrNone(defaults.tags);
    const name = `${namePrefix}-karpenter`;
    const queue = new SqsQueue(this, 'Queue', {
      name,
      messageRetentionSeconds: RETENTION_SECONDS,
      sqsManagedSseEnabled: true,
      tags,
    });
    const policy = new SqsQueuePolicy(this, 'Policy', {
      queueUrl: queue.url,
      policy: renderPolicy(
        {
          Sid: 'FromRules',
          Effect: 'Allow',
          Principal: { Service: 'events.amazonaws.com' },
          Action: ['sqs:SendMessage'],
          Resource: queue.arn,
          Condition: {
            ArnLike: { 'aws:SourceArn': defaults.environment.regionalArn('events', `rule/${name}-*`) },
          },
        },
        {
          Sid: 'DenyInsecure',
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Action: ['sqs:*'],
          Resource: queue.arn,
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ),
    });
    for (const [key, event] of Object.entries(EVENTS)) {
      const rule = new CloudwatchEventRule(this, key, {
        name: `${name}-${event.suffix}`,
        description: `${event.detailType}, for Karpenter`,
        eventPattern: JSON.stringify({ source: [event.source], 'detail-type': [event.detailType] }),
        tags,
      });
      new CloudwatchEventTarget(this, `${key}Target`, {
        rule: rule.name,
        targetId: 'karpenter',
        arn: queue.arn,
        dependsOn: [policy],
      });
    }
    this.queueName = queue.name;
    this.queueArn = queue.arn;
  }
}
