/** A stack as it was synthesized, as far as two versions of it are compared. */
export interface StackDocument {
  /** By address, such as `aws_vpc.Network_1C6012B5`, in the order of the document. */
  readonly resources: ReadonlyMap<string, StackResource>;
  /** What the stack asks of each provider's version, such as `6.50.0` or `>= 7.2.0, < 8.0.0`, by the name that the stack gives it. */
  readonly providers: ReadonlyMap<string, string>;
}

/** One resource of a stack. */
export interface StackResource {
  readonly address: string;
  readonly type: string;
  /** What is configured, in Terraform's own names; without what Terraform itself reads, such as `lifecycle`. */
  readonly arguments: Readonly<Record<string, unknown>>;
  /** Paths without indices whose changes Terraform is told to overlook; `all` for every one. */
  readonly ignored: readonly string[] | 'all';
  readonly createBeforeDestroy: boolean;
  readonly preventDestroy: boolean;
}

type Members = Readonly<Record<string, unknown>>;

/** What belongs to Terraform and not to the provider. */
const META = new Set([
  '//',
  'connection',
  'count',
  'depends_on',
  'for_each',
  'lifecycle',
  'provider',
  'provisioner',
]);

/** Reads the text of a `cdk.tf.json`; `undefined` when it is none. */
export function parseStack(text: string): StackDocument | undefined {
  const document = parseJson(text);
  if (!isMembers(document)) return undefined;
  const resources = new Map<string, StackResource>();
  for (const [type, instances] of Object.entries(membersOf(document.resource))) {
    for (const [name, body] of Object.entries(membersOf(instances))) {
      const address = `${type}.${name}`;
      resources.set(address, readResource(address, type, membersOf(body)));
    }
  }
  return { resources, providers: readProviders(membersOf(document.terraform).required_providers) };
}

/** The value at a path without indices: of a block that stands once, as object or as list of one, the block's own. */
export function argumentAt(resource: StackResource, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => memberOf(value, name), resource.arguments);
}

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function memberOf(value: unknown, name: string): unknown {
  if (!Array.isArray(value)) return membersOf(value)[name];
  const found = value.map((item) => memberOf(item, name)).filter((item) => item !== undefined);
  return found.length > 1 ? found : found[0];
}

function readResource(address: string, type: string, body: Members): StackResource {
  const lifecycle = membersOf(body.lifecycle);
  return {
    address,
    type,
    arguments: Object.fromEntries(Object.entries(body).filter(([name]) => !META.has(name))),
    ignored: readIgnored(lifecycle.ignore_changes),
    createBeforeDestroy: isTrue(lifecycle.create_before_destroy),
    preventDestroy: isTrue(lifecycle.prevent_destroy),
  };
}

function readProviders(required: unknown): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(membersOf(required)).flatMap(([name, provider]) => {
      const { version } = membersOf(provider);
      return typeof version === 'string' ? [[name, version] as const] : [];
    }),
  );
}

function readIgnored(paths: unknown): readonly string[] | 'all' {
  if (!Array.isArray(paths)) return paths === 'all' ? 'all' : [];
  const texts = paths.filter((path): path is string => typeof path === 'string');
  return texts.includes('all') ? 'all' : texts.map((path) => path.replace(/\[\d+\]/g, ''));
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

function membersOf(value: unknown): Members {
  return isMembers(value) ? value : {};
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
