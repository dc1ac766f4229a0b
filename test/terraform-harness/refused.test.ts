import { describeTerraform, SimulatedProviders, TerraformWorkspace } from '../support/terraform';

type Json = Readonly<Record<string, unknown>>;

const REQUIRED_PROVIDERS = { aws: { source: 'aws', version: '6.25.0' } };
const VPC_CONFIG = { subnet_ids: ['subnet-1', 'subnet-2'] };
const CLUSTER = { name: 'prod', role_arn: 'arn:aws:iam::1:role/x', vpc_config: VPC_CONFIG };

function stack(cluster: Json, more: Json = {}): string {
  return JSON.stringify({
    terraform: { required_providers: REQUIRED_PROVIDERS, backend: { local: { path: 'x.tfstate' } } },
    provider: { aws: [{ region: 'eu-west-1' }] },
    resource: { aws_eks_cluster: { Cluster: cluster }, ...more },
  });
}

describeTerraform('a wrong stack on simulated providers', () => {
  let providers: SimulatedProviders;
  let workspace: TerraformWorkspace;

  beforeAll(async () => {
    providers = await SimulatedProviders.start(stack(CLUSTER, { aws_vpc: {}, aws_eks_clustr: {} }));
    workspace = TerraformWorkspace.open(stack(CLUSTER), { env: providers.env });
    await workspace.init();
  });
  afterAll(() => {
    workspace.close();
    providers.stop();
  });

  test('is told from a right one', async () => {
    await expect(workspace.validate()).resolves.toBeUndefined();
  });

  test.each([
    [
      'a misspelt block',
      { ...CLUSTER, encryptoin_config: {} },
      'No argument or block type is named "encryptoin_config".',
    ],
    [
      'a misspelt argument inside a block',
      { ...CLUSTER, vpc_config: { ...VPC_CONFIG, subnets: [] } },
      'No argument or block type is named "subnets".',
    ],
    [
      'a missing argument',
      { name: 'prod', vpc_config: VPC_CONFIG },
      'The argument "role_arn" is required, but no definition was found.',
    ],
    [
      'a missing argument inside a block',
      { ...CLUSTER, vpc_config: {} },
      'The argument "subnet_ids" is required, but no definition was found.',
    ],
    ['a missing block', { name: 'prod', role_arn: 'x' }, 'At least 1 "vpc_config" blocks are required.'],
    [
      'a block too many',
      { ...CLUSTER, vpc_config: [VPC_CONFIG, VPC_CONFIG] },
      'No more than 1 "vpc_config" blocks are allowed',
    ],
    [
      'a value of the wrong type',
      { ...CLUSTER, enabled_cluster_log_types: 'api' },
      'Inappropriate value for attribute "enabled_cluster_log_types": set of string required.',
    ],
    [
      'a value for what only the provider can set',
      { ...CLUSTER, endpoint: 'https://example.com' },
      "'endpoint' is set by the provider and cannot be configured; remove it.",
    ],
  ])('is refused for %s', async (_, cluster, message) => {
    workspace.use(stack(cluster));
    await expect(workspace.validate()).rejects.toThrow(unwrapped(message));
  });

  test('is refused for a reference to an attribute that its type does not have', async () => {
    workspace.use(stack({ ...CLUSTER, tags: { Vpc: '${aws_vpc.Main.idd}' } }, { aws_vpc: { Main: {} } }));
    await expect(workspace.validate()).rejects.toThrow(
      unwrapped('This object has no argument, nested block, or exported attribute named "idd".'),
    );
  });

  test('is refused for a type that the provider does not have', async () => {
    workspace.use(stack(CLUSTER, { aws_eks_clustr: { Typo: CLUSTER } }));
    await expect(workspace.validate()).rejects.toThrow(
      unwrapped('The provider hashicorp/aws does not support resource type "aws_eks_clustr".'),
    );
  });
});

/** Terraform breaks its messages over lines where it likes. */
function unwrapped(text: string): RegExp {
  const words = text.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(words.join('\\s+'));
}
