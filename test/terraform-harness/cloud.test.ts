import { describeTerraform, SimulatedProviders, TerraformWorkspace } from '../support/terraform';

type Json = Readonly<Record<string, unknown>>;

/** The same network in two regions, through two configurations of one provider. */
function stack(more: Json = {}, networks: Json = {}): string {
  const inIreland = { provider: 'aws.ireland', cidr_block: '10.0.0.0/16' };
  return JSON.stringify({
    terraform: {
      required_providers: { aws: { source: 'aws', version: '6.25.0' } },
      backend: { local: { path: 'x' } },
    },
    provider: { aws: [{ region: 'us-east-1' }, { alias: 'ireland', region: 'eu-west-1' }] },
    data: {
      aws_availability_zones: { Home: {}, Ireland: { provider: 'aws.ireland' } },
      aws_caller_identity: { Me: {} },
    },
    resource: { aws_vpc: { First: inIreland, Second: inIreland, ...networks } },
    output: {
      home: { value: '${data.aws_availability_zones.Home.names}' },
      ireland: { value: '${data.aws_availability_zones.Ireland.names}' },
      account: { value: '${data.aws_caller_identity.Me.account_id}' },
      arn: { value: '${aws_vpc.First.arn}' },
      own_region: { value: '${aws_vpc.First.region}' },
    },
    ...more,
  });
}

describeTerraform('the simulated cloud', () => {
  test('tells configurations of one provider apart, and twins of one configuration', async () => {
    const providers = await SimulatedProviders.start(stack(), {
      computedValues: { 'data.aws_availability_zones': { names: ({ region }) => [`${region}-only`] } },
    });
    const workspace = TerraformWorkspace.open(stack(), { env: providers.env });
    try {
      await workspace.init();
      await workspace.apply();
      const ids = providers.liveResources().map(({ id }) => id);
      expect(new Set(ids).size).toBe(2);
      const output = await workspace.output();
      expect(output).toEqual({
        home: ['us-east-1-only'],
        ireland: ['eu-west-1-only'],
        account: '123456789012',
        arn: expect.stringMatching(/^arn:aws:vpc:eu-west-1:123456789012:vpc\/vpc-[0-9a-f]{17}$/),
        own_region: 'eu-west-1',
      });

      const [id = ''] = ids;
      const imported = { provider: 'aws.ireland', cidr_block: '10.0.0.0/16' };
      workspace.use(stack({ import: [{ to: 'aws_vpc.Third', id }] }, { Third: imported }));
      await workspace.apply();
      expect(await workspace.addresses()).toContain('aws_vpc.Third');
      expect(providers.liveResources()).toHaveLength(2);

      workspace.use(
        stack({ import: [{ to: 'aws_vpc.Fourth', id: 'vpc-0' }] }, { Third: imported, Fourth: imported }),
      );
      await expect(workspace.plan()).rejects.toThrow("the simulated cloud holds no aws_vpc with id 'vpc-0'");
    } finally {
      workspace.close();
      providers.stop();
    }
  });

  test('draws the same ids for the same stack', async () => {
    const idsOf = async () => {
      const providers = await SimulatedProviders.start(stack());
      const workspace = TerraformWorkspace.open(stack(), { env: providers.env });
      try {
        await workspace.init();
        await workspace.apply();
        return providers.liveResources();
      } finally {
        workspace.close();
        providers.stop();
      }
    };
    expect(await idsOf()).toEqual(await idsOf());
  });

  test('has lost what another one holds: Terraform plans to make it again', async () => {
    const before = await SimulatedProviders.start(stack());
    const after = await SimulatedProviders.start(stack());
    const env: Record<string, string> = { ...before.env };
    const workspace = TerraformWorkspace.open(stack(), { env });
    try {
      await workspace.init();
      await workspace.apply();
      Object.assign(env, after.env);
      expect((await workspace.plan()).changes).toEqual([
        { address: 'aws_vpc.First', actions: ['create'], replacePaths: [] },
        { address: 'aws_vpc.Second', actions: ['create'], replacePaths: [] },
      ]);
    } finally {
      workspace.close();
      before.stop();
      after.stop();
    }
  });
});
