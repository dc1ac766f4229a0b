import { ApiAccess } from '../../lib/cluster';
import { EksEgress, EksNetwork } from '../../lib/eks';
import { EKS_RULES, findingsOf } from '../support/eks-rules';
import { synthesize } from '../support/synthesized';
import { defineEks, eksStack, synthesizeEks } from './eks-stack';
import { synthesizeFull } from './full-cluster';

/** What breaks a rule on purpose. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'AwsSolutions-IAM4': 'EKS asks for policies of AWS’s by name, and AWS keeps them up with what EKS needs',
  'AwsSolutions-IAM5': 'some calls know no resource: finding log groups, describing machines',
  'NIST.800.53.R5-IAMNoInlinePolicy': 'a policy that fits one role is of use to no other, and goes with it',
  'NIST.800.53.R5-VPCNoUnrestrictedRouteToIGW': 'NAT gateways need it; EksEgress.NONE has none',
};

describe('the rules of cdk-nag for EKS, in the packs AwsSolutions and NIST 800-53 R5', () => {
  it('are broken by the smallest cluster exactly here', () => {
    expect(findingsOf(synthesizeEks().resource ?? {})).toEqual([
      'AwsSolutions-IAM4: aws_iam_role_policy_attachment.Cluster_AddOns_EbsCsiRole_ManagedPolicy_D4596BE7',
      'AwsSolutions-IAM4: aws_iam_role_policy_attachment.Cluster_AddOns_VpcCniRole_ManagedPolicy_CA6DD062',
      'AwsSolutions-IAM4: aws_iam_role_policy_attachment.Cluster_NodeRole_ImagePull_38EFD7F8',
      'AwsSolutions-IAM4: aws_iam_role_policy_attachment.Cluster_NodeRole_SessionManager_9E50C3D6',
      'AwsSolutions-IAM4: aws_iam_role_policy_attachment.Cluster_NodeRole_Worker_AC719ADC',
      'AwsSolutions-IAM4: aws_iam_role_policy_attachment.Cluster_Role_Cluster_34268E13',
      'AwsSolutions-IAM5: aws_iam_role_policy.Cluster_Network_FlowLogs_Role_Policy_33506A73',
      'NIST.800.53.R5-IAMNoInlinePolicy: aws_iam_role_policy.Cluster_Network_FlowLogs_Role_Policy_33506A73',
      'NIST.800.53.R5-IAMNoInlinePolicy: aws_iam_role_policy.Cluster_Role_Policy_AA32587E',
      'NIST.800.53.R5-VPCNoUnrestrictedRouteToIGW: aws_route.Cluster_Network_Egress_PublicRoute_00BCAE0B',
    ]);
  });

  it('are broken by a cluster that asks for everything only where the reasons are known', () => {
    const broken = findingsOf(synthesizeFull().resource ?? {}).map((finding) => finding.split(': ')[0]);
    expect([...new Set(broken)]).toEqual(Object.keys(EXCEPTIONS));
  });

  it('have no way to the Internet to complain of where the network has none', () => {
    const stack = eksStack();
    const network = new EksNetwork(stack, 'Network', { networkName: 'prod', egress: EksEgress.NONE });
    defineEks(stack, { network });
    const broken = findingsOf(synthesize(stack).resource ?? {}).map((finding) => finding.split(': ')[0]);
    expect(new Set(broken)).toEqual(
      new Set(['AwsSolutions-IAM4', 'AwsSolutions-IAM5', 'NIST.800.53.R5-IAMNoInlinePolicy']),
    );
  });

  it('find a cluster that was told to be open and to keep no logs', () => {
    const resources = synthesizeEks({ apiAccess: ApiAccess.public(), controlPlaneLogs: [] }).resource ?? {};
    expect(findingsOf(resources)).toEqual(
      expect.arrayContaining([
        'AwsSolutions-EKS1: aws_eks_cluster.Cluster_EB0386A7',
        'AwsSolutions-EKS2: aws_eks_cluster.Cluster_EB0386A7',
      ]),
    );
  });

  it('are looked for at something, each', () => {
    const types = Object.keys(synthesizeFull().resource ?? {});
    expect(EKS_RULES.filter(({ resourceType }) => !types.includes(resourceType)).map(({ id }) => id)).toEqual(
      [],
    );
  });

  const allow = (action: string, resource: string) => ({
    policy: JSON.stringify({ Statement: [{ Effect: 'Allow', Action: [action], Resource: resource }] }),
  });
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['AwsSolutions-EKS1', { vpc_config: { endpoint_private_access: true } }],
    ['AwsSolutions-EKS2', { enabled_cluster_log_types: ['api', 'audit', 'authenticator', 'scheduler'] }],
    ['AwsSolutions-VPC7', { cidr_block: '10.0.0.0/16' }],
    ['NIST.800.53.R5-VPCDefaultSecurityGroupClosed', { ingress: [{ protocol: '-1' }] }],
    ['NIST.800.53.R5-VPCSubnetAutoAssignPublicIpDisabled', { map_public_ip_on_launch: true }],
    [
      'NIST.800.53.R5-VPCNoUnrestrictedRouteToIGW',
      { gateway_id: 'igw', destination_ipv6_cidr_block: '::/0' },
    ],
    ['AwsSolutions-EC23', { cidr_ipv4: '0.0.0.0/0' }],
    ['NIST.800.53.R5-CloudWatchLogGroupEncrypted', { name: 'logs' }],
    ['NIST.800.53.R5-CloudWatchLogGroupRetentionPeriod', { retention_in_days: 0 }],
    ['AwsSolutions-KMS5', { description: 'key' }],
    ['NIST.800.53.R5-EC2IMDSv2Enabled', { metadata_options: { http_tokens: 'optional' } }],
    ['AwsSolutions-EC26', { block_device_mappings: [{ ebs: { volume_size: 20 } }] }],
    ['AwsSolutions-EC27', { name: 'group' }],
    ['NIST.800.53.R5-IAMNoInlinePolicy', allow('s3:GetObject', 'arn:aws:s3:::a')],
    ['AwsSolutions-IAM4', { policy_arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
    ['AwsSolutions-IAM5', allow('s3:Get*', 'arn:aws:s3:::a')],
    ['NIST.800.53.R5-IAMPolicyNoStatementsWithAdminAccess', allow('*', '*')],
    ['NIST.800.53.R5-IAMPolicyNoStatementsWithFullAccess', allow('s3:*', 'arn:aws:s3:::a')],
    ['AwsSolutions-SQS2', { name: 'queue' }],
    ['AwsSolutions-SQS4', allow('sqs:SendMessage', '*')],
  ])('%s finds what breaks it', (id, body) => {
    const rule = EKS_RULES.find((candidate) => candidate.id === id);
    const type = String(rule?.resourceType);
    expect(findingsOf({ [type]: { Bad: body } })).toContain(`${id}: ${type}.Bad`);
  });

  it('are twenty, and no two of one id', () => {
    expect(new Set(EKS_RULES.map(({ id }) => id)).size).toBe(EKS_RULES.length);
    expect(EKS_RULES).toHaveLength(20);
  });
});
