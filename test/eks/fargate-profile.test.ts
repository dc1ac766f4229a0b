import { type TerraformStack, TerraformVariable } from 'cdktf';
import { type EksFargateProfile, EksFargateProfiles } from '../../lib/eks/fargate-profile';
import type { EksFargateProfileOptions } from '../../lib/eks/fargate-profile-options';
import { AwsEnvironment } from '../../lib/eks/private/aws-environment';
import { resourceAddresses, synthesize } from '../support/synthesized';
import { all, eksStack, only, policy } from './eks-stack';

const SHOP: EksFargateProfileOptions = { selectors: [{ namespace: 'shop' }] };

function profiles(stack: TerraformStack = eksStack()): EksFargateProfiles {
  const environment = new AwsEnvironment(stack, 'Environment');
  return new EksFargateProfiles(stack, 'FargateProfiles', {
    namePrefix: 'prod',
    clusterName: 'prod',
    subnetIds: ['subnet-0000000a', 'subnet-0000000b'],
    dependsOn: [],
    defaults: {
      environment,
      tags: { team: 'shop' },
      permissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/Boundary',
    },
  });
}

function profile(options: EksFargateProfileOptions): EksFargateProfile {
  return profiles().add('shop', options);
}

describe('a Fargate profile', () => {
  it('takes pods in the private subnets, after its role can do what it should', () => {
    const stack = eksStack();
    profiles(stack).add('shop', {
      selectors: [
        { namespace: 'shop', labels: { tier: 'batch' } },
        { namespace: 'preview-*', labels: {} },
      ],
    });
    expect(all(synthesize(stack), 'aws_eks_fargate_profile')).toEqual({
      FargateProfiles_shop_1ED53D53: {
        cluster_name: 'prod',
        fargate_profile_name: 'shop',
        pod_execution_role_arn: '${aws_iam_role.FargateProfiles_Role_55918E6A.arn}',
        subnet_ids: ['subnet-0000000a', 'subnet-0000000b'],
        selector: [{ namespace: 'shop', labels: { tier: 'batch' } }, { namespace: 'preview-*' }],
        tags: { team: 'shop' },
        depends_on: ['aws_iam_role_policy_attachment.FargateProfiles_Role_PodExecution_CF246EE7'],
      },
    });
  });

  it('shares one bounded role with the others, as which Fargate acts for this cluster alone', () => {
    const stack = eksStack();
    const known = profiles(stack);
    expect(known.roleArn).toBeUndefined();
    known.add('shop', SHOP);
    known.add('jobs', { selectors: [{ namespace: 'jobs' }], subnetIds: ['subnet-0123456789abcdef0'] });
    expect(known.roleArn).toBeDefined();
    const synthesized = synthesize(stack);
    expect(resourceAddresses(synthesized)).toEqual([
      'aws_eks_fargate_profile.FargateProfiles_jobs_3D7FA6CC',
      'aws_eks_fargate_profile.FargateProfiles_shop_1ED53D53',
      'aws_iam_role.FargateProfiles_Role_55918E6A',
      'aws_iam_role_policy_attachment.FargateProfiles_Role_PodExecution_CF246EE7',
    ]);
    const role = only(synthesized, 'aws_iam_role');
    expect(role).toMatchObject({
      name: 'prod-${data.aws_region.Environment_Region_6E4FC0B0.region}-fargate',
      permissions_boundary: 'arn:aws:iam::111122223333:policy/Boundary',
    });
    expect(policy(role.assume_role_policy)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Assume',
          Effect: 'Allow',
          Principal: { Service: 'eks-fargate-pods.amazonaws.com' },
          Action: ['sts:AssumeRole'],
          Condition: {
            ArnLike: {
              'aws:SourceArn':
                'arn:${data.aws_partition.Environment_Partition_BB4EBD50.partition}:eks:${data.aws_region.Environment_Region_6E4FC0B0.region}:${data.aws_caller_identity.Environment_Account_512AA61B.account_id}:fargateprofile/prod/*',
            },
          },
        },
      ],
    });
  });

  it('takes what Terraform fills in', () => {
    const stack = eksStack();
    const text = (id: string) => new TerraformVariable(stack, id, { type: 'string' }).stringValue;
    profiles(stack).add('shop', {
      selectors: [{ namespace: text('namespace') }],
      subnetIds: [text('subnet')],
    });
    expect(only(synthesize(stack), 'aws_eks_fargate_profile')).toMatchObject({
      selector: [{ namespace: '${var.namespace}' }],
      subnet_ids: ['${var.subnet}'],
    });
  });

  it('knows which pods it selects, as Fargate does', () => {
    const known = profile({
      selectors: [{ namespace: 'shop', labels: { tier: 'batch', size: 's?' } }, { namespace: 'preview-*' }],
    });
    expect(known.selects('shop', { tier: 'batch', size: 's1', other: 'x' })).toBe(true);
    expect(known.selects('shop', { tier: 'batch', size: 's12' })).toBe(false);
    expect(known.selects('shop', { tier: 'batch' })).toBe(false);
    expect(known.selects('preview-7', {})).toBe(true);
    expect(known.selects('my-preview-7', {})).toBe(false);
    expect(known.selects('shopping', { tier: 'batch', size: 's1' })).toBe(false);
  });

  it.each<[string, Partial<EksFargateProfileOptions>, string]>([
    [
      'Shop',
      {},
      "Fargate profile name 'Shop' must be 1 to 40 lower-case letters, digits and hyphens, starting with a letter",
    ],
    ['taken', {}, "Fargate profile name 'taken' is taken; choose another"],
    ['shop', { selectors: [] }, "Fargate profile 'shop' 'selectors' must be 1 to 5; found 0"],
    [
      'shop',
      { selectors: ['a', 'b', 'c', 'd', 'e', 'f'].map((namespace) => ({ namespace })) },
      "Fargate profile 'shop' 'selectors' must be 1 to 5; found 6",
    ],
    [
      'shop',
      { selectors: [{ namespace: 'Shop' }] },
      "Fargate profile 'shop' 'namespace' (Shop) must be 1 to 63 lower-case letters, digits and hyphens, '*' and '?'",
    ],
    [
      'shop',
      { selectors: [{ namespace: 'shop', labels: { a: '', b: '', c: '', d: '', e: '', f: '' } }] },
      "Fargate profile 'shop' 'labels' must be at most 5 for each selector; found 6",
    ],
    [
      'shop',
      { subnetIds: [] },
      "Fargate profile 'shop' 'subnetIds' is empty; leave it out for all private subnets",
    ],
    [
      'shop',
      { subnetIds: ['private'] },
      "Fargate profile 'shop' 'subnetIds' (private) must hold ids of subnets such as 'subnet-0123456789abcdef0'",
    ],
  ])('fails when it is %s with %j', (name, options, message) => {
    const known = profiles();
    known.add('taken', SHOP);
    expect(() => known.add(name, { ...SHOP, ...options })).toThrow(`[test/FargateProfiles] ${message}`);
  });
});
