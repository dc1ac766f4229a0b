/** One entry of a `...ToHclTerraform` function: what a user may write. */
export interface ConfigurableEntry {
  readonly name: string;
  /** The conversion expression, for instance `cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(...)`. */
  readonly mapper: string;
  readonly shape: string;
}

/** One commented accessor of a generated class: the flags, and how the value is read. */
export interface AccessorEntry {
  readonly name: string;
  readonly computed: boolean;
  readonly optional: boolean;
  readonly required: boolean;
  /** The text that tells the type: `new XList(this, "x", true)` or the body of the getter. */
  readonly reads: string;
}

const DECLARATION = /^export (interface|function|class) (\w+)/gm;
const CONFIGURABLE =
  /^ +(\w+): \{\n +value: (.+),\n +isBlock: (?:true|false),\n +type: "(\w+)",\n +storageClassType: /gm;
const ACCESSOR =
  /^ {2}\/\/ (\w+) - computed: (true|false), optional: (true|false), required: (true|false)\n(?: {2}private \w+(?: = (.+);|.*)\n)?(?: {2}public get \w+\(\) \{\n {4}return (.+);)?/gm;
const PROPERTY = /#(\w+) \w+#\w+\}\n(?: {2}\*(?!\/).*\n)* {2}\*\/\n {2}readonly \w+(\??):/g;
const BLOCK_COMMENT = /^ {2}\/\*\*\n {2}\* (\w+) block\n/gm;

/** The top-level declarations of a generated file, by name, each cut to what a schema needs. */
export class BindingsDeclarations {
  private readonly interfaces = new Map<string, string>();
  private readonly functions = new Map<string, string>();
  private readonly classes = new Map<string, string>();

  public constructor(source: string) {
    const found = [...source.matchAll(DECLARATION)];
    for (const [index, match] of found.entries()) {
      const [, kind, name] = match;
      if (name === undefined) continue;
      const body = source.slice(match.index, found[index + 1]?.index ?? source.length);
      const target =
        kind === 'interface' ? this.interfaces : kind === 'function' ? this.functions : this.classes;
      target.set(name, body);
    }
  }

  /** The class that stands for the resource, data source or provider itself. */
  public get rootClass(): string {
    for (const [name, body] of this.classes) {
      if (/^export class \w+ extends cdktf\.Terraform(Resource|DataSource|Provider) /.test(body)) return name;
    }
    throw new Error('no class of these bindings extends a Terraform element');
  }

  /** What may be written in the body of the root class (`undefined`) or of a nested type. */
  public configurable(struct: string | undefined): readonly ConfigurableEntry[] {
    const text =
      struct === undefined
        ? (this.classes.get(this.rootClass) ?? '').split('synthesizeHclAttributes').at(-1)
        : this.functions.get(`${struct.charAt(0).toLowerCase()}${struct.slice(1)}ToHclTerraform`);
    return [...(text ?? '').matchAll(CONFIGURABLE)].map(([, name = '', mapper = '', shape = '']) => ({
      name,
      mapper,
      shape,
    }));
  }

  /** The accessors of a class; empty for the nested types of a provider, which have no class. */
  public accessors(className: string): readonly AccessorEntry[] {
    return [...(this.classes.get(className) ?? '').matchAll(ACCESSOR)].map(
      ([, name = '', computed, optional, required, stored, returned]) => ({
        name,
        computed: computed === 'true',
        optional: optional === 'true',
        required: required === 'true',
        reads: stored ?? returned ?? '',
      }),
    );
  }

  /** Names that the interface of the type demands. */
  public requiredNames(interfaceName: string): ReadonlySet<string> {
    const text = this.interfaces.get(interfaceName) ?? '';
    return new Set(
      [...text.matchAll(PROPERTY)].flatMap(([, name, mark]) => (name && mark === '' ? [name] : [])),
    );
  }

  /** Names that the documentation of the interface calls blocks, as opposed to arguments of an object type. */
  public blockNames(interfaceName: string): ReadonlySet<string> {
    const text = this.interfaces.get(interfaceName) ?? '';
    return new Set([...text.matchAll(BLOCK_COMMENT)].map(([, name = '']) => name));
  }
}
