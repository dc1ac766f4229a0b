import { SimulatedProviders } from '../support/terraform';
import { withNewer } from '../support/terraform/private/newer-schema';
import type { BlockSchema } from '../support/terraform/private/schema';
import { notation } from './schema-notation';

const text = { type: 'string', required: false, optional: true, computed: false } as const;
const inside = (block: BlockSchema, minItems = 0) =>
  ({ nesting: 'list', minItems, maxItems: 1, block }) as const;
const BLOCK: BlockSchema = {
  attributes: { name: text },
  blocks: { disk: inside({ attributes: { size: text }, blocks: {} }, 1) },
};

describe('what a newer provider has', () => {
  test('joins what the bindings have, in blocks too, whose counts stay', () => {
    const newer: BlockSchema = {
      attributes: { zone: text },
      blocks: {
        disk: inside({ attributes: { kind: text }, blocks: {} }),
        port: inside({ attributes: { number: text }, blocks: {} }),
      },
    };
    expect(notation(withNewer(BLOCK, newer, 'x_host'))).toEqual({
      name: 'string optional',
      zone: 'string optional',
      disk: { '#': 'list 1..1', size: 'string optional', kind: 'string optional' },
      port: { '#': 'list 0..1', number: 'string optional' },
    });
  });

  test('may be told less', () => {
    const demanding: BlockSchema = {
      attributes: { end: { ...text, required: true, optional: false } },
      blocks: {},
    };
    const newer: BlockSchema = { attributes: { end: text }, blocks: {} };
    expect(notation(withNewer(demanding, newer, 'x_host'))).toEqual({ end: 'string optional' });
    expect(() => withNewer(demanding, demanding, 'x_host')).toThrow(
      "names 'x_host.end', which the bindings have",
    );
  });

  test.each<[BlockSchema, string]>([
    [{ attributes: { name: text }, blocks: {} }, 'x_host.name'],
    [{ attributes: { disk: text }, blocks: {} }, 'x_host.disk'],
    [
      { attributes: {}, blocks: { disk: inside({ attributes: { size: text }, blocks: {} }) } },
      'x_host.disk.size',
    ],
  ])('is refused when the bindings have it by now', (newer, path) => {
    expect(() => withNewer(BLOCK, newer, 'x_host')).toThrow(
      new Error(`'newerSchema' names '${path}', which the bindings have`),
    );
  });

  test('may be known to the other options, and types that no stack uses are passed over', async () => {
    const stack = JSON.stringify({
      terraform: { required_providers: { aws: { source: 'aws' } } },
      resource: { aws_vpc: { Main: {} }, aws_new: { Main: {} } },
    });
    const providers = await SimulatedProviders.start(stack, {
      newerSchema: { aws_vpc: { attributes: { moon: text }, blocks: {} }, aws_new: BLOCK, aws_none: BLOCK },
      forceNew: { aws_vpc: ['moon'], aws_new: ['disk.size'] },
    });
    providers.stop();
    await expect(SimulatedProviders.start(stack, { forceNew: { aws_vpc: ['moon'] } })).rejects.toThrow(
      "'forceNew' of aws_vpc names 'moon', which the type does not have",
    );
  });
});
