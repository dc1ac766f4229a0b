import type { BlockSchema, NestedBlockSchema } from './schema';

/**
 * A block as a newer provider serves it. A block that both have takes its count from the bindings.
 *
 * @throws Error when the bindings have the attribute by now, so that nobody tests an addition that is none. One that they demand and
 * the newer provider does not is an addition.
 */
export function withNewer(block: BlockSchema, newer: BlockSchema, path: string): BlockSchema {
  for (const [name, attribute] of Object.entries(newer.attributes)) {
    if (block.attributes[name]?.required === true && !attribute.required) continue;
    if (block.attributes[name] !== undefined || block.blocks[name] !== undefined) {
      throw new Error(`'newerSchema' names '${path}.${name}', which the bindings have`);
    }
  }
  const blocks: Record<string, NestedBlockSchema> = { ...block.blocks };
  for (const [name, nested] of Object.entries(newer.blocks)) {
    const known = block.blocks[name];
    blocks[name] =
      known === undefined
        ? nested
        : { ...known, block: withNewer(known.block, nested.block, `${path}.${name}`) };
  }
  return { attributes: { ...block.attributes, ...newer.attributes }, blocks };
}
