import type { SimulationOptions } from '../simulation-options';
import type { BlockSchema, CtyType, ProviderSchema } from './schema';

/**
 * A misspelt path in an option would be a test that cannot fail, so it is refused.
 *
 * @throws Error that names the option, the type and the path.
 */
export function checkOptions(schema: ProviderSchema, options: SimulationOptions): void {
  for (const [option, type, path] of paths(options)) {
    const block = type.startsWith('data.')
      ? schema.dataSources[type.slice('data.'.length)]
      : schema.resources[type];
    if (block !== undefined && !isInBlock(block, path.split('.'))) {
      throw new Error(`'${option}' of ${type} names '${path}', which the type does not have`);
    }
  }
}

function paths(options: SimulationOptions): readonly (readonly [string, string, string])[] {
  const { computedValues: _, honourDeletionProtection: __, newerSchema: ___, ...lists } = options;
  return [
    ...Object.entries(lists).flatMap(([option, table]) =>
      Object.entries(table ?? {}).flatMap(([type, found]) =>
        found.map((path) => [option, type, path] as const),
      ),
    ),
    ...Object.entries(options.computedValues ?? {}).flatMap(([type, table]) =>
      Object.keys(table).map((path) => ['computedValues', type, path] as const),
    ),
  ];
}

function isInBlock(block: BlockSchema, [name = '', ...rest]: readonly string[]): boolean {
  const nested = block.blocks[name];
  if (nested !== undefined) return rest.length === 0 || isInBlock(nested.block, rest);
  const attribute = block.attributes[name];
  return attribute !== undefined && isInType(attribute.type, rest);
}

function isInType(type: CtyType, path: readonly string[]): boolean {
  const [name, ...rest] = path;
  if (name === undefined) return true;
  if (typeof type === 'string') return false;
  if (type[0] !== 'object') return isInType(type[1], path);
  const member = type[1][name];
  return member !== undefined && isInType(member, rest);
}
