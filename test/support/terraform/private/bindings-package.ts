import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SOURCE_MAP = '//# sourceMappingURL=data:application/json;base64,';

/**
 * An installed package of prebuilt bindings, read as text. It is never loaded as code: the JavaScript has
 * lost which optional attributes are also computed, and only the TypeScript kept in the source maps tells.
 */
export class BindingsPackage {
  /**
   * Finds the package for a provider source such as `hashicorp/aws` or `aws`.
   *
   * @throws Error when it is not installed, with the name to install.
   */
  public static find(source: string): BindingsPackage {
    const provider = source.split('/').at(-1) ?? source;
    const name = `@cdktf/provider-${provider}`;
    try {
      return new BindingsPackage(
        join(dirname(require.resolve(`${name}/package.json`, { paths: [process.cwd(), __dirname] })), 'lib'),
      );
    } catch {
      throw new Error(`provider '${source}' cannot be simulated: its bindings '${name}' are not installed`);
    }
  }

  private readonly folders: ReadonlyMap<string, string>;

  private constructor(private readonly lib: string) {
    const names = readdirSync(lib, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    this.folders = new Map(names.map((entry) => [squash(entry.name), entry.name]));
  }

  /** The TypeScript of the provider configuration. */
  public providerSource(): string {
    return this.read('provider');
  }

  /** The TypeScript of a resource type, or `undefined` when the bindings have no such type. */
  public resourceSource(type: string): string | undefined {
    return this.find(type, type.replace(/^[a-z0-9]+_/, ''));
  }

  /** The TypeScript of a data source type, or `undefined` when the bindings have no such type. */
  public dataSourceSource(type: string): string | undefined {
    return this.find(type, `data_${type}`);
  }

  private find(type: string, folderName: string): string | undefined {
    const folder = this.folders.get(squash(folderName));
    if (folder === undefined) return undefined;
    const source = this.read(folder);
    return source.includes(`tfResourceType = "${type}"`) ? source : undefined;
  }

  private read(folder: string): string {
    const main = join(this.lib, folder);
    // very large types (google_container_cluster) are split: the nested types stand in files of their own
    const parts = join(main, 'index-structs');
    const files = [
      join(main, 'index.js'),
      ...(existsSync(parts) ? readdirSync(parts).filter((name) => name.endsWith('.js')) : [])
        .sort()
        .map((name) => join(parts, name)),
    ];
    return files.map(originalSource).join('\n');
  }
}

function squash(name: string): string {
  return name.replace(/[-_]/g, '');
}

function originalSource(file: string): string {
  const text = readFileSync(file, 'utf8');
  const at = text.lastIndexOf(SOURCE_MAP);
  const map: unknown =
    at < 0
      ? undefined
      : JSON.parse(Buffer.from(text.slice(at + SOURCE_MAP.length), 'base64').toString('utf8'));
  const sources = (map as { readonly sourcesContent?: readonly string[] } | undefined)?.sourcesContent;
  if (sources === undefined) {
    throw new Error(`${file} carries no source map with its TypeScript; these bindings cannot be read`);
  }
  return sources.join('\n');
}
