import { SimulatedProviders, type SimulationOptions } from '../support/terraform';
import { checkOptions } from '../support/terraform/private/check-options';
import type { BlockSchema } from '../support/terraform/private/schema';

const attribute = { required: false, optional: true, computed: true };
const BLOCK: BlockSchema = {
  attributes: {
    name: { ...attribute, type: 'string' },
    identity: { ...attribute, type: ['list', ['object', { issuer: 'string' }]] },
  },
  blocks: {
    disk: {
      nesting: 'list',
      minItems: 0,
      maxItems: 0,
      block: { attributes: { size: { ...attribute, type: 'number' } }, blocks: {} },
    },
  },
};
const SCHEMA = { provider: BLOCK, resources: { x_host: BLOCK }, dataSources: { x_zones: BLOCK } };

describe('the options of the simulator', () => {
  test('may name attributes, blocks, what is inside them, and types that no stack uses', () => {
    const options: SimulationOptions = {
      forceNew: { x_host: ['name', 'disk', 'disk.size'], y_other: ['anything'] },
      computedValues: { x_host: { 'identity.issuer': 'a' }, 'data.x_zones': { name: 'b' } },
      providerFilledBlocks: { x_host: ['disk'] },
      honourDeletionProtection: true,
    };
    expect(() => checkOptions(SCHEMA, options)).not.toThrow();
  });

  test.each<[SimulationOptions, string]>([
    [
      { forceNew: { x_host: ['disk.sizes'] } },
      "'forceNew' of x_host names 'disk.sizes', which the type does not have",
    ],
    [
      { recomputedOnUpdate: { x_host: ['revision'] } },
      "'recomputedOnUpdate' of x_host names 'revision', which the type does not have",
    ],
    [
      { providerFilledBlocks: { x_host: ['disks'] } },
      "'providerFilledBlocks' of x_host names 'disks', which the type does not have",
    ],
    [
      { computedValues: { x_host: { 'identity.issuers': 'a' } } },
      "'computedValues' of x_host names 'identity.issuers', which the type does not have",
    ],
    [
      { computedValues: { 'data.x_zones': { 'name.first': 'a' } } },
      "'computedValues' of data.x_zones names 'name.first', which the type does not have",
    ],
  ])('are refused when they name what the type does not have', (options, message) => {
    expect(() => checkOptions(SCHEMA, options)).toThrow(new Error(message));
  });

  test('are checked before anything is started', async () => {
    const stack = JSON.stringify({
      terraform: { required_providers: { aws: { source: 'aws' } } },
      resource: { aws_vpc: { Main: {} } },
    });
    await expect(SimulatedProviders.start(stack, { forceNew: { aws_vpc: ['cidr'] } })).rejects.toThrow(
      "'forceNew' of aws_vpc names 'cidr', which the type does not have",
    );
  });
});
