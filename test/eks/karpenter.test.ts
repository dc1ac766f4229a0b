import { EksAddon } from '@cdktf/provider-aws/lib/eks-addon';
import type { TerraformStack } from 'cdktf';
import { EksKarpenter } from '../../lib/eks/karpenter';
import type { EksKarpenterOptions } from '../../lib/eks/karpenter-options';
import { AwsEnvironment } from '../../lib/eks/private/aws-environment';
import { resourceAddresses, type SynthesizedStack, synthesize } from '../support/synthesized';
import { all, eksStack, only, policy, resolved } from './eks-stack';

interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const CLUSTER = 'arn:aws:eks:eu-west-1:111122223333:cluster/prod';
const REGION = '${data.aws_region.Environment_Region_6E4FC0B0.region}';
const ACCOUNT = '${data.aws_caller_identity.Environment_Account_512AA61B.account_id}';
const ARN = 'arn:${data.aws_partition.Environment_Partition_BB4EBD50.partition}';

function define(stack: TerraformStack = eksStack(), options: EksKarpenterOptions = {}): EksKarpenter {
  const agent = new EksAddon(stack, 'Agent', { clusterName: 'prod', addonName: 'eks-pod-identity-agent' });
  return new EksKarpenter(stack, 'Karpenter', {
    ...options,
    namePrefix: 'prod',
    clusterName: 'prod',
    clusterArn: CLUSTER,
    addOns: { readyForIdentities: [agent] },
    defaults: {
      environment: new AwsEnvironment(stack, 'Environment'),
      tags: { team: 'platform' },
      permissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/Boundary',
    },
  });
}

function karpenter(options: EksKarpenterOptions = {}): SynthesizedStack {
  const stack = eksStack();
  define(stack, options);
  return synthesize(stack);
}

function statements(synthesized: SynthesizedStack): readonly Statement[] {
  return (policy(only(synthesized, 'aws_iam_role_policy').policy) as { Statement: Statement[] }).Statement;
}

