import { type TerraformStack, TerraformVariable } from 'cdktf';
import { EksHybridIdentity, EksHybridNodes } from '../../lib/eks/hybrid-nodes';
import { AwsEnvironment } from '../../lib/eks/private/aws-environment';
import { type SynthesizedStack, synthesize } from '../support/synthesized';
import { all, eksStack, only, policy, resolved } from './eks-stack';

const ANCHOR =
  'arn:aws:rolesanywhere:eu-west-1:111122223333:trust-anchor/1234abcd-12ab-34cd-56ef-1234567890ab';
const CLUSTER = 'arn:aws:eks:eu-west-1:111122223333:cluster/prod';

function define(identity: EksHybridIdentity, stack: TerraformStack = eksStack()): EksHybridNodes {
  return new EksHybridNodes(stack, 'HybridNodes', {
    identity,
    namePrefix: 'prod',
    clusterName: 'prod',
    clusterArn: CLUSTER,
    defaults: {
      environment: new AwsEnvironment(stack, 'Environment'),
      tags: { team: 'edge' },
      permissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/Boundary',
    },
  });
}

function synthesizeHybrid(identity: EksHybridIdentity): SynthesizedStack {
  const stack = eksStack();
  define(identity, stack);
  return synthesize(stack);
}

function statements(text: unknown): unknown {
  return (policy(text) as { Statement: unknown }).Statement;
}

