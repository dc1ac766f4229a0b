import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file that CDKTF writes into the folder of a stack. */
export const STACK_FILE = 'cdk.tf.json';

/** The parts of a synthesized stack that the harness looks at. */
export interface StackJson {
  readonly provider?: Readonly<Record<string, unknown>>;
  readonly resource?: Readonly<Record<string, unknown>>;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly terraform?: {
    readonly backend?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly required_providers?: Readonly<Record<string, { readonly source?: string }>>;
  };
}

/** What stacks use of one provider. */
export interface ProviderUsage {
  /** The full source, such as `hashicorp/aws`. */
  readonly source: string;
  readonly resources: readonly string[];
  readonly dataSources: readonly string[];
}

/**
 * Reads a synthesized stack: the folder that `app.synth()` wrote, or the JSON that `Testing.synth(stack)`
 * returned.
 *
 * @throws Error when it is neither.
 */
export function readStack(stack: string): StackJson {
  if (stack.trimStart().startsWith('{')) return JSON.parse(stack) as StackJson;
  const file = join(stack, STACK_FILE);
  if (!existsSync(file)) throw new Error(`'${stack}' is no synthesized stack: it holds no ${STACK_FILE}`);
  return JSON.parse(readFileSync(file, 'utf8')) as StackJson;
}

/** The providers of the stacks with the types in use, merged over all stacks. */
export function providersOf(stacks: readonly StackJson[]): readonly ProviderUsage[] {
  const sources = new Map<string, string>();
  const resources = new Set<string>();
  const dataSources = new Set<string>();
  for (const stack of stacks) {
    for (const [name, { source = name }] of Object.entries(stack.terraform?.required_providers ?? {})) {
      sources.set(source.includes('/') ? source : `hashicorp/${source}`, name);
    }
    for (const type of Object.keys(stack.resource ?? {})) resources.add(type);
    for (const type of Object.keys(stack.data ?? {})) dataSources.add(type);
  }
  return [...sources]
    .filter(([source]) => !source.startsWith('terraform.io/builtin/'))
    .map(([source, name]) => {
      // google-beta serves the types of google
      const mine = (type: string) => type.startsWith(`${name.split('-')[0]}_`);
      return {
        source,
        resources: [...resources].filter(mine).sort(),
        dataSources: [...dataSources].filter(mine).sort(),
      };
    });
}
