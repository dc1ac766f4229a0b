import type { BlockSchema, NestedBlockSchema } from '../support/terraform/private/schema';

/** A schema in a form that a test can write down: `'set(string) optional computed'`, `'list 1..1'`. */
export interface Notation {
  readonly [name: string]: string | Notation;
}

/** Renders a schema for comparison with a literal. The count of a block stands under the key `#`. */
export function notation(block: BlockSchema, count?: string): Notation {
  const attributes = Object.entries(block.attributes).map(([name, { type, ...flags }]) => {
    const marks = (['required', 'optional', 'computed'] as const).filter((flag) => flags[flag]);
    return [name, [renderType(type), ...marks].join(' ')];
  });
  const blocks = Object.entries(block.blocks).map(([name, nested]) => [
    name,
    notation(nested.block, renderCount(nested)),
  ]);
  return Object.fromEntries([...(count === undefined ? [] : [['#', count]]), ...attributes, ...blocks]);
}

/** The named entries of a notation, for types too large to write down whole. */
export function pick(whole: Notation, ...names: readonly string[]): Notation {
  return Object.fromEntries(names.flatMap((name) => (name in whole ? [[name, whole[name] ?? '']] : [])));
}

function renderCount({ nesting, minItems, maxItems }: NestedBlockSchema): string {
  return nesting === 'single' ? 'single' : `${nesting} ${minItems}..${maxItems === 0 ? 'n' : maxItems}`;
}

function renderType(type: BlockSchema['attributes'][string]['type']): string {
  if (typeof type === 'string') return type;
  if (type[0] !== 'object') return `${type[0]}(${renderType(type[1])})`;
  const members = Object.entries(type[1]).map(([name, member]) => `${name}: ${renderType(member)}`);
  return `{ ${members.join(', ')} }`;
}
