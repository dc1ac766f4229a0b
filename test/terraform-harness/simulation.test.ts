import { planChange, replacementPaths } from '../support/terraform/private/plan';
import type {
  AttributeSchema,
  BlockSchema,
  CtyType,
  NestedBlockSchema,
} from '../support/terraform/private/schema';
import { UNKNOWN, type ValueObject } from '../support/terraform/private/value';

const flags = { required: false, optional: false, computed: false };
const optional = (type: CtyType = 'string'): AttributeSchema => ({ ...flags, type, optional: true });
const computed = (type: CtyType = 'string'): AttributeSchema => ({ ...flags, type, computed: true });
const either = (type: CtyType = 'string'): AttributeSchema => ({
  ...flags,
  type,
  optional: true,
  computed: true,
});
const nested = (
  nesting: NestedBlockSchema['nesting'],
  attributes: BlockSchema['attributes'],
  maxItems = 0,
): NestedBlockSchema => ({ nesting, minItems: 0, maxItems, block: { attributes, blocks: {} } });

const RULES = { forceNew: [], recomputedOnUpdate: [], providerFilled: undefined };

const BLOCK: BlockSchema = {
  attributes: { id: computed(), name: optional(), zone: either(), revision: computed('number') },
  blocks: {
    auth: nested('list', { certificate: computed(), user: optional() }, 1),
    disk: nested('list', { size: optional('number'), device: either() }),
    rule: nested('set', { port: optional('number'), handle: computed() }),
  },
};

const CONFIG: ValueObject = { id: null, name: 'a', zone: null, revision: null, auth: [], disk: [], rule: [] };
const PRIOR: ValueObject = {
  id: 'x-1',
  name: 'a',
  zone: 'z1',
  revision: 1,
  auth: [{ certificate: 'c', user: null }],
  disk: [{ size: 10, device: 'sda' }],
  rule: [{ port: 80, handle: 'h80' }],
};

describe('a plan for a new resource', () => {
  test('leaves unknown what the provider decides, and the block that the provider fills', () => {
    const disk = [{ size: 10, device: null }];
    const config = { ...CONFIG, disk };
    expect(planChange(BLOCK, null, config, config, RULES)).toEqual({
      id: UNKNOWN,
      name: 'a',
      zone: UNKNOWN,
      revision: UNKNOWN,
      auth: UNKNOWN,
      disk: [{ size: 10, device: UNKNOWN }],
      rule: [],
    });
  });

  test('keeps what the configuration decides, and fills only the blocks it is told to', () => {
    const config = { ...CONFIG, zone: 'z9' };
    const planned = planChange(BLOCK, null, config, config, { ...RULES, providerFilled: ['disk'] });
    expect(planned).toMatchObject({ zone: 'z9', auth: [], disk: UNKNOWN });
  });
});

describe('a plan for an existing resource', () => {
  const config: ValueObject = {
    ...CONFIG,
    disk: [{ size: 10, device: null }],
    rule: [{ port: 80, handle: null }],
  };

  test('is empty when Terraform proposes what is there, with the block that the provider has filled', () => {
    expect(planChange(BLOCK, PRIOR, { ...PRIOR, auth: [] }, config, RULES)).toEqual(PRIOR);
  });

  test('keeps the values of the provider through an update, and makes them anew for new elements only', () => {
    const proposed: ValueObject = {
      ...PRIOR,
      name: 'b',
      auth: [],
      disk: [
        { size: 20, device: 'sda' },
        { size: 5, device: null },
      ],
      rule: [
        { port: 80, handle: 'h80' },
        { port: 443, handle: null },
      ],
    };
    expect(planChange(BLOCK, PRIOR, proposed, { ...config, name: 'b' }, RULES)).toEqual({
      ...PRIOR,
      name: 'b',
      disk: [
        { size: 20, device: 'sda' },
        { size: 5, device: UNKNOWN },
      ],
      rule: [
        { port: 80, handle: 'h80' },
        { port: 443, handle: UNKNOWN },
      ],
    });
  });

  test('leaves unset what the provider has left unset', () => {
    const prior = { ...PRIOR, zone: null };
    expect(
      planChange(BLOCK, prior, { ...prior, name: 'b' }, { ...config, name: 'b' }, RULES).zone,
    ).toBeNull();
  });

  test('makes a revision unknown when anything changes, and only then', () => {
    const rules = { ...RULES, recomputedOnUpdate: ['revision'] };
    expect(planChange(BLOCK, PRIOR, PRIOR, config, rules).revision).toBe(1);
    expect(planChange(BLOCK, PRIOR, { ...PRIOR, name: 'b' }, config, rules).revision).toBe(UNKNOWN);
  });
});

describe('the table of what forces a replacement', () => {
  const paths = (forceNew: readonly string[], planned: ValueObject) =>
    replacementPaths(BLOCK, PRIOR, planned, { ...RULES, forceNew });

  test('gives the path of a changed attribute, with the index of its block', () => {
    const planned = { ...PRIOR, name: 'b', disk: [{ size: 20, device: 'sda' }] };
    expect(paths(['name', 'disk.size', 'disk.device', 'zone'], planned)).toEqual([
      [{ attribute_name: 'name' }],
      [{ attribute_name: 'disk' }, { element_key_int: 0 }, { attribute_name: 'size' }],
    ]);
  });

  test('gives the path of the whole block for sets and for another number of blocks', () => {
    const planned: ValueObject = { ...PRIOR, disk: [], rule: [{ port: 81, handle: UNKNOWN }] };
    expect(paths(['disk.size', 'rule.port'], planned)).toEqual([
      [{ attribute_name: 'disk' }],
      [{ attribute_name: 'rule' }],
    ]);
  });

  test('is empty when nothing in it changes', () => {
    expect(paths(['name', 'disk', 'rule'], { ...PRIOR, zone: 'z2' })).toEqual([]);
  });
});
