import { type AccessorEntry, BindingsDeclarations, type ConfigurableEntry } from './bindings-declarations';
import type { AttributeSchema, BlockSchema, CtyType, NestedBlockSchema } from './schema';

// Recursive schemas (aws_wafv2_web_acl) are endless in the bindings and finite in the provider, which stops
// after a few levels; how many, the bindings do not tell.
const RECURSION_LIMIT = 3;

/**
 * Rebuilds the schema that a provider serves from the TypeScript of its prebuilt bindings.
 *
 * Exact for names, types, list against set, required, optional and computed, `min_items` 0 or 1 and
 * `max_items` 1. The bindings do not hold, so the result lacks: sensitive flags, other item counts,
 * deprecations, defaults and which changes force a replacement.
 */
export function schemaFromBindings(source: string): BlockSchema {
  const declarations = new BindingsDeclarations(source);
  const root = declarations.rootClass;
  const schema = new SchemaReader(declarations).block(undefined, root, `${root}Config`, []);
  if (Object.keys(schema.attributes).length + Object.keys(schema.blocks).length === 0) {
    throw new Error(`the bindings of ${root} have an unknown form: no attribute was found`);
  }
  return schema;
}

class SchemaReader {
  public constructor(private readonly declarations: BindingsDeclarations) {}

  public block(
    struct: string | undefined,
    className: string,
    interfaceName: string,
    parents: readonly string[],
  ): BlockSchema {
    const attributes: Record<string, AttributeSchema> = {};
    const blocks: Record<string, NestedBlockSchema> = {};
    const blockNames = this.declarations.blockNames(interfaceName);
    for (const { accessor, entry } of this.members(struct, className, interfaceName)) {
      const nested = entry && nestedBlock(entry, blockNames);
      if (nested === undefined) {
        attributes[accessor.name] = {
          type: this.attributeType(accessor, entry),
          required: accessor.required,
          optional: accessor.optional,
          computed: accessor.computed,
        };
      } else if (parents.filter((parent) => parent === nested.struct).length < RECURSION_LIMIT) {
        blocks[accessor.name] = {
          nesting: nested.nesting,
          minItems: accessor.required && nested.nesting !== 'single' ? 1 : 0,
          maxItems: nested.single ? 1 : 0,
          block: this.block(nested.struct, `${nested.struct}OutputReference`, nested.struct, [
            ...parents,
            nested.struct,
          ]),
        };
      }
    }
    return { attributes, blocks };
  }

  private members(struct: string | undefined, className: string, interfaceName: string) {
    const entries = new Map(this.declarations.configurable(struct).map((entry) => [entry.name, entry]));
    const accessors = this.declarations.accessors(className);
    if (accessors.length > 0) {
      return accessors.map((accessor) => ({ accessor, entry: entries.get(accessor.name) }));
    }
    // the nested types of a provider configuration are interfaces only: nothing in them is computed
    const required = this.declarations.requiredNames(interfaceName);
    return [...entries.values()].map((entry) => ({
      accessor: {
        name: entry.name,
        computed: false,
        optional: !required.has(entry.name),
        required: required.has(entry.name),
        reads: '',
      },
      entry,
    }));
  }

  private attributeType(accessor: AccessorEntry, entry: ConfigurableEntry | undefined): CtyType {
    if (entry === undefined) return this.typeOfGetter(accessor.reads);
    const type = this.typeOfMapper(entry.mapper);
    // the mapper is the same for lists and sets; only the outermost of the two is told apart
    return entry.shape === 'set' && Array.isArray(type) ? ['set', type[1] as CtyType] : type;
  }

