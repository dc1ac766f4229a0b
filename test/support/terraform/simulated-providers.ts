import { BindingsPackage } from './private/bindings-package';
import { checkOptions } from './private/check-options';
import { withNewer } from './private/newer-schema';
import { ProviderServer } from './private/provider-server';
import { type LiveResource, ResourceStore } from './private/resource-store';
import type { BlockSchema, ProviderSchema } from './private/schema';
import { schemaFromBindings } from './private/schema-from-bindings';
import { SimulatedProvider } from './private/simulated-provider';
import { type ProviderUsage, providersOf, readStack } from './private/stack-usage';
import type { SimulationOptions } from './simulation-options';

const REGISTRIES = ['registry.terraform.io', 'registry.opentofu.org'] as const;

const packages = new Map<string, BindingsPackage>();
const blocks = new Map<string, BlockSchema | undefined>();

/**
 * Providers that live in this process and keep their cloud in memory. Terraform is pointed at them with
 * `env`, so nothing is downloaded and no cloud is called. They stand for every provider whose prebuilt
 * bindings are installed; only the types that the given stacks use are served.
 *
 * They check what the schemas can tell: names of blocks and arguments, types, what is required and the
 * number of blocks. They cannot check what a cloud would say about a value.
 */
export class SimulatedProviders {
  /**
   * Starts one server per provider that the stacks require.
   *
   * @param stacks - folders with a `cdk.tf.json`, or JSON as `Testing.synth(stack)` returns it
   * @throws Error when the bindings of a required provider are not installed, or when an option names an
   * attribute that its type does not have. Types that no stack uses may stand in the options.
   */
  public static async start(
    stacks: string | readonly string[],
    options: SimulationOptions = {},
  ): Promise<SimulatedProviders> {
    const store = new ResourceStore();
    const servers = new Map<string, ProviderServer>();
    const schemas = providersOf([stacks].flat().map(readStack)).map(
      (usage) => [usage.source, withNewerTypes(schemaOf(usage), usage, options.newerSchema ?? {})] as const,
    );
    for (const [, schema] of schemas) checkOptions(schema, options);
    for (const [source, schema] of schemas) {
      const provider = new SimulatedProvider(schema, store, options);
      servers.set(source, await ProviderServer.start(provider.handlers));
    }
    return new SimulatedProviders(servers, store);
  }

  private constructor(
    private readonly servers: ReadonlyMap<string, ProviderServer>,
    private readonly store: ResourceStore,
  ) {}

  /** Environment variables that make Terraform and OpenTofu use these providers. */
  public get env(): Readonly<Record<string, string>> {
    const entries = [...this.servers].flatMap(([source, server]) =>
      addresses(source).map((address) => [address, server.reattachConfig]),
    );
    return { TF_REATTACH_PROVIDERS: JSON.stringify(Object.fromEntries(entries)) };
  }

  /** What exists in the simulated cloud now, sorted; empty when everything has been destroyed. */
  public liveResources(): readonly LiveResource[] {
    return this.store.live();
  }

  /** Closes all servers. A test that forgets it keeps Jest from ending. */
  public stop(): void {
    for (const server of this.servers.values()) server.stop();
  }
}

function addresses(source: string): readonly string[] {
  return source.split('/').length === 3 ? [source] : REGISTRIES.map((registry) => `${registry}/${source}`);
}

function schemaOf(usage: ProviderUsage): ProviderSchema {
  const bindings = packages.get(usage.source) ?? BindingsPackage.find(usage.source);
  packages.set(usage.source, bindings);
  const block = (key: string, read: () => string | undefined): BlockSchema | undefined => {
    const cached = `${usage.source} ${key}`;
    if (!blocks.has(cached)) {
      const source = read();
      blocks.set(cached, source === undefined ? undefined : schemaFromBindings(source));
    }
    return blocks.get(cached);
  };
  // a type that the bindings lack is left out, so that Terraform itself refuses it by name
  const each = (types: readonly string[], kind: string, read: (type: string) => string | undefined) =>
    Object.fromEntries(
      types.flatMap((type) => {
        const found = block(`${kind} ${type}`, () => read(type));
        return found === undefined ? [] : [[type, found]];
      }),
    );
  return {
    provider: withoutAlias(block('provider', () => bindings.providerSource())),
    resources: each(usage.resources, 'resource', (type) => bindings.resourceSource(type)),
    dataSources: each(usage.dataSources, 'data', (type) => bindings.dataSourceSource(type)),
  };
}

/** The schemas that a newer provider serves, as far as the stacks use it. */
function withNewerTypes(
  schema: ProviderSchema,
  usage: ProviderUsage,
  newer: Readonly<Record<string, BlockSchema>>,
): ProviderSchema {
  const used = Object.entries(newer).filter(([type]) => usage.resources.includes(type));
  const resources = used.map(([type, block]) => {
    const known = schema.resources[type];
    return [type, known === undefined ? block : withNewer(known, block, type)] as const;
  });
  return { ...schema, resources: { ...schema.resources, ...Object.fromEntries(resources) } };
}

// `alias` belongs to Terraform and not to the provider; the bindings list it beside the arguments
function withoutAlias(block: BlockSchema | undefined): BlockSchema {
  const { alias: _, ...attributes } = block?.attributes ?? {};
  return { attributes, blocks: block?.blocks ?? {} };
}
