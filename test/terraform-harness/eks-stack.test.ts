import { describeTerraform, lifecycle, SimulatedProviders, TerraformWorkspace } from '../support/terraform';
import { eksStack } from './eks-fixture';

const ADDRESSES = [
  'aws_eks_access_entry.Admins',
  'aws_eks_addon.Dns',
  'aws_eks_cluster.Cluster',
  'aws_eks_node_group.Pool',
  'aws_iam_role.Role',
  'aws_kms_key.Key',
  'aws_launch_template.Template',
  'aws_security_group.Nodes',
  'aws_subnet.SubnetA',
  'aws_subnet.SubnetB',
  'aws_vpc.Vpc',
];

describeTerraform('an EKS stack on simulated providers', () => {
  test('lives through init, validate, plan, apply, an empty second plan and destroy', async () => {
    const report = await lifecycle(eksStack());
    expect(report.planned).toEqual(
      ADDRESSES.map((address) => ({ address, actions: ['create'], replacePaths: [] })),
    );
    expect(report.addresses).toEqual([
      ...ADDRESSES,
      'data.aws_availability_zones.Zones',
      'data.aws_iam_policy_document.Trust',
    ]);
    expect(report.liveAfterApply).toBe(11);
    expect(report.outputs).toEqual({
      ca: Buffer.from('simulated data').toString('base64'),
      endpoint: expect.stringMatching(/^https:\/\/[0-9a-f]{12}\.simulated\.example$/),
      issuer: expect.stringMatching(/^https:\/\/oidc\.eks\.eu-west-1\.amazonaws\.com\/id\/[0-9A-F]{32}$/),
      trust:
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["sts:AssumeRole"],"Principal":{"Service":["eks.amazonaws.com"]}}]}',
      vpc_tags: { Owner: 'platform' },
      zone_of_b: 'eu-west-1b',
    });
  });

  test('shows updates in place, replacements by the table of the caller, and what follows from them', async () => {
    const providers = await SimulatedProviders.start(eksStack(), {
      forceNew: { aws_eks_cluster: ['name', 'vpc_config.subnet_ids'], aws_eks_addon: ['cluster_name'] },
      computedValues: { aws_eks_cluster: { endpoint: 'https://api.test', platform_version: null } },
    });
    const workspace = TerraformWorkspace.open(eksStack(), { env: providers.env });
    try {
      await workspace.init();
      await workspace.apply();
      const before = providers.liveResources();
      expect((await workspace.output()).endpoint).toBe('https://api.test');

      workspace.use(eksStack({ version: '1.34', volumeSize: 80, tags: { Env: 'prod' } }));
      expect((await workspace.plan()).changes).toEqual([
        { address: 'aws_eks_cluster.Cluster', actions: ['update'], replacePaths: [] },
        // its launch template has a new version, which Terraform cannot know before the apply
        { address: 'aws_eks_node_group.Pool', actions: ['update'], replacePaths: [] },
        { address: 'aws_launch_template.Template', actions: ['update'], replacePaths: [] },
        { address: 'aws_vpc.Vpc', actions: ['update'], replacePaths: [] },
      ]);
      await workspace.applyPlan();
      expect(providers.liveResources()).toEqual(before);
      expect((await workspace.output()).vpc_tags).toEqual({ Env: 'prod', Owner: 'platform' });
      expect(await workspace.plan()).toEqual({ changes: [], outputChanges: [], exitCode: 0 });

      workspace.use(eksStack({ version: '1.34', volumeSize: 80, tags: { Env: 'prod' }, name: 'other' }));
      const { changes, exitCode } = await workspace.plan();
      expect(exitCode).toBe(2);
      expect(changes.filter(({ actions }) => actions.length === 2)).toEqual([
        {
          address: 'aws_eks_addon.Dns',
          actions: ['delete', 'create'],
          replacePaths: ['cluster_name'],
        },
        { address: 'aws_eks_cluster.Cluster', actions: ['delete', 'create'], replacePaths: ['name'] },
      ]);
      await workspace.applyPlan();
      expect(providers.liveResources()).toContainEqual({ type: 'aws_eks_cluster', id: 'other' });
      expect(providers.liveResources()).not.toContainEqual({ type: 'aws_eks_cluster', id: 'prod' });
      expect((await workspace.plan()).changes).toEqual([]);

      await workspace.destroy();
      expect(providers.liveResources()).toEqual([]);
      expect(await workspace.addresses()).toEqual([]);
    } finally {
      workspace.close();
      providers.stop();
    }
  });
});
