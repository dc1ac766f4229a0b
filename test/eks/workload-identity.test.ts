import { EksAddon } from '@cdktf/provider-aws/lib/eks-addon';
import { type TerraformStack, TerraformVariable, Testing } from 'cdktf';
import type { EksAddOnServiceAccount } from '../../lib/eks/add-ons';
import { AwsEnvironment } from '../../lib/eks/private/aws-environment';
import { EksWorkloadIdentity } from '../../lib/eks/workload-identity';
import type { EksWorkloadIdentityOptions } from '../../lib/eks/workload-identity-options';
import { synthesize } from '../support/synthesized';
import { all, eksStack, only, policy, resolved } from './eks-stack';

const ROLE = 'arn:aws:iam::111122223333:role/Shop';
const SHOP: EksWorkloadIdentityOptions = { namespace: 'shop', serviceAccount: 'api' };

const CNI: EksAddOnServiceAccount = {
  namespace: 'kube-system',
  serviceAccount: 'aws-node',
  addOnName: 'vpc-cni',
};

function identities(
  stack: TerraformStack = eksStack(),
  serviceAccounts: readonly EksAddOnServiceAccount[] = [CNI],
): EksWorkloadIdentity {
  const agent = new EksAddon(stack, 'Agent', { clusterName: 'prod', addonName: 'eks-pod-identity-agent' });
  return new EksWorkloadIdentity(stack, 'WorkloadIdentity', {
    namePrefix: 'prod',
    clusterName: 'prod',
    addOns: { readyForIdentities: [agent], serviceAccounts },
    defaults: {
      environment: new AwsEnvironment(stack, 'Environment'),
      tags: { team: 'shop' },
      permissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/Boundary',
    },
  });
}