describe('the AWS side of Karpenter', () => {
  it('has addresses that stay', () => {
    expect(resourceAddresses(karpenter())).toEqual([
      'aws_cloudwatch_event_rule.Karpenter_Interruptions_Health_55C05276',
      'aws_cloudwatch_event_rule.Karpenter_Interruptions_Rebalance_0B563138',
      'aws_cloudwatch_event_rule.Karpenter_Interruptions_Reservation_A244451B',
      'aws_cloudwatch_event_rule.Karpenter_Interruptions_Spot_A5DDBD94',
      'aws_cloudwatch_event_rule.Karpenter_Interruptions_State_7CE9FA11',
      'aws_cloudwatch_event_target.Karpenter_Interruptions_HealthTarget_43E1727E',
      'aws_cloudwatch_event_target.Karpenter_Interruptions_RebalanceTarget_6386A9F0',
      'aws_cloudwatch_event_target.Karpenter_Interruptions_ReservationTarget_A286D9C6',
      'aws_cloudwatch_event_target.Karpenter_Interruptions_SpotTarget_FBA081EF',
      'aws_cloudwatch_event_target.Karpenter_Interruptions_StateTarget_546CF69D',
      'aws_eks_access_entry.Karpenter_Entry_595B6B9E',
      'aws_eks_addon.Agent',
      'aws_eks_pod_identity_association.Karpenter_Association_8FBFE544',
      'aws_iam_role.Karpenter_NodeRole_EDDDDC23',
      'aws_iam_role.Karpenter_Role_BF3E5DE5',
      'aws_iam_role_policy.Karpenter_Role_Policy_A293B005',
      'aws_iam_role_policy_attachment.Karpenter_NodeRole_ImagePull_3FEA4194',
      'aws_iam_role_policy_attachment.Karpenter_NodeRole_SessionManager_39730A01',
      'aws_iam_role_policy_attachment.Karpenter_NodeRole_Worker_F9EE3525',
      'aws_sqs_queue.Karpenter_Interruptions_Queue_F97AB1B4',
      'aws_sqs_queue_policy.Karpenter_Interruptions_Policy_36A991C2',
    ]);
  });

  it('is bounded roles for the controller and the nodes, and an entry for the nodes', () => {
    const synthesized = karpenter();
    const roles = Object.values(all(synthesized, 'aws_iam_role'));
    expect(roles.map(({ name }) => name).sort()).toEqual([`prod-${REGION}-karp`, `prod-${REGION}-kpnode`]);
    for (const role of roles) {
      expect(role.permissions_boundary).toBe('arn:aws:iam::111122223333:policy/Boundary');
    }
    expect(only(synthesized, 'aws_eks_access_entry')).toEqual({
      cluster_name: 'prod',
      principal_arn: '${aws_iam_role.Karpenter_NodeRole_EDDDDC23.arn}',
      type: 'EC2_LINUX',
      tags: { team: 'platform' },
    });
  });

  it('gives the nodes what those of EKS have, and no more', () => {
    const attached = Object.entries(all(karpenter(), 'aws_iam_role_policy_attachment'));
    expect(attached.map(([, { policy_arn }]) => String(policy_arn).split('/').at(-1)).sort()).toEqual([
      'AmazonEC2ContainerRegistryPullOnly',
      'AmazonEKSWorkerNodePolicy',
      'AmazonSSMManagedInstanceCore',
    ]);
    for (const [id] of attached) expect(id).toContain('NodeRole');
  });

  it('gives the controller its role after the agent runs and the role may do what it should', () => {
    expect(only(karpenter(), 'aws_eks_pod_identity_association')).toEqual({
      cluster_name: 'prod',
      namespace: 'kube-system',
      service_account: 'karpenter',
      role_arn: '${aws_iam_role.Karpenter_Role_BF3E5DE5.arn}',
      tags: { team: 'platform' },
      depends_on: ['aws_eks_addon.Agent', 'aws_iam_role_policy.Karpenter_Role_Policy_A293B005'],
    });
    expect(
      only(
        karpenter({ namespace: 'karpenter', serviceAccount: 'controller' }),
        'aws_eks_pod_identity_association',
      ),
    ).toMatchObject({ namespace: 'karpenter', service_account: 'controller' });
  });

  it('lets the controller write to nothing that is not of this cluster', () => {
    const bound = (condition: Statement['Condition']) =>
      Object.entries(condition?.StringEquals ?? {}).some(
        ([key, value]) =>
          /^aws:(Request|Resource)Tag\/kubernetes\.io\/cluster\/prod$/.test(key) && value === 'owned',
      );
    const free = statements(karpenter())
      .filter(({ Condition }) => !bound(Condition))
      .map(({ Sid, Action, Resource }) => ({ Sid, Action, Resource }));
    expect(free).toEqual([
      {
        Sid: 'UseWhatIsThere',
        Action: ['ec2:CreateFleet', 'ec2:RunInstances'],
        Resource: [
          `${ARN}:ec2:${REGION}::image/*`,
          `${ARN}:ec2:${REGION}::snapshot/*`,
          `${ARN}:ec2:${REGION}:*:capacity-reservation/*`,
          `${ARN}:ec2:${REGION}:*:placement-group/*`,
          `${ARN}:ec2:${REGION}:*:security-group/*`,
          `${ARN}:ec2:${REGION}:*:subnet/*`,
        ],
      },
      {
        Sid: 'LookAround',
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
      },
      {
        Sid: 'GiveMachinesTheirRole',
        Action: ['iam:PassRole'],
        Resource: '${aws_iam_role.Karpenter_NodeRole_EDDDDC23.arn}',
      },
      {
        Sid: 'ReadProfiles',
        Action: ['iam:GetInstanceProfile'],
        Resource: `${ARN}:iam::${ACCOUNT}:instance-profile/*`,
      },
      { Sid: 'ListProfiles', Action: ['iam:ListInstanceProfiles'], Resource: '*' },
      { Sid: 'KnowTheCluster', Action: ['eks:DescribeCluster'], Resource: CLUSTER },
      {
        Sid: 'FindImages',
        Action: ['ssm:GetParameter'],
        Resource: `${ARN}:ssm:${REGION}::parameter/aws/service/*`,
      },
      { Sid: 'KnowPrices', Action: ['pricing:GetProducts'], Resource: '*' },
      {
        Sid: 'HearWarnings',
        Action: ['sqs:DeleteMessage', 'sqs:GetQueueUrl', 'sqs:ReceiveMessage'],
        Resource: '${aws_sqs_queue.Karpenter_Interruptions_Queue_F97AB1B4.arn}',
      },
    ]);
  });

  it('lets the controller make, tag and take away machines and profiles under the conditions of Karpenter', () => {
    const requested = {
      'aws:RequestTag/kubernetes.io/cluster/prod': 'owned',
      'aws:RequestTag/eks:eks-cluster-name': 'prod',
    };
    const existing = {
      StringEquals: { 'aws:ResourceTag/kubernetes.io/cluster/prod': 'owned' },
      StringLike: { 'aws:ResourceTag/karpenter.sh/nodepool': '*' },
    };
    const ofPool = { 'aws:RequestTag/karpenter.sh/nodepool': '*' };
    const region = 'topology.kubernetes.io/region';
    const conditions = Object.fromEntries(
      statements(karpenter()).map(({ Sid, Condition }) => [Sid, Condition]),
    );
    expect(conditions).toMatchObject({
      UseOwnTemplates: existing,
      MakeMachines: { StringEquals: requested, StringLike: ofPool },
      TagWhatIsMade: {
        StringEquals: {
          ...requested,
          'ec2:CreateAction': ['CreateFleet', 'CreateLaunchTemplate', 'RunInstances'],
        },
        StringLike: ofPool,
      },
      NameMachines: {
        ...existing,
        StringEqualsIfExists: { 'aws:RequestTag/eks:eks-cluster-name': 'prod' },
        'ForAllValues:StringEquals': {
          'aws:TagKeys': ['Name', 'eks:eks-cluster-name', 'karpenter.sh/nodeclaim'],
        },
      },
      TakeMachinesAway: existing,
      LookAround: { StringEquals: { 'aws:RequestedRegion': REGION } },
      GiveMachinesTheirRole: {
        StringEquals: {
          'iam:PassedToService': 'ec2.${data.aws_partition.Environment_Partition_BB4EBD50.dns_suffix}',
        },
      },
      MakeProfiles: {
        StringEquals: { ...requested, [`aws:RequestTag/${region}`]: REGION },
        StringLike: { 'aws:RequestTag/karpenter.k8s.aws/ec2nodeclass': '*' },
      },
      TagProfiles: {
        StringEquals: {
          ...requested,
          'aws:ResourceTag/kubernetes.io/cluster/prod': 'owned',
          [`aws:RequestTag/${region}`]: REGION,
          [`aws:ResourceTag/${region}`]: REGION,
        },
        StringLike: {
          'aws:RequestTag/karpenter.k8s.aws/ec2nodeclass': '*',
          'aws:ResourceTag/karpenter.k8s.aws/ec2nodeclass': '*',
        },
      },
      ChangeOwnProfiles: {
        StringEquals: {
          'aws:ResourceTag/kubernetes.io/cluster/prod': 'owned',
          [`aws:ResourceTag/${region}`]: REGION,
        },
        StringLike: { 'aws:ResourceTag/karpenter.k8s.aws/ec2nodeclass': '*' },
      },
    });
  });

  it('has a policy that fits in the role for the longest names that there can be', () => {
    const text = String(only(karpenter(), 'aws_iam_role_policy').policy)
      .replaceAll(ACCOUNT, '111122223333')
      .replaceAll(REGION, 'us-isof-south-1')
      .replaceAll(ARN, 'arn:aws-iso-f')
      .replaceAll('prod', 'x'.repeat(40));
    expect(text.length).toBeLessThan(10_240);
  });

  it('hears of what happens to machines through an encrypted queue that only its rules fill', () => {
    const stack = eksStack();
    const { queueName } = define(stack);
    expect(resolved(stack, queueName)).toBe('${aws_sqs_queue.Karpenter_Interruptions_Queue_F97AB1B4.name}');
    const synthesized = synthesize(stack);
    expect(only(synthesized, 'aws_sqs_queue')).toEqual({
      name: 'prod-karpenter',
      message_retention_seconds: 300,
      sqs_managed_sse_enabled: true,
      tags: { team: 'platform' },
    });
    const queue = '${aws_sqs_queue.Karpenter_Interruptions_Queue_F97AB1B4.arn}';
    expect(policy(only(synthesized, 'aws_sqs_queue_policy').policy)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'FromRules',
          Effect: 'Allow',
          Principal: { Service: 'events.amazonaws.com' },
          Action: ['sqs:SendMessage'],
          Resource: queue,
          Condition: {
            ArnLike: { 'aws:SourceArn': `${ARN}:events:${REGION}:${ACCOUNT}:rule/prod-karpenter-*` },
          },
        },
        {
          Sid: 'DenyInsecure',
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Action: ['sqs:*'],
          Resource: queue,
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    });
    const rules = Object.values(all(synthesized, 'aws_cloudwatch_event_rule'));
    expect(rules.map(({ name, event_pattern }) => [name, policy(event_pattern)])).toEqual(
      [
        ['prod-karpenter-health', 'aws.health', 'AWS Health Event'],
        ['prod-karpenter-rebalance', 'aws.ec2', 'EC2 Instance Rebalance Recommendation'],
        ['prod-karpenter-reservation', 'aws.ec2', 'EC2 Capacity Reservation Instance Interruption Warning'],
        ['prod-karpenter-spot', 'aws.ec2', 'EC2 Spot Instance Interruption Warning'],
        ['prod-karpenter-state', 'aws.ec2', 'EC2 Instance State-change Notification'],
      ].map(([name, source, type]) => [name, { source: [source], 'detail-type': [type] }]),
    );
    const targets = Object.values(all(synthesized, 'aws_cloudwatch_event_target'));
    expect(targets.map(({ arn }) => arn)).toEqual(rules.map(() => queue));
    expect(new Set(targets.map(({ rule }) => rule)).size).toBe(5);
  });

  it('has neither queue nor the right to one when it is told so', () => {
    const synthesized = karpenter({ interruptionQueue: false });
    expect(all(synthesized, 'aws_sqs_queue')).toEqual({});
    expect(all(synthesized, 'aws_cloudwatch_event_rule')).toEqual({});
    expect(statements(synthesized).map(({ Sid }) => Sid)).not.toContain('HearWarnings');
    expect(define(eksStack(), { interruptionQueue: false }).queueName).toBeUndefined();
  });

  it('fails with a service account that cannot be', () => {
    expect(() => define(eksStack(), { namespace: 'Kube' })).toThrow(
      "[test/Karpenter] karpenter 'namespace' (Kube) must be 1 to 63 lower-case letters, digits and hyphens",
    );
  });
});
