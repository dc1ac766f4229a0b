import { TerraformOutput } from 'cdktf';
import { AwsEnvironment } from '../../lib/eks/private/aws-environment';
import { defineWindowsNodeRole } from '../../lib/eks/private/windows-node-role';
import { synthesize } from '../support/synthesized';
import { all, eksStack, only } from './eks-stack';

describe('the role of nodes that run Windows', () => {
  const stack = eksStack();
  const { ready } = defineWindowsNodeRole(stack, {
    namePrefix: 'prod',
    controlPlaneRoleName: 'prod-eu-west-1-cluster',
    defaults: {
      environment: new AwsEnvironment(stack, 'Environment'),
      tags: { team: 'shop' },
      permissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/Boundary',
    },
  });
  new TerraformOutput(stack, 'Ready', { value: 'yes', dependsOn: [...ready], staticId: true });
  const synthesized = synthesize(stack);

  it('has a name of its own, is bounded and tagged', () => {
    expect(only(synthesized, 'aws_iam_role')).toMatchObject({
      name: 'prod-${data.aws_region.Environment_Region_6E4FC0B0.region}-win',
      permissions_boundary: 'arn:aws:iam::111122223333:policy/Boundary',
      tags: { team: 'shop' },
    });
  });

  it('joins, pulls images and opens a shell, and no more', () => {
    const [roleId] = Object.keys(all(synthesized, 'aws_iam_role'));
    const policies = Object.values(all(synthesized, 'aws_iam_role_policy_attachment'))
      .filter(({ role }) => role === `\${aws_iam_role.${roleId}.name}`)
      .map(({ policy_arn }) => String(policy_arn).replace(/^.*policy\//, ''));
    expect(policies).toEqual([
      'AmazonEC2ContainerRegistryPullOnly',
      'AmazonSSMManagedInstanceCore',
      'AmazonEKSWorkerNodePolicy',
    ]);
  });

  it('comes with the right of the control plane to give pods their addresses, which nodes wait for too', () => {
    expect(all(synthesized, 'aws_iam_role_policy_attachment').WindowsAddresses).toMatchObject({
      role: 'prod-eu-west-1-cluster',
      policy_arn: expect.stringMatching(/policy\/AmazonEKSVPCResourceController$/),
    });
    expect(synthesized.output?.Ready).toMatchObject({
      depends_on: expect.arrayContaining(['${aws_iam_role_policy_attachment.WindowsAddresses}']),
    });
    expect(ready).toHaveLength(4);
  });
});
