import type { AwsEnvironment } from './aws-environment';
import type { PolicyStatement } from './policy-document';

export interface KarpenterPolicyProps {
  readonly environment: AwsEnvironment;
  readonly clusterName: string;
  readonly clusterArn: string;
  readonly nodeRoleArn: string;
  /** `undefined` without a queue. */
  readonly queueArn: string | undefined;
}

type Conditions = NonNullable<PolicyStatement['Condition']>;

const NODE_POOL = 'karpenter.sh/nodepool';
const NODE_CLASS = 'karpenter.k8s.aws/ec2nodeclass';
const REGION = 'topology.kubernetes.io/region';
const CLUSTER_NAME = 'eks:eks-cluster-name';

/**
 * What Karpenter's controller does in AWS, up to its version 1.14. Whatever writes is bound to the cluster's tag: what it makes must carry it,
 * what it changes or takes away must have it. Statements whose resource is `*` read only.
 *
 * @see https://karpenter.sh/docs/reference/cloudformation/#karpentercontrollerpolicy
 */
export function karpenterStatements(props: KarpenterPolicyProps): PolicyStatement[] {
  return [...onMachines(props), ...onInstanceProfiles(props), ...onOthers(props)];
}

function onMachines({ environment, clusterName }: KarpenterPolicyProps): PolicyStatement[] {
  const { region } = environment;
  const owned = ownedBy(clusterName);
  // Subnets, groups and reservations may be those of another account that shares them
  const shared = (kind: string) => environment.arnOf('ec2', region, '*', `${kind}/*`);
  const made = [
    'fleet',
    'instance',
    'launch-template',
    'network-interface',
    'spot-instances-request',
    'volume',
  ];
  const requested: Conditions = {
    StringEquals: { [`aws:RequestTag/${owned}`]: 'owned', [`aws:RequestTag/${CLUSTER_NAME}`]: clusterName },
    StringLike: { [`aws:RequestTag/${NODE_POOL}`]: '*' },
  };
  const existing: Conditions = {
    StringEquals: { [`aws:ResourceTag/${owned}`]: 'owned' },
    StringLike: { [`aws:ResourceTag/${NODE_POOL}`]: '*' },
  };
  return [
    {
      Sid: 'UseWhatIsThere',
      Effect: 'Allow',
      Action: ['ec2:CreateFleet', 'ec2:RunInstances'],
      Resource: [
        environment.arnOf('ec2', region, '', 'image/*'),
        environment.arnOf('ec2', region, '', 'snapshot/*'),
        ...['capacity-reservation', 'placement-group', 'security-group', 'subnet'].map(shared),
      ],
    },
    {
      Sid: 'UseOwnTemplates',
      Effect: 'Allow',
      Action: ['ec2:CreateFleet', 'ec2:RunInstances'],
      Resource: shared('launch-template'),
      Condition: existing,
    },
    {
      Sid: 'MakeMachines',
      Effect: 'Allow',
      Action: ['ec2:CreateFleet', 'ec2:CreateLaunchTemplate', 'ec2:RunInstances'],
      Resource: made.map(shared),
      Condition: requested,
    },
    {
      Sid: 'TagWhatIsMade',
      Effect: 'Allow',
      Action: ['ec2:CreateTags'],
      Resource: made.map(shared),
      Condition: {
        ...requested,
        StringEquals: {
          ...requested.StringEquals,
          'ec2:CreateAction': ['CreateFleet', 'CreateLaunchTemplate', 'RunInstances'],
        },
      },
    },
    {
      Sid: 'NameMachines',
      Effect: 'Allow',
      Action: ['ec2:CreateTags'],
      Resource: shared('instance'),
      Condition: {
        ...existing,
        StringEqualsIfExists: { [`aws:RequestTag/${CLUSTER_NAME}`]: clusterName },
        'ForAllValues:StringEquals': { 'aws:TagKeys': ['Name', CLUSTER_NAME, 'karpenter.sh/nodeclaim'] },
      },
    },
    {
      Sid: 'TakeMachinesAway',
      Effect: 'Allow',
      Action: ['ec2:DeleteLaunchTemplate', 'ec2:TerminateInstances'],
      Resource: ['instance', 'launch-template'].map(shared),
      Condition: existing,
    },
    {
      Sid: 'LookAround',
      Effect: 'Allow',
      Action: [
        'ec2:DescribeCapacityReservations',
        'ec2:DescribeImages',
        'ec2:DescribeInstanceStatus',
        'ec2:DescribeInstanceTypeOfferings',
        'ec2:DescribeInstanceTypes',
        'ec2:DescribeInstances',
        'ec2:DescribeLaunchTemplates',
        'ec2:DescribePlacementGroups',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSpotPriceHistory',
        'ec2:DescribeSubnets',
      ],
      Resource: '*',
      Condition: { StringEquals: { 'aws:RequestedRegion': region } },
    },
  ];
}

