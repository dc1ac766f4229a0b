import type { PathStep } from './plan';
import type { BlockSchema } from './schema';
import { isList, isObject, type Value, type ValueObject } from './value';

/** An error as the protocol writes it. */
export interface Diagnostic {
  readonly severity: 'ERROR';
  readonly summary: string;
  readonly detail: string;
  readonly attribute?: { readonly steps: readonly PathStep[] };
}

/**
 * What Terraform leaves to the provider to check: that nobody writes a value that only the provider can set.
 * Names, types, what is required and the number of blocks Terraform has checked before.
 */
export function validateConfig(
  block: BlockSchema,
  config: ValueObject,
  prefix: readonly PathStep[] = [],
): readonly Diagnostic[] {
  const own = Object.entries(block.attributes)
    .filter(([name, { computed, optional }]) => computed && !optional && (config[name] ?? null) !== null)
    .map(
      ([name]): Diagnostic => ({
        severity: 'ERROR',
        summary: 'Value for a read-only attribute',
        detail: `'${name}' is set by the provider and cannot be configured; remove it.`,
        attribute: { steps: [...prefix, { attribute_name: name }] },
      }),
    );
  const nested = Object.entries(block.blocks).flatMap(([name, { block: inner }]) =>
    items(config[name]).flatMap(({ item, step }) =>
      validateConfig(inner, item, [...prefix, { attribute_name: name }, ...step]),
    ),
  );
  return [...own, ...nested];
}

interface Item {
  readonly item: ValueObject;
  readonly step: readonly PathStep[];
}

function items(value: Value | undefined): readonly Item[] {
  if (isList(value)) {
    return value.flatMap((item, index) =>
      isObject(item) ? [{ item, step: [{ element_key_int: index }] }] : [],
    );
  }
  return isObject(value) ? [{ item: value, step: [] }] : [];
}
