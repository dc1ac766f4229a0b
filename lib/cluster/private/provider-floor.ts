import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';

/** A provider that a stack asks for in a newer version than the bindings were made from. */
export interface ProviderFloor {
  /** Name in `required_providers`, such as `google`. */
  readonly provider: string;
  /** The first version that will do. */
  readonly since: string;
  /** The first version that is not tried any more. */
  readonly below: string;
}

const floors = new WeakMap<TerraformStack, Map<string, string>>();

/** Makes the stack of a construct ask for at least this version of a provider. The highest that was asked for wins. */
export function requireProvider(scope: IConstruct, { provider, since, below }: ProviderFloor): void {
  const stack = TerraformStack.of(scope);
  const ofStack = floors.get(stack) ?? new Map<string, string>();
  floors.set(stack, ofStack);
  const known = ofStack.get(provider);
  if (known !== undefined && !isNewer(since, known)) return;
  ofStack.set(provider, since);
  stack.addOverride(`terraform.required_providers.${provider}.version`, `>= ${since}, < ${below}`);
}

function isNewer(version: string, other: string): boolean {
  const [left, right] = [version, other].map((text) => text.split('.').map(Number));
  for (const [index, part] of (left ?? []).entries()) {
    const against = right?.[index] ?? 0;
    if (part !== against) return part > against;
  }
  return false;
}