describe('the identity of a workload on EKS', () => {
  it('is a role of its own that this service account of this cluster alone can take on', () => {
    const stack = eksStack();
    const { roleArn, externalId } = identities(stack).bind('Api', {
      ...SHOP,
      managedPolicies: ['AmazonS3ReadOnlyAccess', 'service-role/AWSQuickSightListIAM'],
      statements: [
        {
          sid: 'OwnFolder',
          actions: ['s3:PutObject'],
          resources: ['arn:aws:s3:::shop/${aws:PrincipalTag/kubernetes-namespace}/*'],
          conditions: { Bool: { 'aws:SecureTransport': 'true' } },
        },
      ],
    });
    const synthesized = synthesize(stack);
    const region = '${data.aws_region.Environment_Region_6E4FC0B0.region}';
    const [[id, role] = ['', {}]] = Object.entries(all(synthesized, 'aws_iam_role'));
    expect(id).toBe('WorkloadIdentity_Api_Role_F43B3FDD');
    expect(role).toEqual({
      name: `prod-${region}-faa12e5`,
      description: 'Service account shop/api by EKS Pod Identity',
      assume_role_policy: expect.anything(),
      permissions_boundary: 'arn:aws:iam::111122223333:policy/Boundary',
      tags: { team: 'shop' },
    });
    expect(policy(role.assume_role_policy)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Assume',
          Effect: 'Allow',
          Principal: { Service: 'pods.eks.amazonaws.com' },
          Action: ['sts:AssumeRole', 'sts:TagSession'],
          Condition: {
            StringEquals: {
              'aws:RequestTag/eks-cluster-name': 'prod',
              'aws:RequestTag/kubernetes-namespace': 'shop',
              'aws:RequestTag/kubernetes-service-account': 'api',
            },
          },
        },
      ],
    });
    expect(policy(only(synthesized, 'aws_iam_role_policy').policy)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'OwnFolder',
          Effect: 'Allow',
          Action: ['s3:PutObject'],
          Resource: ['arn:aws:s3:::shop/$${aws:PrincipalTag/kubernetes-namespace}/*'],
          Condition: { Bool: { 'aws:SecureTransport': 'true' } },
        },
      ],
    });
    const partition = '${data.aws_partition.Environment_Partition_BB4EBD50.partition}';
    expect(Object.entries(all(synthesized, 'aws_iam_role_policy_attachment'))).toEqual([
      [
        'WorkloadIdentity_Api_Role_ManagedAWSQuickSightListIAM_72C168C3',
        {
          role: `\${aws_iam_role.${id}.name}`,
          policy_arn: `arn:${partition}:iam::aws:policy/service-role/AWSQuickSightListIAM`,
        },
      ],
      [
        'WorkloadIdentity_Api_Role_ManagedAmazonS3ReadOnlyAccess_82F65E04',
        {
          role: `\${aws_iam_role.${id}.name}`,
          policy_arn: `arn:${partition}:iam::aws:policy/AmazonS3ReadOnlyAccess`,
        },
      ],
    ]);
    expect(resolved(stack, { roleArn, externalId })).toEqual({
      roleArn: `\${aws_iam_role.${id}.arn}`,
      externalId: '${aws_eks_pod_identity_association.WorkloadIdentity_Api_Association_4E010A7F.external_id}',
    });
  });

  it('is associated after the agent runs and the role may do what it should', () => {
    const stack = eksStack();
    identities(stack).bind('Api', { ...SHOP, managedPolicies: ['AmazonS3ReadOnlyAccess'] });
    expect(all(synthesize(stack), 'aws_eks_pod_identity_association')).toEqual({
      WorkloadIdentity_Api_Association_4E010A7F: {
        cluster_name: 'prod',
        namespace: 'shop',
        service_account: 'api',
        role_arn: '${aws_iam_role.WorkloadIdentity_Api_Role_F43B3FDD.arn}',
        tags: { team: 'shop' },
        depends_on: [
          'aws_eks_addon.Agent',
          'aws_iam_role_policy_attachment.WorkloadIdentity_Api_Role_ManagedAmazonS3ReadOnlyAccess_82F65E04',
        ],
      },
    });
  });

  it('is a role that exists, of which nothing is defined', () => {
    const stack = eksStack();
    expect(identities(stack).bind('Api', { ...SHOP, roleArn: ROLE }).roleArn).toBe(ROLE);
    const synthesized = synthesize(stack);
    expect(all(synthesized, 'aws_iam_role')).toEqual({});
    expect(only(synthesized, 'aws_eks_pod_identity_association')).toMatchObject({ role_arn: ROLE });
  });

  it('takes on a role of another account', () => {
    const stack = eksStack();
    const targetRoleArn = 'arn:aws:iam::444455556666:role/Reports';
    identities(stack).bind('Api', { ...SHOP, targetRoleArn });
    const synthesized = synthesize(stack);
    expect(only(synthesized, 'aws_eks_pod_identity_association')).toMatchObject({
      target_role_arn: targetRoleArn,
    });
    expect(policy(only(synthesized, 'aws_iam_role_policy').policy)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'TakeOnTargetRole',
          Effect: 'Allow',
          Action: ['sts:AssumeRole', 'sts:TagSession'],
          Resource: targetRoleArn,
        },
      ],
    });
  });

  it('asks for no tags in its trust where the session has none', () => {
    const stack = eksStack();
    identities(stack).bind('Api', { ...SHOP, sessionTags: false });
    const synthesized = synthesize(stack);
    expect(only(synthesized, 'aws_eks_pod_identity_association')).toMatchObject({
      disable_session_tags: true,
    });
    expect(policy(only(synthesized, 'aws_iam_role').assume_role_policy)).not.toHaveProperty(
      'Statement.0.Condition',
    );
  });

  it('is narrowed by a policy of the session, which raises the provider and takes the tags away', () => {
    const stack = eksStack();
    const bucket = new TerraformVariable(stack, 'bucket', { type: 'string' }).stringValue;
    identities(stack).bind('Api', {
      ...SHOP,
      roleArn: ROLE,
      sessionPolicy: [{ sid: 'Read', actions: ['s3:GetObject'], resources: [`arn:aws:s3:::${bucket}/*`] }],
    });
    const synthesized = synthesize(stack);
    const association = only(synthesized, 'aws_eks_pod_identity_association');
    expect(association).toMatchObject({ disable_session_tags: true });
    expect(policy(association.policy)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Read',
          Effect: 'Allow',
          Action: ['s3:GetObject'],
          Resource: ['arn:aws:s3:::${var.bucket}/*'],
        },
      ],
    });
    expect(synthesized.terraform?.required_providers).toMatchObject({
      aws: { version: '>= 6.66.0, < 7.0.0' },
    });
  });

  it('takes what Terraform fills in', () => {
    const stack = eksStack();
    const text = (id: string) => new TerraformVariable(stack, id, { type: 'string' }).stringValue;
    identities(stack).bind('Api', {
      namespace: text('namespace'),
      serviceAccount: text('account'),
      roleArn: text('role'),
      targetRoleArn: text('target'),
    });
    expect(only(synthesize(stack), 'aws_eks_pod_identity_association')).toMatchObject({
      namespace: '${var.namespace}',
      service_account: '${var.account}',
      role_arn: '${var.role}',
      target_role_arn: '${var.target}',
    });
  });

  it('keeps the name of its role when it is bound to another service account', () => {
    const [one, other] = ['api', 'web'].map((serviceAccount) => {
      const stack = eksStack();
      identities(stack).bind('Api', { ...SHOP, serviceAccount });
      return only(synthesize(stack), 'aws_iam_role').name;
    });
    expect(one).toBe(other);
  });

  it('has a role whose name differs from that of another, and fits in IAM', () => {
    const stack = eksStack();
    const known = identities(stack);
    known.bind('Api', SHOP);
    known.bind('Web', { ...SHOP, serviceAccount: 'web' });
    const names = Object.values(all(synthesize(stack), 'aws_iam_role')).map(({ name }) => String(name));
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(/^prod-\$\{.*\}-[0-9a-f]{7}$/);
  });

  it('fails when the service account has a role, of its own or of an add-on', () => {
    const known = identities();
    known.bind('Api', SHOP);
    expect(() => known.bind('Again', SHOP)).toThrow(
      "[test/WorkloadIdentity] workload identity 'Again' and workload identity 'Api' are for the same service account shop/api; EKS gives it one role, so let one of them have all permissions",
    );
    expect(() => known.bind('Cni', { namespace: 'kube-system', serviceAccount: 'aws-node' })).toThrow(
      "[test/WorkloadIdentity] workload identity 'Cni' and the add-on 'vpc-cni' are for the same service account kube-system/aws-node",
    );
  });

  it('fails when what the cluster itself runs has a role for the service account', () => {
    const known = identities();
    known._reserve('Karpenter', { namespace: 'kube-system', serviceAccount: 'karpenter' });
    expect(() => known.bind('Nodes', { namespace: 'kube-system', serviceAccount: 'karpenter' })).toThrow(
      "[test/WorkloadIdentity] workload identity 'Nodes' and Karpenter are for the same service account kube-system/karpenter",
    );
    known.bind('Api', SHOP);
    expect(() => known._reserve('Karpenter', SHOP)).toThrow(
      "[test/WorkloadIdentity] Karpenter and workload identity 'Api' are for the same service account shop/api",
    );
  });

  it('fails at synthesis when an add-on that came later has a role for the service account', () => {
    const stack = eksStack();
    const later: EksAddOnServiceAccount[] = [];
    identities(stack, later).bind('Api', SHOP);
    expect(() => Testing.synth(stack, true)).not.toThrow();
    later.push({ ...SHOP, addOnName: 'aws-efs-csi-driver' });
    expect(() => Testing.synth(stack, true)).toThrow(
      "[test/WorkloadIdentity] workload identity 'Api' and the add-on 'aws-efs-csi-driver' are for the same service account shop/api; EKS gives it one role, so let one of them have all permissions",
    );
  });

  it.each<[string, Partial<EksWorkloadIdentityOptions>, string]>([
    [
      'a/b',
      {},
      "workload identity name 'a/b' must be 1 to 40 letters, digits and hyphens, starting with a letter",
    ],
    ['Taken', {}, "workload identity name 'Taken' is taken; choose another"],
    [
      'Api',
      { namespace: 'Shop' },
      "workload identity 'Api' 'namespace' (Shop) must be 1 to 63 lower-case letters, digits and hyphens",
    ],
    [
      'Api',
      { serviceAccount: 'api_1' },
      "workload identity 'Api' 'serviceAccount' (api_1) must be 1 to 253 lower-case letters, digits, hyphens and dots",
    ],
    [
      'Api',
      { roleArn: 'Shop' },
      "workload identity 'Api' 'roleArn' (Shop) must be the ARN of an IAM role such as 'arn:aws:iam::111122223333:role/Shop'",
    ],
    [
      'Api',
      { targetRoleArn: 'arn:aws:iam::111122223333:user/ada' },
      "workload identity 'Api' 'targetRoleArn' (arn:aws:iam::111122223333:user/ada) must be the ARN of an IAM role such as 'arn:aws:iam::111122223333:role/Shop'",
    ],
    [
      'Api',
      { roleArn: ROLE, managedPolicies: ['AmazonS3ReadOnlyAccess'] },
      "workload identity 'Api' has 'roleArn' beside 'managedPolicies' or 'statements'; a role that exists has its permissions already, so leave out the one or the others",
    ],
    [
      'Api',
      { sessionTags: true, sessionPolicy: [{ sid: 'Read', actions: ['s3:GetObject'], resources: ['*'] }] },
      "workload identity 'Api' has 'sessionTags' beside 'sessionPolicy'; EKS allows one of them, so leave 'sessionTags' out",
    ],
    [
      'Api',
      { sessionPolicy: [] },
      "workload identity 'Api' has an empty 'sessionPolicy', which allows nothing; leave it out or fill it",
    ],
    [
      'Api',
      { sessionPolicy: [{ sid: 'a-b', actions: ['s3:GetObject'], resources: ['*'] }] },
      "'sid' of 'sessionPolicy' of workload identity 'Api' (a-b) must be letters and digits",
    ],
    [
      'Api',
      { managedPolicies: ['arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'] },
      "'managedPolicies' of workload identity 'Api' (arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess) must hold names of policies of AWS",
    ],
  ])('fails when it is %s with %j', (name, options, message) => {
    const known = identities();
    known.bind('Taken', { namespace: 'other', serviceAccount: 'other' });
    expect(() => known.bind(name, { ...SHOP, ...options })).toThrow(`[test/WorkloadIdentity] ${message}`);
  });
});
