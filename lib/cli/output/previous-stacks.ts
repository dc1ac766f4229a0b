import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stacksOf } from './terraform-files';

const STACK_FILE = 'cdk.tf.json';

/** A stack that was in an earlier output and is in the next one, and differs. */
export interface ChangedStack {
  readonly name: string;
  /** Text of the earlier one; `undefined` when it cannot be read. */
  readonly previous: string | undefined;
  readonly next: string;
}

/** The stacks that an output changes, by name. */
export function changedStacks(earlier: string, output: string): readonly ChangedStack[] {
  const before = new Set(stacksOf(earlier));
  return stacksOf(output)
    .filter((name) => before.has(name))
    .flatMap((name) => {
      const previous = textOf(earlier, name);
      const next = textOf(output, name);
      return next === undefined || previous === next ? [] : [{ name, previous, next }];
    });
}

function textOf(output: string, stack: string): string | undefined {
  try {
    return readFileSync(join(output, 'stacks', stack, STACK_FILE), 'utf8');
  } catch {
    return undefined;
  }
}
