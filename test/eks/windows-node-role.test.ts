import { AwsEnvironment } from '../../lib/eks/private/aws-environment';
import { defineWindowsNodeRole } from '../../lib/eks/private/windows-node-role';
import { synthesize } from '../support/synthesized';
import { all, eksStack, only } from './eks-stack';

describe('the role of nodes that run Windows', () => {
  const stack = eksStack();
  defineWindowsNodeRole(stack, 'WindowsNodeRole', {
    namePrefix: 'prod',
    defaults: {
      environment: new AwsEnvironment(stack, 'Environment'),
      tags: { team: 'shop' },
      permissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/Boundary',
    },
  });
  const synthesized = synthesize(stack);

  it('has a name of its own, is bounded and tagged', () => {
    expect(only(synthesized, 'aws_iam_role')).toMatchObject({
      name: 'prod-${data.aws_region.Environment_Region_6E4FC0B0.region}-win',
      permissions_boundary: 'arn:aws:iam::111122223333:policy/Boundary',
      tags: { team: 'shop' },
    });
  });

  it('joins, pulls images and opens a shell, and no more', () => {
    const policies = Object.values(all(synthesized, 'aws_iam_role_policy_attachment')).map(({ policy_arn }) =>
      String(policy_arn).replace(/^.*policy\//, ''),
    );
    expect(policies).toEqual([
      'AmazonEC2ContainerRegistryPullOnly',
      'AmazonSSMManagedInstanceCore',
      'AmazonEKSWorkerNodePolicy',
    ]);
  });
});