  private typeOfMapper(mapper: string): CtyType {
    const expression = mapper.replace(/^\S+ === undefined \? null : /, '');
    const list = /^cdktf\.listMapper(?:Hcl)?\((.+), (?:true|false)\)/.exec(expression)?.[1];
    if (list !== undefined) return ['list', this.typeOfMapper(list)];
    const map = /^cdktf\.hashMapper(?:Hcl)?\((.+?)\)(?:\(|$)/.exec(expression)?.[1];
    if (map !== undefined) {
      const element = this.typeOfMapper(map);
      return element === 'dynamic' ? 'dynamic' : ['map', element];
    }
    const simple = /^cdktf\.(string|number|boolean|any)To(?:Hcl)?Terraform/.exec(expression)?.[1];
    if (simple !== undefined) return PRIMITIVES[simple] ?? 'dynamic';
    const struct = structOf(expression);
    return struct === undefined ? 'dynamic' : this.objectType(struct);
  }

  private typeOfGetter(reads: string): CtyType {
    const complex = /^new (\w+?)(List|OutputReference|Map)\(this, "\w+"(?:, (true|false))?\)/.exec(reads);
    if (complex !== null) {
      const [, struct = '', kind, wrapsSet] = complex;
      const object = this.objectType(struct);
      if (kind === 'OutputReference') return object;
      return [kind === 'Map' ? 'map' : wrapsSet === 'true' ? 'set' : 'list', object];
    }
    return GETTERS.find(([pattern]) => pattern.test(reads))?.[1] ?? 'dynamic';
  }

  private objectType(struct: string): CtyType {
    const members = this.members(struct, `${struct}OutputReference`, struct);
    return [
      'object',
      Object.fromEntries(
        members.map(({ accessor, entry }) => [accessor.name, this.attributeType(accessor, entry)]),
      ),
    ];
  }
}

const PRIMITIVES: Readonly<Record<string, CtyType>> = { string: 'string', number: 'number', boolean: 'bool' };

const GETTERS: readonly (readonly [RegExp, CtyType])[] = [
  [/^this\.getStringAttribute\(/, 'string'],
  [/^this\.getNumberAttribute\(/, 'number'],
  [/^this\.getBooleanAttribute\(/, 'bool'],
  [/^this\.getListAttribute\(/, ['list', 'string']],
  [/^this\.getNumberListAttribute\(/, ['list', 'number']],
  [/^cdktf\.Fn\.tolist\(this\.getListAttribute\(/, ['set', 'string']],
  [/^cdktf\.Token\.asNumberList\(cdktf\.Fn\.tolist\(/, ['set', 'number']],
  [/^this\.getStringMapAttribute\(|^new cdktf\.StringMap\(/, ['map', 'string']],
  [/^this\.getNumberMapAttribute\(|^new cdktf\.NumberMap\(/, ['map', 'number']],
  [/^this\.getBooleanMapAttribute\(|^new cdktf\.BooleanMap\(/, ['map', 'bool']],
  [/^new cdktf\.StringMapList\(/, ['list', ['map', 'string']]],
];

function nestedBlock(entry: ConfigurableEntry, blockNames: ReadonlySet<string>) {
  const struct = structOf(entry.mapper);
  if (struct === undefined) return undefined;
  if (entry.shape === 'struct') {
    return blockNames.has(entry.name) ? { struct, nesting: 'single' as const, single: false } : undefined;
  }
  const nesting = entry.shape === 'set' ? 'set' : entry.shape === 'map' ? 'map' : 'list';
  const listed = /^cdktf\.listMapperHcl\(\w+, (true|false)\)/.exec(entry.mapper);
  // a list of an object type is an argument; a list of blocks says so, and a single block has no list at all
  if (listed?.[1] === 'false') return undefined;
  if (nesting === 'map' && !blockNames.has(entry.name)) return undefined;
  return { struct, nesting, single: listed === null && nesting !== 'map' } as const;
}

function structOf(mapper: string): string | undefined {
  const name = /(?:^|[^.\w])(\w+)To(?:Hcl)?Terraform\b/.exec(mapper)?.[1];
  return name === undefined ? undefined : name.charAt(0).toUpperCase() + name.slice(1);
}
