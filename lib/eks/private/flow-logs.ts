import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { FlowLog } from '@cdktf/provider-aws/lib/flow-log';
import { Construct } from 'constructs';
import type { ResourceDefaults } from './resource-defaults';
import { ServiceRole } from './service-role';
import { tagsOrNone, withName } from './tags';

/** The log group of a network's flow logs. */
export function flowLogGroupName(networkName: string): string {
  return `/kubewhere/eks/${networkName}/flow-logs`;
}

export interface FlowLogsProps {
  readonly vpcId: string;
  readonly networkName: string;
  readonly retentionDays: number;
  readonly keyArn: string;
  readonly defaults: ResourceDefaults;
}

/** Who talked to whom in the VPC, accepted or refused, minute by minute. */
export class FlowLogs extends Construct {
  public constructor(scope: Construct, id: string, props: FlowLogsProps) {
    super(scope, id);
    const { environment, tags } = props.defaults;
    const group = new CloudwatchLogGroup(this, 'LogGroup', {
      name: flowLogGroupName(props.networkName),
      retentionInDays: props.retentionDays,
      kmsKeyId: props.keyArn,
      tags: tagsOrNone(tags),
    });
    const role = new ServiceRole(this, 'Role', {
      roleName: `${props.networkName}-${environment.region}-flow`,
      description: 'Writes the flow logs of the VPC',
      service: 'vpc-flow-logs.amazonaws.com',
      condition: { StringEquals: { 'aws:SourceAccount': environment.accountId } },
      statements: [
        {
          Sid: 'WriteFlowLogs',
          Effect: 'Allow',
          Action: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
          Resource: [group.arn, `${group.arn}:*`],
        },
        // The service looks for the group by listing, which IAM cannot narrow to one group
        { Sid: 'FindLogGroup', Effect: 'Allow', Action: ['logs:DescribeLogGroups'], Resource: '*' },
      ],
      defaults: props.defaults,
    });
    new FlowLog(this, 'Resource', {
      vpcId: props.vpcId,
      trafficType: 'ALL',
      maxAggregationInterval: 60,
      logDestination: group.arn,
      iamRoleArn: role.roleArn,
      tags: withName(tags, props.networkName),
      dependsOn: [...role.ready],
    });
  }
}
