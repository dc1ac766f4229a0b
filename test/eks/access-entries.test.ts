import { TerraformVariable } from 'cdktf';
import { EksAccess, EksAccessPolicy, EksAccessScope } from '../../lib/eks';
import { AwsEnvironment } from '../../lib/eks/private/aws-environment';
import { synthesize } from '../support/synthesized';
import { all, eksStack, only } from './eks-stack';

const SHOP = 'arn:aws:iam::111122223333:role/teams/Shop';
const PLATFORM = 'arn:aws:iam::111122223333:role/Platform';

function access(stack = eksStack(), tags: Readonly<Record<string, string>> = {}): EksAccess {
  return new EksAccess(stack, 'Access', {
    clusterName: 'prod',
    environment: new AwsEnvironment(stack, 'Environment'),
    tags,
  });
}

describe('an entry to an EKS cluster', () => {
  it('takes policies in the whole cluster or in namespaces, each under its own address', () => {
    const stack = eksStack();
    access(stack, { team: 'shop' }).addEntry('Shop', {
      principalArn: SHOP,
      policies: [
        { policy: EksAccessPolicy.VIEW },
        { policy: EksAccessPolicy.EDIT, scope: EksAccessScope.namespaces('shop', 'preview-*', 'shop') },
      ],
    });
    const synthesized = synthesize(stack);
    expect(all(synthesized, 'aws_eks_access_entry')).toEqual({
      Access_Entries_Shop_202A022A: {
        cluster_name: 'prod',
        principal_arn: SHOP,
        tags: { team: 'shop' },
      },
    });
    const common = {
      cluster_name: 'prod',
      principal_arn: '${aws_eks_access_entry.Access_Entries_Shop_202A022A.principal_arn}',
    };
    const partition = '${data.aws_partition.Environment_Partition_BB4EBD50.partition}';
    expect(all(synthesized, 'aws_eks_access_policy_association')).toEqual({
      Access_Entries_Shop_EDIT_49C4A0FF: {
        ...common,
        policy_arn: `arn:${partition}:eks::aws:cluster-access-policy/AmazonEKSEditPolicy`,
        access_scope: { type: 'namespace', namespaces: ['preview-*', 'shop'] },
      },
      Access_Entries_Shop_VIEW_74CBB524: {
        ...common,
        policy_arn: `arn:${partition}:eks::aws:cluster-access-policy/AmazonEKSViewPolicy`,
        access_scope: { type: 'cluster' },
      },
    });
  });

  it('takes groups of the cluster and a user name, sorted and once', () => {
    const stack = eksStack();
    access(stack).addEntry('Shop', {
      principalArn: SHOP,
      kubernetesGroups: ['writers', 'readers', 'writers'],
      userName: 'shop:{{SessionName}}',
    });
    expect(only(synthesize(stack), 'aws_eks_access_entry')).toEqual({
      cluster_name: 'prod',
      principal_arn: SHOP,
      kubernetes_groups: ['readers', 'writers'],
      user_name: 'shop:{{SessionName}}',
    });
  });

  it('takes what Terraform fills in', () => {
    const stack = eksStack();
    const text = (id: string) => new TerraformVariable(stack, id, { type: 'string' }).stringValue;
    access(stack).addEntry('Shop', {
      principalArn: text('arn'),
      policies: [{ policy: EksAccessPolicy.EDIT, scope: EksAccessScope.namespaces(text('namespace')) }],
      kubernetesGroups: [text('group')],
      userName: text('user'),
    });
    const synthesized = synthesize(stack);
    expect(only(synthesized, 'aws_eks_access_entry')).toMatchObject({
      principal_arn: '${var.arn}',
      kubernetes_groups: ['${var.group}'],
      user_name: '${var.user}',
    });
    expect(only(synthesized, 'aws_eks_access_policy_association')).toMatchObject({
      access_scope: { namespaces: ['${var.namespace}'] },
    });
  });

  it.each([
    [
      'an administrator',
      (known: EksAccess) => known.addAdministrator('Platform', SHOP),
      "'administrators' 'Platform' and 'accessEntries' 'Shop'",
    ],
    [
      'another entry',
      (known: EksAccess) => known.addEntry('Platform', { principalArn: SHOP }),
      "'accessEntries' 'Platform' and 'Shop'",
    ],
    [
      'what the cluster needs',
      (known: EksAccess) => known._reserve(SHOP, 'the role of the nodes'),
      "the role of the nodes and 'accessEntries' 'Shop'",
    ],
  ])('fails when its principal is %s', (_, before, pair) => {
    const known = access();
    before(known);
    expect(() => known.addEntry('Shop', { principalArn: SHOP })).toThrow(
      `[test/Access] ${pair} are the same principal (${SHOP}); EKS allows one entry for each`,
    );
  });

  it('fails when the cluster needs a role that has an entry', () => {
    const known = access();
    known.addEntry('Shop', { principalArn: SHOP });
    expect(() => known._reserve(SHOP, 'the role of the nodes')).toThrow(
      `[test/Access] 'accessEntries' 'Shop' and the role of the nodes are the same principal (${SHOP}); EKS allows one entry for each`,
    );
  });

  it('keeps no trace of an entry that was refused', () => {
    const stack = eksStack();
    const known = access(stack);
    expect(() => known.addEntry('Shop', { principalArn: SHOP, userName: '' })).toThrow();
    known.addEntry('Shop', { principalArn: SHOP });
    expect(Object.keys(all(synthesize(stack), 'aws_eks_access_entry'))).toHaveLength(1);
  });

  it.each([
    [
      'a/b',
      { principalArn: SHOP },
      "'accessEntries' name 'a/b' must be 1 to 40 letters, digits and hyphens, starting with a letter",
    ],
    [
      'Shop',
      { principalArn: 'arn:aws:iam::111122223333:root' },
      "'accessEntries' 'Shop' (arn:aws:iam::111122223333:root) must be the ARN of an IAM role or user such as 'arn:aws:iam::111122223333:role/Platform'; sessions, groups and the account's root cannot have an access entry",
    ],
    [
      'Shop',
      {
        principalArn: SHOP,
        policies: [
          { policy: EksAccessPolicy.VIEW, scope: EksAccessScope.namespaces('a') },
          { policy: EksAccessPolicy.VIEW, scope: EksAccessScope.namespaces('b') },
        ],
      },
      "'accessEntries' 'Shop' has the policy 'AmazonEKSViewPolicy' twice; EKS takes it once, so name all its namespaces in one EksAccessScope.namespaces(…)",
    ],
    [
      'Shop',
      { principalArn: SHOP, policies: [{ policy: 'AdministratorAccess' as EksAccessPolicy }] },
      "'accessEntries' 'Shop' policy 'AdministratorAccess' must be one of AmazonEKSClusterAdminPolicy, AmazonEKSAdminPolicy, AmazonEKSAdminViewPolicy, AmazonEKSEditPolicy, AmazonEKSViewPolicy",
    ],
    [
      'Shop',
      { principalArn: SHOP, kubernetesGroups: ['system:masters'] },
      "'accessEntries' 'Shop' group 'system:masters' starts with 'system:', which EKS refuses; bind a group of your own, or use 'policies' with EksAccessPolicy.CLUSTER_ADMIN in place of 'system:masters'",
    ],
    [
      'Shop',
      { principalArn: SHOP, kubernetesGroups: [''] },
      "'accessEntries' 'Shop' has a group without a name; name it or leave it out",
    ],
    [
      'Shop',
      { principalArn: SHOP, userName: '' },
      "'accessEntries' 'Shop' 'userName' is empty; leave it out and EKS derives one",
    ],
    [
      'Shop',
      { principalArn: SHOP, userName: 'eks:shop' },
      "'accessEntries' 'Shop' 'userName' (eks:shop) starts with 'eks:'; EKS keeps system:, eks:, aws:, amazon:, iam: for itself",
    ],
    [
      'Shop',
      { principalArn: SHOP, userName: 'shop-{{SessionName}}' },
      "'accessEntries' 'Shop' 'userName' (shop-{{SessionName}}) needs a colon before the name of the session, such as 'shop:{{SessionName}}'",
    ],
  ])('fails when it is %s with %j', (name, options, message) => {
    expect(() => access().addEntry(name, options)).toThrow(`[test/Access] ${message}`);
  });

  it('says all that is wrong at once, and refuses a name that is taken', () => {
    const known = access();
    known.addEntry('Shop', { principalArn: PLATFORM });
    expect(() => known.addEntry('Shop', { principalArn: PLATFORM, kubernetesGroups: ['system:x'] })).toThrow(
      `[test/Access] 'accessEntries' name 'Shop' is taken; choose another; 'accessEntries' 'Shop' and 'Shop' are the same principal (${PLATFORM}); EKS allows one entry for each; 'accessEntries' 'Shop' group 'system:x' starts with`,
    );
  });

  it('may have the name of an administrator', () => {
    const known = access();
    known.addAdministrator('Shop', PLATFORM);
    expect(() => known.addEntry('Shop', { principalArn: SHOP })).not.toThrow();
  });
});

describe('the scope of a policy', () => {
  it.each(['shop', 'a', 'preview-*', '*', '0day'])('takes the namespace %s', (name) => {
    expect(EksAccessScope.namespaces(name).namespaces).toEqual([name]);
  });

  it.each(['Shop', '-shop', 'shop-', 'pre*view', '', 'x'.repeat(64)])(
    'fails with the namespace %j',
    (name) => {
      expect(() => EksAccessScope.namespaces(name)).toThrow(
        `'scope' namespace '${name}' must be 1 to 63 lower-case letters, digits and hyphens, or end in '*'`,
      );
    },
  );

  it('fails without a namespace', () => {
    expect(() => EksAccessScope.namespaces()).toThrow(
      "'scope' needs at least one namespace such as 'shop'; for all use EksAccessScope.cluster()",
    );
  });
});
