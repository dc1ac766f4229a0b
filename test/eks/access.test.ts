import { TerraformVariable } from 'cdktf';
import { synthesize } from '../support/synthesized';
import { all, defineEks, eksStack, only, synthesizeEks } from './eks-stack';

const PLATFORM = 'arn:aws:iam::111122223333:role/Platform';

describe('the access to an EKS cluster', () => {
  it('gives an administrator an entry, and the policy after it', () => {
    const synthesized = synthesizeEks({ administrators: { Platform: PLATFORM } });
    expect(all(synthesized, 'aws_eks_access_entry')).toEqual({
      Cluster_Access_Administrators_Platform_10E59DAC: {
        cluster_name: '${aws_eks_cluster.Cluster_EB0386A7.name}',
        principal_arn: PLATFORM,
      },
    });
    expect(only(synthesized, 'aws_eks_access_policy_association')).toEqual({
      cluster_name: '${aws_eks_cluster.Cluster_EB0386A7.name}',
      principal_arn: '${aws_eks_access_entry.Cluster_Access_Administrators_Platform_10E59DAC.principal_arn}',
      policy_arn:
        'arn:${data.aws_partition.Cluster_Environment_Partition_B62F5B42.partition}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
      access_scope: { type: 'cluster' },
    });
  });

  it('takes an administrator later, and one that Terraform fills in', () => {
    const stack = eksStack();
    const arn = new TerraformVariable(stack, 'arn', { type: 'string' }).stringValue;
    defineEks(stack).access.addAdministrator('Pipeline', arn);
    expect(only(synthesize(stack), 'aws_eks_access_entry')).toMatchObject({ principal_arn: '${var.arn}' });
  });

  it.each([
    'arn:aws:iam::111122223333:user/people/ada',
    'arn:aws-us-gov:iam::111122223333:role/Platform',
    'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef',
  ])('takes %s', (arn) => {
    expect(() => defineEks(eksStack(), { administrators: { Platform: arn } })).not.toThrow();
  });

  it.each([
    'arn:aws:iam::111122223333:root',
    'arn:aws:sts::111122223333:assumed-role/Platform/ada',
    'arn:aws:iam::111122223333:group/Admins',
    'Platform',
  ])('fails when the principal is %s', (arn) => {
    expect(() => defineEks(eksStack(), { administrators: { Platform: arn } })).toThrow(
      `[test/Cluster/Access] 'administrators' 'Platform' (${arn}) must be the ARN of an IAM role or user such as 'arn:aws:iam::111122223333:role/Platform'; sessions, groups and the account's root cannot have an access entry`,
    );
  });

  it('fails when two names are one principal', () => {
    expect(() => defineEks(eksStack(), { administrators: { Platform: PLATFORM, Again: PLATFORM } })).toThrow(
      `[test/Cluster/Access] 'administrators' 'Platform' and 'Again' are the same principal (${PLATFORM}); EKS allows one entry for each`,
    );
  });

  it('fails when two names are one principal that Terraform fills in', () => {
    const stack = eksStack();
    const arn = new TerraformVariable(stack, 'arn', { type: 'string' }).stringValue;
    expect(() => defineEks(stack, { administrators: { One: arn, Two: arn } })).toThrow(
      "[test/Cluster/Access] 'administrators' 'One' and 'Two' are the same principal; EKS allows one entry for each",
    );
  });

  it('fails when a name is malformed or taken', () => {
    const cluster = defineEks(eksStack(), { administrators: { Platform: PLATFORM } });
    expect(() => cluster.access.addAdministrator('a/b', 'arn:aws:iam::111122223333:role/Other')).toThrow(
      "[test/Cluster/Access] 'administrators' name 'a/b' must be 1 to 40 letters, digits and hyphens, starting with a letter",
    );
    expect(() => cluster.access.addAdministrator('Platform', 'arn:aws:iam::111122223333:role/Other')).toThrow(
      "[test/Cluster/Access] 'administrators' name 'Platform' is taken; choose another",
    );
  });
});