function onInstanceProfiles(props: KarpenterPolicyProps): PolicyStatement[] {
  const { environment, clusterName, nodeRoleArn } = props;
  const owned = ownedBy(clusterName);
  const profiles = environment.arnOf('iam', '', environment.accountId, 'instance-profile/*');
  const request = {
    [`aws:RequestTag/${owned}`]: 'owned',
    [`aws:RequestTag/${CLUSTER_NAME}`]: clusterName,
    [`aws:RequestTag/${REGION}`]: environment.region,
  };
  const resource = {
    [`aws:ResourceTag/${owned}`]: 'owned',
    [`aws:ResourceTag/${REGION}`]: environment.region,
  };
  const requestedClass = { [`aws:RequestTag/${NODE_CLASS}`]: '*' };
  const existingClass = { [`aws:ResourceTag/${NODE_CLASS}`]: '*' };
  return [
    {
      Sid: 'GiveMachinesTheirRole',
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: nodeRoleArn,
      Condition: { StringEquals: { 'iam:PassedToService': `ec2.${environment.dnsSuffix}` } },
    },
    {
      Sid: 'MakeProfiles',
      Effect: 'Allow',
      Action: ['iam:CreateInstanceProfile'],
      Resource: profiles,
      Condition: { StringEquals: request, StringLike: requestedClass },
    },
    {
      Sid: 'TagProfiles',
      Effect: 'Allow',
      Action: ['iam:TagInstanceProfile'],
      Resource: profiles,
      Condition: {
        StringEquals: { ...resource, ...request },
        StringLike: { ...existingClass, ...requestedClass },
      },
    },
    {
      Sid: 'ChangeOwnProfiles',
      Effect: 'Allow',
      Action: [
        'iam:AddRoleToInstanceProfile',
        'iam:DeleteInstanceProfile',
        'iam:RemoveRoleFromInstanceProfile',
      ],
      Resource: profiles,
      Condition: { StringEquals: resource, StringLike: existingClass },
    },
    { Sid: 'ReadProfiles', Effect: 'Allow', Action: ['iam:GetInstanceProfile'], Resource: profiles },
    // Knows no narrower resource
    { Sid: 'ListProfiles', Effect: 'Allow', Action: ['iam:ListInstanceProfiles'], Resource: '*' },
  ];
}

function onOthers({ environment, clusterArn, queueArn }: KarpenterPolicyProps): PolicyStatement[] {
  const statements: PolicyStatement[] = [
    { Sid: 'KnowTheCluster', Effect: 'Allow', Action: ['eks:DescribeCluster'], Resource: clusterArn },
    {
      Sid: 'FindImages',
      Effect: 'Allow',
      Action: ['ssm:GetParameter'],
      Resource: environment.arnOf('ssm', environment.region, '', 'parameter/aws/service/*'),
    },
    // Knows no narrower resource
    { Sid: 'KnowPrices', Effect: 'Allow', Action: ['pricing:GetProducts'], Resource: '*' },
  ];
  if (queueArn === undefined) return statements;
  return [
    ...statements,
    {
      Sid: 'HearWarnings',
      Effect: 'Allow',
      Action: ['sqs:DeleteMessage', 'sqs:GetQueueUrl', 'sqs:ReceiveMessage'],
      Resource: queueArn,
    },
  ];
}

function ownedBy(clusterName: string): string {
  return `kubernetes.io/cluster/${clusterName}`;
}
