import { Testing } from 'cdktf';
import { EncryptionKey } from '../../lib/cluster';
import type { EksClusterProps } from '../../lib/eks';
import { EksControlPlaneTier } from '../../lib/eks/control-plane-tier';
import { EksEncryption } from '../../lib/eks/encryption';
import { EksLogClass } from '../../lib/eks/log-group';
import { EksControlPlaneLogs } from '../../lib/eks/logging';
import { autoModePoolsOf, defineAutoModeNodeRole } from '../../lib/eks/private/auto-mode';
import { AwsEnvironment } from '../../lib/eks/private/aws-environment';
import { ClusterSecurityGroupTags } from '../../lib/eks/private/cluster-security-group-tags';
import { describeTerraform, lifecycle, SimulatedProviders, TerraformWorkspace } from '../support/terraform';
import { choice, defineControlPlane } from './control-plane-stack';
import { eksStack } from './eks-stack';

/** A control plane with what belongs to it, as far as the bindings have it. */
function stackOf(props: Partial<EksClusterProps>): string {
  const stack = eksStack();
  const environment = new AwsEnvironment(stack, 'Environment');
  const { keyArn } = new EksEncryption(stack, 'Encryption', {
    prop: 'secretsEncryption',
    key: EncryptionKey.own(),
    alias: 'kubewhere/eks/prod',
    description: 'Secrets',
    logGroupNames: ['/aws/eks/prod/cluster'],
    preventDestroy: false,
    options: props,
    environment,
    tags: {},
  });
  new EksControlPlaneLogs(stack, 'Logs', {
    clusterName: 'prod',
    types: ['audit'],
    retentionDays: 90,
    keyArn,
    group: props.controlPlaneLogGroup,
    tags: {},
  });
  const role =
    autoModePoolsOf(choice(props)).length === 0
      ? undefined
      : defineAutoModeNodeRole(stack, 'AutoModeNodeRole', {
          namePrefix: 'prod',
          defaults: { environment, tags: {}, permissionsBoundaryArn: undefined },
        });
  const cluster = defineControlPlane(stack, props, role);
  new ClusterSecurityGroupTags(stack, 'ClusterSecurityGroupTags', {
    securityGroupId: cluster.vpcConfig.clusterSecurityGroupId,
    tags: props.clusterSecurityGroupTags ?? {},
  });
  return Testing.synth(stack, true);
}

describeTerraform('a control plane of EKS on simulated providers', () => {
  it('lives with all that the bindings have, and leaves nothing', async () => {
    const report = await lifecycle(
      stackOf({
        apiSecurityGroupIds: ['sg-0123456789abcdef0'],
        keyRotationDays: 90,
        keyDeletionDays: 7,
        keyAdministrators: ['arn:aws:iam::111122223333:role/KeyAdmin'],
        controlPlaneLogGroup: { logClass: EksLogClass.INFREQUENT_ACCESS, deletionProtection: false },
        forceVersionUpgrade: true,
        controlPlaneTier: EksControlPlaneTier.TIER_XL,
        autoMode: true,
        remoteNetworks: { nodeCidrs: ['192.168.0.0/20'], podCidrs: ['192.168.16.0/20'] },
        clusterSecurityGroupTags: { team: 'shop', 'karpenter.sh/discovery': 'prod' },
      }),
    );
    expect(report.planned.map(({ address }) => address.split('.')[0])).toEqual([
      'aws_cloudwatch_log_group',
      'aws_ec2_tag',
      'aws_ec2_tag',
      'aws_eks_cluster',
      'aws_iam_role',
      'aws_iam_role_policy_attachment',
      'aws_iam_role_policy_attachment',
      'aws_kms_alias',
      'aws_kms_key',
    ]);
  });

  it('lives on an Outpost', async () => {
    const report = await lifecycle(
      stackOf({
        outpost: {
          outpostArn: 'arn:aws:outposts:eu-west-1:111122223333:outpost/op-0123456789abcdef0',
          controlPlaneInstanceType: 'm5.large',
          placementGroupName: 'racks',
        },
      }),
    );
    expect(report.liveAfterApply).toBe(4);
  });

  it('gets Auto Mode, and loses it, without being replaced', async () => {
    const on = stackOf({ autoMode: true });
    const providers = await SimulatedProviders.start(on, {
      // Not the role of nodes: the provider replaces the cluster for another one, and not for none
      forceNew: { aws_eks_cluster: ['name', 'role_arn', 'kubernetes_network_config.service_ipv4_cidr'] },
    });
    const workspace = TerraformWorkspace.open(stackOf({}), { env: providers.env });
    try {
      await workspace.init();
      await workspace.apply();
      workspace.use(on);
      const { changes } = await workspace.plan();
      expect(changes.map(({ address, actions }) => `${actions} ${address}`)).toEqual([
        'update aws_eks_cluster.Cluster',
        'create aws_iam_role.AutoModeNodeRole_A485ACE9',
        'create aws_iam_role_policy_attachment.AutoModeNodeRole_ImagePull_3873D364',
        'create aws_iam_role_policy_attachment.AutoModeNodeRole_Worker_8BC155E3',
      ]);
      await workspace.applyPlan();
      workspace.use(stackOf({ autoMode: false }));
      const { changes: back } = await workspace.plan();
      expect(back.map(({ address, actions }) => `${actions} ${address}`)).toEqual([
        'update aws_eks_cluster.Cluster',
        'delete aws_iam_role.AutoModeNodeRole_A485ACE9',
        'delete aws_iam_role_policy_attachment.AutoModeNodeRole_ImagePull_3873D364',
        'delete aws_iam_role_policy_attachment.AutoModeNodeRole_Worker_8BC155E3',
      ]);
      await workspace.applyPlan();
      expect((await workspace.plan()).exitCode).toBe(0);
    } finally {
      workspace.close();
      providers.stop();
    }
  });
});
