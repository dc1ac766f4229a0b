import { decode, ExtData, ExtensionCodec, encode } from '@msgpack/msgpack';
import type { BlockSchema, CtyType, ProviderSchema } from './schema';
import { isObject, UNKNOWN, type Value, type ValueObject } from './value';

const UNKNOWN_EXTENSION = 0;
// an unknown of which Terraform already knows something ("not null", "starts with"); the simulator needs none of it
const REFINED_UNKNOWN_EXTENSION = 12;

const CODEC = new ExtensionCodec();
CODEC.register({ type: UNKNOWN_EXTENSION, encode: () => null, decode: () => UNKNOWN });
CODEC.register({ type: REFINED_UNKNOWN_EXTENSION, encode: () => null, decode: () => UNKNOWN });

/** How the protocol carries a value: one of the two is filled. */
export interface DynamicValue {
  readonly msgpack?: Uint8Array;
  readonly json?: Uint8Array;
}

export function toWire(value: Value): DynamicValue {
  return { msgpack: encode(packable(value), { extensionCodec: CODEC }) };
}

/** Reads an object, or `null` where Terraform says that there is none. */
export function objectFromWire(wire: DynamicValue | null | undefined): ValueObject | null {
  if (wire?.msgpack === undefined || wire.msgpack.length === 0) return null;
  const value = decode(wire.msgpack, { extensionCodec: CODEC }) as Value;
  return isObject(value) ? value : null;
}

// the codec matches objects only, so the symbol is replaced by the extension before it gets there
function packable(value: Value): unknown {
  if (value === UNKNOWN) return new ExtData(UNKNOWN_EXTENSION, new Uint8Array([0]));
  if (Array.isArray(value)) return value.map(packable);
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, packable(element)]));
  }
  return value;
}

/** A state written as JSON by Terraform, completed and cut to what the schema has now. */
export function objectFromStateJson(block: BlockSchema, json: unknown): ValueObject {
  const source = (json ?? {}) as Readonly<Record<string, unknown>>;
  const attributes = Object.entries(block.attributes).map(([name, { type }]) => [
    name,
    fromStateJson(type, source[name]),
  ]);
  const blocks = Object.entries(block.blocks).map(([name, nested]) => {
    const found = source[name];
    if (nested.nesting === 'single') {
      return [name, found === null || found === undefined ? null : objectFromStateJson(nested.block, found)];
    }
    if (nested.nesting === 'map') {
      const entries = Object.entries((found ?? {}) as Readonly<Record<string, unknown>>);
      return [
        name,
        Object.fromEntries(entries.map(([key, item]) => [key, objectFromStateJson(nested.block, item)])),
      ];
    }
    return [name, Array.isArray(found) ? found.map((item) => objectFromStateJson(nested.block, item)) : []];
  });
  return Object.fromEntries([...attributes, ...blocks]);
}

function fromStateJson(type: CtyType, json: unknown): Value {
  if (json === null || json === undefined) return null;
  if (type === 'dynamic') {
    const { type: actual, value } = json as { readonly type: CtyType; readonly value: unknown };
    return [Buffer.from(JSON.stringify(actual)), fromStateJson(actual, value)];
  }
  if (typeof type === 'string') return json as Value;
  if (type[0] === 'object') {
    const source = json as Readonly<Record<string, unknown>>;
    return Object.fromEntries(
      Object.entries(type[1]).map(([name, element]) => [name, fromStateJson(element, source[name])]),
    );
  }
  const element = type[1];
  if (type[0] === 'map') {
    const entries = Object.entries(json as Readonly<Record<string, unknown>>);
    return Object.fromEntries(entries.map(([key, item]) => [key, fromStateJson(element, item)]));
  }
  return Array.isArray(json) ? json.map((item) => fromStateJson(element, item)) : null;
}

const NESTING = { single: 'SINGLE', list: 'LIST', set: 'SET', map: 'MAP' } as const;

function blockMessage(block: BlockSchema): object {
  return {
    attributes: Object.entries(block.attributes).map(([name, { type, ...flags }]) => ({
      name,
      type: Buffer.from(JSON.stringify(type)),
      ...flags,
    })),
    block_types: Object.entries(block.blocks).map(([name, nested]) => ({
      type_name: name,
      block: blockMessage(nested.block),
      nesting: NESTING[nested.nesting],
      min_items: nested.minItems,
      max_items: nested.maxItems,
    })),
  };
}

/** The answer to Terraform's question for the schema of a provider. */
export function schemaMessage(schema: ProviderSchema): object {
  const each = (blocks: Readonly<Record<string, BlockSchema>>) =>
    Object.fromEntries(
      Object.entries(blocks).map(([name, block]) => [name, { version: 0, block: blockMessage(block) }]),
    );
  return {
    provider: { version: 0, block: blockMessage(schema.provider) },
    resource_schemas: each(schema.resources),
    data_source_schemas: each(schema.dataSources),
    // one process may then keep the schema, which it would else ask for with each configuration
    server_capabilities: { get_provider_schema_optional: true },
  };
}