describe('nodes outside AWS', () => {
  it.each([
    ['Systems Manager', EksHybridIdentity.systemsManager({ registrationLimit: 5 })],
    ['IAM Roles Anywhere', EksHybridIdentity.rolesAnywhere({ trustAnchorArn: ANCHOR })],
  ])('have a bounded role with an entry of their own kind, by %s', (_, identity) => {
    const synthesized = synthesizeHybrid(identity);
    expect(only(synthesized, 'aws_iam_role')).toMatchObject({
      name: 'prod-${data.aws_region.Environment_Region_6E4FC0B0.region}-hybrid',
      permissions_boundary: 'arn:aws:iam::111122223333:policy/Boundary',
    });
    expect(all(synthesized, 'aws_eks_access_entry')).toEqual({
      HybridNodes_Entry_C393BCA3: {
        cluster_name: 'prod',
        principal_arn: '${aws_iam_role.HybridNodes_Role_435EF788.arn}',
        type: 'HYBRID_LINUX',
        tags: { team: 'edge' },
      },
    });
  });

  it('join by an activation, whose role Systems Manager of this account alone takes on', () => {
    const stack = eksStack();
    const { activationId, profileArn } = define(
      EksHybridIdentity.systemsManager({ registrationLimit: 5 }),
      stack,
    );
    expect(profileArn).toBeUndefined();
    expect(resolved(stack, activationId)).toBe('${aws_ssm_activation.HybridNodes_Activation_7DDC4B5B.id}');
    const synthesized = synthesize(stack);
    expect(only(synthesized, 'aws_ssm_activation')).toEqual({
      name: 'prod-hybrid',
      description: 'Hybrid nodes of the cluster prod',
      iam_role: '${aws_iam_role.HybridNodes_Role_435EF788.name}',
      registration_limit: 5,
      tags: { team: 'edge', EKSClusterARN: CLUSTER },
      depends_on: [
        'aws_iam_role_policy_attachment.HybridNodes_Role_ImagePull_7D3583B0',
        'aws_iam_role_policy_attachment.HybridNodes_Role_SystemsManager_0ABEE03D',
        'aws_iam_role_policy.HybridNodes_Role_Policy_B84A4AB8',
      ],
    });
    const ssm =
      'arn:${data.aws_partition.Environment_Partition_BB4EBD50.partition}:ssm:${data.aws_region.Environment_Region_6E4FC0B0.region}:${data.aws_caller_identity.Environment_Account_512AA61B.account_id}';
    expect(statements(only(synthesized, 'aws_iam_role').assume_role_policy)).toEqual([
      {
        Sid: 'Assume',
        Effect: 'Allow',
        Principal: { Service: 'ssm.amazonaws.com' },
        Action: ['sts:AssumeRole'],
        Condition: {
          StringEquals: {
            'aws:SourceAccount': '${data.aws_caller_identity.Environment_Account_512AA61B.account_id}',
          },
          ArnEquals: { 'aws:SourceArn': `${ssm}:*` },
        },
      },
    ]);
    expect(statements(only(synthesized, 'aws_iam_role_policy').policy)).toEqual([
      { Sid: 'KnowTheCluster', Effect: 'Allow', Action: ['eks:DescribeCluster'], Resource: CLUSTER },
      {
        Sid: 'HandOutPodIdentity',
        Effect: 'Allow',
        Action: ['eks-auth:AssumeRoleForPodIdentity'],
        Resource: CLUSTER,
      },
      { Sid: 'ReadTheRegister', Effect: 'Allow', Action: ['ssm:DescribeInstanceInformation'], Resource: '*' },
      {
        Sid: 'LeaveTheRegister',
        Effect: 'Allow',
        Action: ['ssm:DeregisterManagedInstance'],
        Resource: `${ssm}:managed-instance/*`,
        Condition: { StringEquals: { 'ssm:resourceTag/EKSClusterARN': CLUSTER } },
      },
    ]);
  });

  it('join by certificates, each under the name that its certificate bears', () => {
    const stack = eksStack();
    const { activationId, profileArn } = define(
      EksHybridIdentity.rolesAnywhere({ trustAnchorArn: ANCHOR }),
      stack,
    );
    expect(activationId).toBeUndefined();
    expect(resolved(stack, profileArn)).toBe('${aws_rolesanywhere_profile.HybridNodes_Profile_BECEFD94.arn}');
    const synthesized = synthesize(stack);
    expect(only(synthesized, 'aws_rolesanywhere_profile')).toEqual({
      name: 'prod-hybrid',
      enabled: true,
      accept_role_session_name: true,
      role_arns: ['${aws_iam_role.HybridNodes_Role_435EF788.arn}'],
      tags: { team: 'edge' },
      depends_on: [
        'aws_iam_role_policy_attachment.HybridNodes_Role_ImagePull_7D3583B0',
        'aws_iam_role_policy.HybridNodes_Role_Policy_B84A4AB8',
      ],
    });
    const principal = { Principal: { Service: 'rolesanywhere.amazonaws.com' } };
    expect(statements(only(synthesized, 'aws_iam_role').assume_role_policy)).toEqual([
      {
        Sid: 'Assume',
        Effect: 'Allow',
        ...principal,
        Action: ['sts:AssumeRole'],
        Condition: {
          ArnEquals: { 'aws:SourceArn': ANCHOR },
          // As Terraform reads it; IAM gets one dollar
          StringEquals: { 'sts:RoleSessionName': '$${aws:PrincipalTag/x509Subject/CN}' },
        },
      },
      {
        Sid: 'Tag',
        Effect: 'Allow',
        ...principal,
        Action: ['sts:TagSession', 'sts:SetSourceIdentity'],
        Condition: { ArnEquals: { 'aws:SourceArn': ANCHOR } },
      },
    ]);
    expect(all(synthesized, 'aws_ssm_activation')).toEqual({});
  });

  it('warn that the code of an activation is in the state, and of nothing without one', () => {
    const warnings = (identity: EksHybridIdentity) =>
      define(identity)
        .node.metadata.filter(({ type }) => type === '@cdktf/warn')
        .map(({ data }) => data);
    expect(warnings(EksHybridIdentity.systemsManager({ registrationLimit: 5 }))).toEqual([
      "[kubewhere:eks/activation-in-state] the code by which machines join 'prod' is kept in Terraform's state for anyone who reads it, until the activation expires after a day; EksHybridIdentity.rolesAnywhere(…) needs no such secret",
    ]);
    expect(warnings(EksHybridIdentity.rolesAnywhere({ trustAnchorArn: ANCHOR }))).toEqual([]);
  });

  it('take an anchor and a limit that Terraform fills in', () => {
    const stack = eksStack();
    const anchor = new TerraformVariable(stack, 'anchor', { type: 'string' }).stringValue;
    const limit = new TerraformVariable(stack, 'limit', { type: 'number' }).numberValue;
    expect(() => EksHybridIdentity.rolesAnywhere({ trustAnchorArn: anchor })).not.toThrow();
    define(EksHybridIdentity.systemsManager({ registrationLimit: limit }), stack);
    expect(only(synthesize(stack), 'aws_ssm_activation')).toMatchObject({
      registration_limit: '${var.limit}',
    });
  });

  it.each([0, 1001, 1.5])('fail with a limit of %s', (registrationLimit) => {
    expect(() => EksHybridIdentity.systemsManager({ registrationLimit })).toThrow(
      `'registrationLimit' (${registrationLimit}) must be a whole number of 1 to 1000`,
    );
  });

  it('fail with an anchor that is none', () => {
    expect(() => EksHybridIdentity.rolesAnywhere({ trustAnchorArn: CLUSTER })).toThrow(
      `'trustAnchorArn' (${CLUSTER}) must be the ARN of a trust anchor such as '${ANCHOR}'`,
    );
  });
});
